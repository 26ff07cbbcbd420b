import { access } from "../../answers/chapters/access.ts";
import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { entryReach } from "../addresses/entry-reach.ts";
import { masterCluster } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { isPrivate } from "../../values/address.ts";

/** A public address from which somebody's firewall or router leads traffic on to an entry. */
export interface Forwarding {
  readonly address: Value<string>;
  /** Whether the authority that checks names dials it, on the port of challenges. */
  readonly forAuthority: boolean;
  /** Whether people on the internet dial it. */
  readonly forPeople: boolean;
}

/** The public address that somebody stated for an entry: that of the platform, or of a Seed apart from the master. */
export const statedPublicAddress = (read: Reader, cluster: string): Value<string> =>
  read.optionalRule(masterCluster) === cluster ? read.maybe(certificates.plan.publicAddress) : read.maybe(certificates.cluster.publicAddress, cluster);

/** Whether people open the platform from the internet, where the zone tells them another story than it tells those inside. */
export const opensOutside = rule<boolean>({
  id: "firewall.opens-outside",
  title: "Platform opened from the internet",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => read.answer(dns.plan.zone) === "split" && read.answer(dns.plan.outside),
});

/** How the internet reaches an entry whose own address is private; not applicable where nothing has to be led on. */
export const forwarding = rule<Forwarding>({
  id: "firewall.forwarding",
  title: "Forwarding from a public address",
  per: "cluster",
  sources: ["letsencrypt.challenges", "kkp.install-ce"],
  derive: (read, cluster) => {
    const { challenge, onInternet } = read.rule(issuer);
    const forAuthority = challenge === "http01" && onInternet;
    const master = read.rule(masterCluster) === cluster;
    if (!forAuthority && !master) return read.notApplicable("People on the internet are led on to the platform entry alone.");
    // Challenges come to it whoever else does, so the authority's rows do not wait for that.
    const opens = master && forAuthority ? read.outcome(opensOutside) : undefined;
    const forPeople = opens ? opens.kind === "known" && opens.value : master && read.rule(opensOutside);
    if (!forAuthority && !forPeople) return read.notApplicable("Nobody on the internet dials the entry.");
    if (read.rule(entryReach, cluster).public) return read.notApplicable("The entry is public, so nothing has to be led on.");
    return { address: forAuthority ? statedPublicAddress(read, cluster) : read.maybe(dns.plan.publicEntry), forAuthority, forPeople };
  },
});

/** Networks from which people on the internet come, of those that users are limited to; undefined where they may come from anywhere. */
export function publicUserNetworks(read: Reader): { readonly all: readonly string[]; readonly onInternet: readonly string[] } | undefined {
  const all = read.answer(access.plan.userNetworks);
  return all.length === 0 ? undefined : { all, onInternet: all.filter((block) => !isPrivate(block.split("/")[0] ?? block)) };
}

/** Whether people on the internet need rows of their own, since they come from none of the networks that rows for users name. Waits for who opens the platform, and for the networks. */
export function comeBesideUsers(read: Reader): boolean {
  return read.rule(opensOutside) && publicUserNetworks(read)?.onInternet.length === 0;
}
