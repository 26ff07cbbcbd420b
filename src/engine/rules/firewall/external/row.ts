import type { AllowedHost } from "../../../facts/external-hosts.ts";
import type { Reader } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";

/** Rows of the allow-list for one source; `topic` tells lists apart that name the same host, `why` holds for all rows. */
export const allowed = (read: Reader, topic: string, source: string, ports: string, hosts: readonly AllowedHost[], why: string): readonly ExternalHost[] =>
  hosts.map(({ host, purpose, ports: own }) => ({ id: `external.${topic}.${host}.${source}`, source, host, ports: own ?? ports, purpose, from: read.cell, why }));
