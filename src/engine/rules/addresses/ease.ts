import type { AddressRange } from "../../plan/plan.ts";
import { INFRASTRUCTURE_RANGE, OWN_PODS } from "./overlap-verdicts.ts";

/** What is easier to change comes first; what is built or belongs to others is never proposed. */
const EASE: readonly AddressRange["kind"][] = ["services", "pods", "workloads", "pool", "worker-network"];

const ease = ({ kind, id, translated }: AddressRange): number => {
  if (translated || id.startsWith(INFRASTRUCTURE_RANGE) || id.startsWith(OWN_PODS)) return Number.POSITIVE_INFINITY;
  const at = EASE.indexOf(kind);
  // Ranges of user clusters come before those of the platform.
  return at < 0 ? Number.POSITIVE_INFINITY : at + (id.startsWith("range.platform") ? 0.5 : 0);
};

/** Whether a range can be chosen freely. */
export const canMove = (row: AddressRange): boolean => Number.isFinite(ease(row));

/** The one of two ranges that is easier to change; undefined where neither can be chosen freely. */
export function easier(a: AddressRange, b: AddressRange): AddressRange | undefined {
  const change = ease(a) <= ease(b) ? a : b;
  return canMove(change) ? change : undefined;
}
