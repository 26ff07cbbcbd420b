import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { check, type Report } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { entryReach } from "../../rules/addresses/entry-reach.ts";
import { secondReach } from "../../rules/addresses/second-reach.ts";
import { publicAgain } from "../../rules/basics/cloud-reach.ts";
import { clusterName, masterCluster } from "../../rules/basics/platform.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { servedHosts } from "../../rules/certificates/hosts.ts";
import { forwarding, statedPublicAddress } from "../../rules/firewall/forwarding.ts";
import { isPrivate } from "../../values/address.ts";

/** An entry that the internet must reach and cannot: Let's Encrypt by HTTP-01, or people by a public address that is none. */
export const http01Reach = check({
  id: "certificates.http01-reach",
  title: "The internet reaches every entry that Let's Encrypt checks by HTTP-01 or people open from outside",
  severity: "blocker",
  also: ["warning"],
  per: "cluster",
  sources: ["letsencrypt.challenges", "rfc.1918"],
  examine: (read, cluster, report) => {
    const issuance = read.path(certificates.plan.issuance);
    const { challenge, onInternet } = read.rule(issuer);
    if (challenge !== "http01" || !onInternet) { people(read, cluster, report); return; }
    if (read.rule(servedHosts, cluster).length === 0) return;
    const reach = read.rule(entryReach, cluster);
    if (reach.public) return;
    const six = secondReach(read, cluster, "entry");
    const master = read.optionalRule(masterCluster) === cluster;
    const stated = statedPublicAddress(read, cluster);
    // Nobody has stated it yet: an open question, no fault.
    if (stated.kind !== "known" || !isPrivate(stated.value)) return;
    const name = master ? "the platform entry" : `the entry of ${clusterName(read, cluster)}`;
    const again = publicAgain(read, cluster);
    report({
      ...(six?.public ? { severity: "warning" as const } : {}),
      title: `Let's Encrypt ${six?.public ? `reaches ${name} over IPv6 alone` : `cannot reach ${name}`}`,
      message: `HTTP-01 needs TCP 80 from the internet; both ${reach.shown} and the stated public address ${stated.value} are private${six?.public ? `. Only ${six.shown} is public: a challenge that fails there has no second way, and names lead people without IPv6 to a private address` : ""}.`,
      remedy: `${again ? "Let the cloud give its load balancers public addresses, state" : "State"} the public address that leads to the entry, or choose DNS-01 or a certificate from your PKI.`,
      fixes: [
        ...(again ? [again] : []),
        { title: "Let your PKI supply the certificate", set: [{ path: issuance, value: "supplied" }] },
        { title: "Use Let's Encrypt by DNS-01", set: [{ path: issuance, value: "dns01" }] },
      ],
      answers: [issuance, master ? read.path(certificates.plan.publicAddress) : read.path(certificates.cluster.publicAddress, cluster), ...(again?.set ?? []).map(({ path }) => path)],
    });
  },
});

/** People on the internet whom the outer view of the zone sends to a private address. */
function people(read: Reader, cluster: string, report: (finding: Report) => void): void {
  const led = read.optionalRule(forwarding, cluster);
  if (!led?.forPeople || led.forAuthority || led.address.kind !== "known" || !isPrivate(led.address.value)) return;
  const { value } = led.address;
  report({
    key: "people",
    title: `${value} is no public address for people on the internet`,
    message: `The outer view of the zone answers with ${value}, which is private: nobody on the internet reaches it, and both views would hold addresses of the inside.`,
    remedy: "State the public address that your firewall leads to the entry, or answer that people open the platform from inside only.",
    fixes: [{ title: "Open the platform from inside only", set: [{ path: read.path(dns.plan.outside), value: false }] }],
    answers: [read.path(dns.plan.publicEntry), read.path(dns.plan.outside)],
  });
}
