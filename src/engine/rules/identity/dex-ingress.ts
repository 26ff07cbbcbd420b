import type { Reader } from "../../kernel/rule.ts";
import { goesAtOnce, replacedEntry } from "../basics/platform.ts";
import { replacesDex } from "./token-issuer.ts";

/**
 * The value that keeps the Ingress of Dex while an upgrade has both entries side by side; undefined where no Ingress of Dex is needed.
 * The installer spares what it would clean up itself, but this Ingress belongs to the chart, which takes it away in the same run.
 */
export function keptDexIngress(read: Reader): string | undefined {
  const former = read.optionalRule(replacedEntry)?.entry;
  if (former?.dexIngress === undefined || goesAtOnce(former) || replacesDex(read)) return undefined;
  read.cite("kkp.code.dex-values");
  return former.dexIngress;
}
