import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { secondAddresses } from "../addresses/second-family.ts";
import { platformDual } from "../basics/families.ts";
import { proxyRuns } from "../basics/exposure.ts";
import { nameOfCluster, masterCluster, release } from "../basics/platform.ts";
import { MASTER_VALUES, seedObject, seedValues, setting } from "./setting.ts";

/** Fields that give entry and nodeport-proxy an address of each family. */
export const familySettings = rule<readonly Setting[]>({
  id: "settings.dns-families",
  title: "Fields for both address families",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.envoy-values", "kkp.code.nginx-values"],
  derive: (read, cluster) => {
    if (!platformDual(read)) return read.notApplicable("The platform answers in IPv4 alone.");
    // A Service that waits for an address which nobody has chosen would never become ready.
    const second = read.rule(secondAddresses, cluster).filter(({ address }) => address.kind !== "open");
    const name = nameOfCluster(read, cluster);
    const { entry } = read.rule(release);
    const row = (object: string, word: string, field: string, value: string, why: string) => setting(read, { topic: "dns", object, id: `dns.${word}[${cluster}]`, field, value, why });
    const proxy = read.answer(infrastructure.cluster.role, cluster) !== "master" && read.rule(proxyRuns, cluster) && second.some(({ purpose }) => purpose === "nodeport-proxy");
    const serves = second.some(({ purpose }) => purpose === "entry");
    return [
      ...(serves ? entry.dualStack.map(({ field, value }, at) => row(read.optionalRule(masterCluster) === cluster ? MASTER_VALUES : seedValues(name), `families-entry-${at + 1}`, field, value, `Without it the Service of ${entry.title} takes an IPv4 address alone, and the AAAA records lead nowhere.`)) : []),
      ...(proxy
        ? [
            row(seedObject(name), "families-policy", "spec.nodeportProxy.ipFamilyPolicy", "RequireDualStack", "The Service waits for both addresses, so a missing one shows at once."),
            row(seedObject(name), "families-list", "spec.nodeportProxy.ipFamilies", "[IPv4, IPv6]", "IPv4 stands first, as everywhere in KKP."),
          ]
        : []),
    ];
  },
});
