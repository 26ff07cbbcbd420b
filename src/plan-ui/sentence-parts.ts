/** Longest name, in characters, that stays on one line. */
const ONE_LINE = 26;

const IPV4 = String.raw`(?:\d{1,3}\.){3}\d{1,3}`;
const IPV6 = String.raw`(?=[\da-f:]*::|(?:[\da-f]{1,4}:){7})[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:(?<=:)${IPV4})?`;
const ADDRESS = String.raw`(?:${IPV4}|${IPV6})`;
/** An address, block, or run of addresses. */
const ADDRESSES = String.raw`${ADDRESS}(?:\/\d{1,3}|\s?[-–]\s?${ADDRESS})?`;
const LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
/** A host name or its address on the web; paths of images and charts. */
const NAME = String.raw`(?:https?:\/\/|(?:[\w-]+\/)+)?(?:\*\.)?(?:${LABEL}\.)+[a-z]{2,}(?:[/:][\w./:-]*\w)?`;

/** Code between backticks, as the engine's `codeParts` finds it; the start page, which shows sentences too, loads no engine. */
const CODE = String.raw`(?<![\w\`])\`(?!\s)([^\n]*?[^\s\`])\`(?![\w\`])`;

/** What a machine reads, in a sentence: code, and addresses and names that stand alone. */
const MACHINE = new RegExp(String.raw`${CODE}|(?<![\w.:@/\`-])(${ADDRESSES}|${NAME})(?![\w\`]|[.:/@-]\w)`, "g");

/** A part of a sentence. */
export interface SentencePart {
  readonly text: string;
  /** Read by machines: a name, an address, a command. */
  readonly machine: boolean;
}

/** The parts of a sentence, in order; together they are the sentence without the backticks around names. */
export function sentenceParts(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let from = 0;
  for (const match of sentence.matchAll(MACHINE)) {
    parts.push({ text: sentence.slice(from, match.index), machine: false }, { text: match[1] ?? match[2] ?? "", machine: true });
    from = match.index + match[0].length;
  }
  return [...parts, { text: sentence.slice(from), machine: false }].filter(({ text }) => text !== "");
}

/** A piece of a name; a line may end between two of them. */
export interface Piece {
  readonly text: string;
  /** Never broken inside. */
  readonly whole: boolean;
}

const ALL_ADDRESSES = new RegExp(`^${ADDRESSES}$`);

/**
 * Where a name may wrap: nowhere in an address or block, between the ends of a long run of addresses, and after the dots,
 * slashes, colons and signs of a long name; the dots of an address inside it hold. Only a piece that is itself too long for a line may break anywhere.
 */
export function piecesOf(name: string): readonly Piece[] {
  if (name.length <= ONE_LINE) return [{ text: name, whole: true }];
  if (ALL_ADDRESSES.test(name)) return name.split(/(?<=[-–])/).map((text) => ({ text, whole: true }));
  return name.split(/(?<=[/@:=,\s]|(?<!\d)\.|\.(?!\d))(?![./@:=,\s])/).map((text) => ({ text, whole: text.length <= ONE_LINE && !/\s$/.test(text) }));
}
