import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { githubContent, redirectHosts, registryHosts, workerHosts } from "../../../facts/external-hosts.ts";
import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { listed } from "../../../values/sentence.ts";
import { placeName, releaseIn } from "../../basics/platform.ts";
import { offlinePlaces } from "../../internet/offline.ts";
import { ends } from "../ends.ts";
import { brought, holding, hostsFrom, type FoundHost } from "../found-hosts.ts";
import { builtSystemsAt, systemsAt } from "../offline-systems.ts";
import { loadedInFront } from "../passes-on.ts";
import { mirroredRegistries } from "../provider-registries.ts";
import { kyvernoMirrored } from "../software-hosts.ts";
import { hostsOf, kubeOneAsks, runtimeOf } from "../worker-packages.ts";
import { workplaceHosts } from "../workplace-hosts.ts";
import { allowed, mergedHosts } from "./row.ts";

/** What becomes of what is copied, by what a host holds. */
const COPIED: Readonly<Record<NonNullable<FoundHost["holds"]> | "other", (where: string) => string>> = {
  images: (where) => `Images are copied from there to the private registry, the only one that machines in ${where} reach, for each release of KKP that is installed.`,
  software: (where) => `Machines in ${where} take Kubernetes and packages from mirrors inside, which are filled from there anew for each release and update.`,
  other: (where) => `Tools, charts and archives for ${where} are loaded there on the workstation and carried inside, for each release that is installed.`,
};

/** Hosts that the workstation copies from for places without internet. */
export const mirrorSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-mirror",
  title: "Hosts that are mirrored",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    const places = read.rule(offlinePlaces);
    const where = listed(places.map((place) => placeName(read, place)));
    // While nobody has said who builds a cluster, the list may want more hosts.
    const builtHosts = (reader: Reader): readonly FoundHost[] => {
      const built = builtSystemsAt(reader, places);
      return built.length > 0 ? kubeOneAsks(reader, built) : [];
    };
    const registries = holding("images", [...hostsFrom(read, registryHosts), ...hostsFrom(read, redirectHosts), ...hostsFrom(read, githubContent)]);
    // All images come from the registries, not the tools' alone.
    const workplace = read.aside(() => workplaceHosts(read, read.subjects("cluster"), read.subjects("cluster"))).filter(({ host }) => !registries.some((row) => row.host === host));
    // Who stands in front of an API keeps no other host off the list while nobody has said it.
    const inFront = (reader: Reader) =>
      reader.subjects("cluster").flatMap((cluster) => {
        const loaded = places.includes(reader.optional(infrastructure.cluster.place, cluster) ?? "") ? reader.outcome(loadedInFront, cluster) : undefined;
        return loaded?.kind === "known" ? loaded.value : [];
      });
    const software = holding("software", [...hostsFrom(read, workerHosts), ...brought(read, (reader) => runtimeOf(reader, systemsAt(reader, places))), ...brought(read, (reader) => hostsOf(reader, systemsAt(reader, places))), ...brought(read, builtHosts)]);
    const charts = brought(read, (reader) => releaseIn(reader).chartHosts);
    const hosts = [...registries, ...brought(read, (reader) => mirroredRegistries(reader, places)), ...software, ...workplace, ...charts, ...brought(read, inFront), ...holding("images", brought(read, kyvernoMirrored))];
    return allowed(read, "mirror", ends.mirrorHost, ports.registries, mergedHosts(hosts).map(citingCopies), ({ holds }) => COPIED[holds ?? "other"](where));
  },
});

/** Hosts of images rest on what the command copies; those of binaries and packages do not. */
const citingCopies = (host: FoundHost): FoundHost =>
  host.holds === "images" ? { ...host, reads: [...(host.reads ?? []), (read) => (read.cite("kkp.code.copied-images", "kkp.code.copied-images-ee"), void releaseIn(read).providerFilter)] } : host;
