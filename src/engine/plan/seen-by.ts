import { isPrivate } from "../values/address.ts";
import type { DnsRecord } from "./plan.ts";

/** Who must find a record, as tables call them; only your networks where the internet is given another one, or could do nothing with its address. */
type SeenBy = "the internet" | "your networks" | "everybody";

const clusterOf = ({ leadsTo = "" }: DnsRecord): string => leadsTo.replace(/^[^[]*/, "");

/** Tells of each record of a plan who must find it. */
export function seenBy(records: readonly DnsRecord[]): (record: DnsRecord) => SeenBy {
  const published = new Set(records.filter(({ view }) => view === "public").map(({ name }) => name));
  // An entry whose names the internet finds at another address is not reached from there.
  const unreached = new Set(records.filter(({ view, name, leadsTo }) => view === "any" && leadsTo !== undefined && published.has(name)).map(clusterOf));
  return (record) => {
    if (record.view === "public") return "the internet";
    const { target } = record;
    const inside = published.has(record.name) || (target.kind === "known" ? isPrivate(target.value) : unreached.has(clusterOf(record)));
    return inside ? "your networks" : "everybody";
  };
}
