import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { check } from "../../kernel/check.ts";
import { issuer } from "../../rules/certificates/issuer.ts";

/** Let's Encrypt for a zone that the internet does not see, or that no program may change. */
export const acmeZone = check({
  id: "certificates.acme-zone",
  title: "Let's Encrypt finds the zone, and DNS-01 can change it",
  severity: "blocker",
  per: "plan",
  sources: ["cert-manager.dns01", "letsencrypt.challenges"],
  examine: (read, _plan, report) => {
    const { challenge, onInternet } = read.rule(issuer);
    if (challenge === undefined || (challenge === "http01" && !onInternet)) return;
    const method = challenge === "dns01" ? "DNS-01" : "HTTP-01";
    // Each of the two is a fault by itself: neither waits for the other's answer.
    const zone = onInternet ? read.maybe(dns.plan.zone) : undefined;
    const automation = challenge === "dns01" ? read.maybe(dns.plan.automation) : undefined;
    const domain = read.answer(project.plan.domain);
    const path = read.path(certificates.plan.issuance);
    const fixes = [{ title: "Let your PKI supply the certificate", set: [{ path, value: "supplied" }] }];
    if (zone?.kind === "known" && zone.value === "private") {
      report({
        key: "private",
        title: `${method} needs ${domain} in public DNS`,
        message: `The zone is resolved inside only. Let's Encrypt looks ${challenge === "dns01" ? `_acme-challenge.${domain}` : domain} up from the internet and would find nothing.`,
        remedy: "Make the zone public or split, or let your PKI supply the certificate.",
        fixes,
        answers: [path, read.path(dns.plan.zone)],
      });
    }
    if (automation?.kind === "known" && dnsServiceOf(automation.value).solver === undefined) {
      report({
        key: "by-hand",
        title: "DNS-01 needs a zone that a program can change",
        message: `cert-manager writes a challenge record for ${domain} at every renewal, about every 60 days; the zone is changed by hand only.`,
        remedy: "Delegate the challenge records to a zone that can be driven, or let your PKI supply the certificate.",
        fixes,
        answers: [path, read.path(dns.plan.automation)],
      });
    }
  },
});
