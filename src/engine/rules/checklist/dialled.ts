import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";
import { afterNetwork, orderedNetworks } from "./made-network.ts";
import { FIREWALL } from "./uses.ts";

/*
 * What a proof takes that dials from one network to another: the rows that let it through, and the name servers where it finds
 * by a name what it dials. Nothing where Terraform makes the networks that it would be tried from, since the runbook tries it
 * then. Nothing here waits for an answer.
 */

/** Rows for a proof from the node networks of places. */
export const rowsFrom = (read: Reader, places: readonly string[]): readonly string[] => (places.some((place) => afterNetwork(read, place).length > 0) ? [FIREWALL] : []);

/** Rows and name servers for a proof from the node networks of places. */
export function dialledAt(read: Reader, places: readonly string[]): readonly string[] {
  const ordered = places.filter((place) => afterNetwork(read, place).length > 0);
  return ordered.length === 0 ? [] : [FIREWALL, ...ordered.map(nameServers)];
}

/** The same for one from those of clusters, or of places that take part. */
export const dialledFrom = (read: Reader, takesPart?: (place: string) => boolean): readonly string[] => dialledAt(read, orderedNetworks(read, takesPart));

/** The same for one from beside the workers of a datacenter, in the network in which they stand. */
export function dialledByWorkers(read: Reader, datacenter: string): readonly string[] {
  const [place, stand] = read.aside(() => [read.optional(infrastructure.datacenter.place, datacenter), workersStandSoFar(read, datacenter)] as const);
  if (place === undefined || stand === undefined) return [];
  return stand === "node-network" ? dialledAt(read, [place]) : [FIREWALL, nameServers(place)];
}

const nameServers = (place: string): string => `name-and-time[${place}]`;
