import { givenAt, type Answers, type AnswerValue } from "../answers/answers.ts";
import { pathOf } from "../answers/question.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import { KEPT, KEPT_RUN } from "../rules/addresses/pins.ts";
import { contains, joined, parseRange } from "../values/range.ts";
import type { AddressAssignment, Plan } from "./plan.ts";

/** An answer that would keep what the plan assigns today. */
export interface AddressPin {
  readonly path: AnswerPath;
  readonly value: AnswerValue;
  /** What has the address: "nodeport-proxy of seed". */
  readonly title: string;
  /** The address, or ranges joined by commas. */
  readonly address: string;
}

/**
 * The answers that would keep each address which the plan took from a block, as far as none keeps it yet. With all of them
 * given, the plan assigns the same addresses, and further answers move none of them while it stays in its block and free.
 */
export const addressPins = (answers: Answers, { addresses }: Plan): readonly AddressPin[] => addresses.assignments.flatMap((row) => pinOf(answers, row));

function pinOf(answers: Answers, { title, purpose, cluster, pool, address }: AddressAssignment): readonly AddressPin[] {
  if (pool === undefined || address.kind !== "known") return [];
  const text = address.value;
  if (purpose === "user-clusters" || purpose === "api-servers") {
    const path = pathOf(KEPT_RUN[purpose], cluster);
    const held = text.split(", ");
    // A whole block, any address of which may be handed out, is nothing to keep.
    if (held.some((one) => parseRange(one) === undefined)) return [];
    return isKept(givenAt(answers, path), held) ? [] : [{ path, value: held, title, address: text }];
  }
  if (purpose !== "entry" && purpose !== "former-entry" && purpose !== "nodeport-proxy") return [];
  const path = pathOf(KEPT[purpose], cluster);
  return givenAt(answers, path) === text ? [] : [{ path, value: text, title, address: text }];
}

/** Whether ranges that are kept hold all of these. */
function isKept(kept: AnswerValue | undefined, held: readonly string[]): boolean {
  const ranges = Array.isArray(kept) ? joined(kept.flatMap((text) => parseRange(String(text)) ?? [])) : [];
  return held.every((text) => {
    const range = parseRange(text);
    return range !== undefined && ranges.some((one) => contains(one, range));
  });
}
