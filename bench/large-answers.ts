import { PLAN_FILE_FORMAT, parseAnswers, type Answers } from "../src/engine/index.ts";

const DATACENTERS_PER_SEED = 10;
const CLUSTERS_PER_DATACENTER = 10;

/**
 * What a large customer answers: one place, network and pool for each Seed, ten datacenters below it. The network is
 * a /22, because 500 nodes of user clusters and the Seed's own workers take leases there.
 */
function seedOf(at: number) {
  const third = (at % 64) * 4;
  const network = (block: number, host: number) => `10.${Math.floor(at / 64)}.${third + block}.${host}`;
  return { id: `seed-${at}`, place: `place-${at}`, network, pool: `10.${80 + Math.floor(at / 250)}.${at % 250}.0/28` };
}

/**
 * A plan with so many Seeds, ten times as many datacenters and a hundred times as many user clusters.
 * @throws Error when a question has changed so that an answer here no longer fits it.
 */
export function largeAnswers(seeds: number): Answers {
  const all = Array.from({ length: seeds }, (_, at) => seedOf(at));
  const datacenters = all.flatMap((seed) => Array.from({ length: DATACENTERS_PER_SEED }, (_, at) => ({ id: `${seed.id}-dc-${at}`, seed })));
  const parsed = parseAnswers({
    groundplan: PLAN_FILE_FORMAT,
    project: { customer: "Example AG", title: "Large platform", authors: ["Platform team"], date: "2026-11-02", purpose: "production", edition: "EE", release: "2.30", domain: "kubermatic.example.com" },
    infrastructure: {
      places: all.map(({ place }) => ({ id: place, name: place })),
      clusters: all.map(({ id, place, network }, at) => ({
        id,
        name: id,
        role: at === 0 ? "master-and-seed" : "seed",
        place,
        provider: "vsphere",
        provisioning: "kubeone",
        controlPlanes: 3,
        controlPlaneAddresses: [11, 12, 13].map((host) => network(0, host)),
        workerAddressing: "dhcp",
        workerCpu: 8,
        workerMemory: 32,
      })),
      datacenters: datacenters.map(({ id, seed }) => ({
        id,
        name: id,
        place: seed.place,
        provider: "vsphere",
        seed: seed.id,
        smallClusters: CLUSTERS_PER_DATACENTER,
        nodesPerCluster: 5,
        vsphereSharedUser: false,
      })),
    },
    network: {
      places: Object.fromEntries(
        all.map(({ place, network }) => [
          place,
          { nodeNetwork: `${network(0, 0)}/22`, gateway: network(0, 1), dhcp: `${network(1, 0)}-${network(3, 250)}`, otherNetworks: [], usedAddresses: [], internet: "direct" },
        ]),
      ),
      datacenters: Object.fromEntries(datacenters.map(({ id }) => [id, { workersIn: "node-network" }])),
    },
    loadBalancer: {
      exposeStrategy: "NodePort",
      clusters: Object.fromEntries(
        all.map(({ id, network, pool }) => [
          id,
          {
            kind: "metallb-bgp",
            pool: pool,
            localAsn: 64512,
            peers: [
              { name: "router-1", address: network(0, 2), asn: 64500 },
              { name: "router-2", address: network(0, 3), asn: 64500 },
            ],
            apiEndpoint: "keepalived",
            apiAddress: network(0, 10),
          },
        ]),
      ),
    },
    dns: { platformNames: "single", seedWildcard: true },
    certificates: { issuance: "supplied", names: "listed" },
    authentication: { connector: "ldap", ldapTransport: "ldaps" },
    storage: { clusters: Object.fromEntries(all.map(({ id }) => [id, { fastClass: "provider", backupTarget: "minio" }])) },
    monitoring: { mla: true, platformUis: ["prometheus", "grafana", "alertmanager"], userClusterMla: true, seedUis: ["grafana", "alertmanager"] },
    access: { bastion: true, repository: "https://git.example.com/platform/kubermatic.git", secretStore: "vault" },
  });
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  const [dropped] = parsed.notices;
  if (dropped) throw new Error(`${dropped.path}: ${dropped.text}`);
  return parsed.answers;
}
