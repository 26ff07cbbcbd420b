import { known, type Value } from "../kernel/outcome.ts";
import type { AddressAssignment } from "./plan.ts";

/** What tables show as the address of a row: for runs that share a pool all of it, because any of it may be handed out. */
export const shownAddress = ({ address, drawnFrom }: AddressAssignment): Value<string> => (drawnFrom === undefined ? address : known(drawnFrom));
