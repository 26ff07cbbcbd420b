import type { Rule } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";
import { linkRules } from "../firewall/links.ts";
import { repository, secretStore } from "./stores.ts";
import { bastions, kubeconfigs } from "./ways-in.ts";

export const accessRules: readonly Rule<readonly AccessRow[]>[] = [bastions, repository, secretStore, kubeconfigs, ...linkRules];
