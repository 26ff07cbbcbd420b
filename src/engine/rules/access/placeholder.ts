/** Lengths that an identity-aware proxy takes for a key; a placeholder of such a length would be installed as one. */
const KEY_LENGTHS: readonly number[] = [16, 24, 32];

/**
 * What stands in a file until the secret of this name is put in: YAML reads it as a text, the search of the runbook finds
 * it, and no check of the installer's lengths takes it for an encryption key.
 */
export function placeholderOf(name: string, how: "GENERATE" | "fill-in" = "GENERATE"): string {
  const text = `<${how}:${name}>`;
  return KEY_LENGTHS.includes(text.length) ? `<${how}: ${name}>` : text;
}
