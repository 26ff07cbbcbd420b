import type { ApiEndpoint } from "../../api-endpoints/api-endpoint.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { workerDisk } from "../../facts/sizing/machines.ts";
import { machineSurge } from "../../facts/quality.ts";
import { imageArchitecture, platformSystems } from "../../facts/operating-systems.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { parseAddress } from "../../values/address.ts";
import { contains, parseBlock, single } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";
import { sshEntry } from "../access/ssh-entry.ts";
import { apiAddress, controlPlaneAddresses, staticWorkerAddresses } from "../addresses/assignments.ts";
import { workersTaken } from "../addresses/static-workers.ts";
import { frontByHand } from "../basics/api-front.ts";
import { clusterName, datacenterName, installedRelease } from "../basics/platform.ts";
import { plannedAddressesOf, usesTerraform } from "../basics/provisioning.ts";
import { controlPlaneSizing } from "../sizing/control-planes.ts";
import { hostedRules } from "../sizing/index.ts";
import { figureOf } from "../sizing/figures.ts";
import { clusterSizing, workerGroups, workersToCome } from "../sizing/workers.ts";
import { itemOf, itemsFor, onlyForNew, type Draft } from "./item.ts";
import { sites } from "../firewall/sites.ts";
import { afterNetwork, madeWithMachines } from "./made-network.ts";
import { ofRights } from "./uses.ts";

/** Room for the machines of a platform cluster. */
const room = rule<readonly Draft[]>({
  id: "checklist.machines",
  title: "Checklist: machines",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const { workers: needed } = read.rule(clusterSizing, cluster);
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    // What a cluster that somebody has built has, or may grow to, nobody orders; a service makes its machines within the quota.
    const workers = read.rule(workersToCome, cluster);
    if (workers === 0) return read.notApplicable("The cluster is there with all workers that it needs.");
    const there = needed - workers;
    const [control] = read.optionalRule(controlPlaneSizing, cluster) ?? [];
    const { hosted, api }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    // Where nothing creates machines, none replaces another.
    const surge = api === undefined ? 0 : read.rule(workerGroups, cluster) * read.fact(machineSurge);
    const made = workers + surge;
    const cpu = made * read.answer(infrastructure.cluster.workerCpu, cluster) + (control ? control.machines * control.cpu : 0);
    const memory = made * read.answer(infrastructure.cluster.workerMemory, cluster) + (control ? control.machines * control.memory : 0);
    const root = figureOf(read)(workerDisk);
    const disk = made * root + (control ? control.machines * control.disk : 0);
    const name = clusterName(read, cluster);
    const processor = read.fact(imageArchitecture);
    const system = provisioning === "kubeone" ? `, and KubeOne takes ${read.fact(platformSystems)}` : "";
    const zones = read.answer(sizing.cluster.zones, cluster);
    const zonal = zones === 1 ? "" : `, with ${formatCount(needed / zones, "worker")} in each of ${zones} zones`;
    const free = hosted ? `The room on ${hosted.servers} that this checklist names as one sum holds them` : `Quota or free capacity shows ${formatFigure(cpu)} vCPU, ${formatFigure(memory)} GiB of memory and ${formatFigure(disk)} GB of root disks${surge === 0 ? "" : `, ${formatCount(surge, "worker")} among them that ${surge === 1 ? "replaces others" : "replace others"} for a while`}`;
    const bastion = read.optionalRule(sshEntry, cluster) === "bastion";
    const machines = `${control ? `${control.machines} control-plane and ` : ""}${there === 0 ? workers : `${workers} more`} worker machine${workers === 1 ? "" : "s"}`;
    return [
      itemOf(read, `machines[${cluster}]`, {
        title: `Room for ${machines} of ${name}${bastion ? ", and the bastion of KubeOne's example" : ""}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `${free}${bastion ? " beside that bastion" : ""}${zonal}${control ? `; the team states which disks serve each control plane ${formatFigure(control.iops)} IOPS and ${control.bandwidth} MB/s` : ""}; \`uname -m\` prints ${processor.uname} on a test machine`,
        why: `${name} runs on them, and images of the platform exist for ${processor.kubernetes} alone.`,
        how: `A worker has a root disk of ${root} GB${control ? `, a control plane one of ${control.disk}` : ""}, beside which all volumes come; they are ${processor.kubernetes}${system}.${surge === 0 ? "" : ` A rolling update needs ${formatCount(surge, "machine")} more for a while.`}`,
      }),
    ];
  },
});

