import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { overlapOf, type Block } from "../../values/range.ts";
import type { Claims } from "./claim.ts";
import { clusterClaims } from "./cluster-claims.ts";
import { placeClaims } from "./place-claims.ts";
import { residentsOf, unplaced } from "./residents.ts";

/** What is claimed of a block around its cluster: by the place, by the cluster itself and by its neighbours there. Who claims nothing of it is looked at aside. */
export function claimsOf(read: Reader, cluster: string, block: Block): Claims {
  const place = read.answer(infrastructure.cluster.place, cluster);
  const around = [
    () => read.rule(placeClaims, place),
    ...read.aside(() => read.rule(residentsOf, place)).clusters.map((id) => () => read.rule(clusterClaims, id)),
  ].map((claims) => {
    const { ranges, unstated } = read.aside(claims);
    const inside = ranges.flatMap(({ range, why }) => {
      const shared = overlapOf(block, range);
      return shared ? [{ range: shared, why }] : [];
    });
    if (inside.length > 0) claims();
    return { ranges: inside, unstated };
  });
  const homeless = read.aside(() => read.rule(unplaced)).filter(([question]) => question === infrastructure.cluster.place);
  return {
    ranges: around.flatMap(({ ranges }) => ranges),
    unstated: [...around.flatMap(({ unstated }) => unstated), ...homeless.map(([question, id]) => read.path(question, id))],
  };
}
