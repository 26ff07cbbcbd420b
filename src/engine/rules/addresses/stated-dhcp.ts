import { network } from "../../answers/chapters/network.ts";
import type { Reader } from "../../kernel/rule.ts";
import { residentsOf } from "./residents.ts";

/** The range that a DHCP server hands out in the node network of a place; one that an earlier choice left behind, where no such server can stand, is none. */
export const statedDhcp = (read: Reader, place: string): string | undefined =>
  read.rule(residentsOf, place).couldBeServed ? read.optional(network.place.dhcp, place) : undefined;
