import { certificates } from "../../answers/chapters/certificates.ts";
import { check } from "../../kernel/check.ts";
import { entryReach } from "../../rules/addresses/entry-reach.ts";
import { clusterName, masterCluster } from "../../rules/basics/platform.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { servedHosts } from "../../rules/certificates/hosts.ts";
import { statedPublicAddress } from "../../rules/firewall/forwarding.ts";
import { isPrivate } from "../../values/address.ts";

/** HTTP-01 for an entry that the internet cannot reach. */
export const http01Reach = check({
  id: "certificates.http01-reach",
  title: "Let's Encrypt can reach every entry that asks by HTTP-01",
  severity: "blocker",
  per: "cluster",
  sources: ["letsencrypt.challenges", "rfc.1918"],
  examine: (read, cluster, report) => {
    const issuance = read.path(certificates.plan.issuance);
    const { challenge, onInternet } = read.rule(issuer);
    if (challenge !== "http01" || !onInternet || read.rule(servedHosts, cluster).length === 0) return;
    const reach = read.rule(entryReach, cluster);
    if (reach.public) return;
    const master = read.optionalRule(masterCluster) === cluster;
    const stated = statedPublicAddress(read, cluster);
    if (stated.kind === "known" && !isPrivate(stated.value)) return;
    const name = master ? "the platform entry" : `the entry of ${clusterName(read, cluster)}`;
    report({
      title: `Let's Encrypt cannot reach ${name}`,
      message:
        stated.kind === "known"
          ? `HTTP-01 needs TCP 80 from the internet; both ${reach.shown} and the stated public address ${stated.value} are private.`
          : `HTTP-01 needs TCP 80 from the internet for each name, and ${reach.shown} is private; no public address is stated for it.`,
      remedy: "State the public address that leads to the entry, or choose DNS-01 or a certificate from your PKI.",
      fixes: [
        { title: "Let your PKI supply the certificate", set: [{ path: issuance, value: "supplied" }] },
        { title: "Use Let's Encrypt by DNS-01", set: [{ path: issuance, value: "dns01" }] },
      ],
      answers: [issuance, master ? read.path(certificates.plan.publicAddress) : read.path(certificates.cluster.publicAddress, cluster)],
    });
  },
});
