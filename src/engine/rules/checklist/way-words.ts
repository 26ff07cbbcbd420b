import type { Value } from "../../kernel/outcome.ts";
import type { Endpoint } from "../../plan/plan.ts";
import { continued, listed } from "../../values/sentence.ts";
import type { Caller } from "../firewall/into-made.ts";

/** Kinds of which there is one. */
const SINGLE: ReadonlySet<Endpoint["kind"]> = new Set(["bastion", "load-balancer", "proxy", "public-address"]);

/** An end inside a sentence about a network of this place; names that people gave keep their letters. */
export function spoken({ title, kind, place: at, cluster, datacenter }: Endpoint, place: string): string {
  if (kind === "router") return title;
  const [what = title, ...where] = title.split(", ");
  const elsewhere = where.length > 0 && cluster === undefined && datacenter === undefined && at !== place;
  return `${SINGLE.has(kind) ? "the " : ""}${continued(what)}${elsewhere ? ` at ${where.join(", ")}` : ""}`;
}

/** "users to 10.20.0.241 on TCP 443; workers of x (10.21.0.0/24) to 10.20.0.242 on TCP 6443". Those who dial the same are named together. */
export const carriedBy = (callers: readonly Caller[], place: string): string =>
  gathered(callers.map((caller) => [dialledBy(caller), named(caller, place)] as const))
    .map(([dialled, who]) => `${listed(who)} to ${dialled}`)
    .join("; ");

function named({ end, rows }: Caller, place: string): string {
  const from = [...new Set(rows.flatMap((row) => shown(row.from)))];
  return `${spoken(end, place)}${from.length === 0 ? "" : ` (${listed(from)})`}`;
}

/** What one caller dials: "10.20.0.241 on TCP 443 and 80 and 10.20.0.242 on TCP 6443". */
function dialledBy({ rows }: Caller): string {
  const protocols = gathered(rows.map(({ row, to }) => [`${listed(shown(to))}|${row.protocol}`, row.ports] as const));
  const asked = protocols.map(([key, ports]) => {
    const [to = "", protocol = ""] = key.split("|");
    const numbers = [...new Set(ports.flatMap((text) => text.split(", ")))].filter((port) => port !== "");
    return [[protocol, listed(numbers).replaceAll(/(\d)-(\d)/g, "$1–$2")].filter((word) => word !== "").join(" "), to] as const;
  });
  return listed(gathered(asked).map(([on, to]) => `${listed(to)} on ${on}`));
}

/** Pairs by their first part, in the order in which these appear. */
function gathered(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value]);
  return [...found];
}

const shown = (values: readonly Value<string>[]): readonly string[] =>
  values.flatMap((value) => (value.kind === "known" ? [value.value] : value.kind === "later" ? [`addresses that ${value.who} hands out`] : []));
