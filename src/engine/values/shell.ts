/** Characters that no POSIX shell treats specially anywhere in a word. */
const PLAIN = /^[A-Za-z0-9_./:@%+,-]+$/;

/**
 * A text as one word of a POSIX shell command, whatever it holds: plain words stay as they are, all else stands in
 * single quotes.
 * @example quote("it's") // 'it'\''s'
 */
export function quote(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A line that deletes files once what they are for has succeeded. Where it fails, they are still there, and so is the failure: behind `&&` a script with `set -e` would read on. */
export const thenRemoved = (line: string, files: readonly string[]): string => `if ${line}; then rm ${files.join(" ")}; else false; fi`;

/** Runs lines only where a look finds what must be there, and says otherwise what is missing. Pasted or in a script, a shell reads on to the end before it runs anything. */
export const onlyWhere = (look: string, missing: string, lines: readonly string[]): readonly string[] => [`if ! ${look}; then echo 'Held up: ${missing}.' >&2; false; else`, ...lines, "fi"];
