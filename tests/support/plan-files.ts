import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { parseAnswers, type Answers } from "../../src/engine/index.ts";

/** Answers of a plan file; throws when it holds anything that is not taken over. */
export function answersOfFile(path: string): Answers {
  const parsed = parseAnswers(parse(readFileSync(path, "utf8")));
  if (parsed.kind === "refused") throw new Error(`${path}: ${parsed.reason}`);
  // Answers that nobody asks for are kept like the others.
  const lost = parsed.notices.filter(({ kind }) => kind !== "unasked");
  if (lost.length > 0) throw new Error(`${path}: ${JSON.stringify(lost)}`);
  return parsed.answers;
}
