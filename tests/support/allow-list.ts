import { rowAddresses, type Flow, type Plan } from "../../src/engine/index.ts";

/**
 * Rows of the firewall table that lead to a host of the allow-list which the list does not open for their source. A filter that
 * knows names opens each host from its sources only, so such a row would stay closed.
 */
export function closedByNames({ firewall }: Plan, counts: (row: Flow) => boolean = () => true): readonly string[] {
  const opened = new Map<string, Set<string>>();
  for (const { host, source } of firewall.external) opened.set(host, (opened.get(host) ?? new Set()).add(source));
  const ends = new Map(firewall.endpoints.map((end) => [end.id, end]));
  return firewall.flows.filter(counts).flatMap((row) => {
    const end = ends.get(row.destination);
    const hosts = end ? rowAddresses(row, end).flatMap((address) => (address.kind === "known" ? [address.value] : [])) : [];
    return hosts.filter((host) => opened.get(host)?.has(row.source) === false).map((host) => `${row.id}: ${host} is not opened for ${row.source}`);
  });
}
