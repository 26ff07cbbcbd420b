import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { SourceId } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";
import { lostOwnCalls } from "../../rules/settings/own-calls.ts";

/** A front that takes no list over, how as a clause, and who says so. */
export interface IgnoringFront {
  readonly title: string;
  readonly how?: string;
  readonly sources: readonly SourceId[];
}

/** What stands in front of a Seed's user clusters, where it takes no list of allowed sources. */
export function frontThatIgnores(read: Reader, cluster: string): IgnoringFront | undefined {
  const kind = balancerOf(read, cluster);
  if (kind.ignoresSourceRanges) return { title: kind.title, ...kind.ignoresSourceRanges };
  if (kind.addressesFrom !== "provider") return undefined;
  const { title, ignoresSourceRanges }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (ignoresSourceRanges) return { title: `the load balancer of ${title}`, ...ignoresSourceRanges };
  const lost = read.outcome(lostOwnCalls, cluster);
  if (lost.kind !== "known" || lost.value.toProxy.length === 0) return undefined;
  const { how } = lost.value;
  const managed = read.answer(infrastructure.cluster.provisioning, cluster) === "managed";
  return {
    title: `the load balancer of ${title}`,
    how: `with ${how.value}, by which its own nodes can call it, a caller ${how.sourceRanges}${managed ? ` (one that ${how.entryWhereManaged} makes keeps to it)` : ""}`,
    sources: [...how.sources, "aws.balancer-rules"],
  };
}
