import type { Rule } from "../../kernel/rule.ts";
import type { IdentityPlan, RedirectUri } from "../../plan/plan.ts";

export const redirectUriRules: readonly Rule<readonly RedirectUri[]>[] = [];
export const preparationRules: readonly Rule<IdentityPlan["preparations"]>[] = [];
