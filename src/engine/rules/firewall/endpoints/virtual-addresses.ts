import { dequal } from "dequal";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../../answers/chapters/kubelb-hub.ts";
import { loadBalancer } from "../../../answers/chapters/load-balancer.ts";
import { known, openFor, type Value } from "../../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../../kernel/rule.ts";
import type { AddressAssignment, Endpoint } from "../../../plan/plan.ts";
import { handedOutReach } from "../../addresses/entry-reach.ts";
import { apiServerAddresses, entryAddress, formerEntryAddress, nodeportProxyAddress, userClusterAddresses } from "../../addresses/assignments.ts";
import { formatRange } from "../../../values/range.ts";
import { proxyRuns, strategiesOf, strategyOfDatacenter } from "../../basics/exposure.ts";
import { clusterName } from "../../basics/platform.ts";
import type { Run } from "../../addresses/pins.ts";
import { runPools } from "../../addresses/run-pools.ts";
import { secondAddresses, secondId } from "../../addresses/second-family.ts";
import { ends } from "../ends.ts";
import { standsAt } from "./stands-at.ts";
import { shownPlace } from "./machines.ts";
import { addressOf, ofFour } from "./values.ts";
import { servedAtEntry } from "../../identity/token-issuer.ts";
import { balancerOf } from "../../basics/balancer.ts";

/** Addresses of load balancers that people and workers dial. */
export const virtualAddressEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.virtual-addresses",
  title: "Virtual addresses of the cluster",
  per: "cluster",
  sources: ["kkp.ports", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    const role = read.answer(infrastructure.cluster.role, cluster);
    const place = shownPlace(read, read.maybe(infrastructure.cluster.place, cluster));
    const name = clusterName(read, cluster);
    const endpoints: Endpoint[] = [];
    const both = read.outcome(secondAddresses, cluster);
    const second = both.kind === "known" ? both.value : [];
    const add = (id: string, kind: Endpoint["kind"], title: string, rule: Rule<AddressAssignment>, always: boolean, why: string, run?: Run) => {
      // Whether an entry that not every cluster has will exist is nobody's to guess while its rule waits.
      if (!always && read.outcome(rule, cluster).kind !== "known") return;
      const given = addressOf(read, rule, cluster);
      const address = dialled(read, cluster, given, run);
      const outcome = second.length === 0 ? undefined : read.outcome(rule, cluster);
      // A cloud that hands out both families is named once.
      const besides = outcome?.kind === "known" ? second.filter((row) => row.id === secondId(outcome.value.id)).map((row) => row.address).filter((other) => !dequal(other, address)) : [];
      const alone = both.kind !== "waiting" && outcome?.kind !== "waiting" && second.every((row) => outcome?.kind !== "known" || row.id !== secondId(outcome.value.id));
      endpoints.push({ id, title, kind, cluster, place, ...privately(read, cluster, address), ...heldByHub(read, cluster, given), addresses: address ? [alone ? ofFour(address) : address, ...besides] : besides, from: read.cell, why });
    };
    if (role === "seed") add(ends.entry(cluster), "entry", `Entry of ${name}`, entryAddress, false, `Interfaces of ${name} have records of their own, which lead browsers here and past the entry of the master.`);
    else add(ends.entry(cluster), "entry", "Platform entry", entryAddress, true, `Records of the base domain lead people here: ${name} answers for ${servedAtEntry(read)}.`);
    add(ends.formerEntry(cluster), "entry", `Former entry of ${name}`, formerEntryAddress, false, "The entry of the release before keeps its address until it is cleaned.");
    if (role === "master") return endpoints;
    const proxy = read.outcome(proxyRuns, cluster);
    if (proxy.kind === "known" && !proxy.value) {
      add(ends.nodeportProxy(cluster), "nodeport-proxy", `Node ports of ${name}`, nodeportProxyAddress, read.outcome(nodeportProxyAddress, cluster).kind === "waiting", `No nodeport-proxy runs on ${name}; API servers of user clusters answer on ports of its nodes.`);
    } else {
      add(ends.nodeportProxy(cluster), "nodeport-proxy", `nodeport-proxy of ${name}`, nodeportProxyAddress, true, `${name} always has one; it leads to the API servers of user clusters unless each has an address of its own.`);
    }
    add(ends.apiServers(cluster), "api-servers", `API servers of ${name} with a load balancer each`, apiServerAddresses, false, `Datacenters of ${name} ask for one in front of each API server.`, "api-servers");
    if (frontsInUse(read, cluster)) {
      add(ends.userClusterFront(cluster), "user-cluster-front", `User-cluster addresses of ${name}`, userClusterAddresses, true, `With LoadBalancer each user cluster of ${name} is dialled at an address of its own.`, "user-clusters");
    }
    return endpoints;
  },
});

/** Load balancers whose addresses an infrastructure hands out, by how far they reach. */
function privately(read: Reader, cluster: string, address: Value<string> | undefined): Pick<Endpoint, "stands"> {
  if (address?.kind !== "later" || address.lacking) return {};
  const reach = read.outcome(handedOutReach, cluster);
  return standsAt(reach.kind === "known" ? known(reach.value.public) : openFor(reach));
}

/** Where KubeLB holds an address, if that is another place than that of the cluster. */
function heldByHub(read: Reader, cluster: string, address: Value<string> | undefined): Pick<Endpoint, "heldAt"> {
  if (address?.kind !== "later" || address.lacking || balancerOf(read, cluster).addressesFrom !== "hub") return {};
  const at = shownPlace(read, read.maybe(kubelbHub.plan.kubelbPlace));
  return at === undefined || at === read.optional(infrastructure.cluster.place, cluster) ? {} : { heldAt: at };
}

/** Everything that may turn out to be an address: ranges that two kinds of Services draw from alike, a block from which any may be drawn, or that of a hub that hands it out. */
function dialled(read: Reader, cluster: string, address: Value<string> | undefined, run: Run | undefined): Value<string> | undefined {
  if (address?.kind === "later" && !address.lacking) {
    const { addressesFrom } = balancerOf(read, cluster);
    if (addressesFrom === "hub") return read.maybe(kubelbHub.plan.kubelbBlock);
    if (addressesFrom === "pool") return read.maybe(loadBalancer.cluster.pool, cluster);
  }
  if (address?.kind !== "known" || run === undefined) return address;
  const shared = read.optionalRule(runPools, cluster)?.find(({ runs }) => runs.includes(run));
  return shared?.ranges && shared.runs.length > 1 ? known(shared.ranges.map(formatRange).join(", ")) : address;
}

/** Whether some user clusters have an address of their own; one datacenter that says so is enough, whatever others still have to say. */
function frontsInUse(read: Reader, cluster: string): boolean {
  const all = read.outcome(strategiesOf, cluster);
  if (all.kind === "known") return all.value.includes("LoadBalancer");
  // Datacenters that name no Seed yet are nobody's; their outcome would take those of this Seed along.
  return read.subjects("datacenter").some((id) => {
    if (read.optional(infrastructure.datacenter.seed, id) !== cluster) return false;
    const strategy = read.outcome(strategyOfDatacenter, id);
    return strategy.kind === "known" && strategy.value === "LoadBalancer";
  });
}
