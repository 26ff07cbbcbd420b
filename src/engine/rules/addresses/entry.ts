import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { ReleaseEntry } from "../../releases/release.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { clusterName, entryIn, goesAtOnce, masterCluster, releaseIn, replacedAt, replacedEntry, writtenName } from "../basics/platform.ts";
import { serviceOf } from "../basics/entry-names.ts";
import { portsAt } from "./changed-ports.ts";
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
    const entry = entryIn(read, cluster);
    const name = clusterName(read, cluster);
    return {
      id: `address.entry[${cluster}]`,
      purpose: "entry",
      title: platform ? "Platform entry" : `Entry of ${name}`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...(platform && entry.own ? { address: read.maybe(platformEntry.plan.gatewayAddress) } : addressAt(read, cluster, "entry")),
      count: 1,
      ...(platform ? { service: serviceOf(read, entry) } : {}),
      from: read.cell,
      why: platform
        ? `${entry.own ? "KKP takes no address for its entry: " : ""}${entry.own ? servedAtEntry(read) : capital(servedAtEntry(read))} share one address with all proxied interfaces, served by ${entry.title}.`
        : `${name} serves the exposed interfaces of its monitoring itself, by its own ${entry.title}.`,
    };
  },
});

/** Whether the installer takes the former entry of a cluster away, whatever entry follows: neither on a Seed of its own, nor before 2.31. */
export const installerCleans = (read: Reader, cluster: string): boolean => read.optionalRule(masterCluster) === cluster && releaseIn(read).cleansFormer === true;

/** What ends the time in which a former entry holds its address. */
export function goesWhen(read: Reader, cluster: string, former: ReleaseEntry): string {
  if (goesAtOnce(former)) return "deleted by KKP, when your Gateway has taken the routes";
  return installerCleans(read, cluster) ? "cleaned by --clean-nginx-lb" : "removed by hand";
}

/** Virtual address that the replaced entry keeps until it is cleaned. */
export const formerEntryAddress = rule<AddressAssignment>({
  id: "addresses.former-entry",
  title: "Virtual address of the former entry",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "kkp.code.nginx-values"],
  derive: (read, cluster) => {
    const former = read.rule(replacedEntry).entry;
    servesPlatform(read, cluster);
    const entry = entryIn(read, cluster);
    const name = clusterName(read, cluster);
    if (!replacedAt(read, cluster)) return read.notApplicable(`${name} keeps ${entry.title}.`);
    return {
      id: `address.former-entry[${cluster}]`,
      purpose: "former-entry",
      title: `Former entry of ${name} (${former.title})`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...addressAt(read, cluster, "former-entry"),
      count: 1,
      service: former.service,
      until: `until the ${former.title} Service${!goesAtOnce(former) && installerCleans(read, cluster) ? "" : ` of ${writtenName(read, cluster)}`} is ${goesWhen(read, cluster, former)}`,
      from: read.cell,
      why: portsAt(read, cluster)
        ? `Its Service outlives the upgrade to KKP ${releaseIn(read).id}: until it goes, the nodes answer on the ports of ${former.title} and on those of ${entry.title}, at one address.`
        : goesAtOnce(former)
        ? `KKP deletes its Gateway, and this address with it, when ${entry.title} has taken the routes; until the records have moved they lead here.`
        : `Its Service outlives the upgrade to KKP ${releaseIn(read).id}, so ${former.title} and ${entry.title} hold an address each until the records have moved.`,
    };
  },
});
