import { isAmong, newSecrets, type NewThing } from "../../answers/chapters/new-secrets.ts";
import type { Reader } from "../../kernel/rule.ts";
import { runsAlready } from "./platform.ts";

/** Whether an upgrade brings this to the installed platform: it is prepared and installed as on a new one. */
export const comesNew = (read: Reader, what: NewThing): boolean => runsAlready(read) && isAmong(read.answer(newSecrets.plan.newSecrets), what);

/** Whether the installed platform has this already, so that nobody orders or makes it again. */
export const isRunning = (read: Reader, what: NewThing): boolean => runsAlready(read) && !isAmong(read.answer(newSecrets.plan.newSecrets), what);
