import type { AllowedHost } from "../../../facts/external-hosts.ts";
import type { Reader } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";

/** Each host once, with all that is fetched from it; what a longer purpose says already is left out. */
export function mergedHosts(hosts: readonly AllowedHost[]): readonly AllowedHost[] {
  const byHost = new Map<string, { readonly row: AllowedHost; readonly purposes: Set<string> }>();
  for (const row of hosts) {
    const held = byHost.get(row.host) ?? { row, purposes: new Set<string>() };
    held.purposes.add(row.purpose);
    byHost.set(row.host, held);
  }
  return [...byHost.values()].map(({ row, purposes }) => ({ ...row, purpose: [...purposes].filter((one) => [...purposes].every((other) => one === other || !other.includes(one))).join("; ") }));
}

/** Rows of the allow-list for one source; `topic` tells lists apart that name the same host, `why` holds for all rows. */
export const allowed = (read: Reader, topic: string, source: string, ports: string, hosts: readonly AllowedHost[], why: string): readonly ExternalHost[] =>
  hosts.map(({ host, purpose, ports: own }) => ({ id: `external.${topic}.${host}.${source}`, source, host, ports: own ?? ports, purpose, from: read.cell, why }));
