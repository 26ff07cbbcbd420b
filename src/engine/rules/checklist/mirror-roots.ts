import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { internetFacts } from "../../facts/internet.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { capital } from "../../values/sentence.ts";
import { ownProfiles } from "../basics/own-profiles.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { placeOfCluster, placeOfWorkers } from "../firewall/subjects.ts";
import { privateServers, rootOnMachines, rootsOf, trustShown, type PrivateServer } from "../internet/mirror-roots.ts";
import { offlinePlaces, registryInWords } from "../internet/offline.ts";
import { dialledByWorkers, dialledFrom } from "./dialled.ts";
import { handMadeRow } from "./hand-made.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";
import { afterNetworks } from "./made-network.ts";
import { afterWorkers } from "./places.ts";

/** Rows of the servers whose roots are tried. */
const serving = (servers: readonly PrivateServer[]): readonly string[] => servers.map(({ loads }) => (loads === "images" ? "mirror-registry" : "mirror-binaries"));

/** Roots that the machines of a platform cluster trust before anything is pulled on them. */
const platformRoots = rule<readonly Draft[]>({
  id: "checklist.platform-roots",
  title: "Checklist: roots on machines of the platform",
  per: "cluster",
  sources: ["kkp.offline"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const built = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    const servers = read.rule(privateServers, placeOfCluster(read, cluster)).filter(({ loads }) => built || loads === "images");
    if (servers.length === 0) return read.notApplicable("Nobody of this plan installs Kubernetes on its nodes, and they trust the private registry as they are.");
    const name = clusterName(read, cluster);
    const { trusted } = read.fact(internetFacts.registryTrust);
    return [
      itemOf(read, `platform-roots[${cluster}]`, {
        title: `${capital(rootsOf(servers))} on every machine of ${name}`,
        team: "infrastructure",
        chapter: "infrastructure",
        ...(built ? { ...byKubeOne(read, cluster, servers), after: [handMadeRow(cluster), ...afterNetworks(read, (place) => place === placeOfCluster(read, cluster))] } : { ...bySomebodyElse(read, cluster), after: [`existing-cluster[${cluster}]`] }),
        uses: [...serving(servers), ...(built ? [`listed-workers[${cluster}]`] : []), ...dialledFrom(read, (place) => place === placeOfCluster(read, cluster))],
        why: `containerd on ${name} checks where images come from against ${trusted}, so that without the ${servers.length === 1 ? "root" : "roots"} no pod of the platform starts there.`,
      }),
    ];
  },
});

/** A proof on a machine that is made like those of a cluster that KubeOne builds. */
function byKubeOne(read: Reader, cluster: string, servers: readonly PrivateServer[]): { readonly verify: string } {
  return { verify: `The system's own list of trusted authorities holds ${servers.length === 1 ? "it" : "them"} on every machine, ${rootOnMachines(read, cluster)}; on a test machine made alike, ${trustShown(servers)}` };
}

/** Who makes the nodes of a cluster that KubeOne does not build; a part of a sentence. */
export function whoMakesNodes(read: Reader, cluster: string): string {
  const { managedKubernetes }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return read.answer(infrastructure.cluster.provisioning, cluster) === "managed" ? `whoever orders the nodes of ${managedKubernetes?.name ?? "the provider"}` : "whoever has built the cluster";
}

/** A proof on nodes that somebody else makes. */
function bySomebodyElse(read: Reader, cluster: string): { readonly verify: string } {
  return { verify: `A pod with a test image of the private registry starts on each node; the root is put there by ${whoMakesNodes(read, cluster)}, and for nodes that follow as well` };
}

/** The same on workers of user clusters, which nothing of KKP reaches before they start. */
const workerRoots = rule<readonly Draft[]>({
  id: "checklist.worker-roots",
  title: "Checklist: roots on workers",
  per: "datacenter",
  sources: ["kkp.offline", "kkp.certificates"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const servers = read.rule(privateServers, placeOfWorkers(read, datacenter));
    const { images, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const name = datacenterName(read, datacenter);
    const { trusted } = read.fact(internetFacts.registryTrust);
    const where = { provider: images === "provider" && ownProfiles(read, datacenter).length > 0 ? `in the profile of your own for the images of ${title}` : `in images of your own at ${title}`, customer: "in the images of workers", none: "on every machine" }[images];
    return [
      itemOf(read, `worker-roots[${datacenter}]`, {
        title: `${capital(rootsOf(servers))} ${where} of ${name}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `On a test machine of ${name}, the system's own list of trusted authorities holds ${servers.length === 1 ? "it" : "them"}, and ${trustShown(servers)}`,
        after: afterWorkers(read, datacenter),
        uses: [...serving(servers), ...dialledByWorkers(read, datacenter)],
        why: `Workers of ${name} load from there when they start and join, against ${trusted}; KKP hands its own bundle to pods, which come later.`,
      }),
    ];
  },
});

/** And on the machines with which people fill the registry and take charts from it. */
const workplaceRoots = rule<readonly Draft[]>({
  id: "checklist.workplace-roots",
  title: "Checklist: root on the installing machines",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    onlyForNew(read);
    read.rule(offlinePlaces);
    if (read.answer(mirrors.plan.mirrorTrust) !== "private") return read.notApplicable("They trust the private registry as they are, or check nothing.");
    const container = read.answer(operations.plan.toolset) === "container";
    return [
      itemOf(read, "workplace-roots", {
        title: `Root of the private registry on the mirror workstation and the machine from which the installation is run${container ? ", in its tooling container as well" : ""}`,
        team: "platform",
        chapter: "network",
        verify: `Once it stands, \`helm registry login ${registryInWords(read)}\` on each gets as far as the password, and no word about the certificate`,
        uses: ["mirror-registry", "mirror-host"],
        why: `helm and the installer push to ${registryInWords(read)} and take charts from it, and check it against what their own machine trusts${container ? "; a container has a list of its own" : ""}.`,
      }),
    ];
  },
});

export const mirrorRootItems: readonly Rule<readonly Draft[]>[] = [platformRoots, workerRoots, workplaceRoots];
