import { isAskedThrough } from "../../../answers/answers.ts";
import { mirrors } from "../../../answers/chapters/mirrors.ts";
import type { Fact } from "../../../facts/fact.ts";
import { internetFacts } from "../../../facts/internet.ts";
import { ports } from "../../../facts/ports.ts";
import { PLAN } from "../../../kernel/outcome.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { Flow } from "../../../plan/plan.ts";
import { capital, listed } from "../../../values/sentence.ts";
import { placeName } from "../../basics/platform.ts";
import { offlinePlaces } from "../../internet/offline.ts";
import { ends } from "../ends.ts";
import { mirrorSources } from "../external/mirrors.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** What machines of an offline place load, and from which mirror; `packages` is what they install of these, none where their system has none. Nodes on which nobody of this plan installs Kubernetes take images alone. */
export function fromMirrors(read: Reader, row: Pick<Flow, "source" | "lifetime"> & { readonly ref: string; readonly of: string; readonly who: string; readonly asked: () => readonly string[]; readonly packages: string | undefined; readonly imagesAlone?: boolean }): readonly FlowDraft[] {
  const { ref, of, source, lifetime, who, asked, packages, imagesAlone = false } = row;
  const way = (destination: string, word: string, at: Parameters<typeof flow>[1]["ports"], reason: string, why: Parameters<typeof flow>[1]["why"]) =>
    flow(read, { refs: [ref], word: `${ref}-${word}`, of, source, destination, ports: at, reason, lifetime, why });
  const images = way(ends.mirrorRegistry, "registry", String(read.answer(mirrors.plan.mirrorPort)), "Images and charts from the private registry", `${who} reach no registry on the internet, so every image comes from the private one.`);
  if (imagesAlone) return [images];
  return [
    images,
    way(ends.mirrorBinaries, "binaries", internetFacts.mirrorHttps, "Kubernetes binaries from the mirror", () => `${who} ask for ${listed(asked())}; DNS inside answers with the mirror.`),
    ...(packages === undefined ? [] : [way(ends.mirrorPackages, "packages", internetFacts.packagePorts, "Packages of the operating system from the mirror", `${who} install ${packages} and updates from it.`)]),
  ];
}

/** What machines load from the private registry although they reach the internet: one offline place leads the whole platform there. */
export function fromSharedRegistry(read: Reader, row: Pick<Flow, "source" | "lifetime"> & { readonly ref: string; readonly of: string; readonly who: string; readonly what: string }): readonly FlowDraft[] {
  const places = read.optionalRule(offlinePlaces);
  if (!places) return [];
  // An open port keeps no other row of these machines off the table.
  const port = read.maybe(mirrors.plan.mirrorPort);
  if (port.kind !== "known") return [];
  read.cite("kkp.offline");
  const { ref, of, source, lifetime, who, what } = row;
  return [
    flow(read, {
      refs: [ref],
      word: `${ref}-registry`,
      of,
      source,
      destination: ends.mirrorRegistry,
      ports: String(port.value),
      reason: `${capital(what)} from the private registry`,
      lifetime,
      why: `${listed(places.map((place) => placeName(read, place)))} ${places.length === 1 ? "has" : "have"} no internet, and KubermaticConfiguration names one registry for the whole platform: ${who} take ${what} from the private one, and only the rest from the internet.`,
    }),
  ];
}

/** From the workstation that copies to the internet and to the private registry. */
export const mirroring = rule<readonly FlowDraft[]>({
  id: "firewall.mirroring",
  title: "Workstation that mirrors",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    read.rule(offlinePlaces);
    if (read.subjects("cluster").length + read.subjects("datacenter").length === 0) return read.notApplicable("The plan has no machines yet.");
    const sources = read.rule(mirrorSources);
    // The row reads its port once more, for itself.
    const hostsOn = (at: Fact<string>) => {
      const port = read.aside(() => read.fact(at));
      return sources.filter(({ ports: own }) => own === port).map(({ host }) => host);
    };
    const packages = hostsOn(ports.packages);
    const row = { refs: ["E6"], of: "mirror", source: ends.mirrorHost, lifetime: "installation and operation" } as const;
    const filling = (what: string, destination: string, why: string) => flow(read, { ...row, word: `mirror-fill-${what}`, destination, ports: ports.mirrorFilling, reason: `The mirror of ${what} is filled`, why });
    return [
      flow(read, { ...row, word: "mirror-pull", destination: ends.registries, ports: ports.registries, hosts: hostsOn(ports.registries), reason: "Images, charts and binaries are copied", why: "It is the only machine of the plan that reads from the internet, at the installation and before every upgrade." }),
      ...(packages.length === 0 ? [] : [flow(read, { ...row, word: "mirror-packages", destination: ends.registries, ports: ports.packages, hosts: packages, reason: "Packages of the operating system are copied", why: "The mirror of packages is filled from there, at the installation and for every security update." })]),
      flow(read, { ...row, word: "mirror-push", destination: ends.mirrorRegistry, ports: String(read.answer(mirrors.plan.mirrorPort)), reason: "Images and charts are pushed to the private registry", why: "mirror-images writes each image there under its own path." }),
      filling("binaries", ends.mirrorBinaries, "The installer leaves them in a folder of this machine and fills no mirror; whoever does, with every release, names the port, and the row falls away where files are carried by hand."),
      ...(isAskedThrough(read, mirrors.plan.mirrorPackages, PLAN) ? [filling("packages", ends.mirrorPackages, "The installer copies no packages; whoever fills the mirror, with every security update, names the port, and the row falls away where the mirror draws them by a way of its own.")] : []),
    ];
  },
});
