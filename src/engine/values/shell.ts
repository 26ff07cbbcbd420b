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
