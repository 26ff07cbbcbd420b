import { serviceName } from "../../dns-services/registry.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { check } from "../../kernel/check.ts";
import { rowsFrom } from "../../rules/basics/rows-from.ts";
import { dnsRules } from "../../rules/dns/index.ts";
import { externalDns } from "../../rules/dns/external-dns.ts";

/** A split zone that one external-dns cannot fill. */
export const oneViewOnly = check({
  id: "dns.one-view-only",
  title: "Each view of the zone is filled",
  severity: "warning",
  per: "plan",
  sources: ["external-dns.providers"],
  examine: (read, _plan, report) => {
    const { service } = read.rule(externalDns);
    if (read.answer(dns.plan.zone) !== "split") return;
    const outer = rowsFrom(read, dnsRules).rows.filter(({ views }) => views.kind !== "known" || views.value === "outer" || views.value === "both");
    report({
      title: "external-dns fills one view of the zone",
      message: `The zone has an inner and an outer view. An external-dns for ${serviceName(service)} writes the addresses of Services, which belong into the inner view, and fills no second one.`,
      remedy: `${outer.length === 0 ? "Give" : "Enter the records of the outer view by hand, and give"} the account of external-dns rights on the inner one only.`,
      answers: [read.path(dns.plan.externalDns), read.path(dns.plan.zone)],
    });
  },
});
