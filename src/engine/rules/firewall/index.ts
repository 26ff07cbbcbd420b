import type { Rule } from "../../kernel/rule.ts";
import type { Endpoint, ExternalHost, Flow, InsideFlow } from "../../plan/plan.ts";

export const endpointRules: readonly Rule<readonly Endpoint[]>[] = [];
export const flowRules: readonly Rule<readonly Flow[]>[] = [];
export const insideRules: readonly Rule<readonly InsideFlow[]>[] = [];
export const externalRules: readonly Rule<readonly ExternalHost[]>[] = [];
