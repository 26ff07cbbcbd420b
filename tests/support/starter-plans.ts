import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { parseAnswers, type Answers } from "../../src/engine/index.ts";

const FOLDER = join(import.meta.dirname, "../../templates/plans");

/** Names of all starter plans: their file names without extension. */
export const starterNames: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length))
  .toSorted();

/** Answers of a starter plan; throws when the file holds anything that is not taken over. */
export function starterAnswers(name: string): Answers {
  const parsed = parseAnswers(parse(readFileSync(join(FOLDER, `${name}.yaml`), "utf8")));
  if (parsed.kind === "refused") throw new Error(`${name}: ${parsed.reason}`);
  if (parsed.notices.length > 0) throw new Error(`${name}: ${JSON.stringify(parsed.notices)}`);
  return parsed.answers;
}
