import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import type { Value } from "../../../kernel/outcome.ts";
import { known, openFor } from "../../../kernel/outcome.ts";
import type { Reader, Rule } from "../../../kernel/rule.ts";
import type { AddressAssignment } from "../../../plan/plan.ts";
import { providerOf } from "../../../providers/registry.ts";

/** The outcome of a rule as a value: open while the rule waits, undefined where it is not applicable. */
export function valueOf<T>(read: Reader, rule: Rule<T>, subject: string): Value<T> | undefined {
  const outcome = read.outcome(rule, subject);
  return outcome.kind === "known" ? known(outcome.value) : openFor(outcome);
}

/** The address of an assignment, open while it waits; undefined where none is needed. */
export function addressOf(read: Reader, rule: Rule<AddressAssignment>, cluster: string): Value<string> | undefined {
  const assignment = valueOf(read, rule, cluster);
  return assignment?.kind === "known" ? assignment.value.address : assignment;
}

/** An address that somebody hands out later, and that has no other family than IPv4. */
export const ofFour = (address: Value<string>): Value<string> => (address.kind === "later" ? { ...address, family: 4 } : address);

/** One value for each item of a list that may be open. */
export const each = (list: Value<readonly string[]>): readonly Value<string>[] => (list.kind === "known" ? list.value.map(known) : [list]);

/** What only the infrastructure can name: a managed control plane, or machines whose addresses it hands out. */
export function fromInfrastructure(read: Reader, cluster: string): Value<string> {
  const provider = read.maybe(infrastructure.cluster.provider, cluster);
  return provider.kind === "known" ? { kind: "later", who: providerOf(provider.value).title } : provider;
}
