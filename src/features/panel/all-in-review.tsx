import { reviewHref } from "../../lib/routes.ts";
import { inPlan } from "./in-plan.ts";

/** The way from a few rows about a chapter to those of the whole plan, with their number. */
export function AllInReview({ planKey, total }: { readonly planKey: string; readonly total: number }) {
  return <a href={reviewHref(planKey)}>{inPlan(total)}</a>;
}
