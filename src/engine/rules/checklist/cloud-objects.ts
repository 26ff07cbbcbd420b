import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ports } from "../../facts/ports.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { CreatedObjects } from "../../providers/contract/created-objects.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { datacenterAnswer, placeAnswer } from "../basics/infrastructure.ts";
import { makesNetworks } from "../basics/made-networks.ts";
import { datacenterName, releaseIn } from "../basics/platform.ts";
import { USER_CLUSTERS_TITLE } from "../workloads/shown-later.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { afterWorkers } from "./places.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { accountsOfDatacenter, REPOSITORY } from "./uses.ts";

/** Networks and other objects that KKP makes for each user cluster unless the Preset names existing ones. */
const objects = rule<readonly Draft[]>({
  id: "checklist.cloud-objects",
  title: "Checklist: objects of user clusters",
  per: "datacenter",
  sources: ["kkp.code.preset"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const { creates, title, volumeApi } = provider;
    if (!creates) return read.notApplicable(`KKP makes nothing but machines on ${title}.`);
    read.cite(...creates.sources);
    const name = datacenterName(read, datacenter);
    const unnamed = makesNetworks(read, provider, datacenter) ? (creates.unnamedThen ?? []) : [];
    const named = [...creates.named, ...(creates.namedIn ? read.fact(creates.namedIn)[releaseIn(read).id] : [])].filter((field) => !unnamed.includes(field));
    const volumes = volumeApi && datacenterAnswer(read, volumeApi.question, datacenter);
    if (volumeApi) read.cite(...volumeApi.sources);
    const values = (creates.asked ?? []).filter(({ field }) => !unnamed.includes(field)).flatMap((asked) => valueOf(read, asked, datacenter) ?? []).concat(volumes?.kind === "known" ? `${volumeApi?.field} ${volumes.value}` : []);
    return [
      itemOf(read, `cloud-objects[${datacenter}]`, {
        title: `Preset of ${name} names what exists: ${named.join(", ")}${values.length === 0 ? "" : `; ${values.join(", ")}`}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: creates.verify,
        after: afterWorkers(read, datacenter),
        uses: accountsOfDatacenter(read, provider, datacenter),
        why: `For what ${name} leaves out, KKP creates ${creates.what}; nobody chose their names and ranges, and quotas must leave room for them.${volumeApi ? ` The storage driver knows no endpoint but ${volumeApi.field}.` : ""}`,
        blockedBy: openIn(...(volumes ? [volumes] : [])),
      }),
    ];
  },
});

/** A field with the value that is named already, as an addition to the title. */
function valueOf(read: Reader, { field, of, question }: NonNullable<CreatedObjects["asked"]>[number], datacenter: string): string | undefined {
  const place = of === "place" ? read.maybe(infrastructure.datacenter.place, datacenter) : undefined;
  const value = of === "datacenter" ? datacenterAnswer(read, question, datacenter) : place?.kind === "known" ? placeAnswer(read, question, place.value) : undefined;
  return value?.kind === "known" ? `${field} ${value.value}` : undefined;
}

/** What user clusters get from nobody: a storage driver where KKP brings none. */
const drivers = rule<readonly Draft[]>({
  id: "checklist.user-cluster-drivers",
  title: "Checklist: drivers of user clusters",
  per: "datacenter",
  sources: ["kkp.code.csi-addons", "kkp.code.cloud-controllers"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const { userClusters, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (userClusters.storageDriver !== undefined) return read.notApplicable(`KKP brings ${userClusters.storageDriver} into user clusters on ${title}.`);
    read.cite(...userClusters.sources);
    const name = datacenterName(read, datacenter);
    const balancers = read.rule(workloadSupplier, datacenter).brought ? " and a load balancer" : "";
    return [
      itemOf(read, `user-cluster-drivers[${datacenter}]`, {
        title: `Storage driver${balancers} of your own for user clusters in ${name}`,
        team: "storage",
        chapter: "infrastructure",
        verify: `Its chart or manifests lie in the repository with the values for ${name}, and their images are among those that its nodes may pull; the rest is tried in the step “${USER_CLUSTERS_TITLE}” of the runbook`,
        uses: [REPOSITORY],
        why: `KKP brings ${userClusters.cloudController ? "no storage driver" : "neither storage driver nor cloud controller"} into user clusters on ${title}; workloads in ${name} that want a volume would wait for ever.`,
      }),
    ];
  },
});

/** What narrows SSH to the workers, where the security groups of KKP would let it in from anywhere. */
const sshSources = rule<readonly Draft[]>({
  id: "checklist.ssh-sources",
  title: "Checklist: SSH to the workers",
  per: "datacenter",
  sources: ["kkp.code.security-groups", "kkp.code.preset"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const { opensSsh, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!opensSsh) return read.notApplicable(`Security groups on ${title} let no SSH in.`);
    if (read.answer(infrastructure.datacenter.sshSources, datacenter) === "anywhere") return read.notApplicable("SSH stays open to any address.");
    read.cite(...opensSsh.sources);
    const [ssh, name] = [read.fact(ports.ssh), datacenterName(read, datacenter)];
    return [
      itemOf(read, `ssh-sources[${datacenter}]`, {
        title: `Source ranges for SSH to the workers of ${name}, by ${opensSsh.how}`,
        team: "security",
        chapter: "infrastructure",
        verify: opensSsh.verify,
        after: afterWorkers(read, datacenter),
        why: `Security groups that KKP makes let TCP ${ssh} in from any address that reaches a machine of ${name}, and KKP itself opens no SSH to it.`,
      }),
    ];
  },
});

/** What support covers, for each infrastructure that KKP supports with limits. */
const support = rule<readonly Draft[]>({
  id: "checklist.limited-support",
  title: "Checklist: support of the infrastructure",
  per: "plan",
  sources: ["kkp.providers"],
  derive: (read) => {
    onlyForNew(read);
    const served = new Map<ProviderId, string[]>();
    for (const datacenter of read.subjects("datacenter")) {
      const id = read.optional(infrastructure.datacenter.provider, datacenter);
      if (id === undefined || (providerOf(id) as Provider).support === undefined) continue;
      served.set(id, [...(served.get(id) ?? []), datacenterName(read, datacenter)]);
    }
    return [...served].flatMap(([id, names]) => {
      const provider: Provider = providerOf(id);
      if (!provider.support) return [];
      read.cite(...provider.support.sources);
      return [
        itemOf(read, `limited-support[${id}]`, {
          title: `What support covers of ${provider.title} in ${listed(names)}, agreed with Kubermatic`,
          team: "platform",
          chapter: "infrastructure",
          work: "vendor",
          verify: `${provider.support.statement} The answer of Kubermatic is in writing; the rest is tried in the step “${USER_CLUSTERS_TITLE}” of the runbook`,
          why: `${names.length === 1 ? "A datacenter relies" : "Datacenters rely"} on it, and what nobody has promised is found out by a fault.`,
        }),
      ];
    });
  },
});

export const cloudObjectItems: readonly Rule<readonly Draft[]>[] = [objects, drivers, sshSources, support];
