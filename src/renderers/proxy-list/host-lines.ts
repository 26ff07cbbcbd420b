import type { ExternalHost } from "../../engine/index.ts";

/** A name of the list as the proxy reads it, with all that is asked of it. */
export interface HostLine {
  readonly name: string;
  /** What for, each with its ports. */
  readonly purposes: readonly string[];
  /** Endpoints that ask for it. */
  readonly sources: readonly string[];
}

/** Names and wildcards that the proxy can hold; whatever else stands in a plan goes into a comment. */
const NAME = /^\.?(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9-]*[a-z0-9]$/;

/** Whether a line may stand in the list as it is. */
export const isName = ({ name }: HostLine): boolean => NAME.test(name);

/** The server of a host, in lower case and with a leading dot for a wildcard; the proxy sees no path below it. */
const asName = (host: string): string => (host.split("/")[0] ?? host).toLowerCase().replace(/^\*\./, ".");

const purposeOf = ({ host, ports, purpose }: ExternalHost): string => {
  const path = host.split("/").slice(1).join("/");
  return `${path === "" ? "" : `${path}: `}${purpose} (${ports})`;
};

/** Whether a wildcard stands for a name as well: the domain itself, and all below it. */
const holds = (wildcard: string, name: string): boolean => wildcard.startsWith(".") && wildcard !== name && (name === wildcard.slice(1) || name.endsWith(wildcard));

/** Each name once. One that a wildcard holds is told beside that wildcard: the proxy takes no name next to a wildcard that holds it. */
export function hostLines(rows: readonly ExternalHost[]): readonly HostLine[] {
  const names = [...new Set(rows.map(({ host }) => asName(host)))];
  const widest = (name: string): string => names.filter((other) => holds(other, name)).sort((one, other) => one.length - other.length)[0] ?? name;
  const lines = new Map<string, { readonly name: string; readonly purposes: Set<string>; readonly sources: Set<string> }>();
  for (const row of rows) {
    const name = widest(asName(row.host));
    const line = lines.get(name) ?? { name, purposes: new Set<string>(), sources: new Set<string>() };
    lines.set(name, line);
    line.purposes.add(purposeOf(row));
    line.sources.add(row.source);
  }
  return [...lines.values()].map(({ name, purposes, sources }) => ({ name, purposes: [...purposes], sources: [...sources].sort() }));
}
