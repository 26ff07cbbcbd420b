import { enteredBy, seenApart, writtenApart, type DnsRecord } from "../../engine/index.ts";
import type { Scope } from "../scope.ts";
import { code, nothing, text, value } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

const dnsTable = (id: string, need: DnsRecord["need"]): TableDefinition => ({
  id,
  rules: ["dns."],
  build: (scope: Scope) => {
    const rows = scope.plan.dns.records.filter((record) => record.need === need);
    const [apart, driven] = [seenApart(rows), writtenApart(rows)];
    return tableOf(scope, {
      id,
      team: "dns",
      columns: [
        { title: "Name", weight: 5, keep: true, cell: ({ name }) => [code(name)] },
        { title: "Type", weight: 1, keep: true, cell: ({ type }) => [text(type)] },
        { title: "Target", weight: 3, keep: true, cell: ({ target }) => [value(scope, target)] },
        { title: "Leads to, because", weight: 6, cell: ({ purpose, why }) => [text(`${purpose}. ${why}`)] },
        { title: "Must be seen by", weight: 2, cell: ({ seenBy }) => (apart ? [value(scope, seenBy, text)] : nothing) },
        { title: "Entered by", weight: 2, cell: (record) => (driven ? [text(enteredBy(record))] : nothing) },
        { title: "Enter it", weight: 3, cell: ({ when }) => [text(when)] },
      ],
      rows,
    });
  },
});

/** Records without which the platform does not answer. */
export const dnsRecords = dnsTable("dns-records", "required");

/** Records that spare people from addresses. */
export const dnsRecommended = dnsTable("dns-recommended", "recommended");

/** Names of the internet that lead to the mirror inside. */
export const dnsOffline = dnsTable("dns-offline", "offline");
