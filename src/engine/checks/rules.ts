import { ruleOf } from "../kernel/check.ts";
import { keptByRunning } from "./kept-by-running.ts";
import { checks } from "./registry.ts";

/** Every check as the rule that gives its findings. */
export const checkRules = checks.map((check) => ruleOf(check, keptByRunning));
