import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { dashboardHost, platformInterfaceHosts } from "../certificates/hosts.ts";
import { newHosts } from "../certificates/new-hosts.ts";
import { masterOfDomain } from "../basics/platform.ts";
import { entering } from "./entering.ts";
import { typeWritten } from "./written-alias.ts";
import { atApex, targetOf, whenEntry } from "./target.ts";
import { servedAtEntry } from "../identity/token-issuer.ts";

/** What all records of the platform entry share; `carrier` is what external-dns reads the name from. */
function entryRecord(read: Reader, cluster: string, carrier?: DnsRecord["carrier"], added = false): { readonly record: Omit<DnsRecord, "id" | "name" | "purpose" | "why">; readonly because: string } {
  const target = targetOf(read, entryAddress, cluster, "entry");
  const leads = { ...target, cluster, end: "entry", view: "any", ...(carrier ? { carrier } : {}) } as const;
  const entered = entering(read, leads);
  const { type, because } = typeWritten(read, leads);
  return {
    record: {
      ...leads,
      type,
      ...entered,
      need: "required",
      when: whenEntry(read, cluster, target.target, "the platform entry", entered, added),
      from: read.cell,
    },
    because,
  };
}

/** The base domain. */
export const dashboardRecord = rule<readonly DnsRecord[]>({
  id: "dns.dashboard",
  title: "Record of the base domain",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    const host = read.rule(dashboardHost, cluster);
    const { record, because } = entryRecord(read, cluster, "platform");
    return [
      {
        id: `record.dashboard[${cluster}]`,
        name: host.name,
        ...record,
        type: atApex(read, host.name, record.type),
        purpose: `Platform entry: ${servedAtEntry(read)}`,
        why: `Browsers, Seeds and kubectl logins find ${servedAtEntry(read)} under it; a wildcard for *.${host.name} would not answer for the base domain itself.${because}`,
      },
    ];
  },
});

/** The names one label below the base domain: one wildcard, or one record for each exposed interface. */
export const platformRecords = rule<readonly DnsRecord[]>({
  id: "dns.platform",
  title: "Records below the base domain",
  per: "cluster",
  sources: ["kkp.install-ce", "rfc.4592"],
  derive: (read, cluster) => {
    if (masterOfDomain(read) !== cluster) return read.notApplicable("Names one label below the base domain lead to the master.");
    const domain = read.answer(project.plan.domain);
    if (read.answer(dns.plan.platformNames) === "wildcard") {
      return [
        {
          id: `record.platform-wildcard[${cluster}]`,
          name: `*.${domain}`,
          ...entryRecord(read, cluster).record,
          purpose: "Platform entry: all interfaces of the platform",
          why: "A wildcard record is allowed, so one line answers for every interface, today's and later ones. It stops where records below a Seed begin.",
        },
      ];
    }
    const added = newHosts(read, cluster);
    return read.rule(platformInterfaceHosts, cluster).map((host) => {
      const { record, because } = entryRecord(read, cluster, "stack", added.includes(host.name));
      return {
        id: host.id.replace("host.", "record."),
        name: host.name,
        ...record,
        purpose: `Platform entry: ${host.service}`,
        why: `The names of the platform are entered one by one, and the identity-aware proxy of ${host.service} listens to this one only.${because}`,
      };
    });
  },
});
