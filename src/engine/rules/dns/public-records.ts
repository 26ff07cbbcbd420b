import { certificates } from "../../answers/chapters/certificates.ts";
import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { entryReach } from "../addresses/entry-reach.ts";
import { masterCluster } from "../basics/platform.ts";
import { servedHosts } from "../certificates/hosts.ts";
import { knownTarget } from "./target.ts";

/** What the internet must see for HTTP-01 when the entry itself is private: every served host at the public address. */
export const publicRecords = rule<readonly DnsRecord[]>({
  id: "dns.public",
  title: "Public records for Let's Encrypt",
  per: "cluster",
  sources: ["letsencrypt.challenges", "cert-manager.http01"],
  derive: (read, cluster) => {
    if (read.answer(certificates.plan.issuance) !== "http01") return read.notApplicable("Only HTTP-01 needs the names in public DNS with an address.");
    if (read.rule(masterCluster) !== cluster) return read.notApplicable("The stated public address belongs to the platform entry.");
    if (read.rule(entryReach, cluster).public) return read.notApplicable("The entry is public, so its records serve the internet as they are.");
    const address = read.maybe(certificates.plan.publicAddress);
    if (address.kind !== "known") return [];
    return read.rule(servedHosts, cluster).map((host) => ({
      id: host.id.replace("host.", "record.public-"),
      name: host.name,
      ...knownTarget(address.value),
      purpose: `Public address of the entry: ${host.service}`,
      need: "required",
      view: "public",
      when: "Before the first certificate is requested",
      from: read.cell,
      why: `Let's Encrypt looks ${host.name} up in public DNS and fetches its challenge from ${address.value} on TCP 80; the entry's own address is private.`,
    }));
  },
});
