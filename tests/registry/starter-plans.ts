import { parse } from "yaml";
import { parseAnswers, type Answers } from "../../src/engine/index.ts";

const files = import.meta.glob<string>("../../templates/plans/*.yaml", { eager: true, query: "?raw", import: "default" });

/** Text of every starter plan by its name. */
export const starterTexts: readonly (readonly [name: string, text: string])[] = Object.entries(files).map(([path, text]) => [
  path.slice(path.lastIndexOf("/") + 1, -".yaml".length),
  text,
]);

/**
 * The answers of a plan file.
 * @throws Error when the file is refused or anything of it is dropped.
 */
export function answersOf(text: string): Answers {
  const parsed = parseAnswers(parse(text));
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  if (parsed.notices.length > 0) throw new Error(parsed.notices.map(({ path, text: notice }) => `${path}: ${notice}`).join("\n"));
  return parsed.answers;
}
