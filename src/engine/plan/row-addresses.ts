import type { Value } from "../kernel/outcome.ts";
import { known } from "../kernel/outcome.ts";
import { familyOf } from "../rules/firewall/shared-family.ts";
import type { Endpoint, Flow } from "./plan.ts";

/** Addresses that a firewall team enters for one end of a row: those in which it meets the other end, or the hosts that the row is for; for the end that calls, those with which it arrives as well. */
export function rowAddresses(row: Flow, end: Endpoint): readonly Value<string>[] {
  const { family, hosts, arrivesAs } = row;
  if (hosts && end.id === row.destination) return hosts.map(known);
  const all = arrivesAs && end.id === row.source ? [...end.addresses, ...arrivesAs] : end.addresses;
  return family === undefined ? all : all.filter((address) => (familyOf(address) ?? family) === family);
}
