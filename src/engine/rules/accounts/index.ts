import type { Rule } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import { alertAccount } from "./alerts.ts";
import { pullSecret, sshKey } from "./installation.ts";
import { repositoryAccounts, secretStoreAccounts, serviceAccounts } from "./people.ts";
import { clusterAccounts, datacenterAccounts } from "./provider-accounts.ts";
import { backupBucket, balancerAccount, backupStoreAccount, issuerAccount, meteringAccount, mlaStoreAccount, recordsAccount, registryAccounts, userClusterBackupAccount, zoneAccount } from "./services.ts";

export const accountRules: readonly Rule<readonly AccountRow[]>[] = [clusterAccounts, datacenterAccounts, pullSecret, sshKey, balancerAccount, backupBucket, backupStoreAccount, userClusterBackupAccount, mlaStoreAccount, meteringAccount, zoneAccount, recordsAccount, issuerAccount, registryAccounts, alertAccount, secretStoreAccounts, repositoryAccounts, serviceAccounts];
