import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { internetFacts } from "../../facts/internet.ts";
import { kubeOneVersions } from "../../facts/operations.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { listed } from "../../values/sentence.ts";
import { releaseIn } from "../basics/platform.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";

/** The cluster, where KubeOne installs it from package sources that the images of its machines name, since its own reach nothing. */
export const packagesFromImage = rule<readonly string[]>({
  id: "internet.packages-from-image",
  title: "Package sources of KubeOne's machines",
  per: "cluster",
  sources: ["kubeone.scripts", "kubeone.types"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    if (reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The cluster reaches the internet.");
    const { packages, title }: OperatingSystem = operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster));
    return packages === undefined ? read.notApplicable(`KubeOne installs no packages on ${title}.`) : [cluster];
  },
});

const asCommand = (name: string): string => `\`${name}\``;

/** Packages that KubeOne installs in versions of its own choice: a part of a sentence. */
export function kubeOnePackages(read: Reader): string {
  const { versioned, others, runtime, runtimeVersions } = read.fact(internetFacts.kubeOnePackages);
  const pinned: Readonly<Record<string, string>> = runtimeVersions;
  const byVersion = new Map<string, string[]>();
  for (const release of read.fact(kubeOneVersions)[releaseIn(read).id]) {
    const version = pinned[release];
    if (version !== undefined) byVersion.set(version, [...(byVersion.get(version) ?? []), release]);
  }
  const one = byVersion.size === 1;
  const versions = listed([...byVersion].map(([version, releases]) => `${version}${one ? "" : ` for KubeOne ${listed(releases)}`}`));
  return `${listed(versioned.map(asCommand))} in the version that kubeone.yaml names, ${others.map(asCommand).join(", ")} and ${asCommand(runtime)} ${versions}`;
}
