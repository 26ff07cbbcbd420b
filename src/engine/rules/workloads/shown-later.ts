import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { workersSeen } from "../basics/leaving.ts";
import { runsAlready } from "../basics/platform.ts";
import { preparedAt } from "../basics/preparations.ts";
import { workloadSupplier } from "./supplier.ts";

/** Title of the step in which that is looked at. */
export const USER_CLUSTERS_TITLE = "Try what only a user cluster shows";

/** What is seen in the first user cluster of a datacenter and nowhere before, as clauses. Items of the checklist prove the rest of it before the installation. */
export const shownLater = rule<readonly string[]>({
  id: "workloads.shown-later",
  title: "What only a user cluster shows",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const prepared = preparedAt(read, place).filter(({ preparation, datacenters }) => preparation.inUserClusters !== undefined && datacenters.includes(datacenter));
    read.cite(...prepared.flatMap(({ preparation }) => preparation.sources));
    const shown = [...prepared.flatMap(({ preparation }) => preparation.inUserClusters ?? []), ...(runsAlready(read) ? [] : withInstallation(read, provider, datacenter))];
    return shown.length === 0 ? read.notApplicable("Everything shows before.") : shown;
  },
});

/** What the installation brings alone, since user clusters of a running platform have shown it. */
function withInstallation(read: Reader, provider: Provider, datacenter: string): readonly string[] {
  const { creates, userClusters, support } = provider;
  if (creates?.inUserClusters !== undefined) read.cite(...creates.sources);
  const pools = poolsOf(read, provider, datacenter);
  const brings = userClusters.storageDriver === undefined;
  if (brings) read.cite(...userClusters.sources);
  if (support) read.cite(...support.sources);
  return [
    ...(creates?.inUserClusters === undefined ? [] : [creates.inUserClusters]),
    ...(pools === undefined ? [] : [pools]),
    ...(brings ? [`once your storage driver${read.rule(workloadSupplier, datacenter).brought ? " and load balancer are" : " is"} installed there, \`kubectl get csidrivers\` names it and a test volume is bound`] : []),
    ...(support ? ["a node is added, another one is removed, and a second user cluster is created and removed without a trace"] : []),
  ];
}

/** How its machines leave their network by the way that somebody has chosen; nothing where nobody chooses one. */
function poolsOf(read: Reader, { leaving: leaves }: Provider, datacenter: string): string | undefined {
  if (leaves?.pools === undefined) return undefined;
  const seen = read.optionalRule(workersSeen, datacenter);
  const pools = seen && leaves.pools[seen.as];
  if (pools === undefined) return undefined;
  read.cite(...leaves.sources);
  return pools;
}
