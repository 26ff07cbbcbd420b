import { dequal } from "dequal";
import { indexAnswers, type Answers } from "../answers/answers.ts";
import { Evaluation } from "../kernel/evaluation.ts";
import type { Rule } from "../kernel/rule.ts";
import { checkRules } from "../checks/rules.ts";
import { accessRules, secretRules, toolRules } from "../rules/access/index.ts";
import { accountRules } from "../rules/accounts/index.ts";
import * as addresses from "../rules/addresses/index.ts";
import { projectFacts } from "../rules/basics/project-facts.ts";
import * as certificates from "../rules/certificates/index.ts";
import { checklistRules, checkToolRules, scheduleRules } from "../rules/checklist/index.ts";
import { decisionRules } from "../rules/decisions/index.ts";
import { dnsRules } from "../rules/dns/index.ts";
import * as firewall from "../rules/firewall/index.ts";
import * as identity from "../rules/identity/index.ts";
import * as monitoring from "../rules/monitoring/index.ts";
import { runbookRules } from "../rules/runbook/index.ts";
import { settingRules } from "../rules/settings/index.ts";
import * as sizing from "../rules/sizing/index.ts";
import * as storage from "../rules/storage/index.ts";
import { topology } from "../rules/topology/index.ts";
import { askedForTeller } from "./asked-for.ts";
import { Assumptions } from "./assumptions.ts";
import { CellRecords } from "./cell-records.ts";
import { openPointsOf } from "./open-points.ts";
import type { Finding, Plan, SubjectNames } from "./plan.ts";
import { waitingTeller } from "./waiting.ts";
import { whileSame } from "./while-same.ts";

const allToolRules = [...toolRules, ...checkToolRules];

const SEVERITIES: readonly Finding["severity"][] = ["blocker", "warning", "advice"];

/**
 * Derives the whole plan. Pure: the same answers always give the same plan, in every world.
 * Never throws for any parsed answers; a throw is a fault of the engine.
 */
export const planFrom = (answers: Answers): Plan => planMaker(new Evaluation(indexAnswers(answers)))(answers);

/**
 * Derives plan after plan of answers that resemble each other, as someone types. Gives what `planFrom` gives; only
 * what an edit touches is derived again, and rows that stay equal stay the same objects.
 */
export function planner(): (answers: Answers) => Plan {
  let kept: { readonly evaluation: Evaluation; readonly make: (answers: Answers) => Plan } | undefined;
  return (answers) => {
    const before = kept;
    // A rule that throws leaves half a turn behind; the next plan begins anew.
    kept = undefined;
    before?.evaluation.turnTo(indexAnswers(answers));
    const evaluation = before?.evaluation ?? new Evaluation(indexAnswers(answers));
    const make = before?.make ?? planMaker(evaluation);
    const plan = make(answers);
    kept = { evaluation, make };
    return plan;
  };
}

const bySeverity = (findings: readonly Finding[]): readonly Finding[] => SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

/** Makes the plan of whatever answers an evaluation has turned to; what is made of the same rows stays the same. */
function planMaker(evaluation: Evaluation): (answers: Answers) => Plan {
  const rows = <T>(rules: readonly Rule<readonly T[]>[]): readonly T[] => evaluation.rowsOfAll(rules);
  const sorted = whileSame(bySeverity);
  const waiting = waitingTeller();
  const askedFor = askedForTeller();
  const openPoints = whileSame(openPointsOf);
  const assumptions = new Assumptions();
  let names: SubjectNames | undefined;
  return (answers) => {
    const project = evaluation.cell(projectFacts).outcome;
    if (project.kind !== "known") throw new Error("The rule for the project's facts must never wait");
    const drawn = evaluation.cell(topology).outcome;

    const plan = {
      project: project.value,
      addresses: {
        pools: rows(addresses.poolRules),
        assignments: rows(addresses.assignmentRules),
        ranges: rows(addresses.rangeRules),
        dhcp: rows(addresses.dhcpRules),
        workloads: rows(addresses.workloadRules),
      },
      dns: { records: rows(dnsRules) },
      certificates: {
        hosts: rows(certificates.hostRules),
        requests: rows(certificates.requestRules),
        coverage: rows(certificates.coverageRules),
        leftOut: rows(certificates.leftOutRules),
      },
      firewall: {
        endpoints: rows(firewall.endpointRules),
        flows: rows(firewall.flowRules),
        inside: rows(firewall.insideRules),
        external: rows(firewall.externalRules),
      },
      topology: drawn.kind === "known" ? drawn.value : { zones: [], frames: [], boxes: [], connections: [] },
      sizing: { clusters: rows(sizing.clusterRules), controlPlanes: rows(sizing.controlPlaneRules), workers: rows(sizing.workerRules), hosted: rows(sizing.hostedRules), quotas: rows(sizing.quotaRules), ceilings: rows(sizing.ceilingRules) },
      storage: { classes: rows(storage.classRules), volumes: rows(storage.volumeRules), backups: rows(storage.backupRules), routines: rows(storage.routineRules) },
      identity: { redirectUris: rows(identity.redirectUriRules), preparations: rows(identity.preparationRules) },
      monitoring: { components: rows(monitoring.componentRules), loads: rows(monitoring.loadRules), alerts: rows(monitoring.alertRules) },
      accounts: rows(accountRules),
      access: rows(accessRules),
      tools: rows(allToolRules),
      secrets: rows(secretRules),
      decisions: rows(decisionRules),
      settings: rows(settingRules),
      checklist: rows(checklistRules),
      schedule: rows(scheduleRules),
      runbook: rows(runbookRules),
      findings: sorted(rows(checkRules)),
    };
    if (!names || !dequal(names, plan.project.names)) names = plan.project.names;
    const { cells, gaps, without } = evaluation;
    const assumed = assumptions.of(evaluation, gaps, names);
    return {
      ...plan,
      openPoints: openPoints(waiting(gaps, plan.firewall.endpoints, plan.firewall.flows, names), askedFor(answers), assumed, without, answers.subjects, answers.open, names),
      assumptions: assumed,
      cells: new CellRecords(cells),
    };
  };
}
