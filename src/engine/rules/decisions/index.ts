import type { Rule } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import { datacenterStrategyDecision, exposeDecision, seedStrategyDecision } from "./expose-strategy.ts";
import { apiEndpointDecision, loadBalancerDecision } from "./fronts.ts";
import { integrationDecision } from "./integration.ts";
import { authenticationDecision, certificateDecision, nameDecisions } from "./names.ts";
import { backupDecision, mlaDecision, userClusterMlaDecision } from "./operation.ts";
import { editionDecision, layoutDecision, releaseDecision } from "./product.ts";

export const decisionRules: readonly Rule<readonly Decision[]>[] = [
  releaseDecision,
  editionDecision,
  layoutDecision,
  integrationDecision,
  exposeDecision,
  seedStrategyDecision,
  datacenterStrategyDecision,
  loadBalancerDecision,
  apiEndpointDecision,
  nameDecisions,
  certificateDecision,
  authenticationDecision,
  backupDecision,
  mlaDecision,
  userClusterMlaDecision,
];
