import { dns } from "../../answers/chapters/dns.ts";
import { certificates } from "../../answers/chapters/certificates.ts";
import { check } from "../../kernel/check.ts";
import type { Fix } from "../../plan/plan.ts";
import { publicAgain } from "../../rules/basics/cloud-reach.ts";
import { publicRecords } from "../../rules/dns/public-records.ts";

/** Names that have to lead to two addresses where the zone gives everybody the same answer. */
export const viewsApart = check({
  id: "dns.views-apart",
  title: "A name with an inner and a public address has two views",
  severity: "blocker",
  per: "plan",
  sources: ["letsencrypt.challenges", "cert-manager.http01"],
  examine: (read, _plan, report) => {
    const names = read.subjects("cluster").flatMap((cluster) => (read.optionalRule(publicRecords, cluster) ?? []).map(({ name }) => name));
    const [first] = names;
    if (first === undefined) return;
    // A zone that the internet does not see is a fault of its own.
    if (read.answer(dns.plan.zone) !== "public") return;
    const zone = read.path(dns.plan.zone);
    // Where a cloud would give the entry a public address, names need no second one.
    const open = read.subjects("cluster").flatMap((cluster) => (read.optionalRule(publicRecords, cluster) === undefined ? [] : (publicAgain(read, cluster) ?? [])));
    const again: readonly Fix[] = open.length === 0 ? [] : [{ title: open.length === 1 ? (open[0]?.title ?? "") : "Give load balancers of these entries public addresses", set: open.flatMap(({ set }) => set) }];
    report({
      title: `${first} cannot be inside and on the internet with one view`,
      message: `${names.length === 1 ? `${first} leads` : `${names.length} names, ${first} first, lead`} to an entry with a private address inside and to a public address for Let's Encrypt. A zone with one view gives both answers to everybody, and half of the connections end at the wrong one.`,
      remedy: `${open.length === 0 ? "Split the zone into an inner and an outer view" : "Let the cloud give its load balancers public addresses, split the zone into an inner and an outer view"}, or choose DNS-01, which needs no public address.`,
      fixes: [
        ...again,
        { title: "Split the zone into two views", set: [{ path: zone, value: "split" }] },
        { title: "Use Let's Encrypt by DNS-01", set: [{ path: read.path(certificates.plan.issuance), value: "dns01" }] },
      ],
      answers: [zone, read.path(certificates.plan.issuance), ...open.flatMap(({ set }) => set.map(({ path }) => path))],
    });
  },
});
