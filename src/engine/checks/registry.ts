import type { Check } from "../kernel/check.ts";

/** All checks. Adding one is a file and a line here. */
export const checks: readonly Check[] = [];
