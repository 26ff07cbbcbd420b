import { diagram } from "./diagram.ts";
import { findings } from "./findings.ts";
import { hostedArithmetic } from "./hosted-arithmetic.ts";
import { quotaArithmetic } from "./quota-arithmetic.ts";
import type { PartDefinition } from "./part.ts";
import { runbook } from "./runbook.ts";
import { signatures } from "./signatures.ts";
import { sizingArithmetic } from "./sizing-arithmetic.ts";

const all: readonly PartDefinition[] = [diagram, findings, hostedArithmetic, quotaArithmetic, runbook, signatures, sizingArithmetic];

/** All parts by the name the template calls them. Adding one is a file and a line above. */
export const parts: ReadonlyMap<string, PartDefinition> = new Map(all.map((part) => [part.id, part]));
