import { dns } from "../../answers/chapters/dns.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressAssignment, DnsRecord } from "../../plan/plan.ts";
import { secondAddresses, secondId } from "../addresses/second-family.ts";
import { reachBeside } from "../addresses/second-reach.ts";
import { dashboardRecord, platformRecords } from "./platform-records.ts";
import { outerRecords, publicRecords } from "./public-records.ts";
import { seedInterfaceRecords, seedWildcardRecord } from "./seed-records.ts";
import { entering } from "./entering.ts";
import { spoken, STAYS, whenOf } from "./target.ts";

const RECORDS = [dashboardRecord, platformRecords, seedWildcardRecord, seedInterfaceRecords];

/** Records at a public IPv4 address: each stands for one name, though a wildcard answers for it in the other family. */
const PUBLIC = [publicRecords, outerRecords];

/** A record of the second family beside each that leads to an address with one. A CNAME covers both families. */
export const secondFamilyRecords = rule<readonly DnsRecord[]>({
  id: "dns.second-family",
  title: "Records of the second address family",
  per: "cluster",
  sources: ["rfc.1034", "rfc.4592", "kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    const second = new Map(read.rule(secondAddresses, cluster).map((row) => [row.id, row]));
    const beside = rowsOf(read, RECORDS, cluster).flatMap((record): readonly DnsRecord[] => {
      const row = record.type === "A" && record.leadsTo !== undefined ? second.get(secondId(record.leadsTo)) : undefined;
      if (!row) return [];
      return [{
        ...record,
        id: secondId(record.id),
        type: "AAAA" as const,
        target: row.address,
        ...entering(read, { ...record, target: row.address }, true),
        leadsTo: row.id,
        when: row.address.kind === "known" ? record.when : row.address.kind === "later" && row.address.told ? STAYS : whenOf(row.address, "it"),
        from: read.cell,
        why: row.address.kind === "known" || record.target.kind === "known"
          ? `The platform answers in both families, so ${record.name} leads to ${spoken(row.address)} beside ${spoken(record.target)}.`
          : `The platform answers in both families, and the A record of ${record.name} gives clients an IPv4 address alone.`,
      }];
    });
    return [...beside, ...besidePublic(read, cluster, second.get(secondId(`address.entry[${cluster}]`)), beside)];
  },
});

/** Rows of rules, as far as they are known. */
const rowsOf = (read: Reader, rules: typeof RECORDS, cluster: string): readonly DnsRecord[] =>
  rules.flatMap((records) => {
    const outcome = read.outcome(records, cluster);
    return outcome.kind === "known" ? outcome.value : [];
  });

/** What the internet asks for in IPv6 beside records at a public address, where the wildcard that answered for the name no longer does. */
function besidePublic(read: Reader, cluster: string, row: AddressAssignment | undefined, beside: readonly DnsRecord[]): readonly DnsRecord[] {
  if (!row) return [];
  const reach = reachBeside(read, cluster, row.address);
  // Where only the inside sees the other AAAA records, the internet dials IPv4 alone.
  if (reach.kind === "known" && !reach.value.public) return [];
  const named = new Set(beside.map(({ name }) => name));
  const hidden = rowsOf(read, PUBLIC, cluster).filter(({ name, type }) => type === "A" && !named.has(name));
  if (hidden.length === 0) return [];
  const zone = read.maybe(dns.plan.zone);
  if (zone.kind === "known" && zone.value === "private") return [];
  return hidden.map((record) => ({
    ...record,
    id: secondId(record.id),
    type: "AAAA" as const,
    target: row.address,
    leadsTo: row.id,
    end: "entry" as const,
    purpose: record.purpose.replace("Public address of the entry", "Entry over IPv6"),
    when: row.address.kind === "known" ? record.when : whenOf(row.address, "the entry"),
    from: read.cell,
    why: `The A record of ${record.name} gives the name an entry of its own there, so the wildcard no longer answers for it in any type: without this record whoever comes over IPv6 finds no address.`,
  }));
}
