import type { Reader } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { quote } from "../../values/shell.ts";
import { secondFamilyRecords } from "../dns/second-family.ts";

/** Asks for records by their types; a wildcard is asked for one name below it. Any type but AAAA is seen when the IPv4 address is asked for. */
export const askedFor = (records: readonly Pick<DnsRecord, "name" | "type">[]): readonly string[] =>
  records.map(({ name, type }) => `dig +short ${type === "AAAA" ? "AAAA " : ""}${quote(name.replace("*", "test"))}`);

/** Asks for names of a cluster, in both families where they have records of both. */
export function askedNames(read: Reader, cluster: string, names: readonly string[]): readonly string[] {
  const second = new Set((read.optionalRule(secondFamilyRecords, cluster) ?? []).map(({ name }) => name));
  return askedFor(names.flatMap((name) => [{ name, type: "A" as const }, ...(second.has(name) ? [{ name, type: "AAAA" as const }] : [])]));
}
