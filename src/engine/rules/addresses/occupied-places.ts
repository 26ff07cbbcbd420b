import { lookThrough } from "../../answers/answers.ts";
import { placesOfMachines } from "../../answers/chapters/network.ts";
import { rule, type Reader } from "../../kernel/rule.ts";

/** Places in whose node network machines may stand, gathered once for all of them. */
const occupiedPlaces = rule<ReadonlySet<string | undefined>>({
  id: "addresses.occupied-places",
  title: "Places with machines",
  per: "plan",
  sources: [],
  derive: (read) => placesOfMachines(lookThrough(read)),
});

/** Whether a machine may stand in the node network of a place, so that it is asked for. */
export function machinesStandAt(read: Reader, place: string): boolean {
  const places = read.rule(occupiedPlaces);
  return places.has(place) || places.has(undefined);
}
