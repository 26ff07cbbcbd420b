/** Longest text of one box line; the tables carry the full text. */
const LONGEST = 60;

/** Characters that Mermaid reads as syntax inside quoted labels, and what stands in for them. */
const STAND_INS: Readonly<Record<string, string>> = {
  '"': "”",
  "#": "♯",
  "\\": "∖",
  "%": "％",
  "`": "ˋ",
  "<": "#lt;",
  ">": "#gt;",
  "&": "#amp;",
};

/** Text for a quoted Mermaid label: shortened, and with nothing in it that Mermaid would read as syntax. */
export function mermaidText(text: string): string {
  const characters = Array.from(text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim());
  const short = characters.length > LONGEST ? [...characters.slice(0, LONGEST - 1), "…"] : characters;
  // A leading list mark would make Mermaid read the label as Markdown; a word joiner keeps it a text.
  const start = /^(?:[-*+]|\d+[.)])$/.test(short.join("").split(" ")[0] ?? "") ? "\u2060" : "";
  return start + short.map((character) => STAND_INS[character] ?? character).join("");
}

/** A quoted label of several lines; empty ones are left out. */
export const mermaidLabel = (...lines: readonly string[]): string => `"${lines.map(mermaidText).filter((line) => line !== "").join("<br/>")}"`;
