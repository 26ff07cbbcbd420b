import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { githubContent, kubeOneHosts, packageHosts, redirectHosts, registryHosts, runtimeHosts, workerHosts } from "../../../facts/external-hosts.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { releaseIn } from "../../basics/platform.ts";
import { offlinePlaces } from "../../internet/offline.ts";
import { ends } from "../ends.ts";
import { hostsFrom } from "../found-hosts.ts";
import { loadedInFront } from "../passes-on.ts";
import { mirroredRegistries } from "../provider-registries.ts";
import { kyvernoMirrored } from "../software-hosts.ts";
import { furtherPackages } from "../worker-packages.ts";
import { workplaceHosts } from "../workplace-hosts.ts";
import { allowed, mergedHosts } from "./row.ts";

/** Hosts that the workstation copies from for places without internet. */
export const mirrorSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-mirror",
  title: "Hosts that are mirrored",
  per: "plan",
  sources: ["kkp.offline", "kkp.proxy-allow-list", "kkp.code.copied-images", "kkp.code.copied-images-ee"],
  derive: (read) => {
    const places = read.rule(offlinePlaces);
    // While nobody has said who builds a cluster, the list may want more hosts.
    const built = read.subjects("cluster").some((cluster) => {
      const provisioning = read.maybe(infrastructure.cluster.provisioning, cluster);
      return provisioning.kind === "known" && provisioning.value === "kubeone";
    });
    const registries = [...hostsFrom(read, registryHosts), ...hostsFrom(read, redirectHosts), ...hostsFrom(read, githubContent)];
    // All images come from the registries, not the tools' alone.
    const workplace = workplaceHosts(read, read.subjects("cluster"), read.subjects("cluster")).filter(({ host }) => !registries.some((row) => row.host === host));
    const offline = read.subjects("cluster").filter((cluster) => places.includes(read.optional(infrastructure.cluster.place, cluster) ?? ""));
    // Who stands in front of an API keeps no other host off the list while nobody has said it.
    const inFront = offline.flatMap((cluster) => {
      const loaded = read.outcome(loadedInFront, cluster);
      return loaded.kind === "known" ? loaded.value : [];
    });
    const hosts = [...registries, ...mirroredRegistries(read, places), ...hostsFrom(read, workerHosts), ...hostsFrom(read, runtimeHosts), ...hostsFrom(read, packageHosts), ...furtherPackages(read), ...(built ? hostsFrom(read, kubeOneHosts) : []), ...workplace, ...releaseIn(read).chartHosts, ...inFront, ...kyvernoMirrored(read)];
    return allowed(read, "mirror", ends.mirrorHost, ports.registries, mergedHosts(hosts), "The workstation copies from there, so that machines inside never have to.");
  },
});
