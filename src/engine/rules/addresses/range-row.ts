import type { Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";

type Row = Omit<AddressRange, "from" | "place" | "text">;

/** A row where the range is stated; nothing where it is not. */
export const rangeRow = (read: Reader, text: string | undefined, rest: Row, place?: string): readonly AddressRange[] =>
  text === undefined ? [] : [{ ...rest, text, ...(place === undefined ? {} : { place }), from: read.cell }];
