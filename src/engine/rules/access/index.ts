import type { Rule } from "../../kernel/rule.ts";
import type { AccessRow, SecretRow, ToolRow } from "../../plan/plan.ts";
import { linkRules } from "../firewall/links.ts";
import { backupStoreSecret, mlaStoreSecret, resticSecret } from "./backup-secrets.ts";
import { proxyKeys, seedSecrets } from "./cluster-secrets.ts";
import { certificateSecrets, loginSecrets, platformSecrets, recordsSecret, sourceSecrets } from "./secrets.ts";
import { alertSecret } from "./alert-secret.ts";
import { balancerSecret } from "./balancer-secret.ts";
import { hubSecret } from "./hub-secret.ts";
import { machineSecrets } from "./machine-secrets.ts";
import { meteringSecret } from "./metering-secret.ts";
import { managedService } from "./service.ts";
import { repository, secretStore } from "./stores.ts";
import { tools } from "./tools.ts";
import { bastions, engineersWayIn, kubeconfigs } from "./ways-in.ts";

export const accessRules: readonly Rule<readonly AccessRow[]>[] = [bastions, engineersWayIn, repository, secretStore, kubeconfigs, managedService, ...linkRules];
export const toolRules: readonly Rule<readonly ToolRow[]>[] = [tools];
export const secretRules: readonly Rule<readonly SecretRow[]>[] = [platformSecrets, loginSecrets, sourceSecrets, certificateSecrets, recordsSecret, machineSecrets, seedSecrets, balancerSecret, hubSecret, backupStoreSecret, resticSecret, mlaStoreSecret, meteringSecret, alertSecret, proxyKeys];
