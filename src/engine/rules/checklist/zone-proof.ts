import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import type { Reader } from "../../kernel/rule.ts";

/** The command that finds the zone of the base domain, whether or not a record of the platform is in it. */
export const asksZone = (read: Reader): string => {
  const domain = read.maybe(project.plan.domain);
  return domain.kind === "known" ? `\`dig SOA ${domain.value}\`` : "`dig SOA` of the base domain";
};

/** What shows on a machine inside, before any record of the platform is entered, that it will find them. */
export const seesZone = (read: Reader): string => `${asksZone(read)} shows the zone that holds the base domain${read.optional(dns.plan.zone) === "split" ? ", with the serial number of its inner view" : ""}`;

/** The same from the internet. */
export const publicZone = (read: Reader): string => `On the internet, ${asksZone(read)} shows the zone that holds it`;
