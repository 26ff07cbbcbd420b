/** Hebrew, Arabic and their presentation forms. */
export const RIGHT_TO_LEFT = /[\u0590-\u06ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Signs that point the other way in right-to-left text. */
const MIRRORED: ReadonlyMap<string, string> = new Map(["()", "[]", "{}", "<>", "«»"].flatMap(([open = "", close = ""]) => [[open, close], [close, open]]));

/** A character together with the marks above and below it. */
interface Cluster<T> {
  readonly text: string;
  readonly of: T;
}

/**
 * Puts a line into the order in which it is drawn from left to right. The document reads left to right, so only runs of
 * Hebrew or Arabic turn round, with the signs between their words; numbers inside them keep their order.
 *
 * @param parts The line in reading order.
 * @returns The line in drawing order; parts are cut where runs begin and end.
 */
export function visualOrder<T>(parts: readonly { readonly text: string; readonly of: T }[]): readonly { readonly text: string; readonly of: T }[] {
  if (!parts.some(({ text }) => hasRightToLeft(text))) return parts;
  const clusters = parts.flatMap(({ text, of }): Cluster<T>[] => (text.match(/\P{M}?\p{M}*/gsu) ?? []).filter((cluster) => cluster !== "").map((cluster) => ({ text: cluster, of })));
  const ordered: Cluster<T>[] = [];
  for (let i = 0; i < clusters.length; ) {
    const end = runEnd(clusters, i);
    ordered.push(...(end === i ? clusters.slice(i, i + 1) : turned(clusters.slice(i, end))));
    i = Math.max(end, i + 1);
  }
  return joined(ordered);
}

const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);
const isLetter = (text: string): boolean => /\p{L}/u.test(text);

/** End of the run that starts at a right-to-left letter: after its last such letter or number before the next other letter. */
function runEnd<T>(clusters: readonly Cluster<T>[], start: number): number {
  let end = start;
  if (!hasRightToLeft(clusters[start]?.text ?? "")) return end;
  for (let i = start; i < clusters.length; i += 1) {
    const text = clusters[i]?.text ?? "";
    if (hasRightToLeft(text) || /^\p{Nd}$/u.test(text)) end = i + 1;
    else if (isLetter(text)) break;
  }
  return end;
}

function turned<T>(run: readonly Cluster<T>[]): readonly Cluster<T>[] {
  const reversed = [...run].reverse().map(({ text, of }) => ({ text: MIRRORED.get(text) ?? text, of }));
  const ordered: Cluster<T>[] = [];
  let number: Cluster<T>[] = [];
  for (const cluster of reversed) {
    if (/^[\d.,:/]$/u.test(cluster.text)) number.unshift(cluster);
    else {
      ordered.push(...number, cluster);
      number = [];
    }
  }
  return [...ordered, ...number];
}

function joined<T>(clusters: readonly Cluster<T>[]): readonly { readonly text: string; readonly of: T }[] {
  const parts: { text: string; of: T }[] = [];
  for (const { text, of } of clusters) {
    const last = parts.at(-1);
    if (last && last.of === of) last.text += text;
    else parts.push({ text, of });
  }
  return parts;
}
