import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { podAddresses } from "../../answers/chapters/pod-addresses.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { ServicePods } from "../../providers/contract/managed-kubernetes.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";

/** With which addresses pods of a cluster call what lies outside it. */
export interface PodsSeen {
  /** Absent while somebody must say. */
  readonly as?: "nodes" | "node-network" | "own";
  /** Their own ranges beside the node network, or what is open of them; none where others never see such. */
  readonly ranges: readonly Value<string>[];
  /** Whether private networks alone see them. */
  readonly privately: boolean;
}

const AS_NODES: PodsSeen = { as: "nodes", ranges: [], privately: false };

/** As far as it is answered: nobody waits for it, and what is missing is a hole where it would show. */
export const podsSeen = rule<PodsSeen>({
  id: "addresses.pods-seen",
  title: "Addresses that others see of pods",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const [made, provider] = [read.maybe(infrastructure.cluster.provisioning, cluster), read.maybe(infrastructure.cluster.provider, cluster)];
    if (made.kind === "known" && made.value === "kubeone") return AS_NODES;
    if (made.kind === "known" && made.value === "existing") return seenAs(read, cluster, read.maybe(podAddresses.cluster.podsSeen, cluster), false);
    if (provider.kind !== "known") return made.kind === "known" ? { ranges: [provider], privately: false } : AS_NODES;
    const pods: ServicePods | undefined = providerOf(provider.value).managedKubernetes?.podAddresses;
    // What somebody said of a cluster that another one built may hold here.
    if (made.kind !== "known" && read.optional(podAddresses.cluster.podsSeen, cluster) === "own") return { ranges: [made], privately: false };
    if (!pods) return AS_NODES;
    if (made.kind !== "known") return pods.seen === "node-network" ? AS_NODES : { ranges: [made], privately: false };
    read.cite(...pods.sources);
    return seenAs(read, cluster, pods.seen === undefined ? read.maybe(podAddresses.cluster.podsSeen, cluster) : known(pods.seen), pods.privately === true);
  },
});

function seenAs(read: Reader, cluster: string, as: Value<NonNullable<PodsSeen["as"]>>, privately: boolean): PodsSeen {
  if (as.kind !== "known") return { ranges: [as], privately: false };
  return as.value === "own" ? { as: "own", ranges: rangesOf(read, cluster), privately } : { ...AS_NODES, as: as.value };
}

/** The range of the platform is that of its only cluster; beside others a cluster has its own. */
function rangesOf(read: Reader, cluster: string): readonly Value<string>[] {
  if (read.subjects("cluster").length === 1) return [read.maybe(network.plan.platformPods)];
  const ranges = read.maybe(podAddresses.cluster.podRanges, cluster);
  return ranges.kind === "known" ? ranges.value.map(known) : [ranges];
}

/** Ranges of pods that call with addresses of their own, inside a sentence; undefined where others see none, or as long as nobody has said. */
export function ownPods(read: Reader, cluster: string): string | undefined {
  const { as, ranges } = read.rule(podsSeen, cluster);
  const texts = ranges.flatMap((range) => (range.kind === "known" ? [range.value] : []));
  return as === "own" && texts.length > 0 ? listed(texts) : undefined;
}

/** The networks from which machines and pods of a cluster call, inside a sentence; open while one of them is. */
export function callingNetworks(read: Reader, cluster: string, nodes: Value<string>): Value<string> {
  const all = [nodes, ...read.rule(podsSeen, cluster).ranges];
  return all.find(({ kind }) => kind !== "known") ?? known(listed(all.flatMap((one) => (one.kind === "known" ? [one.value] : []))));
}
