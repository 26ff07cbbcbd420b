import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { RecordsProvider } from "../../dns-services/dns-service.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { externalDns } from "./external-dns.ts";

/** What external-dns writes in place of a CNAME that leads to a load balancer of a cluster; undefined where it writes the CNAME, or nothing. */
function aliasFor(read: Reader, { cluster, type, carrier }: Pick<DnsRecord, "cluster" | "type" | "carrier">): RecordsProvider["alias"] {
  if (type !== "CNAME" || carrier === undefined) return undefined;
  const alias: RecordsProvider["alias"] = read.optionalRule(externalDns)?.service.externalDns?.alias;
  if (!alias?.providers.includes(read.answer(infrastructure.cluster.provider, cluster))) return undefined;
  read.cite(...alias.sources);
  return alias;
}

/** The type of a record as it stands in the zone, and why it is no CNAME there, as a sentence behind its reason. */
export function typeWritten(read: Reader, record: Pick<DnsRecord, "cluster" | "type" | "carrier">): { readonly type: DnsRecord["type"]; readonly because: string } {
  const alias = aliasFor(read, record);
  return alias ? { type: "ALIAS", because: ` external-dns leads to the load balancer's own name by ${alias.written}.` } : { type: record.type, because: "" };
}

/** What shows that records are aliases, as a sentence; empty where none of them is. */
export function aliasesSeen(read: Reader, written: readonly DnsRecord[]): string {
  if (!written.some(({ type }) => type === "ALIAS") || !read.optionalRule(externalDns)?.service.externalDns?.alias) return "";
  return " For each of type ALIAS the zone shows an A and an AAAA record: `dig` prints addresses of the load balancer in place of its name, and none of IPv6 where it has none.";
}
