import { givenAt, isAsked, pathOf, questions, withAnswer, withSubject, type Answers, type AnswerValue, type Question } from "../../src/engine/index.ts";
import { loadBalancerKinds } from "../../src/engine/load-balancers/registry.ts";
import type { Provider } from "../../src/engine/providers/contract/index.ts";
import { installationAnswers } from "../support/golden-plans.ts";

const base = installationAnswers("setup-checklist");

/** What everybody would answer about the place, the Seed and the datacenter that come along. */
const USUAL: Readonly<Record<string, AnswerValue>> = {
  "infrastructure.clusters.workerAddressing": "dhcp",
  "infrastructure.clusters.controlPlaneAddresses": ["10.50.0.11", "10.50.0.12", "10.50.0.13"],
  "infrastructure.clusters.workerAddresses": ["10.50.0.21", "10.50.0.22", "10.50.0.23", "10.50.0.24", "10.50.0.25"],
  "infrastructure.clusters.apiHost": "k8s.example.com",
  "infrastructure.clusters.apiPort": 6443,
  "infrastructure.places.apiRoot": "private",
  "infrastructure.places.floatingReach": "public",
  "infrastructure.places.vmwareCloudDirectorNsx": "nsx-t",
  "infrastructure.places.nutanixPrismCentral": "prism-central.example.com",
  "infrastructure.datacenters.nutanixPrismElement": "prism-element.example.com",
  "infrastructure.places.nutanixDataServices": "10.50.9.60",
  "infrastructure.places.kubevirtServers": "10.50.8.0/24",
  "infrastructure.datacenters.kubevirtVmCpu": 4,
  "infrastructure.datacenters.kubevirtVmMemory": 16,
  "infrastructure.datacenters.kubevirtVmDisk": 50,
  "network.places.seenAs": "own",
  "network.places.dhcp": "10.50.0.64-10.50.0.191",
  "network.places.gateway": "10.50.0.1",
  "network.places.dnsServers": ["10.50.9.53"],
  "network.places.ntpServers": ["10.50.9.123"],
  "loadBalancer.clusters.pool": "10.50.0.208/28",
  "loadBalancer.clusters.apiAddress": "10.50.0.10",
  "loadBalancer.datacenters.workloadBlock": "10.50.20.0/24",
  "storage.clusters.driver": "rook-ceph.rbd.csi.ceph.com",
  "access.places.bastionAddress": "10.53.0.5",
};

/** Questions whose default holds for some of these places alone. */
const PARTLY: ReadonlySet<string> = new Set(["network.places.seenAs"]);

const PLACE = { name: "Elsewhere" };
const NETWORK = { nodeNetwork: "10.50.0.0/24", otherNetworks: [], usedAddresses: [], internet: "direct" };

function valueOf({ id, control, example }: Question<unknown>): AnswerValue | undefined {
  // An issuer of its own is an exception that nobody has to make.
  if (id === "authentication.clusters.ownIssuer") return undefined;
  const usual = USUAL[id];
  if (usual !== undefined) return usual;
  if (control.type === "yes-no") return !id.includes("Shared");
  if (control.type === "list") return example?.split(/\s*,\s*/);
  if (control.type === "text") return example ?? "example";
  return undefined;
}

/** The same answers with every question about the new subjects answered that is asked for them and has no default. */
function filled(answers: Answers): Answers {
  let now = answers;
  for (let round = 0; round < 4; round += 1) {
    for (const question of questions) {
      const subjects = question.subject === "plan" ? [] : now.subjects[question.subject].filter((id) => id === "elsewhere" || id === "second" || id === "workers");
      for (const subject of subjects) {
        const path = pathOf(question, subject);
        const value = (question.productDefault === undefined || PARTLY.has(question.id)) && givenAt(now, path) === undefined && isAsked(question, now, subject) ? valueOf(question) : undefined;
        if (value !== undefined) now = withAnswer(now, path, value);
      }
    }
  }
  return now;
}

const setAll = (answers: Answers, prefix: string, values: Readonly<Record<string, AnswerValue>>): Answers =>
  Object.entries(values).reduce((so, [key, value]) => withAnswer(so, `${prefix}.${key}`, value), answers);

/** The reference setup with workers of a provider in another place, served by the Seed that is there: option I. */
export function workersOnly({ id }: Provider): Answers {
  const more = withSubject(withSubject(base, "place", "elsewhere"), "datacenter", "workers");
  const placed = setAll(setAll(more, "infrastructure.places.elsewhere", PLACE), "network.places.elsewhere", NETWORK);
  const datacenter = { name: "workers", place: "elsewhere", provider: id, seed: "seed", smallClusters: 4, nodesPerCluster: 3 };
  return filled(withAnswer(setAll(placed, "infrastructure.datacenters.workers", datacenter), "network.datacenters.workers.workersIn", "node-network"));
}

/** The reference setup with a Seed of a provider in another place, beside workers there where it can have any: option II. */
export function additionalSeed(provider: Provider): Answers {
  const { id, nativeLoadBalancer, csi, kubeone } = provider;
  const before = provider.platformOnly === undefined ? workersOnly(provider) : workersOnly({ ...provider, id: "bring-your-own" });
  // Where KubeOne brings no cloud controller and the cloud hears no announcement, people dial the nodes.
  const made = nativeLoadBalancer && kubeone?.cloudProvider !== "none";
  const kind = loadBalancerKinds.find(({ addressesFrom, poolScope }) => (made ? addressesFrom === "provider" : provider.vendorCloud ? addressesFrom === "nodes" : poolScope === "node-network"))?.id ?? "none";
  const seed = {
    name: "second", role: "seed", place: "elsewhere", provider: id, provisioning: kubeone === undefined ? "existing" : "kubeone",
    ...(kubeone === undefined ? {} : { controlPlanes: 3 }), workerCpu: 8, workerMemory: 32,
  };
  const added = setAll(withSubject(before, "cluster", "second"), "infrastructure.clusters.second", seed);
  const balanced = setAll(added, "loadBalancer.clusters.second", { kind, ...(kind === "none" ? { nodeFront: "10.50.0.250", nodeFrontSources: ["10.50.0.250"] } : {}), ...(kubeone ? { apiEndpoint: kubeone.apiEndpoint === "provider" ? "provider" : "keepalived" } : {}) });
  const stored = setAll(balanced, "storage.clusters.second", { fastClass: csi === undefined ? "other" : "provider", backupTarget: "minio" });
  return filled(withAnswer(stored, "infrastructure.datacenters.workers.seed", "second"));
}
