/**
 * A key for a new plan: eight letters and digits at random. Not `randomUUID`, which browsers withhold on plain http.
 */
export function newPlanKey(): string {
  const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => alphabet[byte % alphabet.length]).join("");
}

/** A time for a write that comes after `before`, even if the clock went back. */
export function timeAfter(before: number): number {
  return Math.max(Date.now(), before + 1);
}
