import type { Value } from "../kernel/outcome.ts";
import { GROUPS } from "../answers/question.ts";
import type { Endpoint, Plan } from "./plan.ts";

const found = new WeakMap<Plan["assumptions"], ReadonlySet<string>>();

/** Values that stand in for answers about one subject, each with the beginning of their paths. */
function standIns({ assumptions }: Plan): ReadonlySet<string> {
  const known = found.get(assumptions) ?? new Set(assumptions.flatMap(({ path, value }) => value.split(", ").map((one) => `${path.split(".").slice(1, 3).join(".")} ${one}`)));
  found.set(assumptions, known);
  return known;
}

/** Whether an address of an end stands in for an answer about the machines there: a product default that nobody confirmed. */
export function isAssumedAddress(plan: Plan, { datacenter, cluster, place }: Endpoint, address: Value<string>): boolean {
  if (address.kind !== "known") return false;
  const subject = datacenter !== undefined ? `${GROUPS.datacenter}.${datacenter}` : cluster !== undefined ? `${GROUPS.cluster}.${cluster}` : place !== undefined ? `${GROUPS.place}.${place}` : undefined;
  return subject !== undefined && standIns(plan).has(`${subject} ${address.value}`);
}
