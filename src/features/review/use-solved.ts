import { useState } from "react";
import type { Finding } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";

/** Findings that were there when the page was opened, or came up since, and are gone: shown struck until the page is left. */
export function useSolved(): readonly Finding[] {
  const { findings } = useSession().plan;
  const [seen, setSeen] = useState<ReadonlyMap<string, Finding>>(() => new Map(findings.map((finding) => [finding.id, finding])));
  if (findings.some((finding) => seen.get(finding.id) !== finding)) {
    setSeen(new Map([...seen, ...findings.map((finding) => [finding.id, finding] as const)]));
  }
  const present = new Set(findings.map(({ id }) => id));
  return [...seen.values()].filter(({ id }) => !present.has(id));
}
