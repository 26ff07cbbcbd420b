import { backup } from "../../answers/chapters/backup.ts";
import { veleroChecksum } from "../../facts/backup.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/** Why a location sends no checksum, as a sentence. */
export const NO_CHECKSUM = "Several stores beside AWS refuse uploads with the checksum that the plugin adds unasked.";

/** The field of a backup location that leaves the checksum of uploads out, where the store for further backups is known and not one of AWS. */
export function checksumField(read: Reader): { readonly field: string; readonly none: string } | undefined {
  const store = read.maybe(backup.plan.store);
  if (store.kind !== "known") return undefined;
  const { field, none, understoodBelow } = read.fact(veleroChecksum);
  return understoodBelow.some((name) => isAtOrBelow(store.value.toLowerCase(), name)) ? undefined : { field, none };
}
