import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { placeAnswer } from "./infrastructure.ts";

export interface NetworkZone {
  /** Where the place lies, in the words of its infrastructure. */
  readonly location: string;
  /** What one private network spans from there on; absent where nobody knows the location. */
  readonly zone?: string;
  /** Every location of that zone. */
  readonly locations: readonly string[];
}

/** How far a private network reaches from a place; undefined where that does not hang on the place. */
export function networkZoneOf(read: Reader, { networkReach }: Provider, place: string): Value<NetworkZone> | undefined {
  if (!networkReach) return undefined;
  const answer = placeAnswer(read, networkReach.question, place);
  if (!answer || answer.kind !== "known") return answer;
  const location = answer.value.split(networkReach.until)[0] ?? "";
  const [zone, locations = []] = Object.entries(read.fact(networkReach.zones)).find(([, within]) => within.includes(location)) ?? [];
  return { kind: "known", value: { location, locations, ...(zone === undefined ? {} : { zone }) } };
}
