import type { Fact } from "../../../facts/fact.ts";
import type { Reader } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import type { FoundHost } from "../found-hosts.ts";

/** Each host once, with all that is fetched from it; what a longer purpose says already is left out. */
export function mergedHosts(hosts: readonly FoundHost[]): readonly FoundHost[] {
  const byHost = new Map<string, { readonly row: FoundHost; readonly purposes: Set<string>; readonly reads: NonNullable<FoundHost["reads"]>[number][] }>();
  for (const row of hosts) {
    const held = byHost.get(row.host) ?? { row, purposes: new Set<string>(), reads: [] };
    held.purposes.add(row.purpose);
    held.reads.push(...(row.reads ?? []));
    byHost.set(row.host, held);
  }
  return [...byHost.values()].map(({ row, purposes, reads }) => ({ ...row, reads, purpose: [...purposes].filter((one) => [...purposes].every((other) => one === other || !other.includes(one))).join("; ") }));
}

/** Rows of the allow-list for one source; `topic` tells lists apart that name the same host, `why` holds for all rows, or tells what each host is needed for. */
export const allowed = (read: Reader, topic: string, source: string, ports: Fact<string> | string, hosts: readonly FoundHost[], why: string | ((host: FoundHost) => string)): readonly ExternalHost[] =>
  hosts.map((row) => {
    const { host, purpose, ports: own, reads } = row;
    const id = `external.${topic}.${host}.${source}`;
    const shown = read.forRow(id, () => {
      for (const again of reads ?? []) again(read);
      return own ?? (typeof ports === "string" ? ports : read.fact(ports));
    });
    return { id, source, host, ports: shown, purpose, from: read.cell, why: typeof why === "string" ? why : why(row) };
  });
