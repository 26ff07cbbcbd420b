import { dequal } from "dequal";
import { checkRules } from "../checks/rules.ts";
import type { Gap } from "../kernel/cell-order.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import type { Rule } from "../kernel/rule.ts";
import { accessRules, secretRules } from "../rules/access/index.ts";
import { accountRules } from "../rules/accounts/index.ts";
import * as addresses from "../rules/addresses/index.ts";
import * as certificates from "../rules/certificates/index.ts";
import { gatheringRules, itemRules } from "../rules/checklist/index.ts";
import { decisionRules } from "../rules/decisions/index.ts";
import { dnsRules } from "../rules/dns/index.ts";
import * as firewall from "../rules/firewall/index.ts";
import { draftRules } from "../rules/firewall/flows/index.ts";
import { connections, flowDrafts } from "../rules/firewall/connections.ts";
import * as identity from "../rules/identity/index.ts";
import * as monitoring from "../rules/monitoring/index.ts";
import { runbookRules, stepRules } from "../rules/runbook/index.ts";
import * as sizing from "../rules/sizing/index.ts";
import * as storage from "../rules/storage/index.ts";
import { topology } from "../rules/topology/index.ts";
import { formatCount, formatFigure } from "../values/figures.ts";
import { capital } from "../values/sentence.ts";
import type { FirewallPlan, Flow, SubjectNames } from "./plan.ts";
import { rowAddresses } from "./row-addresses.ts";
import { subjectName } from "./subject-of.ts";
import { whileSame } from "./while-same.ts";

const idsOf = (...lists: readonly (readonly Rule<unknown>[])[]): ReadonlySet<string> => new Set(lists.flat().map(({ id }) => id));

const FIREWALL_ROWS = "Firewall rows: ";

/** What the rows of a rule are called, where its title alone would not tell. */
const PARTS: readonly (readonly [rules: ReadonlySet<string>, part: string])[] = [
  [idsOf(draftRules), FIREWALL_ROWS],
  [idsOf(accessRules), "Access: "],
  [idsOf(checkRules), "Check: "],
];

/** Rules whose rows people enter, order or build, by what a team knows best first; what others derive is a step on the way, or says it again. */
const ROWS: readonly ReadonlySet<string>[] = [
  idsOf(addresses.assignmentRules, addresses.poolRules, addresses.workloadRules),
  idsOf(dnsRules),
  idsOf(certificates.requestRules),
  idsOf(draftRules, firewall.insideRules, firewall.externalRules),
  // Leases are counted from the workers.
  idsOf(sizing.clusterRules, sizing.controlPlaneRules, sizing.workerRules, sizing.hostedRules, sizing.quotaRules, addresses.dhcpRules),
  idsOf(storage.classRules, storage.volumeRules, storage.backupRules),
  idsOf(certificates.hostRules, identity.redirectUriRules, identity.preparationRules),
  idsOf(accountRules, accessRules, secretRules),
  idsOf(monitoring.componentRules, monitoring.loadRules, sizing.ceilingRules),
];

/** Where firewall rows stand among these; those that are there and miss an address come before those that are not. */
const FIREWALL = 3;

/** Rules that say in other words what others derived, and rules that gather rows of others: what waits is told by those. */
const ECHOES = idsOf(itemRules, stepRules, decisionRules, checkRules);
const GATHERERS = idsOf(gatheringRules, runbookRules, [topology, flowDrafts, connections]);

/** How it is told that something waits which a rule gives. */
interface Told {
  /** With the part of the plan that it belongs to; the same for rules with the same title, where the kind of subject is. */
  readonly title: string;
  readonly key: string;
  /** Where it stands among the rows that people enter; −1 for what is none of them. */
  readonly group: number;
}

const told = new WeakMap<Rule<unknown>, Told>();

/** The same for every plan, of which a large one tells it thousands of times. */
function toldOf(rule: Rule<unknown>): Told {
  const before = told.get(rule);
  if (before) return before;
  const { id, per, title } = rule;
  const part = PARTS.find(([rules]) => rules.has(id))?.[1] ?? "";
  const made: Told = {
    title: part + title.replace(/(?<=^\w+: )\w/, capital),
    key: `${per} ${title}`,
    group: ROWS.findIndex((rules) => rules.has(id) || rules.has(`${id}.rows`)),
  };
  told.set(rule, made);
  return made;
}

/** Cells with the same title and kind of subject that wait for the same answer. */
interface Waiter {
  readonly rule: Rule<unknown>;
  readonly subjects: Set<string>;
}

/** Texts by the answer that is missing. */
type ByAnswer = ReadonlyMap<AnswerPath, readonly string[]>;