/** Fixed addresses of a cluster's control plane and Kubernetes API. */
const fixedAddresses = rule<readonly Draft[]>({
  id: "checklist.fixed-addresses",
  title: "Checklist: fixed addresses",
  per: "cluster",
  sources: ["kubeone.infrastructure", "kubeone.ha"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const api = read.optionalRule(apiAddress, cluster);
    const workers = read.optionalRule(staticWorkerAddresses, cluster) ?? [];
    const rows: readonly AddressAssignment[] = [...(read.optionalRule(controlPlaneAddresses, cluster) ?? []), ...workers, ...(api ? [api] : [])];
    const addresses = rows.flatMap(({ address }) => (address.kind === "known" ? [address.value] : []));
    if (addresses.length === 0) return read.notApplicable("The infrastructure hands out these addresses.");
    const name = clusterName(read, cluster);
    const spare = workers.slice(workersTaken(read, cluster)).flatMap(({ address }) => (address.kind === "known" ? [address.value] : []));
    const terraform = usesTerraform(read, cluster);
    const planned = terraform ? plannedAddressesOf(read, cluster) : undefined;
    read.cite(...(planned?.sources ?? []));
    const holder = api ? thereBefore(read, cluster, api) : undefined;
    const pinged = holder === undefined ? "`ping`" : `\`ping\` of each but ${holder}, which is there before,`;
    const quiet = `${pinged} gets no answer before ${workers.length === 0 ? "the installation" : "the machines are made"}`;
    return [
      itemOf(read, `fixed-addresses[${cluster}]`, {
        title: `Fixed addresses of ${name} reserved: ${addresses.join(", ")}`,
        team: "network",
        chapter: "network",
        verify: terraform ? `${planned?.verify ?? "The address register shows them as reserved"}${beside(read, cluster, rows, planned !== undefined)}, and ${quiet}` : "The address register shows each as reserved for its machine, and nothing else answers there",
        after: afterNetwork(read, read.answer(infrastructure.cluster.place, cluster)),
        why: `KubeOne and the kubeconfig of ${name} name these addresses; a machine that takes one breaks the cluster.${spare.length === 0 ? "" : ` ${listed(spare)} ${spare.length === 1 ? "is kept for a further worker" : "are kept for further workers"}.`}${planned ? ` ${planned.why}` : ""}`,
      }),
    ];
  },
});

/** The address of a Kubernetes API that somebody holds before the machines are made: a load balancer of the customer, or a machine for gobetween where its network is there. */
function thereBefore(read: Reader, cluster: string, { address }: AddressAssignment): string | undefined {
  if (address.kind !== "known") return undefined;
  const { outside, prepareByHand, addressFrom }: ApiEndpoint = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
  const machine = prepareByHand !== undefined && frontByHand(read, cluster) !== undefined && !madeWithMachines(read, read.answer(infrastructure.cluster.place, cluster));
  return machine || (outside !== undefined && addressFrom === "customer") ? address.value : undefined;
}

/** The address of a Kubernetes API that stands outside the network of the machines, where their proof speaks of that network. */
function beside(read: Reader, cluster: string, rows: readonly AddressAssignment[], planned: boolean): string {
  const nodes = parseBlock(read.optional(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster)) ?? "");
  const outside = rows.flatMap(({ address }) => (address.kind === "known" ? [address.value] : [])).filter((address) => {
    const own = parseAddress(address);
    return nodes && own && !contains(nodes, single(own));
  });
  return planned && outside.length > 0 ? `, and ${listed(outside)} in the network where ${outside.length === 1 ? "it belongs" : "they belong"}` : "";
}

/** What stands on servers of a place whose room is looked at: the cluster that carries virtual machines. */
const hostsAt = (read: Reader, place: string): readonly string[] =>
  read.aside(() => read.rule(sites).get(place)?.providers ?? []).flatMap((id) => ((providerOf(id) as Provider).hosted ? ofRights(providerOf(id), place) : []));

/** Room for virtual machines of user clusters on servers of the customer. */
const hostedRoom = hostedRules.map((source) =>
  itemsFor(source, ({ servers, clusters, datacenters, machines, cores, memory, disk, why }, read, place) => (read.optionalRule(installedRelease) ? undefined : {
    title: `Room for ${formatCount(machines, "virtual machine")} of ${listed([...datacenters.map((id) => datacenterName(read, id)), ...clusters.map((id) => clusterName(read, id))])} on ${servers}: ${formatCount(cores, "core")}, ${formatFigure(memory)} GiB of memory and ${formatFigure(disk)} GiB of disk`,
    team: "infrastructure",
    chapter: "infrastructure",
    verify: `With the largest server away, the others have ${formatCount(cores, "core")} and ${formatFigure(memory)} GiB free by \`kubectl describe nodes\`, and the storage class ${formatFigure(disk)} GiB`,
    uses: hostsAt(read, place),
    why,
  })),
);

export const machineItems: readonly Rule<readonly Draft[]>[] = [room, ...hostedRoom, fixedAddresses];
