import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";
import { workerNetwork, clusterName, datacenterName, datacentersOf, placeName } from "../basics/platform.ts";
import { listed } from "../../values/sentence.ts";
import { callingNetworks } from "../addresses/pods-seen.ts";
import { balancerSoFar } from "../basics/balancer.ts";
import { someChoseHub, suppliedByHub } from "../workloads/supplier.ts";
import { valueOf } from "./endpoints/values.ts";
import { placeOfCluster, placeOfWorkers, seedOf } from "./subjects.ts";

/** Name of the place of KubeLB where it is another one than this; undefined where it stands beside. Waits while nobody has said. */
function hubAwayFrom(read: Reader, place: string): string | undefined {
  const at = read.answer(kubelbHub.plan.kubelbPlace);
  return at === place || !read.subjects("place").includes(at) ? undefined : placeName(read, at);
}

/** Both ends of a way by their networks; open while one is. */
function between(read: Reader, question: Question<string>, network: Value<string> | undefined, joint: string): Value<string> {
  const nodes = read.maybe(question);
  if (nodes.kind !== "known" || network === undefined) return nodes;
  return network.kind === "known" ? known(`${nodes.value} ${joint} ${network.value}`) : network;
}

/** What must exist between KubeLB and workers in another place: it dials their node ports. */
const hubToWorkers = rule<readonly AccessRow[]>({
  id: "access.link-from-kubelb",
  title: "Link from KubeLB to the workers",
  per: "datacenter",
  sources: ["kubelb.requirements"],
  derive: (read, datacenter) => {
    if (!suppliedByHub(read, datacenter)) return read.notApplicable("KubeLB does not serve this datacenter.");
    // Without a Seed there are no user clusters.
    seedOf(read, datacenter);
    const place = placeOfWorkers(read, datacenter);
    const away = hubAwayFrom(read, place);
    if (away === undefined) return [];
    const name = datacenterName(read, datacenter);
    return [{
      id: `access.route-from-kubelb[${datacenter}]`,
      title: `Route from the nodes of KubeLB to the workers of ${name}`,
      detail: between(read, kubelbHub.plan.kubelbNodes, valueOf(read, workerNetwork, datacenter), "to"),
      team: "network",
      from: read.cell,
      why: `KubeLB in ${away} dials node ports of the workers of ${name} in ${placeName(read, place)} by their own addresses; what the workers dial themselves opens no way back.`,
    }];
  },
});

/** What must exist between KubeLB and a platform cluster in another place whose Services it serves. */
const hubToCluster = rule<readonly AccessRow[]>({
  id: "access.link-to-kubelb",
  title: "Link between KubeLB and the cluster",
  per: "cluster",
  sources: ["kubelb.requirements"],
  derive: (read, cluster) => {
    if (balancerSoFar(read, cluster)?.addressesFrom !== "hub") return read.notApplicable("KubeLB serves no Service of this cluster.");
    const place = placeOfCluster(read, cluster);
    const away = hubAwayFrom(read, place);
    if (away === undefined) return [];
    const name = clusterName(read, cluster);
    return [{
      id: `access.route-to-kubelb[${cluster}]`,
      title: `Route between the nodes of ${name} and KubeLB, both ways`,
      detail: between(read, kubelbHub.plan.kubelbNodes, callingNetworks(read, cluster, read.maybe(network.place.nodeNetwork, place)), "and"),
      team: "network",
      from: read.cell,
      why: `The connector of ${name} in ${placeName(read, place)} dials the Kubernetes API of KubeLB in ${away}, and KubeLB dials node ports of ${name}.`,
    }];
  },
});

/** What must exist between KubeLB and a Seed in another place whose user clusters it serves, while the Seed's own Services have their addresses from elsewhere. */
const connectorsToHub = rule<readonly AccessRow[]>({
  id: "access.link-of-connectors",
  title: "Link from connectors of user clusters to KubeLB",
  per: "cluster",
  sources: ["kubelb.requirements", "kkp.code.kubelb"],
  derive: (read, cluster) => {
    if (balancerSoFar(read, cluster)?.addressesFrom === "hub") return read.notApplicable("The way of the cluster's own connector serves them as well.");
    const served = !read.rule(someChoseHub) || read.answer(infrastructure.cluster.role, cluster) === "master" ? [] : read.rule(datacentersOf, cluster).filter((id) => suppliedByHub(read, id));
    if (served.length === 0) return read.notApplicable("KubeLB serves no user cluster of it.");
    const place = placeOfCluster(read, cluster);
    const away = hubAwayFrom(read, place);
    if (away === undefined) return [];
    const name = clusterName(read, cluster);
    return [{
      id: `access.route-to-kubelb-api[${cluster}]`,
      title: `Route from the nodes of ${name} to the Kubernetes API of KubeLB`,
      detail: fromNodes(callingNetworks(read, cluster, read.maybe(network.place.nodeNetwork, place)), read.maybe(kubelbHub.plan.kubelbApi)),
      team: "network",
      from: read.cell,
      why: `Connectors of the user clusters of ${listed(served.map((id) => datacenterName(read, id)))} run on ${name} in ${placeName(read, place)} and sign in to KubeLB in ${away}; KubeLB dials nothing there.`,
    }];
  },
});

/** A way from nodes to an address, open while an end is. */
function fromNodes(nodes: Value<string>, api: Value<string>): Value<string> {
  if (nodes.kind !== "known") return nodes;
  return api.kind === "known" ? known(`${nodes.value} to ${api.value}`) : api;
}

/** Rows of the access part about links between KubeLB and those that it serves, by what is proved for each. */
export const hubLinks = { workers: hubToWorkers, cluster: hubToCluster, connectors: connectorsToHub } as const;
export const hubLinkRules: readonly Rule<readonly AccessRow[]>[] = Object.values(hubLinks);