/** Tells what waits for each missing answer, as people call it: one thing of each kind first, each once. Counts anew only what has become another. */
export function waitingTeller(): (gaps: readonly Gap[], endpoints: FirewallPlan["endpoints"], flows: FirewallPlan["flows"], names: SubjectNames) => ByAnswer {
  const waitersIn = whileSame(waitersOf);
  const endsIn = whileSame(rowsOfEnds);
  const sayAll = whileSame((waiters: ReturnType<typeof waitersOf>, ends: ByAnswer, names: SubjectNames): ByAnswer => new Map([...waiters].map(([path, list]) => [path, said(ends.get(path) ?? [], list, names)])));
  let ends: ByAnswer = new Map();
  return (gaps, endpoints, flows, names) => {
    const now = endsIn(endpoints, flows);
    if (!dequal(ends, now)) ends = now;
    return sayAll(waitersIn(gaps), ends, names);
  };
}

function waitersOf(gaps: readonly Gap[]): ReadonlyMap<AnswerPath, readonly Waiter[]> {
  const waiters = new Map<AnswerPath, Map<string, Waiter>>();
  for (const gap of gaps) for (const path of gap.missing) note(waiters, path, gap);
  return new Map([...waiters].map(([path, byTitle]) => [path, [...byTitle.values()]]));
}

function note(waiters: Map<AnswerPath, Map<string, Waiter>>, path: AnswerPath, { rule, subject }: Gap): void {
  let byTitle = waiters.get(path);
  if (!byTitle) waiters.set(path, (byTitle = new Map<string, Waiter>()));
  const { key } = toldOf(rule);
  const waiter = byTitle.get(key);
  if (waiter) waiter.subjects.add(subject);
  else byTitle.set(key, { rule, subjects: new Set([subject]) });
}

/** "Firewall rows: 2 with LDAP", by the answer that would tell its address. */
function rowsOfEnds(endpoints: FirewallPlan["endpoints"], flows: FirewallPlan["flows"]): ByAnswer {
  const open = endpoints.filter((end) => shownBy(end).some(({ kind }) => kind === "open"));
  const rows = new Map<string, Flow[]>(open.map(({ id }) => [id, []]));
  for (const flow of flows) {
    rows.get(flow.source)?.push(flow);
    if (flow.destination !== flow.source) rows.get(flow.destination)?.push(flow);
  }
  const byAnswer = new Map<AnswerPath, readonly string[]>();
  for (const end of open) {
    for (const address of shownBy(end)) {
      if (address.kind !== "open") continue;
      // A row shows an address only where the other end meets it in its family.
      const count = (rows.get(end.id) ?? []).filter((row) => (row.family === undefined && end.addresses.includes(address)) || rowAddresses(row, end).some((shown) => shown.kind === "open" && shown.question === address.question)).length;
      if (count > 0) byAnswer.set(address.question, [...(byAnswer.get(address.question) ?? []), `${FIREWALL_ROWS}${formatFigure(count)} with ${end.title}`]);
    }
  }
  return byAnswer;
}

/** What rows may show of an end: its addresses, and those with which its calls arrive elsewhere. */
const shownBy = ({ addresses, pods, leavesAs }: FirewallPlan["endpoints"][number]): FirewallPlan["endpoints"][number]["addresses"] => (pods || leavesAs ? [...addresses, ...(pods ?? []), ...(leavesAs?.addresses ?? [])] : addresses);

/** Rows where there are any, else steps on the way to them, else what says it again, else what gathers all of that; each once. */
function said(ends: readonly string[], waiters: readonly Waiter[], names: SubjectNames): readonly string[] {
  const groups = ROWS.map((_rules, at): string[] => (at === FIREWALL ? [...ends] : []));
  for (const waiter of waiters) groups[toldOf(waiter.rule).group]?.push(titleOf(waiter, names));
  const rows = oneOfEachFirst(groups);
  if (rows.length > 0) return [...new Set(rows)];
  const single = waiters.filter(({ rule }) => !GATHERERS.has(rule.id));
  const steps = single.filter(({ rule }) => !ECHOES.has(rule.id));
  const first = [steps, single, waiters].find((list) => list.length > 0) ?? [];
  return [...new Set(first.map((waiter) => titleOf(waiter, names)))];
}

/** What stands first in each group, then whatever follows there: the first few name as many kinds of things as there are. */
const oneOfEachFirst = (groups: readonly (readonly string[])[]): readonly string[] => [...groups.flatMap(([first]) => first ?? []), ...groups.flatMap(([, ...more]) => more)];

/** What a title calls its subject. */
const SUBJECT = /\bthe (place|cluster|Seed|datacenter)\b('s)?/;

/** A title with the name of its place or cluster, or with their number where they are many: "Records of 2 Seeds", "Worker machines, for 2 clusters". */
function titleOf({ rule, subjects }: Waiter, names: SubjectNames): string {
  const { per } = rule;
  const [only] = subjects;
  const { title: whole } = toldOf(rule);
  if (per === "plan" || only === undefined) return whole;
  if (subjects.size === 1) return whole.replace(SUBJECT, (_words, _kind, its = "") => subjectName(names, per, only) + String(its));
  const all = whole.replace(SUBJECT, (_words, kind, its) => formatCount(subjects.size, String(kind)) + (its ? "'" : ""));
  return all === whole ? `${whole}, for ${formatCount(subjects.size, per)}` : all;
}
