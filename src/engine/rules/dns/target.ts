import type { Value } from "../../kernel/outcome.ts";
import { known } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import type { AddressAssignment, DnsRecord } from "../../plan/plan.ts";
import { parseAddress } from "../../values/address.ts";

/**
 * Where a record leads: the assigned address, or a hole while the assignment waits. So names can be asked for before
 * the addresses are known.
 */
export function targetOf(read: Reader, assignment: Rule<AddressAssignment>, cluster: string, purpose: string): Pick<DnsRecord, "target" | "leadsTo" | "type"> {
  const outcome = read.outcome(assignment, cluster);
  if (outcome.kind === "not-applicable") return read.notApplicable(outcome.why);
  const leadsTo = `address.${purpose}[${cluster}]`;
  const question = outcome.kind === "waiting" ? outcome.missing[0] : undefined;
  const target: Value<string> = outcome.kind === "known" ? outcome.value.address : { kind: "open", question: question ?? "" };
  return { target, leadsTo, type: typeOf(target) };
}

/** Record type for a target. */
export function typeOf(target: Value<string>): DnsRecord["type"] {
  return target.kind === "known" && parseAddress(target.value)?.family === 6 ? "AAAA" : "A";
}

/** When a record can be entered: at once for a fixed address, otherwise after somebody has handed the address out. */
export function whenOf(target: Value<string>, service: string): string {
  if (target.kind === "later") return `When ${target.who} has given ${service} its address`;
  return target.kind === "known" ? "Any time, the address is fixed by this plan" : "When the address is known";
}

/** A target in sentences. */
export const spoken = (target: Value<string>): string => (target.kind === "known" ? target.value : target.kind === "later" ? `an address from ${target.who}` : "an address still open");

/** The value of a known target. */
export const knownTarget = (address: string): Pick<DnsRecord, "target" | "type"> => ({ target: known(address), type: typeOf(known(address)) });
