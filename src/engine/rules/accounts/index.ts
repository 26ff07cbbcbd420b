import type { Rule } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import { platformAccounts } from "./platform-accounts.ts";
import { clusterAccounts, datacenterAccounts } from "./provider-accounts.ts";

export const accountRules: readonly Rule<readonly AccountRow[]>[] = [clusterAccounts, datacenterAccounts, ...platformAccounts];
