/** A text as the beginning of a sentence: names of records begin in lower case where they are plain words. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence or label as the continuation of another: its first letter in lower case. */
export const continued = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const joined = (words: readonly string[], last: "and" | "or"): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`);

/** Words as a sentence lists them: "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string => joined(words, "and");

/** Words of which one holds: "a", "a or b", "a, b or c". */
export const listedOr = (words: readonly string[]): string => joined(words, "or");

/** The title of a system inside a sentence: `the Azure API`, `the identity provider`, `vCenter`. Names stay as they are. */
export function inSentence(title: string): string {
  if (/API(?: of .+)?$/.test(title)) return `the ${title}`;
  if (/^An? /.test(title)) return title.charAt(0).toLowerCase() + title.slice(1);
  if (!/ (?:provider|issuer|server|login)$/.test(title)) return title;
  return `the ${title.replace(/^[A-Z][a-z]+ /, (word) => word.toLowerCase())}`;
}

/** A noun with its indefinite article: `an OpenStack project`, `a vSphere user`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
