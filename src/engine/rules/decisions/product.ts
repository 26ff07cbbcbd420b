import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { capital } from "../../values/sentence.ts";
import { clusterName, goesAtOnce, masterCluster, releaseIn, replacedEntry, seeds, userClustersOf } from "../basics/platform.ts";
import { connectorsInUse } from "../identity/connectors.ts";
import { workersOf } from "../sizing/workers.ts";
import { decisionOn } from "./decision.ts";

/** KKP release and, with it, the platform entry. */
export const releaseDecision = rule<readonly Decision[]>({
  id: "decisions.release",
  title: "Decision about the release",
  per: "plan",
  sources: ["kkp.support-policy", "kkp.supported-versions", "kkp.code.cluster-defaults"],
  derive: (read) => {
    const { entry, kubernetes, networkPlugins, dashboardFlow } = releaseIn(read);
    const before = read.outcome(replacedEntry);
    const replaced = before.kind === "known" ? goesAtOnce(before.value.entry) ? ` It takes the routes of ${before.value.entry.title}, which KKP then deletes.` : ` ${before.value.entry.title} stays beside it until it is cleaned.` : "";
    const why = `${capital(entry.title)} is the platform entry, people log in by the ${dashboardFlow.description}, and user clusters run Kubernetes ${kubernetes.oldest} to ${kubernetes.newest}, with Cilium ${networkPlugins.cilium.default} by default, or Canal ${networkPlugins.canal.default} on request.${replaced}`;
    return [decisionOn(read, project.plan.release, PLAN, { id: "release", title: "KKP release and platform entry", why })];
  },
});

/** Edition and its limits. */
export const editionDecision = rule<readonly Decision[]>({
  id: "decisions.edition",
  title: "Decision about the edition",
  per: "plan",
  sources: ["kkp.editions", "kkp.groups"],
  derive: (read) => {
    const enterprise = read.answer(project.plan.edition) === "EE";
    const count = formatCount(read.rule(seeds).length, "Seed");
    const groups = (read.optionalRule(connectorsInUse) ?? []).some((source) => source.groups);
    const bound = enterprise ? " Groups of the identity source can be bound to projects." : " Binding groups to projects is EE only, so people are added to projects one by one.";
    const why = `${enterprise
      ? `${count} planned; more may follow under names of your choice. Images need the pull secret.`
      : `${count} planned, and one is all there may be; it is called kubermatic. No pull secret is needed.`}${groups ? bound : ""}`;
    return [decisionOn(read, project.plan.edition, PLAN, { id: "edition", title: "Edition", why })];
  },
});

/** One cluster for everything, or a master of its own. */
export const layoutDecision = rule<readonly Decision[]>({
  id: "decisions.layout",
  title: "Decision about the layout",
  per: "plan",
  sources: ["kkp.add-seed", "kkp.cluster-requirements"],
  derive: (read) => {
    const master = read.rule(masterCluster);
    const all = read.rule(seeds);
    const counts = all.map((seed) => read.outcome(userClustersOf, seed));
    const userClusters = counts.reduce((sum, count) => sum + (count.kind === "known" ? count.value : 0), 0);
    const counted = counts.every(({ kind }) => kind !== "waiting") ? formatCount(userClusters, "user cluster") : userClusters > 0 ? `at least ${formatCount(userClusters, "user cluster")}` : "user clusters";
    const workers = read.outcome(workersOf, master);
    const machines = workers.kind === "known" ? ` on ${formatCount(workers.value, "worker")}` : "";
    const name = clusterName(read, master);
    const others = all.filter((seed) => seed !== master);
    const shared = read.answer(infrastructure.cluster.role, master) === "master-and-seed";
    const also = others.length === 0 ? "" : ` ${others.length === 1 ? "One more Seed carries" : `${others.length} more Seeds carry`} user clusters near their workers.`;
    const why = shared
      ? `${name} runs dashboard, API and its own user clusters${machines}; a fault there reaches all of them.${also}`
      : `${name} runs dashboard and API${machines}; ${counted} in ${formatCount(all.length, "Seed")} go on while it is away.`;
    return [decisionOn(read, infrastructure.cluster.role, master, { id: "layout", title: "Layout of master and Seeds", why })];
  },
});
