import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Answers } from "../../src/engine/index.ts";
import { answersOfFile } from "./plan-files.ts";

const FOLDER = join(import.meta.dirname, "../../templates/plans");

/** Names of all starter plans: their file names without extension. */
export const starterNames: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length))
  .toSorted();

/** Answers of a starter plan; throws when the file holds anything that is not taken over. */
export const starterAnswers = (name: string): Answers => answersOfFile(join(FOLDER, `${name}.yaml`));
