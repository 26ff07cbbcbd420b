/** A text as the beginning of a sentence: names of records begin in lower case where they are plain words. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
