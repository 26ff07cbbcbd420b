import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions as stated } from "../../answers/chapters/versions.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { imageArchitecture } from "../../facts/operating-systems.ts";
import { platformKubernetes } from "../../facts/releases.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { ownPods } from "../addresses/pods-seen.ts";
import { cloudIsPublic, floatingIsPublic } from "../basics/cloud-reach.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { workersOf } from "../sizing/workers.ts";
import { itemId, itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { balancerOf } from "../basics/balancer.ts";
import { afterNetwork } from "./made-network.ts";
import { ALLOW_LIST, FIREWALL, proxyRow } from "./uses.ts";

/** What a cluster of a service is made of and joined by, which is made for this plan: one that somebody has built is there already. */
interface Before {
  /** Rows of what it is ordered on: the network of its place, room for its nodes, and what the infrastructure holds before machines. */
  readonly after: readonly string[];
  /** Rows by which its nodes find what they load and report to: none is Ready without. */
  readonly uses: readonly string[];
}

/** Waits for nobody's answer; the checklist leaves out what the plan has none of. */
function beforeManaged(read: Reader, cluster: string, { prepare }: Provider): Before {
  const place = read.aside(() => read.optional(infrastructure.cluster.place, cluster));
  if (place === undefined) return { after: [], uses: [] };
  const held = prepare.filter(({ forUserClusters, forKubeOne }) => !forUserClusters && !forKubeOne).map(({ id }) => `${id}[${place}]`);
  return { after: [...afterNetwork(read, place), `pod-addresses[${place}]`, `machines[${cluster}]`, ...held], uses: [`way-out[${place}]`, FIREWALL, ALLOW_LIST, proxyRow(place)] };
}

/** What a cluster that somebody else runs or has built must offer before the installation. */
const handover = rule<readonly Draft[]>({
  id: "checklist.existing-cluster",
  title: "Checklist: cluster that is there",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.add-seed", "kkp.supported-versions"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    if (provisioning === "kubeone") return read.notApplicable("KubeOne builds this cluster.");
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const name = clusterName(read, cluster);
    const workers = formatCount(read.rule(workersOf, cluster), "worker");
    const size = `${read.answer(infrastructure.cluster.workerCpu, cluster)} vCPU and ${read.answer(infrastructure.cluster.workerMemory, cluster)} GiB`;
    const { kubernetes } = releaseIn(read);
    const service = provisioning === "managed" ? (provider.managedKubernetes?.name ?? "the provider") : undefined;
    if (service !== undefined) read.cite(...(provider.managedKubernetes?.sources ?? []));
    const pods = provisioning === "managed" ? provider.managedKubernetes?.nodePods : undefined;
    const login = provisioning === "managed" ? provider.managedKubernetes?.login : undefined;
    const versions = `Kubernetes ${kubernetes.oldest} to ${kubernetes.newest}`;
    const shows = ownPods(read, cluster);
    const item = (words: () => ItemWords): Draft => {
      const id = `existing-cluster[${cluster}]`;
      return read.forRow(itemId(id), () => (read.cite(...(pods?.sources ?? [])), read.fact(platformKubernetes), itemOf(read, id, words())));
    };
    const api = read.maybe(infrastructure.cluster.apiHost, cluster);
    return [
      item(() => ({
        title: `${name} handed over with ${workers} of ${size}${service === undefined ? "" : `, run by ${service}`}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `\`kubectl get nodes -o custom-columns=NAME:.metadata.name,PODS:.status.allocatable.pods\` prints at least ${formatCount(read.answer(stated.cluster.nodePods, cluster), "pod")} for each worker, \`kubectl get nodes -L kubernetes.io/arch\` shows at least ${workers} as Ready on ${versions} and ${read.fact(imageArchitecture).kubernetes}, and \`kubectl auth can-i '*' '*' --all-namespaces\` answers yes${shows === undefined ? "" : `; \`kubectl get pods -A -o wide\` shows addresses of ${shows} for pods that do not share that of their node`}`,
        why: `${service === undefined ? "Whoever built it" : service} answers for control plane, etcd and upgrades of ${name}; this plan sizes none of them.${pods === undefined ? "" : ` ${pods.decidedBy}`}`,
        ...(provisioning === "managed" ? beforeManaged(read, cluster, provider) : {}),
        blockedBy: openIn(api),
      })),
      read.forRow(itemId(`existing-cluster-login[${cluster}]`), () => {
        read.cite("kkp.code.convert-kubeconfig", ...(login?.sources ?? []));
        return itemOf(read, `existing-cluster-login[${cluster}]`, {
          title: `Login to ${name} that belongs to no person and runs no command of a cloud, made by kubermatic-installer convert-kubeconfig ${service === undefined ? "where a login to it works" : `on a machine that is logged in to ${provider.title}`}`,
          team: "infrastructure",
          chapter: "access",
          verify: `\`kubectl config view\` shows a token or certificate, and no exec entry, in the kubeconfig that is handed out; with it \`kubectl get nodes\` answers on a machine of the installing engineers`,
          why: login === undefined || service === undefined
            ? `The master uses it at any hour; kubermatic-installer convert-kubeconfig turns a login of ${service ?? "the cluster"} into a service account's token.`
            : `Kubeconfigs of ${service} call ${login.calls}, for which installing engineers get no command, no account and no firewall row, and the master uses the login to ${name} at any hour; convert-kubeconfig turns it into a service account's token.`,
          after: [`existing-cluster[${cluster}]`],
        });
      }),
    ];
  },
});

