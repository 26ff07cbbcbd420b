import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { SecondSubnets, ZoneSubnets } from "../../providers/contract/kubeone/example-network.ts";
import { providerOf } from "../../providers/registry.ts";
import { parseBlock } from "../../values/range.ts";
import { sites } from "../firewall/sites.ts";

/** Clusters of a place for each of which Terraform cuts subnets out of the node network, and how long the masks of these are. */
export interface CutSubnets {
  readonly clusters: readonly string[];
  readonly limits: ZoneSubnets;
  /** Length of that of the network. */
  readonly prefix: number;
  /** Length of each, so that those of all clusters fit. */
  readonly length: number;
  /** How often the network is halved for all of them. */
  readonly halvings: number;
  readonly second: Fact<SecondSubnets> | undefined;
}

/** What Terraform cuts out of a node network that is there; nothing where no cluster of the place is made so. */
export function zoneSubnets(read: Reader, place: string, block: (read: Reader) => string): CutSubnets | undefined {
  const cut = (read.rule(sites).get(place)?.clusters ?? []).flatMap((cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return [];
    const { kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    return kubeone?.nodeNetwork?.zoneSubnets ? [{ cluster, limits: kubeone.nodeNetwork.zoneSubnets, second: kubeone.nodeNetwork.secondSubnets }] : [];
  });
  const [first] = cut;
  const range = first ? parseBlock(block(read)) : undefined;
  if (!first || !range) return undefined;
  const limits = read.fact(first.limits);
  const halvings = Math.ceil(Math.log2(limits.zones * cut.length));
  return { clusters: cut.map(({ cluster }) => cluster), limits, prefix: range.prefix, length: Math.max(limits.usual, range.prefix + halvings), halvings, second: first.second };
}
