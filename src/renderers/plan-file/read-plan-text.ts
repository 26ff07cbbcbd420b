import { parseDocument, type YAMLError } from "yaml";
import { parseAnswers, type ParsedAnswers } from "../../engine/index.ts";

/** Largest plan file that is read, in characters. A plan with 5,000 subjects needs about a third. */
export const MAX_PLAN_TEXT = 2_000_000;

const refused = (reason: string): ParsedAnswers => ({ kind: "refused", reason });

/**
 * Reads a plan file, YAML or JSON. Everything in it is foreign: size, nesting, aliases and duplicate keys are refused
 * with a sentence before anything is looked at. Never throws.
 */
export function readPlanText(text: string): ParsedAnswers {
  if (text.length > MAX_PLAN_TEXT) return refused("This file is larger than 2 MB. A plan file is smaller: is it the right one?");
  if (text.trim() === "") return refused("This file is empty.");
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ""), { prettyErrors: true, uniqueKeys: true, resolveKnownTags: false, merge: false, logLevel: "error" });
    const [error] = document.errors;
    return error ? refused(sentenceFor(error)) : parseAnswers(document.toJS({ maxAliasCount: 0 }));
  } catch (problem) {
    if (problem instanceof ReferenceError) return refused("This file repeats parts by aliases (`*name`). Write the parts out.");
    // Recursion without end is how every parser meets hostile nesting.
    if (problem instanceof RangeError) return refused("This file is nested far deeper than any plan. Is it the right one?");
    throw problem;
  }
}

function sentenceFor({ code, message, linePos }: YAMLError): string {
  const line = linePos ? `Line ${linePos[0].line}` : "The file";
  switch (code) {
    case "DUPLICATE_KEY":
      return `${line} repeats a key that stands above already. Keep one of the two.`;
    case "TAB_AS_INDENT":
      return `${line} is indented by a tab. YAML is indented by spaces.`;
    case "BAD_ALIAS":
      return `${line} repeats parts by an alias (\`*name\`). Write the parts out.`;
    case "MULTIPLE_DOCS":
      return `${line} begins a second document (\`---\`). A plan file holds one.`;
    default:
      return `${line} is no YAML: ${(message.split(/ at line |\n/)[0] ?? "unreadable").replace(/[.:]$/, "")}.`;
  }
}
