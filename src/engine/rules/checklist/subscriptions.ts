import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { rhelRegistration } from "../../facts/operating-systems.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { operatingSystemOf, type OperatingSystemId } from "../../operating-systems/registry.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { joinedIn } from "../basics/joined.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { itemOf, onlyForNew, type Draft, type ItemWords } from "./item.ts";

const subscribed = (ids: readonly OperatingSystemId[]): readonly OperatingSystem[] => ids.map((id): OperatingSystem => operatingSystemOf(id)).filter(({ subscription }) => subscription);

/** What is common to all such machines: whose subscription it is, and where it is entered. */
function words(read: Reader, system: string, name: string, { provider, made, byHand = false, later = false }: { readonly provider: Provider; readonly made: boolean; readonly byHand?: boolean; readonly later?: boolean }): ItemWords {
  const { portal, givesBack, satellite } = read.fact(rhelRegistration);
  const fields = `${listed([...portal, givesBack])}; with a Satellite ${listed(satellite.fields)} beside ${satellite.on}: true`;
  return {
    title: `Subscription for machines of ${name} with ${system}`,
    team: "infrastructure",
    chapter: "infrastructure",
    verify: [
      `The portal of Red Hat shows a subscription that is free for each of them${provider.images === "provider" ? `, or their image is one that ${provider.title} sells with a subscription` : ""}`,
      ...(made ? [`the secret store holds what operatingSystemSpec of each MachineDeployment of ${name} takes: ${fields}`] : []),
      ...(later ? [`somebody is named who registers each control plane of ${name} before KubeOne enters it, for it registers none`] : []),
      ...(byHand ? ["`subscription-manager status` on each machine prints no error"] : []),
    ].join("; "),
    why: `Machines of ${name} load packages from Red Hat while they are set up, and it serves those alone that a subscription covers.`,
  };
}

/** For control planes and workers of a cluster that KubeOne sets up. */
const ofPlatform = rule<readonly Draft[]>({
  id: "checklist.platform-subscriptions",
  title: "Checklist: subscriptions of the platform's machines",
  per: "cluster",
  sources: ["redhat.subscription-hosts", "kubeone.scripts"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const [system] = subscribed([read.answer(versions.cluster.operatingSystem, cluster)]);
    if (!system) return read.notApplicable("Its machines need no subscription.");
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const made = read.rule(platformWorkers, cluster) !== "static";
    return [itemOf(read, `subscription[${cluster}]`, words(read, system.title, clusterName(read, cluster), { provider, made, byHand: !made, later: made }))];
  },
});

/** For workers of a datacenter. */
const ofWorkers = rule<readonly Draft[]>({
  id: "checklist.worker-subscriptions",
  title: "Checklist: subscriptions of workers",
  per: "datacenter",
  sources: ["redhat.subscription-hosts"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (provider.operatingSystems.length === 0) return read.notApplicable(`No page says which systems workers on ${provider.title} run.`);
    const [system] = subscribed(read.answer(infrastructure.datacenter.operatingSystems, datacenter));
    if (!system) return read.notApplicable("Its workers need no subscription.");
    const made = joinedIn(read, datacenter) === undefined;
    return [itemOf(read, `subscription[${datacenter}]`, words(read, system.title, datacenterName(read, datacenter), { provider, made, byHand: !made }))];
  },
});

export const subscriptionItems: readonly Rule<readonly Draft[]>[] = [ofPlatform, ofWorkers];
