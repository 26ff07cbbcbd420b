import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Claims } from "./claim.ts";
import { clusterClaims } from "./cluster-claims.ts";
import { placeClaims } from "./place-claims.ts";
import { residentsOf, unplaced } from "./residents.ts";

/** Everything claimed around a cluster: by its place, by itself and by its neighbours there. */
export const claimsAround = rule<Claims>({
  id: "addresses.claims-around-cluster",
  title: "Addresses in use around the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const place = read.answer(infrastructure.cluster.place, cluster);
    const all = [read.rule(placeClaims, place), ...read.rule(residentsOf, place).clusters.map((id) => read.rule(clusterClaims, id))];
    const homeless = read.rule(unplaced).filter(([question]) => question === infrastructure.cluster.place);
    return {
      ranges: all.flatMap(({ ranges }) => ranges),
      unstated: [...all.flatMap(({ unstated }) => unstated), ...homeless.map(([question, id]) => read.path(question, id))],
    };
  },
});
