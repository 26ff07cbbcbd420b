import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { clusterName, entryAt, masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { addressAt } from "./slot-addresses.ts";
import { servesOwnInterfaces } from "./slots.ts";
import { servedAtEntry } from "../identity/token-issuer.ts";
import { capital } from "../../values/sentence.ts";

/** Ends the rule where a cluster serves nothing to browsers; otherwise tells whether it is the platform's own entry. */
function servesPlatform(read: Reader, cluster: string): boolean {
  if (read.optionalRule(masterCluster) === cluster) return true;
  if (read.rule(servesOwnInterfaces, cluster)) return false;
  return read.notApplicable(`${clusterName(read, cluster)} serves no interface of its own; the platform's entry is on the master.`);
}

/** Virtual address of the platform entry on the master, or of a separate Seed's own interfaces. */
export const entryAddress = rule<AddressAssignment>({
  id: "addresses.entry",
  title: "Virtual address of the entry",
  per: "cluster",
  sources: ["kkp.setup-checklist", "kkp.code.seed-stack"],
  derive: (read, cluster) => {
    const platform = servesPlatform(read, cluster);
    const entry = read.rule(entryAt, cluster);
    const name = clusterName(read, cluster);
    return {
      id: `address.entry[${cluster}]`,
      purpose: "entry",
      title: platform ? "Platform entry" : `Entry of ${name}`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...(platform && entry.own ? { address: read.maybe(platformEntry.plan.gatewayAddress) } : addressAt(read, cluster, "entry")),
      count: 1,
      ...(platform ? { service: entry.service } : {}),
      from: read.cell,
      why: platform
        ? `${entry.own ? "KKP takes no address for its entry: " : ""}${entry.own ? servedAtEntry(read) : capital(servedAtEntry(read))} share one address with all proxied interfaces, served by ${entry.title}.`
        : `${name} serves the exposed interfaces of its monitoring itself, by its own ${entry.title}.`,
    };
  },
});

/** Whether the installer takes the former entry of a cluster away: neither beside a Gateway of the customer nor on a Seed of its own. */
export const installerCleans = (read: Reader, cluster: string): boolean => read.optionalRule(masterCluster) === cluster && read.rule(release).entry.own !== true;

/** Virtual address that the replaced entry keeps until it is cleaned. */
export const formerEntryAddress = rule<AddressAssignment>({
  id: "addresses.former-entry",
  title: "Virtual address of the former entry",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "kkp.code.nginx-values"],
  derive: (read, cluster) => {
    servesPlatform(read, cluster);
    const former = read.rule(replacedEntry);
    const entry = read.rule(entryAt, cluster);
    const name = clusterName(read, cluster);
    return {
      id: `address.former-entry[${cluster}]`,
      purpose: "former-entry",
      title: `Former entry of ${name} (${former.entry.title})`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...addressAt(read, cluster, "former-entry"),
      count: 1,
      service: former.entry.service,
      until: installerCleans(read, cluster)
        ? `until the ${former.entry.title} Service is cleaned by --clean-nginx-lb`
        : `until the ${former.entry.title} Service of ${name} is removed by hand`,
      from: read.cell,
      why: `Its Service outlives the upgrade to KKP ${read.rule(release).id}, so ${former.entry.title} and ${entry.title} hold an address each until the records have moved.`,
    };
  },
});
