import { lookThrough } from "../../../answers/answers.ts";
import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { apiPublicFrom } from "../../../answers/chapters/public-elsewhere.ts";
import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { sshEnd, sshEntry } from "../../access/ssh-entry.ts";
import { frontOf } from "../../basics/api-front.ts";
import { clusterName, masterCluster, placeName } from "../../basics/platform.ts";
import { apiPortOf, platformWorkers } from "../../basics/provisioning.ts";
import { bastionClusters, NO_BASTION } from "../bastion-clusters.ts";
import { leavesUnseen } from "../bastion-seen.ts";
import { ends } from "../ends.ts";
import { loadedInFront, passesOnToApi, setUpInFront } from "../passes-on.ts";
import { placeOfCluster } from "../subjects.ts";
import { wayOut } from "../way-out.ts";
import { isForMachinesOnly, machineryLifetime } from "../workplace.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From the engineers' own machines to the bastion on which they work. */
export const engineersToBastion = rule<readonly FlowDraft[]>({
  id: "firewall.engineers-to-bastion",
  title: "Engineers to the bastion",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    if (!read.answer(access.plan.bastion)) return read.notApplicable("Engineers reach the machines directly.");
    if (bastionClusters(read, place).length === 0) return read.notApplicable(NO_BASTION);
    return [flow(read, { refs: ["I6"], word: "engineers-bastion", of: place, source: ends.engineers, destination: ends.bastion(place), ports: ports.ssh, reason: "Installing engineers open sessions on the bastion", lifetime: "installation and operation", why: `Rows from the bastion lead on into ${placeName(read, place)}, and whoever runs commands there has to come to it first; the network between the engineers and it decides whether this row passes a firewall.` })];
  },
});

/** From the machine that runs KubeOne to the nodes and their Kubernetes API. */
export const installerToCluster = rule<readonly FlowDraft[]>({
  id: "firewall.installer-to-cluster",
  title: "Installation of the cluster",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const place = placeOfCluster(read, cluster);
    const source = read.answer(access.plan.bastion) ? ends.bastion(place) : ends.engineers;
    const name = clusterName(read, cluster);
    const row = { of: cluster, source, lifetime: "installation and operation" } as const;
    const kubeOneAlone = isForMachinesOnly(read, place);
    return [
      ...sshRows(read, cluster).map((ssh) => flow(read, { ...row, refs: ["E11"], ports: ports.ssh, reason: "KubeOne sets up and upgrades the machines", ...ssh })),
      flow(read, {
        ...row,
        refs: ["E12"],
        destination: ends.api(cluster),
        ports: ports.kubernetesApi,
        ...(kubeOneAlone
          ? { reason: "KubeOne calls the Kubernetes API", why: `KubeOne brings ${name} to another Kubernetes through its API as well; charts and Seeds are applied from the master's place.` }
          : { reason: "KubeOne and the KKP installer call the Kubernetes API", why: `Charts, Seeds and upgrades of ${name} are applied through its Kubernetes API.` }),
      }),
    ];
  },
});

/** From where, to what and why KubeOne opens SSH, hop by hop; the hop to a machine in front of the API has a row of its own. */
function sshRows(read: Reader, cluster: string): readonly (Pick<FlowDraft, "destination" | "why"> & { readonly source?: string; readonly of?: string })[] {
  const name = clusterName(read, cluster);
  const machines = ends.nodes(cluster);
  if (read.answer(access.plan.bastion)) return [{ destination: machines, why: `KubeOne enters the machines of ${name} by SSH at every run, and only from the bastion; upgrades need it again.` }];
  const direct = { destination: machines, why: `KubeOne enters the machines of ${name} by SSH at every run, from the engineers' machines; upgrades need it again.` };
  const entry = read.rule(sshEntry, cluster);
  if (entry === "machines") return [direct];
  const destination = sshEnd(read, cluster);
  if (entry === "addresses") return [{ destination, why: `KubeOne's Terraform example gives the control planes of ${name} public addresses, and KubeOne dials these from the engineers' machines at every run; upgrades need it again.` }];
  return [
    ...(entry === "bastion" ? [{ destination, why: `KubeOne's Terraform example makes a bastion for ${name} and hands it to KubeOne, which dials it from the engineers' machines at every run; upgrades need it again.` }] : []),
    { of: `${cluster}.onward`, source: destination, destination: machines, why: `KubeOne goes on by it to the control planes of ${name}; where machines of one network are filtered from each other, this row opens the way.` },
    // Listed workers have no bastion in the manifest.
    ...(read.rule(platformWorkers, cluster) === "static" ? [{ ...direct, of: `${cluster}.listed` }] : []),
  ];
}

/** From the bastion at the master's place to a Seed elsewhere, which is added from there. */
export const masterBastionToSeed = rule<readonly FlowDraft[]>({
  id: "firewall.master-bastion-to-seed",
  title: "Seed elsewhere, from the master's bastion",
  per: "cluster",
  sources: ["kkp.add-seed"],
  derive: (read, cluster) => {
    if (read.subjects("cluster").length < 2) return read.notApplicable("There is no Seed elsewhere.");
    if (!read.answer(access.plan.bastion)) return read.notApplicable("Engineers reach every Kubernetes API from their own machines.");
    const master = read.rule(masterCluster);
    const place = placeOfCluster(read, master);
    if (placeOfCluster(read, cluster) === place) return read.notApplicable("The same bastion reaches master and Seed.");
    return [
      flow(read, {
        refs: ["E12"],
        of: `${cluster}.from-master`,
        source: ends.bastion(place),
        destination: ends.api(cluster),
        ports: () => apiPortOf(read, cluster),
        reason: "The Seed is added and upgraded from the working copy at the master",
        lifetime: "installation and operation",
        why: () => {
          const unseen = apiPublicFrom(lookThrough(read), place, cluster) && leavesUnseen(read, place);
          return `One working copy holds all clusters: the step that adds ${clusterName(read, cluster)} speaks to its Kubernetes API and to the master's in turn.${unseen ? ` The bastion has a private address, and this API may have a public one: filters there see that of whatever translates on the way out of ${placeName(read, place)}, which nobody has stated for the bastion.` : ""}`;
        },
      }),
    ];
  },
});

