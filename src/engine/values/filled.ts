/**
 * A text of the catalogue with words of a plan in place of their marks; marks without a word stay.
 * @example filled("{machines} in a row", { machines: "3 servers" }) // "3 servers in a row"
 */
export const filled = (text: string, words: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (all, key: string) => words[key] ?? all);
