import { useHashLocation } from "../lib/hash-location.ts";
import { reviewHref } from "../lib/routes.ts";
import { useSession } from "../lib/session/index.ts";
import { worstOf } from "./answer-state.ts";
import { RailLink } from "./rail-link.tsx";
import { totalsOf } from "./totals.ts";
import { count } from "./words.ts";
import { WorstSign } from "./worst-sign.tsx";

/** The way to the review, with what stands in the way of the installation. */
export function ReviewLink() {
  const { plan, planKey } = useSession();
  const [location] = useHashLocation();
  const { blockers } = totalsOf(plan);
  const open = plan.openPoints.length;
  const words = blockers > 0 ? count(blockers, "blocker") : open > 0 ? `${open} open` : "ready";
  const worst = worstOf([...(blockers > 0 ? (["blocker"] as const) : []), ...(open > 0 ? (["open"] as const) : []), "given"]);
  return (
    <RailLink href={reviewHref(planKey)} current={location.split("/")[3] === "review" ? "page" : undefined} sign={<WorstSign worst={worst} />} figure={{ shown: words, said: words }}>
      Review
    </RailLink>
  );
}
