import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { OLDER_SYSTEMS, versions } from "../../answers/chapters/versions.ts";
import { ciliumKernel, oldKernels, workerVersions } from "../../facts/operating-systems.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { operatingSystemOf, type OperatingSystemId } from "../../operating-systems/registry.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import type { ImageUrls, Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { datacenterName, releaseIn } from "../basics/platform.ts";
import { itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";

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
    const chosen = provider.operatingSystems.length === 0 ? [] : read.answer(infrastructure.datacenter.operatingSystems, datacenter);
    if (chosen.length === 0) return read.notApplicable(`No page says which systems workers on ${provider.title} run.`);
    const names = listed(versionsOf(read, datacenter, chosen));
    const traps = trapsOf(read, chosen.map(operatingSystemOf));
    return [itemOf(read, `worker-images[${datacenter}]`, { team: "infrastructure", chapter: "infrastructure", ...words(read, datacenter, provider, names, traps) })];
  },
});

/** The systems with the versions that images hold: older ones in place of what the profiles are made for. */
function versionsOf(read: Reader, datacenter: string, chosen: readonly OperatingSystemId[]): readonly string[] {
  const newest = read.fact(workerVersions)[releaseIn(read).id];
  const older = Object.values(OLDER_SYSTEMS).some(({ system }) => chosen.includes(system)) ? read.answer(versions.datacenter.olderSystems, datacenter) : [];
  return chosen.flatMap((id) => {
    const own = older.map((one) => OLDER_SYSTEMS[one]).filter(({ system }) => system === id);
    return own.length > 0 ? own.map(({ label }) => label) : [[operatingSystemOf(id).title, newest[id]].filter((word) => word !== undefined).join(" ")];
  });
}

type Words = Pick<ItemWords, "title" | "verify" | "why" | "blockedBy">;

function words(read: Reader, datacenter: string, provider: Provider, names: string, traps: string): Words {
  const name = datacenterName(read, datacenter);
  if (provider.images === "none") return installed(names, name, traps);
  return provider.imageUrls ? served(read, datacenter, provider.imageUrls, names, traps) : uploaded(provider, names, name, traps);
}

/** Images that lie on a web server, and that the infrastructure or the machines load by URL. */
function served(read: Reader, datacenter: string, { verify, why, way, sources }: ImageUrls, names: string, traps: string): Words {
  read.cite(...sources);
  const place = way ? read.maybe(infrastructure.datacenter.place, datacenter) : undefined;
  const server = way && place ? (place.kind === "known" ? placeAnswer(read, way.serverQuestion, place.value) : place) : undefined;
  const on = server?.kind === "known" ? server.value : "a web server";
  return {
    title: `Images of ${names} for ${datacenterName(read, datacenter)} served by ${on}`,
    verify: verify.replaceAll("{server}", server?.kind === "known" ? server.value : "the web server"),
    why: `${why}${traps}`,
    blockedBy: server ? openIn(server) : [],
  };
}

function uploaded(provider: Provider, names: string, name: string, traps: string): Words {
  const field = provider.datacenterFields.find(({ field: key }) => /images|templates/.test(key))?.field ?? "images";
  return {
    title: `Images of ${names} for ${name}`,
    verify: `${provider.title} shows each image to the account of the tenants, under the name that ${field} of the Seed holds`,
    why: `Workers of ${name} start from them; a missing one leaves machines of a user cluster in creation for ever.${traps}`,
  };
}

function installed(names: string, name: string, traps: string): Words {
  return {
    title: `Machines of ${name} installed with ${names}`,
    verify: `\`cat /etc/os-release\` and \`uname -r\` on each machine of ${name} print system and kernel`,
    why: `Nobody but you installs the workers of ${name}, so what runs on them is what KKP finds.${traps}`,
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
  return `Version 8 of ${systems.join(" and ")} lacks the kernel ${least} that Kubernetes ${from} wants.`;
}

export const workerImageItems: readonly Rule<readonly Draft[]>[] = [workerImages];
