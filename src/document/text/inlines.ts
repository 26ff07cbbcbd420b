import { codeParts, eventOf, laterLabel, type AnswerPath, type Value } from "../../engine/index.ts";
import type { Inline } from "../model.ts";
import { ownerOf, type Scope } from "../scope.ts";
import { formatDate } from "./dates.ts";
import { formatNumber, withDashes } from "./numbers.ts";

export type Inlines = readonly Inline[];

export const text = (value: string): Inline => ({ type: "text", value });
export const strong = (...content: Inline[]): Inline => ({ type: "strong", content });
export const link = (url: string, ...content: Inline[]): Inline => ({ type: "link", url, content });
export const lineBreak: Inline = { type: "break" };
export const sign = (which: Extract<Inline, { type: "sign" }>["sign"]): Inline => ({ type: "sign", sign: which });
export const assumed = (...content: Inline[]): Inline => ({ type: "assumed", content });
export const number = (value: number): Inline => text(formatNumber(value));

/** A short dash: said on purpose, never an empty cell. */
export const nothing: Inlines = [text("–")];

/**
 * What a machine will read: address, name, port. Text that could not stand in mono without harm (line breaks, backticks,
 * letters outside ASCII) becomes plain text.
 */
export const code = (value: string): Inline =>
  /^[\x21-\x7e–]+(?: [\x21-\x7e–]+)*$/.test(value) && !value.includes("`") ? { type: "code", value } : text(value);

/** A sentence with its commands as code. */
export const sentence = (value: string): Inlines => codeParts(value).map((part) => (part.code ? code(part.text) : text(part.text)));

/** An answer in free words: an address or link in it reads as code, everything else as text. */
export const codeOrText = (value: string): Inline => (/^\S+$/.test(value) && /[./:]/.test(value) ? code(value) : text(value));

/** Ports or a run of addresses, with en dashes. */
export const range = (value: string): Inline => code(withDashes(value));

/** Ports of a row: figures as a machine reads them, words as words. */
export const ports = (value: string): Inline => (/\d/.test(value) ? range(value) : text(value));

/** Several pieces with a separator between them. */
export const joined = (pieces: readonly Inlines[], separator: Inline = text(", ")): Inlines =>
  pieces.flatMap((piece, at) => (at === 0 ? piece : [separator, ...piece]));

/** "open, Network team, 3 Dec 2026" */
export function open(scope: Scope, path: AnswerPath): Inline {
  const point = scope.openPoints.get(path);
  const words = ["open", ...(point ? [ownerOf(scope, point)] : []), ...(point?.due === undefined ? [] : [formatDate(point.due)])];
  return { type: "open", value: words.join(", "), path };
}

/** A value in its certainty: known as `show` writes it, open with who and when, later with who hands it out or what it needs. */
export function value<T>(scope: Scope, source: Value<T>, show: (known: T) => Inline = (known) => range(String(known))): Inline {
  switch (source.kind) {
    case "known":
      return show(source.value);
    case "open":
      return open(scope, source.question);
    case "later":
      return text(source.lacking || eventOf(scope.plan) === "upgrade" ? laterLabel(source) : `${laterLabel(source)} at installation`);
  }
}

/** The text of inlines, without any mark. */
export const plainText = (inlines: Inlines): string =>
  inlines
    .map((inline) => {
      switch (inline.type) {
        case "text":
        case "code":
        case "open":
          return inline.value;
        case "strong":
        case "emphasis":
        case "link":
        case "assumed":
          return plainText(inline.content);
        case "sign":
          return "";
        case "break":
          return " ";
      }
    })
    .join("");
