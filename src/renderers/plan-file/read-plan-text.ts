import { LineCounter, parseDocument, type YAMLError } from "yaml";
import { parseAnswers, type Notice, type ParsedAnswers } from "../../engine/index.ts";
import { isNestedTooDeep } from "./nesting.ts";

/** Largest plan file that is read, in characters. */
export const MAX_PLAN_TEXT = 2_000_000;

const refused = (reason: string): ParsedAnswers => ({ kind: "refused", reason });

const TOO_DEEP = "This file is nested far deeper than any plan. Is it the right one?";
const NO_ALIASES = "This file repeats parts by aliases (`*name`). Write the parts out.";

/**
 * Reads a plan file, YAML or JSON. Everything in it is foreign: size, nesting, aliases and keys that stand twice are
 * refused with a sentence before any answer is looked at. Never throws.
 */
export function readPlanText(text: string): ParsedAnswers {
  if (text.length > MAX_PLAN_TEXT) return refused("This file is larger than 2 MB. A plan file is smaller: is it the right one?");
  if (text.trim() === "") return refused("This file is empty.");
  if (isNestedTooDeep(text)) return refused(TOO_DEEP);
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ""), { prettyErrors: false, lineCounter, uniqueKeys: true, resolveKnownTags: false, logLevel: "error" });
    const [error] = document.errors;
    if (error) return refused(sentenceFor(error, lineCounter.linePos(error.pos[0]).line));
    const parsed = parseAnswers(document.toJS({ maxAliasCount: 0 }));
    const tags = document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED").map(({ pos }) => tagNotice(text, pos[0], lineCounter));
    return parsed.kind === "refused" || tags.length === 0 ? parsed : { ...parsed, notices: [...tags, ...parsed.notices] };
  } catch (problem) {
    if (problem instanceof ReferenceError) return refused(NO_ALIASES);
    // Recursion without end is how every parser meets hostile nesting.
    if (problem instanceof RangeError) return refused(TOO_DEEP);
    throw problem;
  }
}

/** A tag asks a program to do something with a value; here it is read as it is written. */
function tagNotice(text: string, at: number, lines: LineCounter): Notice {
  const tag = /^\S{1,60}/.exec(text.replace(/^\uFEFF/, "").slice(at))?.[0] ?? "";
  return { path: `line ${lines.linePos(at).line}`, text: `The tag \`${tag}\` means nothing in a plan file. What follows it was read without it; remove the tag.`, kind: "dropped" };
}

function sentenceFor({ code, message }: YAMLError, line: number): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return `Line ${line} repeats a key that stands above already. Keep one of the two.`;
    case "TAB_AS_INDENT":
      return `Line ${line} is indented by a tab. YAML is indented by spaces.`;
    case "BAD_ALIAS":
      return NO_ALIASES;
    case "MULTIPLE_DOCS":
      return `Line ${line} begins a second document (\`---\`). A plan file holds one.`;
    default:
      return message.includes("call stack") ? TOO_DEEP : `Line ${line} is no YAML: ${message.replace(/[.:]$/, "")}.`;
  }
}
