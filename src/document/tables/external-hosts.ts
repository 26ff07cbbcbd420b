import type { ExternalHost } from "../../engine/index.ts";
import { code, joined, lineBreak, range, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** The allow-list: hosts on the internet, each once, with the machines that must reach it. */
export const externalHosts: TableDefinition = {
  id: "external-hosts",
  rules: ["firewall.external"],
  build: (scope) => {
    const endpoints = new Map(scope.plan.firewall.endpoints.map(({ id, title }) => [id, title]));
    return tableOf(scope, {
      id: "external-hosts",
      team: "security",
      columns: [
        { title: "Host", weight: 5, keep: true, cell: ({ host }) => [code(serverOf(host))] },
        { title: "Ports", weight: 2, cell: ({ ports }) => [range(ports)] },
        { title: "From", weight: 4, cell: ({ sources }) => joined(sources.map((source) => [text(endpoints.get(source) ?? source)])) },
        { title: "What for", weight: 6, keep: true, cell: ({ host, purposes }) => joined(purposes.map((purpose) => (pathOf(host) === "" ? [text(purpose)] : [code(pathOf(host)), text(`: ${purpose}`)])), lineBreak) },
      ],
      rows: byHost(scope.plan.firewall.external),
      small: true,
    });
  },
};

/** The server of a host that a filter may narrow down to a path below it, and that path. */
const serverOf = (host: string): string => host.split("/")[0] ?? host;
const pathOf = (host: string): string => host.slice(serverOf(host).length + 1);

/** What a purpose lists behind "Images of", one by one; nothing where it lists nothing. */
const listIn = (purpose: string): readonly string[] => (/^Images? of /.test(purpose) ? purpose.replace(/^Images? of /, "").split(/, | and /) : []);

/** Whether a purpose says all that another says: in the same words, or as part of a longer list. */
function covers(purpose: string, other: string): boolean {
  if (purpose.includes(other)) return true;
  const [all, some] = [listIn(purpose), listIn(other)];
  return some.length > 0 && some.every((one) => all.includes(one));
}

/** One row for each host and its ports, in the order the hosts first appear. */
function byHost(rows: readonly ExternalHost[]) {
  const hosts = new Map<string, { readonly id: string; readonly host: string; readonly ports: string; readonly sources: string[]; readonly purposes: string[] }>();
  for (const { id, host, ports, source, purpose } of rows) {
    const key = `${host} ${ports}`;
    const entry = hosts.get(key) ?? { id, host, ports, sources: [], purposes: [] };
    hosts.set(key, entry);
    if (!entry.sources.includes(source)) entry.sources.push(source);
    if (!entry.purposes.includes(purpose)) entry.purposes.push(purpose);
  }
  return [...hosts.values()].map((entry) => ({ ...entry, purposes: entry.purposes.filter((purpose) => !entry.purposes.some((other) => other !== purpose && covers(other, purpose))) }));
}
