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
import { placeOfCluster, placeOfWorkers } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { itemOf, onlyForNew, type Draft, type ItemWords } from "./item.ts";
import { SECRET_STORE } from "./uses.ts";

const subscribed = (ids: readonly OperatingSystemId[]): readonly OperatingSystem[] => ids.map((id): OperatingSystem => operatingSystemOf(id)).filter(({ subscription }) => subscription);

/** Machines of one cluster or datacenter, and who registers them. */
interface Machines {
  readonly provider: Provider;
  /** Whether workers are made by MachineDeployments, whose fields register them. */
  readonly made: boolean;
  readonly byHand?: boolean;
  readonly later?: boolean;
  /** Whether they reach nothing on the internet, Red Hat's hosts among it. */
  readonly offline: boolean;
}

/** What is common to all such machines: whose subscription it is, and where it is entered. */
function words(read: Reader, system: string, name: string, { provider, made, byHand = false, later = false, offline }: Machines): ItemWords {
  const { portal, givesBack, satellite } = read.fact(rhelRegistration);
  const atSatellite = `${listed(satellite.fields)} beside ${satellite.on}: true`;
  const fields = offline ? atSatellite : `${listed([...portal, givesBack])}; with a Satellite ${atSatellite}`;
  const proofs = [
    ...(made ? [`the secret store holds what operatingSystemSpec of each MachineDeployment of ${name} takes: ${fields}`] : []),
    ...(later ? [`somebody is named who registers each control plane of ${name} ${offline ? "there " : ""}before KubeOne enters it${offline ? "" : ", for it registers none"}`] : []),
    ...(byHand ? ["`subscription-manager status` on each machine prints no error"] : []),
  ];
  return {
    title: `Subscription for machines of ${name} with ${system}`,
    team: "infrastructure",
    chapter: "infrastructure",
    verify: [
      `The portal of Red Hat shows a subscription that is free for each of them${provider.images === "provider" ? `, or their image is one that ${provider.title} sells with a subscription` : ""}`,
      ...(offline
        ? [
            `where a Satellite of yours serves them, ${proofs.join(", ")}, and the security team has opened the way to it, which is no row of this plan`,
            "without one they register with nobody, since nothing leads from there to Red Hat, and load from the mirror that their image names",
          ]
        : proofs),
    ].join("; "),
    ...(made ? { uses: [SECRET_STORE] } : {}),
    why: offline ? `The mirror is filled from Red Hat, which serves those alone that a subscription covers, and machines of ${name} install what lies there.` : `Machines of ${name} load packages from Red Hat while they are set up, and it serves those alone that a subscription covers.`,
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
    return [itemOf(read, `subscription[${cluster}]`, words(read, system.title, clusterName(read, cluster), { provider, made, byHand: !made, later: made, offline: !reachesInternet(read, placeOfCluster(read, cluster)) }))];
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
    return [itemOf(read, `subscription[${datacenter}]`, words(read, system.title, datacenterName(read, datacenter), { provider, made, byHand: !made, offline: !reachesInternet(read, placeOfWorkers(read, datacenter)) }))];
  },
});

export const subscriptionItems: readonly Rule<readonly Draft[]>[] = [ofPlatform, ofWorkers];
