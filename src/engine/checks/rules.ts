import { ruleOf } from "../kernel/check.ts";
import { checks } from "./registry.ts";

/** Every check as the rule that gives its findings. */
export const checkRules = checks.map(ruleOf);
