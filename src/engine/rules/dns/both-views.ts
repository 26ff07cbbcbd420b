import { dns } from "../../answers/chapters/dns.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { entryReach } from "../addresses/entry-reach.ts";
import { issuer } from "../certificates/issuer.ts";
import { externalDns } from "./external-dns.ts";

/** Whether the names of a public entry stand in two views of which external-dns fills the inner one; not applicable where one view is enough. */
export const bothViews = rule<true>({
  id: "dns.both-views",
  title: "Names in both views of the zone",
  per: "cluster",
  sources: ["external-dns.providers"],
  derive: (read, cluster) => {
    read.rule(externalDns);
    if (read.answer(dns.plan.zone) !== "split") return read.notApplicable("The zone has one view.");
    const { challenge, onInternet } = read.rule(issuer);
    if (!(challenge === "http01" && onInternet) && !read.answer(dns.plan.outside)) return read.notApplicable("Nobody on the internet looks the names up.");
    if (!read.rule(entryReach, cluster).public) return read.notApplicable("The outer view has a public address of its own.");
    return true;
  },
});

/** Whether a record that external-dns writes stands in the outer view as well, by hand. */
export const isInBothViews = (read: Reader, { leadsTo = "" }: Pick<DnsRecord, "leadsTo">): boolean => {
  const cluster = /^address\.(?:entry|nodeport-proxy)(?:-v6)?\[(.*)\]$/.exec(leadsTo)?.[1];
  return cluster !== undefined && read.optionalRule(bothViews, cluster) !== undefined;
};

/** What the moment of a record adds there. */
export const alsoOuter = (read: Reader, cluster: string): string =>
  read.optionalRule(bothViews, cluster) === undefined ? "" : "; at the same moment by hand into the outer view, since external-dns fills the inner one";