/** What nodes of a managed service load, where its vendor's pages do not tell. */
function unnamedHosts(read: Reader, cluster: string, { managedKubernetes, title }: Provider): readonly Draft[] {
  const unnamed = managedKubernetes?.unnamedHosts;
  if (!unnamed) return [];
  const id = `existing-cluster-hosts[${cluster}]`;
  return [
    read.forRow(itemId(id), () => {
      read.cite(...unnamed.sources);
      const name = clusterName(read, cluster);
      return itemOf(read, id, {
        title: `Hosts and networks that nodes of ${managedKubernetes.name} call for themselves, told by ${title} for ${name}`,
        team: "infrastructure",
        chapter: "network",
        verify: `The answer of ${title} is filed with the firewall rows of ${name}, and a node that is made anew behind them becomes Ready`,
        why: `${unnamed.says} Rows of this plan for ${name} hold what the platform loads, and a filter that lets through no more would keep new nodes from becoming Ready.`,
        after: [`existing-cluster[${cluster}]`],
      });
    }),
  ];
}

/** What makes volumes and load balancers in a cluster that somebody else runs or has built, and what its nodes call for themselves. */
const controllers = rule<readonly Draft[]>({
  id: "checklist.existing-cluster-controllers",
  title: "Checklist: drivers of a cluster that is there",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.storage-requirements"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    if (provisioning === "kubeone") return read.notApplicable("KubeOne installs them.");
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const managed = provisioning === "managed";
    return [...driver(read, cluster, provider, managed), ...balancers(read, cluster, provider, managed), ...(managed ? unnamedHosts(read, cluster, provider) : [])];
  },
});

/** The storage driver of the infrastructure; another one is ordered from the storage team. */
function driver(read: Reader, cluster: string, { csi, managedKubernetes }: Provider, managed: boolean): readonly Draft[] {
  if (!csi || read.aside(() => read.answer(storage.cluster.fastClass, cluster)) === "other") return [];
  const id = `existing-cluster-driver[${cluster}]`;
  return [
    read.forRow(itemId(id), () => {
      read.answer(storage.cluster.fastClass, cluster);
      const brought = managed ? managedKubernetes?.storageDriver : undefined;
      read.cite(...(brought?.sources ?? []));
      const name = clusterName(read, cluster);
      return itemOf(read, id, {
        title: `Storage driver ${csi.provisioner} in ${name}${brought?.by === undefined ? "" : `: ${brought.by}`}`,
        team: "infrastructure",
        chapter: "storage",
        verify: `${brought?.verify === undefined ? "" : `${brought.verify}; `}\`kubectl get csidrivers\` names ${csi.provisioner}, and a test volume that it makes is bound to a pod and deleted again`,
        why: `${brought?.why ?? `Whoever ${managed ? "runs" : "built"} ${name} installs it with rights to make disks.`} Without it, every claim for a volume on ${name} waits for ever.`,
        after: [`existing-cluster[${cluster}]`],
      });
    }),
  ];
}

/** What makes load balancers, where the addresses of Services come from the infrastructure. */
function balancers(read: Reader, cluster: string, { title, balancerReach: reach, publicLoadBalancer }: Provider, managed: boolean): readonly Draft[] {
  if (read.aside(() => balancerOf(read, cluster).addressesFrom) !== "provider") return [];
  const id = `existing-cluster-balancers[${cluster}]`;
  return [
    read.forRow(itemId(id), () => {
      balancerOf(read, cluster);
      const name = clusterName(read, cluster);
      // Somebody prepares the controller all the same while nobody has said how far a site's floating addresses reach.
      const reached = publicLoadBalancer === "asked" ? floatingIsPublic(read, cluster) : known(cloudIsPublic(read, cluster));
      const isPublic = reached?.kind === "known" && reached.value;
      const reachIsKnown = reach !== undefined || (publicLoadBalancer === "asked" && reached?.kind === "known");
      const need = reach?.needs?.[isPublic ? "public" : "internal"];
      read.cite(...(need?.sources ?? []));
      const [kind, from] = isPublic ? ["a public address", " to a machine outside its network"] : reachIsKnown ? ["a private address", " to a machine in each network that is routed there"] : ["an address", ""];
      return itemOf(read, id, {
        title: `Controller for load balancers of ${title} in ${name}${need === undefined ? "" : `, ${need.what}`}`,
        team: "infrastructure",
        chapter: "loadBalancer",
        verify: `${need === undefined ? "" : `${need.verify}. `}A test Service of type LoadBalancer in ${name} gets ${kind}, a test pod answers behind it${from}, and the load balancer goes with the Service`,
        why: `Whoever ${managed ? "runs" : "built"} ${name} answers for it; without it, no Service of KKP there gets an address.${need === undefined ? "" : ` ${need.why}`}`,
        after: [`existing-cluster[${cluster}]`],
        blockedBy: reached ? openIn(reached) : [],
      });
    }),
  ];
}

export const existingClusterItems: readonly Rule<readonly Draft[]>[] = [handover, controllers];
