import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { secondAddresses, secondId } from "../addresses/second-family.ts";
import { dashboardRecord, platformRecords } from "./platform-records.ts";
import { seedInterfaceRecords, seedWildcardRecord } from "./seed-records.ts";
import { entering } from "./entering.ts";
import { spoken, STAYS, whenOf } from "./target.ts";

const RECORDS = [dashboardRecord, platformRecords, seedWildcardRecord, seedInterfaceRecords];

/** A record of the second family beside each that leads to an address with one. A CNAME covers both families. */
export const secondFamilyRecords = rule<readonly DnsRecord[]>({
  id: "dns.second-family",
  title: "Records of the second address family",
  per: "cluster",
  sources: ["rfc.1034", "kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    const second = new Map(read.rule(secondAddresses, cluster).map((row) => [row.id, row]));
    return RECORDS.flatMap((records) => {
      const outcome = read.outcome(records, cluster);
      return outcome.kind === "known" ? outcome.value : [];
    }).flatMap((record) => {
      const row = record.type === "A" && record.leadsTo !== undefined ? second.get(secondId(record.leadsTo)) : undefined;
      if (!row) return [];
      return [{
        ...record,
        id: secondId(record.id),
        type: "AAAA" as const,
        target: row.address,
        ...entering(read, { ...record, target: row.address }),
        leadsTo: row.id,
        when: row.address.kind === "known" ? record.when : row.address.kind === "later" && row.address.told ? STAYS : whenOf(row.address, "it"),
        from: read.cell,
        why: row.address.kind === "known" || record.target.kind === "known"
          ? `The platform answers in both families, so ${record.name} leads to ${spoken(row.address)} beside ${spoken(record.target)}.`
          : `The platform answers in both families, and the A record of ${record.name} gives clients an IPv4 address alone.`,
      }];
    });
  },
});
