import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { forwarding, statedPublicAddress } from "../../rules/firewall/forwarding.ts";
import { certificates } from "../../answers/chapters/certificates.ts";
import { listed } from "../../values/sentence.ts";

/** One public address that would have to lead to several entries. */
export const publicAddressTwice = check({
  id: "certificates.public-address-twice",
  title: "Each entry has a public address of its own",
  severity: "blocker",
  per: "plan",
  sources: ["letsencrypt.challenges"],
  examine: (read, _plan, report) => {
    const byAddress = new Map<string, string[]>();
    for (const cluster of read.subjects("cluster")) {
      if (!read.optionalRule(forwarding, cluster)?.forAuthority) continue;
      const address = statedPublicAddress(read, cluster);
      if (address.kind === "known") byAddress.set(address.value, [...(byAddress.get(address.value) ?? []), cluster]);
    }
    for (const [address, clusters] of byAddress) {
      if (clusters.length < 2) continue;
      const names = listed(clusters.map((cluster) => clusterName(read, cluster)));
      report({
        key: address,
        title: `${address} cannot lead to ${clusters.length} entries`,
        message: `Let's Encrypt connects to TCP 80 of ${address} for names of ${names}, and a port of one address is led to one entry only.`,
        remedy: "State an address for each entry, or choose DNS-01, which needs none.",
        fixes: [{ title: "Use Let's Encrypt by DNS-01", set: [{ path: read.path(certificates.plan.issuance), value: "dns01" }] }],
        answers: [read.path(certificates.plan.issuance), read.path(certificates.plan.publicAddress), ...clusters.map((cluster) => read.path(certificates.cluster.publicAddress, cluster))],
      });
    }
  },
});
