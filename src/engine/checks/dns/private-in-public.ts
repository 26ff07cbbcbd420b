import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { rowsFrom } from "../../rules/basics/rows-from.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { dnsRules } from "../../rules/dns/index.ts";
import { publicRecords } from "../../rules/dns/public-records.ts";
import { isPrivate } from "../../values/address.ts";
import { formatCount } from "../../values/figures.ts";

/** Whether a record that the platform needs leads to an address that the internet does not route, known or handed out later. */
const leadsInside = ({ view, need, type, target, seenBy }: DnsRecord): boolean =>
  view === "any" &&
  need === "required" &&
  (target.kind === "known" ? type !== "CNAME" && isPrivate(target.value) : target.kind === "later" && seenBy.kind === "known" && seenBy.value === "your networks");

/** Records that lead inside, in a zone that everybody can ask. */
export const privateInPublic = check({
  id: "dns.private-in-public",
  title: "A public zone names public addresses",
  severity: "advice",
  per: "plan",
  sources: ["unbound.private-address"],
  examine: (read, _plan, report) => {
    if (read.answer(dns.plan.zone) !== "public") return;
    const { rows, missing } = rowsFrom(read, dnsRules);
    const inside = rows.filter(leadsInside);
    const [first] = inside;
    // A name that leads inside and to a public address is a fault of its own.
    if (first === undefined || read.subjects("cluster").some((cluster) => read.optionalRule(publicRecords, cluster) !== undefined)) return;
    const { onInternet, authority } = read.rule(issuer);
    const domain = read.answer(project.plan.domain);
    const path = read.path(dns.plan.zone);
    report({
      title: `The public zone shows private addresses of ${domain}`,
      message: `${missing.length === 0 ? "" : "At least "}${formatCount(inside.length, "record")} of the platform, ${first.name} first, ${inside.length === 1 ? "leads" : "lead"} to private addresses. Everybody can look them up, and resolvers that guard against DNS rebinding withhold such answers: whoever asks one of these finds ${inside.length === 1 ? "no such name" : "none of these names"}.`,
      remedy: `Have the resolvers of users, nodes and workers let private addresses of ${domain} pass, or ${onInternet ? `split the zone, since ${authority} has to find it` : "let only the inside see the zone"}.`,
      fixes: onInternet ? [] : [{ title: "Let only the inside see the zone", set: [{ path, value: "private" }] }],
      answers: [path],
    });
  },
});
