import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { check } from "../../kernel/check.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { platformRecords } from "../../rules/dns/platform-records.ts";

/** A wildcard CNAME that answers for challenge names too. */
export const wildcardCatchesChallenge = check({
  id: "dns.wildcard-catches-challenge",
  title: "Challenges are found in the zone",
  severity: "warning",
  per: "cluster",
  sources: ["cert-manager.dns01", "rfc.4592"],
  examine: (read, cluster, report) => {
    if (read.rule(issuer).challenge !== "dns01") return;
    const caught = read.rule(platformRecords, cluster).find(({ name, type }) => name.startsWith("*.") && type === "CNAME");
    if (!caught) return;
    const path = read.path(dns.plan.platformNames);
    report({
      title: `${caught.name} answers for challenges as well`,
      message: `The wildcard is a CNAME, so a look for ${caught.name.replace("*", "_acme-challenge")} leads to the load balancer's own zone; a solver that follows CNAMEs writes its challenge there.`,
      remedy: "Keep cnameStrategy at None, or enter each name on its own.",
      fixes: [{ title: "Enter one record for each name", set: [{ path, value: "single" }] }],
      answers: [path, read.path(certificates.plan.issuance)],
    });
  },
});
