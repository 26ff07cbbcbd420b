import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/** A base domain that the named zone does not hold. */
export const domainOutsideZone = check({
  id: "dns.domain-outside-zone",
  title: "The zone holds the base domain",
  severity: "blocker",
  per: "plan",
  sources: ["rfc.1034"],
  examine: (read, _plan, report) => {
    // Asked only where something depends on it, so nobody has to answer for the check alone.
    const zone = read.optional(dns.plan.zoneName);
    if (zone === undefined) return;
    const domain = read.answer(project.plan.domain);
    if (isAtOrBelow(domain, zone)) return;
    report({
      title: `${domain} does not lie in the zone ${zone}`,
      message: `Every record of the platform is ${domain} or stands below it; the zone ${zone} can hold none of them.`,
      remedy: "Name the zone that holds the base domain, or change the base domain.",
      fixes: [{ title: `Take ${domain} as the zone`, set: [{ path: read.path(dns.plan.zoneName), value: domain }] }],
      answers: [read.path(dns.plan.zoneName), read.path(project.plan.domain)],
    });
  },
});
