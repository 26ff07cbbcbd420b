import { dns } from "../../answers/chapters/dns.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { entryReach } from "../addresses/entry-reach.ts";
import { ledFamily } from "../addresses/second-reach.ts";
import { issuer } from "../certificates/issuer.ts";
import { masterCluster } from "../basics/platform.ts";
import { servedHosts } from "../certificates/hosts.ts";
import { forwarding, statedPublicAddress } from "../firewall/forwarding.ts";
import { entering } from "./entering.ts";
import { knownTarget, spoken, typeOf } from "./target.ts";

/** A record at the public address for each host that the entry serves: names can be asked for before the address is known. */
function atPublicAddress(read: Reader, cluster: string, address: Value<string>, view: string, when: string, why: (name: string, address: string) => string): readonly DnsRecord[] {
  const leads = { ...(address.kind === "known" ? knownTarget(address.value) : { target: address, type: typeOf(address) }), cluster, end: "outside", view: "public" } as const;
  const entered = entering(read, leads);
  return read.rule(servedHosts, cluster).map((host) => ({
    id: host.id.replace("host.", `record.${view}-`),
    name: host.name,
    ...leads,
    ...entered,
    purpose: `Public address of the entry: ${host.service}`,
    need: "required",
    when,
    from: read.cell,
    why: why(host.name, spoken(address)),
  }));
}

/** What the internet must see for HTTP-01 when the entry itself is private: every served host at the public address. */
export const publicRecords = rule<readonly DnsRecord[]>({
  id: "dns.public",
  title: "Public records for Let's Encrypt",
  per: "cluster",
  sources: ["letsencrypt.challenges", "cert-manager.http01"],
  derive: (read, cluster) => {
    const { challenge, onInternet, authority } = read.rule(issuer);
    if (challenge !== "http01" || !onInternet) return read.notApplicable("No issuer looks the names up from the internet to find an address.");
    if (read.rule(entryReach, cluster).public) return read.notApplicable("The entry is public, so its records serve the internet as they are.");
    const address = statedPublicAddress(read, cluster);
    return atPublicAddress(read, cluster, address, "public", "Before the first certificate is requested", (name, at) => `${authority} looks ${name} up in public DNS and fetches its challenge from ${at} on TCP 80${read.optionalRule(forwarding, cluster)?.forPeople ? ", and people on the internet open it there" : ""}; the entry's own ${ledFamily(read, cluster)}address is private.`);
  },
});

/** What people on the internet find in the outer view of a split zone. */
export const outerRecords = rule<readonly DnsRecord[]>({
  id: "dns.outer-view",
  title: "Records of the outer view",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    if (read.rule(masterCluster) !== cluster) return read.notApplicable("The stated public address belongs to the platform entry.");
    if (read.answer(dns.plan.zone) !== "split") return read.notApplicable("The zone has one view.");
    const { challenge, onInternet } = read.rule(issuer);
    if (challenge === "http01" && onInternet) return read.notApplicable("The issuer's records make the outer view.");
    if (!read.answer(dns.plan.outside)) return read.notApplicable("Nobody opens the platform from the internet.");
    if (read.rule(entryReach, cluster).public) return read.notApplicable("The entry is public, so its records serve both views as they are.");
    const address = read.maybe(dns.plan.publicEntry);
    return atPublicAddress(read, cluster, address, "outer", "Any time; it opens when the firewall leads the public address to the entry", (name, at) => `People on the internet get ${at} for ${name}, while machines inside get the entry's own ${ledFamily(read, cluster)}address from the inner view.`);
  },
});
