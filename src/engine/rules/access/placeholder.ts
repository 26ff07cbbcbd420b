import { known, openFor, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { installedRelease } from "../basics/platform.ts";
import { isKept } from "./new-secrets.ts";

/** Lengths that an identity-aware proxy takes for a key; a placeholder of such a length would be installed as one. */
const KEY_LENGTHS: readonly number[] = [16, 24, 32];

/** Where a new platform gets a secret: made here, or handed over. */
export type SecretSource = "GENERATE" | "fill-in";

/** YAML reads it as a text, the search of the runbook finds it, and no check of the installer's lengths takes it for an encryption key. */
function written(name: string, how: SecretSource | "KEEP"): string {
  const text = `<${how}:${name}>`;
  return KEY_LENGTHS.includes(text.length) ? `<${how}: ${name}>` : text;
}

/**
 * What stands in a file until the secret of this name is put in, with the words around it; open while nobody says whether
 * a platform runs, which keeps the secret that it has; what it has none of is made or handed over as on a new one.
 */
export function placeholderOf(read: Reader, name: string, how: SecretSource = "GENERATE", words = (placeholder: string): string => placeholder): Value<string> {
  const before = read.outcome(installedRelease);
  return openFor(before) ?? known(words(written(name, isKept(read, name) ? "KEEP" : how)));
}
