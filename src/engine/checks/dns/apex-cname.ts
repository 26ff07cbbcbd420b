import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { dashboardRecord } from "../../rules/dns/platform-records.ts";

/** A base domain that is a zone of its own, in front of a load balancer that answers with a name. */
export const apexCname = check({
  id: "dns.apex-cname",
  title: "No CNAME stands at the top of a zone",
  severity: "blocker",
  per: "cluster",
  sources: ["rfc.1034", "kkp.install-ce"],
  examine: (read, cluster, report) => {
    const [record] = read.rule(dashboardRecord, cluster);
    if (record?.type !== "CNAME" || read.answer(dns.plan.zoneName) !== record.name) return;
    const below = `kkp.${record.name}`;
    report({
      title: `${record.name} cannot be a CNAME`,
      message: `${record.name} is the zone itself, where other records stand already, and the load balancer answers with a host name in place of an address. Your DNS service offers nothing in place of a CNAME there.`,
      remedy: `Take a base domain below the zone, for example ${below}, or a DNS service with alias records.`,
      running: "Serve the zone by a DNS service with alias records.",
      fixes: [{ title: `Take ${below} as base domain`, set: [{ path: read.path(project.plan.domain), value: below }] }],
      answers: [read.path(dns.plan.zoneName), read.path(project.plan.domain), read.path(dns.plan.automation)],
    });
  },
});
