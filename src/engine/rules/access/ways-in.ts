import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { isPrivate } from "../../values/address.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { isForMachinesOnly } from "../firewall/workplace.ts";
import { bastionClusters, NO_BASTION } from "../firewall/bastion-clusters.ts";
import { sites } from "../firewall/sites.ts";
import { sshEntry, type SshEntry } from "./ssh-entry.ts";

/** Places in which a platform cluster stands, in one pass. */
const placesWithClusters = rule<ReadonlySet<string>>({
  id: "access.places-with-clusters",
  title: "Places with clusters",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const clusters = read.subjects("cluster");
    read.need(...clusters.map((id) => [infrastructure.cluster.place, id] as const));
    return new Set(clusters.map((id) => read.answer(infrastructure.cluster.place, id)));
  },
});

/** Clusters of a place that KubeOne builds, and whose machines it enters by SSH. */
export const builtAt = (read: Reader, place: string): readonly string[] =>
  (read.rule(sites).get(place)?.clusters ?? []).filter((cluster) => read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone");

/** Bastion of a place in which a platform cluster stands. */
export const bastions = rule<readonly AccessRow[]>({
  id: "access.bastion",
  title: "Bastion",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    if (!read.answer(access.plan.bastion)) return read.notApplicable("The installing engineers reach the machines directly.");
    if (!read.rule(placesWithClusters).has(place)) return read.notApplicable("No platform cluster stands here.");
    if (bastionClusters(read, place).length === 0) return read.notApplicable(NO_BASTION);
    const name = placeName(read, place);
    return [
      {
        id: `access.bastion[${place}]`,
        title: `Bastion, ${name}`,
        detail: read.maybe(access.place.bastionAddress, place),
        team: "security",
        from: read.cell,
        why: isForMachinesOnly(read, place) ? `Of this upgrade it runs the steps of KubeOne alone; it stays the only machine in ${name} from which KubeOne enters the nodes, to upgrade Kubernetes or to replace a control plane.` : builtAt(read, place).length > 0 ? `The only machine in ${name} that opens SSH to the nodes and reaches their Kubernetes API for the installation.` : `The only machine in ${name} that reaches the Kubernetes API of its clusters for the installation; nobody enters their nodes.`,
      },
    ];
  },
});

/** Clusters of a place by what KubeOne dials to enter them. */
export const enteredAt = (read: Reader, place: string): readonly { readonly cluster: string; readonly entry: SshEntry }[] =>
  builtAt(read, place).map((cluster) => ({ cluster, entry: read.rule(sshEntry, cluster) }));

/** Whether public addresses alone lead to the machines of a place: those of control planes, or of bastions that examples make. */
export const entersInPublic = (read: Reader, place: string): boolean =>
  enteredAt(read, place).every(({ cluster, entry }) => entry === "addresses" || (entry === "bastion" && !frontIsEntered(read, cluster)));

/** Whether an example hands KubeOne a machine of the node network to go through. */
function frontIsEntered(read: Reader, cluster: string): boolean {
  const { kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return kubeone?.sshWay?.dials === "front";
}

/** Where KubeOne dials what an example hands it, as a sentence without its end. */
function dialled(read: Reader, cluster: string, entry: Exclude<SshEntry, "machines">): string {
  const [name, provider] = [clusterName(read, cluster), providerOf(read.answer(infrastructure.cluster.provider, cluster)).title];
  if (entry === "addresses") return `To public addresses of the control planes of ${name}, which ${provider} gives them`;
  return entry === "front" ? `To the machine in front of the Kubernetes API of ${name}` : `To the bastion that KubeOne's Terraform example makes for ${name}, at an address that ${provider} gives it`;
}

/** Way of the engineers' own machines to what KubeOne dials, where no bastion of the plan stands in between and it is not reached from everywhere. */
export const engineersWayIn = rule<readonly AccessRow[]>({
  id: "access.way-in",
  title: "Way to the machines without a bastion",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    if (read.answer(access.plan.bastion)) return read.notApplicable("The engineers come through a bastion.");
    const built = enteredAt(read, place);
    if (built.length === 0) return read.notApplicable("KubeOne enters no machine here.");
    const byExample = built.flatMap(({ cluster, entry }) => (entry === "machines" ? [] : [dialled(read, cluster, entry)]));
    const block = byExample.length === built.length ? undefined : read.maybe(network.place.nodeNetwork, place);
    const isPublic = block?.kind === "known" && !isPrivate(block.value.split("/", 1)[0] ?? block.value);
    if (isPublic && byExample.length === 0) return read.notApplicable("The machines have public addresses.");
    const entered = isPublic ? built.filter(({ entry }) => entry !== "machines") : built;
    const into = block?.kind === "known" && !isPublic ? [`Into ${block.value}, by VPN or by public addresses of the machines`] : [];
    const grounds = [...(byExample.length > 0 ? ["dials what Terraform prints as kubeone_hosts"] : []), ...(block && !isPublic ? [block.kind === "known" ? `${block.value} is private` : "the node network counts as private until it is named"] : [])];
    return [
      {
        id: `access.way-in[${place}]`,
        title: `Way of the installing engineers to the machines, ${placeName(read, place)}`,
        detail: block?.kind === "open" || block?.kind === "later" ? block : known([...byExample, ...into].join("; ")),
        team: "security",
        from: read.cell,
        why: `There is no bastion: KubeOne enters the machines of ${listed(entered.map(({ cluster }) => clusterName(read, cluster)))} by SSH from the engineers' own, and ${grounds.join("; ")}.`,
      },
    ];
  },
});

/** kubeconfig of each platform cluster. */
export const kubeconfigs = rule<readonly AccessRow[]>({
  id: "access.kubeconfig",
  title: "Way into the cluster by kubeconfig",
  per: "cluster",
  sources: ["kubeone.creating-clusters"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    const kubeone = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    return [
      {
        id: `access.kubeconfig[${cluster}]`,
        title: `kubeconfig of ${name}`,
        detail: known(kubeone ? "Written by kubeone kubeconfig; kept in the secret store" : "Handed out by whoever runs the cluster, with a login that calls no command; kept in the secret store"),
        team: kubeone ? "platform" : "infrastructure",
        from: read.cell,
        why: `Whoever holds it rules ${name}, so it never goes into the repository.`,
      },
    ];
  },
});
