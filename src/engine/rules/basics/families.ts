import { families } from "../../answers/chapters/families.ts";
import type { Reader } from "../../kernel/rule.ts";

/** Whether entry and nodeport-proxy answer in both address families; asked only where user clusters have both. */
export const platformDual = (read: Reader): boolean => read.answer(families.plan.ipFamily) === "dual" && read.answer(families.plan.platformFamily) === "dual";
