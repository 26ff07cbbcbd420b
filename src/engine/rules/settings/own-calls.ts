import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { OwnNodesCall } from "../../providers/contract/load-balancers.ts";
import { providerOf } from "../../providers/registry.ts";
import { known } from "../../kernel/outcome.ts";
import type { Setting } from "../../plan/plan.ts";
import { continued, listed } from "../../values/sentence.ts";
import { balancerOf } from "../basics/balancer.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { ends } from "../firewall/ends.ts";
import { selfCheck } from "../firewall/flows/acme.ts";
import type { FlowDraft } from "../firewall/flows/draft.ts";
import { toTokenIssuer } from "../firewall/flows/identity.ts";
import { masterToOwnUserClusters } from "../firewall/flows/master-to-seeds.ts";
import { PROXY_ANNOTATIONS } from "./annotations.ts";
import { annotated, COPIED } from "./cloud-annotations.ts";
import { seedObject, setting } from "./setting.ts";

/** Load balancers of a platform cluster that lose calls of its own nodes unless told otherwise, and why its nodes call them: reasons of firewall rows. */
export interface LostOwnCalls {
  readonly how: OwnNodesCall;
  readonly toProxy: readonly string[];
  readonly toEntry: readonly string[];
}

/** Rows by which nodes of a cluster may call its own load balancers. */
const CALLS: readonly Rule<readonly FlowDraft[]>[] = [masterToOwnUserClusters, toTokenIssuer, selfCheck];

/** Calls of a cluster's own nodes that its private load balancers would lose. */
export const lostOwnCalls = rule<LostOwnCalls>({
  id: "settings.lost-own-calls",
  title: "Calls of nodes to their own load balancers",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    if (balancerOf(read, cluster).addressesFrom !== "provider") return read.notApplicable("The infrastructure gives Services no load balancer here.");
    const { title, balancerReach: reach }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const how = reach?.internalFromOwnNodes;
    if (!how) return read.notApplicable(`Load balancers on ${title} answer their own nodes unasked.`);
    if (read.answer(balancerReach.cluster.cloudReach, cluster) !== "internal") return read.notApplicable(`Public load balancers on ${title} answer their own nodes unasked.`);
    const calls = CALLS.flatMap((one) => rowsOf(read, one, cluster));
    const to = (...destinations: readonly string[]) => [...new Set(calls.filter(({ destination }) => destinations.includes(destination)).map(({ reason }) => reason))];
    const managed = read.answer(infrastructure.cluster.provisioning, cluster) === "managed";
    const found = { how, toProxy: to(ends.nodeportProxy(cluster), ends.userClusterFront(cluster)), toEntry: managed ? to(ends.entry(cluster)) : [] };
    if (found.toProxy.length + found.toEntry.length === 0) return read.notApplicable("No node calls a load balancer of its own cluster that keeps the address of its caller.");
    read.cite(...how.sources);
    return found;
  },
});

function rowsOf(read: Reader, one: Rule<readonly FlowDraft[]>, cluster: string): readonly FlowDraft[] {
  const rows = read.outcome(one, cluster);
  return rows.kind === "known" ? rows.value : [];
}

/** Annotations by which private load balancers of a cloud answer the nodes behind them. */
export const ownCallAnnotations = rule<readonly Setting[]>({
  id: "settings.balancers-own-calls",
  title: "Annotations for calls of nodes to their own load balancers",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    const { how, toProxy, toEntry } = read.rule(lostOwnCalls, cluster);
    const { entry, proxy, ownEach } = annotated(read, cluster);
    const name = nameOfCluster(read, cluster);
    const row = (id: string, object: string, field: string, calls: readonly string[], made: string, after: string) =>
      setting(read, {
        topic: "balancers",
        object,
        id: `balancers.own-calls-${id}[${cluster}]`,
        field: `${field}: ${how.annotation}`,
        value: known(how.value),
        why: `Nodes of ${name} call it themselves: ${listed(calls.map(continued))}. Without it ${how.without}${made}. ${how.passedOverBy}${after}`,
      });
    return [
      ...(entry && toEntry.length > 0 ? [row("entry", entry.object, entry.field, toEntry, `, where ${how.entryWhereManaged} makes one`, entry.before)] : []),
      ...((proxy || ownEach) && toProxy.length > 0 ? [row("proxy", seedObject(name), PROXY_ANNOTATIONS, toProxy, "", ownEach ? COPIED : "")] : []),
    ];
  },
});
