import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { secondAddresses } from "../addresses/second-family.ts";
import { platformDual, refusesBothFamilies } from "../basics/families.ts";
import { proxyRuns } from "../basics/exposure.ts";
import { datacentersOf, entryIn, masterCluster, nameOfCluster, nameOfDatacenter } from "../basics/platform.ts";
import { MASTER_VALUES, seedObject, seedValues, setting } from "./setting.ts";

/** Fields that give entry and nodeport-proxy an address of each family. */
export const familySettings = rule<readonly Setting[]>({
  id: "settings.families",
  title: "Fields for both address families",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    if (!platformDual(read)) return read.notApplicable("The platform answers in IPv4 alone.");
    // A Service that waits for an address which nobody has chosen would never become ready.
    const second = read.rule(secondAddresses, cluster).filter(({ address }) => address.kind !== "open");
    const name = nameOfCluster(read, cluster);
    const entry = entryIn(read, cluster);
    const row = (object: string, word: string, field: string, value: string, why: string) => setting(read, { topic: "families", object, id: `families.${word}[${cluster}]`, field, value, why });
    const proxy = read.answer(infrastructure.cluster.role, cluster) !== "master" && read.rule(proxyRuns, cluster) && second.some(({ purpose }) => purpose === "nodeport-proxy");
    const serves = second.some(({ purpose }) => purpose === "entry");
    return [
      ...(serves ? entry.dualStack.map(({ field, value }, at) => row(read.optionalRule(masterCluster) === cluster ? MASTER_VALUES : seedValues(name), `entry-${at + 1}`, field, value, `Without it the Service of ${entry.title} takes an IPv4 address alone, and the AAAA records lead nowhere.`)) : []),
      ...(proxy
        ? [
            row(seedObject(name), "policy", "spec.nodeportProxy.ipFamilyPolicy", "RequireDualStack", "The Service waits for both addresses, so a missing one shows at once."),
            row(seedObject(name), "list", "spec.nodeportProxy.ipFamilies", "[IPv4, IPv6]", "IPv4 stands first, as everywhere in KKP."),
          ]
        : []),
    ];
  },
});

/** Fields that let datacenters give user clusters both families. */
export const datacenterFamilies = rule<readonly Setting[]>({
  id: "settings.families-datacenters",
  title: "Address families of datacenters",
  per: "cluster",
  sources: ["kkp.dual-stack", "kkp.code.datacenter"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("Datacenters belong to Seeds.");
    if (read.answer(families.plan.ipFamily) !== "dual") return read.notApplicable("User clusters have IPv4 alone.");
    const object = seedObject(nameOfCluster(read, cluster));
    return read.rule(datacentersOf, cluster).flatMap((datacenter) => {
      const id = read.optional(infrastructure.datacenter.provider, datacenter);
      const provider: Provider | undefined = id === undefined ? undefined : providerOf(id);
      if (!provider?.dualStack?.flag) return [];
      const name = nameOfDatacenter(read, datacenter);
      return [setting(read, { topic: "families", object, id: `families.datacenter[${datacenter}]`, field: `spec.datacenters.${name}.spec.${provider.id}.ipv6Enabled`, value: "true", why: `KKP takes ${provider.title} for IPv4 alone unless the datacenter says otherwise; user clusters in ${name} are to have both.` })];
    });
  },
});

/** Address families of machines that KubeOne sets up. */
export const kubeOneFamilies = rule<readonly Setting[]>({
  id: "settings.families-kubeone",
  title: "Address families of KubeOne",
  per: "cluster",
  sources: ["kubeone.types", "kubeone.defaults", "kubeone.validation", "aws.cloud-config"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    if (!platformDual(read)) return read.notApplicable("The platform answers in IPv4 alone.");
    if (refusesBothFamilies(read, cluster)) return read.notApplicable("KubeOne refuses both families on this infrastructure.");
    const name = nameOfCluster(read, cluster);
    const row = (word: string, value: Value<string>, why: string, part = "clusterNetwork") => setting(read, { topic: "families", object: `kubeone.yaml of ${name}`, id: `families.kubeone-${word}[${cluster}]`, field: `${part}.${word}`, value, why });
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const cloudConfig = provider.dualStack?.cloudConfig;
    return [
      ...(cloudConfig === undefined ? [] : [row("cloudConfig", known(cloudConfig), `Each part on a line of its own. KubeOne refuses both families on ${provider.title} without a cloudConfig, and the cloud controller gives nodes their IPv6 addresses only when it names both.`, "cloudProvider")]),
      row("ipFamily", known("IPv4+IPv6"), `Unasked KubeOne builds a cluster of IPv4 alone, and no Service on ${name} gets an IPv6 address.`),
      row("podSubnetIPv6", read.maybe(families.plan.platformPods6), "Pods behind entry and nodeport-proxy need an address of each family; the range is never changed afterwards."),
      row("serviceSubnetIPv6", read.maybe(families.plan.platformServices6), "Services of both families take their inner IPv6 address from it; the range is never changed afterwards."),
    ];
  },
});
