import type { Endpoint, ExternalHost, Plan, Value } from "../../engine/index.ts";
import type { ExportInput } from "../exporter.ts";
import { hostLines, isName, type HostLine } from "./host-lines.ts";

/** One line of comment: what people typed cannot end it, and so adds no name to the list. */
const comment = (words: string): string => `# ${words.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim()}`.trimEnd();

const shown = (address: Value<string> | undefined): string => (address?.kind === "known" ? address.value : "address not known yet");

/** A proxy with the places that it serves and the machines that ask it. */
interface Proxy {
  readonly title: string;
  readonly sources: ReadonlySet<string>;
}

/** Proxies by address and port: places that share one share its list. */
function proxiesOf({ firewall: { endpoints, flows } }: Plan): readonly Proxy[] {
  const found = new Map<string, { readonly at: string; readonly titles: Set<string>; readonly sources: Set<string> }>();
  for (const { id, title, addresses } of endpoints.filter(({ kind }) => kind === "proxy")) {
    const asking = flows.filter(({ destination }) => destination === id);
    const [address] = addresses;
    const port = asking[0] ? `, port ${asking[0].ports}` : "";
    const at = `${shown(address)}${port}`;
    const key = address?.kind === "known" ? at : id;
    const proxy = found.get(key) ?? { at, titles: new Set<string>(), sources: new Set<string>() };
    found.set(key, proxy);
    proxy.titles.add(title);
    for (const { source } of asking) proxy.sources.add(source);
  }
  return [...found.values()].map(({ at, titles, sources }) => ({ title: `${[...titles].join("; ")}: ${at}`, sources }));
}

/** Lines for one name: what for, and the name itself, commented out where the proxy cannot hold it. */
const entry = (line: HostLine): readonly string[] => [comment(line.purposes.join("; ")), isName(line) ? line.name : comment(`No domain name, to be entered by hand: ${line.name}`)];

/** Names by the machines that ask for them, each name once, so that a part can be given to its machines alone and the whole to all of them. */
function parts(rows: readonly ExternalHost[], titles: ReadonlyMap<string, string>): readonly string[] {
  const bySources = new Map<string, HostLine[]>();
  for (const line of hostLines(rows)) {
    const from = line.sources.map((id) => titles.get(id) ?? id).join("; ");
    bySources.set(from, [...(bySources.get(from) ?? []), line]);
  }
  return [...bySources].flatMap(([from, lines]) => ["", comment(`From: ${from}`), ...lines.flatMap(entry)]);
}

const titlesOf = (endpoints: readonly Endpoint[]): ReadonlyMap<string, string> => new Map(endpoints.map(({ id, title }) => [id, title]));

/** The allow-list of each proxy, as Squid reads it from a file for an ACL of the type dstdomain: one name on a line, a leading dot for all below it. */
export function render({ plan, planId }: ExportInput): Promise<string> {
  const titles = titlesOf(plan.firewall.endpoints);
  const proxies = proxiesOf(plan);
  const head = [
    comment(plan.project.title.kind === "known" ? `${plan.project.title.value}, plan ${planId}` : `Plan ${planId}`),
    ...(proxies.length === 0
      ? [comment("No machine of this plan reaches the internet through a proxy.")]
      : [comment("Names that machines ask the proxy for, one on a line; a leading dot stands for the domain and all below it (Squid: acl … dstdomain)."), comment("Ports stand in brackets behind each purpose.")]),
    ...(proxies.length > 1 ? [comment("Each proxy has a list of its own; save them apart.")] : []),
  ];
  const lists = proxies.flatMap(({ title, sources }) => ["", comment(title), ...parts(plan.firewall.external.filter(({ source }) => sources.has(source)), titles)]);
  return Promise.resolve(`${[...head, ...lists].join("\n")}\n`);
}