/** From the nodes to the address in front of their own Kubernetes API. */
export const nodesToApi = rule<readonly FlowDraft[]>({
  id: "firewall.nodes-to-api",
  title: "Nodes to their Kubernetes API",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    if (provisioning === "managed") {
      const own = clusterName(read, cluster);
      return [flow(read, { refs: ["E12"], of: `${cluster}.nodes`, source: ends.nodes(cluster), destination: ends.api(cluster), ports: apiPortOf(read, cluster), reason: "Nodes reach the Kubernetes API that the provider runs", lifetime: "installation and operation", why: `Every node of ${own} joins and works through it, and it is no machine of ${own}, so its own nodes pass the firewall as well.` })];
    }
    const front = provisioning === "kubeone" ? frontOf(read, cluster) : undefined;
    if (!front) return read.notApplicable("No address stands in front of the Kubernetes API.");
    const { outside, holds } = front;
    const name = clusterName(read, cluster);
    return [
      flow(read, {
        refs: ["E12"],
        of: `${cluster}.nodes`,
        source: ends.nodes(cluster),
        destination: ends.api(cluster),
        ports: ports.kubernetesApi,
        reason: outside === undefined ? "Nodes reach the Kubernetes API through the address in front of it" : `Nodes reach the Kubernetes API through ${outside}`,
        lifetime: "installation and operation",
        why: outside === undefined
          ? `Every node of ${name} joins and works through this address, and ${holds}; where machines of one network are filtered from each other, this row opens the way.`
          : `${outside.charAt(0).toUpperCase()}${outside.slice(1)} is no machine of ${name}, so its own nodes pass the firewall as well.`,
      }),
    ];
  },
});

/** From a machine of the customer in front of the Kubernetes API to the control planes behind it. */
export const apiToControlPlanes = rule<readonly FlowDraft[]>({
  id: "firewall.api-to-control-planes",
  title: "Load balancer of the Kubernetes API to the control planes",
  per: "cluster",
  sources: ["kubeone.infrastructure", "kubeone.ha"],
  derive: (read, cluster) => {
    const from = read.rule(passesOnToApi, cluster);
    const name = clusterName(read, cluster);
    return [
      flow(read, {
        refs: ["E12"],
        of: `${cluster}.control-planes`,
        source: from === "asked" ? ends.apiBalancer(cluster) : ends.api(cluster),
        destination: ends.controlPlanes(cluster),
        ports: ports.kubernetesApi,
        reason: "The Kubernetes API is probed and called through what stands in front of it",
        lifetime: "installation and operation",
        why: `Every call to the Kubernetes API of ${name} ends at one of its control planes; without this row all of them count as dead, and KubeOne stops at the second machine.`,
      }),
    ];
  },
});

/** The machine in front of the Kubernetes API, which is no node: entered to be set up, and loading what it runs. */
export const apiMachine = rule<readonly FlowDraft[]>({
  id: "firewall.api-machine",
  title: "Machine in front of the Kubernetes API",
  per: "cluster",
  sources: ["kubeone.terraform-nutanix"],
  derive: (read, cluster) => {
    read.rule(setUpInFront, cluster);
    const hosts = read.optionalRule(loadedInFront, cluster)?.map(({ host }) => host);
    const place = placeOfCluster(read, cluster);
    const name = clusterName(read, cluster);
    const out = read.rule(wayOut, place);
    const of = `${cluster}.api-machine`;
    const machine = ends.api(cluster);
    const loading = { refs: ["E6"], of, source: machine, reason: "The machine in front of the Kubernetes API loads gobetween", lifetime: "installation" } as const;
    const passed = !read.answer(access.plan.bastion) && read.rule(sshEntry, cluster) === "front";
    const entered = passed
      ? `KubeOne's Terraform example hands it to KubeOne as the bastion of ${name}, and its program and its list of control planes are laid there by SSH, again with each control plane that is replaced.`
      : `It is no node of ${name}, so KubeOne never enters it: its program and its list of control planes are laid there by SSH, again with each control plane that is replaced.`;
    const why = `The script of KubeOne's example loads the program onto the machine itself, before the first control plane of ${name} asks for its API.`;
    return [
      flow(read, { refs: ["E11"], of, source: read.answer(access.plan.bastion) ? ends.bastion(place) : ends.engineers, destination: machine, ports: ports.ssh, reason: "The machine in front of the Kubernetes API is set up", lifetime: passed ? "installation and operation" : machineryLifetime(read), why: entered }),
      ...(hosts && out.kind === "direct" ? [flow(read, { ...loading, destination: ends.registries, ports: ports.registries, hosts, why })] : []),
      ...(hosts && out.kind === "proxy" ? [flow(read, { ...loading, destination: out.end, ports: out.ports, why })] : []),
    ];
  },
});
