/** A line of a manifest that is printed and copied stays as narrow as this, in signs. */
const COLUMNS = 90;

/**
 * A long text as a folded YAML scalar: read back, its lines are one again, with single blanks. A printed page would cut the line
 * where the indent of what follows is lost.
 * @param indent signs before each line of the text
 * @example folded("- ", "a long command", 8)
 */
export function folded(key: string, text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && indent + last.length + 1 + word.length <= COLUMNS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return [`${" ".repeat(indent - 2)}${key}>-`, ...lines.map((line) => `${" ".repeat(indent)}${line}`)];
}
