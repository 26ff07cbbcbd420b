import type { AnswerValue } from "../engine/index.ts";

/** An answer as it was typed: a list one entry a line; what holds more than that as JSON. */
export function plainText(value: AnswerValue): string {
  if (Array.isArray(value)) return value.map(plainText).join("\n");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
