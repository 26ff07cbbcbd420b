import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Answers } from "../../src/engine/index.ts";
import { answersOfFile } from "./plan-files.ts";
import { starterAnswers, starterNames } from "./starter-plans.ts";

const FOLDER = join(import.meta.dirname, "../golden/installations");

/** Names of the installations that stand beside the starter plans, so that together they use every system the engine knows. */
export const installationNames: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length))
  .toSorted();

/** Answers of such an installation; throws when the file holds anything that is not taken over. */
export const installationAnswers = (name: string): Answers => answersOfFile(join(FOLDER, `${name}.yaml`));

/** All plans whose results are reviewed as text, by name: starter plans and installations. */
export const goldenAnswers = (): ReadonlyMap<string, Answers> =>
  new Map([...starterNames.map((name) => [name, starterAnswers(name)] as const), ...installationNames.map((name) => [name, installationAnswers(name)] as const)]);
