import type { Rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { issuerSettings, seedIssuerSettings } from "./login.ts";

/** All rules for fields, in the order a reader meets the topics. */
export const settingRules: readonly Rule<readonly Setting[]>[] = [issuerSettings, seedIssuerSettings];
