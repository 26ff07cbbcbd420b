import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ciliumKernel, oldKernels } from "../../facts/operating-systems.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import type { ImageUrls } from "../../providers/contract/images.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { platformSystem, serverOf } from "../basics/image-takers.ts";
import { datacenterName } from "../basics/platform.ts";
import { itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { afterWorkers } from "./places.ts";
import { machinesOf, underName } from "./platform-images.ts";
import { accountsOfClusters, accountsOfDatacenter, ALLOW_LIST, FIREWALL } from "./uses.ts";
import { clustersWithWorkers, workerSystems } from "../basics/worker-systems.ts";

/** Images of the workers' operating systems, where the infrastructure has none of its own, or the systems of machines that are installed already. */
const workerImages = rule<readonly Draft[]>({
  id: "checklist.worker-images",
  title: "Checklist: images of workers",
  per: "datacenter",
  sources: ["kkp.os-support", "kkp.code.datacenter"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (provider.images === "provider") return read.notApplicable(`Nobody uploads images to ${provider.title}.`);
    const names = listed(read.rule(workerSystems, datacenter));
    const traps = trapsOf(read, read.answer(infrastructure.datacenter.operatingSystems, datacenter).map(operatingSystemOf));
    return [itemOf(read, `worker-images[${datacenter}]`, { team: "infrastructure", chapter: "infrastructure", ...words(read, datacenter, provider, names, traps) })];
  },
});

type Words = Pick<ItemWords, "title" | "verify" | "why" | "how" | "after" | "uses" | "blockedBy">;

function words(read: Reader, datacenter: string, provider: Provider, names: string, traps: string): Words {
  const name = datacenterName(read, datacenter);
  if (provider.images === "none") return { ...installed(names, name, traps), after: afterWorkers(read, datacenter) };
  const clusters = read.rule(clustersWithWorkers, datacenter);
  const beside = clusters.length === 0 ? undefined : { machines: machinesOf(read, clusters), systems: listed([...new Set(clusters.map((cluster) => platformSystem(read, cluster)))]) };
  return provider.imageUrls ? served(read, datacenter, provider.imageUrls, names, traps, beside) : { ...uploaded(provider, names, name, traps, beside), uses: [...accountsOfDatacenter(read, provider, datacenter), ...accountsOfClusters(read, clusters)] };
}

/** Machines of the platform that start from one of the images as well, and the systems of those. */
interface Beside {
  readonly machines: string;
  readonly systems: string;
}

const forWhom = (name: string, beside: Beside | undefined): string => (beside ? `${name} and ${beside.machines}` : name);

/** Images that lie on a web server, and that the infrastructure or the machines load by URL. */
function served(read: Reader, datacenter: string, urls: ImageUrls, names: string, traps: string, beside: Beside | undefined): Words {
  const { verify, why, how = "", sources, ofPlatform } = urls;
  read.cite(...sources);
  const server = serverOf(read, urls, read.answer(infrastructure.datacenter.place, datacenter));
  const on = server?.kind === "known" ? server.value : "a web server";
  const also = beside && ofPlatform ? `; ${ofPlatform.also.replace("{machines}", beside.machines)}` : "";
  return {
    title: `Images of ${names} for ${forWhom(datacenterName(read, datacenter), beside)} served by ${on}`,
    uses: [...(urls.uses ?? []).map((id) => `${id}[${read.answer(infrastructure.datacenter.place, datacenter)}]`), FIREWALL, ALLOW_LIST],
    verify: `${verify.replaceAll("{server}", server?.kind === "known" ? server.value : "the web server")}${also}`,
    why,
    how: `${how}${traps}`.trim(),
    ...(urls.fromWorkers ? { after: afterWorkers(read, datacenter) } : {}),
    blockedBy: server ? openIn(server) : [],
  };
}

function uploaded(provider: Provider, names: string, name: string, traps: string, beside: Beside | undefined): Words {
  const field = provider.datacenterFields.find(({ field: key }) => /images|templates/.test(key))?.field ?? "images";
  return {
    title: `Images of ${names} for ${forWhom(name, beside)}`,
    verify: `${provider.title} shows each image to the account of the tenants, under the name that ${field} of the Seed holds${beside ? `, and that of ${beside.systems} to ${underName(provider.kubeone?.image)}` : ""}`,
    why: `Workers of ${name} start from them; a missing one leaves machines of a user cluster in creation for ever.`,
    how: traps.trim(),
  };
}

function installed(names: string, name: string, traps: string): Words {
  return {
    title: `Machines of ${name} installed with ${names}`,
    verify: `\`cat /etc/os-release\` and \`uname -r\` on each machine of ${name} print system and kernel`,
    why: `Nobody but you installs the workers of ${name}, so what runs on them is what KKP finds.`,
    how: traps.trim(),
  };
}

/** Older systems that start and then fail, as a sentence. */
function trapsOf(read: Reader, chosen: readonly OperatingSystem[]): string {
  const failing = (at: OperatingSystem["olderFailsAt"]) => chosen.filter(({ olderFailsAt }) => olderFailsAt === at).map(({ title }) => title);
  const [atCilium, atKernel] = [failing("cilium"), failing("kernel")];
  return [...(atCilium.length > 0 ? [ciliumTrap(read)] : []), ...(atKernel.length > 0 ? [kernelTrap(read, atKernel)] : [])].map((sentence) => ` ${sentence}`).join("");
}

function ciliumTrap(read: Reader): string {
  const { plugin, kernel } = read.fact(ciliumKernel);
  return `Cilium ${plugin} fails on Ubuntu 22.04 with the kernel ${kernel} or an older one.`;
}

function kernelTrap(read: Reader, systems: readonly string[]): string {
  const { least, from } = read.fact(oldKernels);
  return `Version 8 of ${listed(systems)} lacks the kernel ${least} that Kubernetes ${from} wants.`;
}

export const workerImageItems: readonly Rule<readonly Draft[]>[] = [workerImages];
