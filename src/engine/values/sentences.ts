/**
 * Where a sentence ends: at a full stop before a blank, outside commands (an even number of backticks follows). A dot behind a
 * short word with a capital belongs to the word: the place St. Gallen, the person Dr. Meyer.
 */
const END = /(?<=(?<!\b[A-Z][a-z]{1,3})\.) (?=(?:[^`]|`[^`]*`)*$)/u;

/** The sentences of a text in its order, each with its full stop. Commands in backticks stay whole. */
export const sentencesOf = (value: string): readonly string[] => (value.trim() === "" ? [] : value.trim().split(END));
