import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, referencePlan } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const rowsOf = ({ firewall }: Plan): readonly string[] => firewall.inside.map(({ id, source, destination, protocol, ports }) => `${id} ${source} → ${destination} ${protocol} ${ports}`);

test("inside the reference setup, every component talks on its own ports", () => {
  expect(rowsOf(referencePlan())).toEqual([
    "inside.api-server[seed] All nodes → Control planes and the address in front of them TCP 6443",
    "inside.kubelet[seed] Control planes → All nodes TCP 10250",
    "inside.vxlan[seed] All nodes → All nodes UDP 8472",
    "inside.node-local-dns[seed] Pods → Their own node TCP and UDP 53",
    "inside.etcd[seed] Control planes → Control planes TCP 2379, 2380",
    "inside.node-ports[seed] MetalLB with BGP → All nodes TCP 30000-32767",
    "inside.metallb-metrics[seed] Prometheus → All nodes TCP 9120, 9140, 9141",
    "inside.kkp-webhook[seed] API server → kubermatic-webhook TCP 9443",
    "inside.entry-webhook[seed] API server → NGINX Ingress TCP 8443",
    "inside.balancer-webhook[seed] API server → MetalLB with BGP TCP 9443",
    "inside.bgp-webhook[seed] API server → FRR-K8s of MetalLB TCP 19443",
    "inside.platform-machine-controller-webhook[seed] API server → machine-controller of the cluster TCP 9876",
    "inside.platform-osm-webhook[seed] API server → operating-system-manager of the cluster TCP 9443",
    "inside.snapshot-webhook[seed] API server → snapshot-webhook on the control planes TCP 443",
    "inside.machine-controller-webhook[seed] API servers of user clusters → machine-controller TCP 9876",
    "inside.osm-webhook[seed] API servers of user clusters → operating-system-manager TCP 9443",
    "inside.user-cluster-webhook[seed] API servers of user clusters → User-cluster webhook TCP 443, 6443",
    "inside.konnectivity[seed] nodeport-proxy → konnectivity server TCP 8132",
    "inside.user-cluster-nodes[seed] Workers of a user cluster → Workers of the same user cluster any all",
    "inside.minio[seed] Backup jobs → MinIO TCP 9000",
  ]);
});

test.each([
  ["MetalLB in layer 2 keeps its speakers in touch", { "loadBalancer.clusters.seed.kind": "metallb-l2" }, "inside.memberlist[seed] All nodes → All nodes TCP and UDP 7946"],
  ["nodes on Cilium watch each other, whatever announces", { "loadBalancer.clusters.seed.cni": "cilium" }, "inside.cilium-health[seed] All nodes → All nodes TCP 4240"],
  ["and ping each other", { "loadBalancer.clusters.seed.cni": "cilium" }, "inside.cilium-ping[seed] All nodes → All nodes ICMP type 8, code 0"],
  ["an ACME issuer has a webhook", { "certificates.issuance": "http01" }, "inside.cert-manager-webhook[seed] API server → cert-manager webhook TCP 10250"],
  ["the vertical pod autoscaler has a webhook on the Seed", { "infrastructure.seedExtras": ["vpa"] }, "inside.autoscaler-webhook[seed] API server → vpa-admission-controller TCP 8000"],
  ["so it has before it came to the newest release", { "infrastructure.seedExtras": ["vpa"], "project.release": "2.28", "project.upgradeFrom": "none" }, "inside.autoscaler-webhook[seed] API server → vpa-admission-controller TCP 8000"],
  ["Kyverno of user clusters runs in the Seed", { "infrastructure.seedExtras": ["kyverno"], "project.edition": "EE" }, "inside.kyverno-webhook[seed] API servers of user clusters → Kyverno TCP 9443"],
  ["Tunneling puts an agent on every worker", { "loadBalancer.exposeStrategy": "Tunneling" }, "inside.tunnelling-agent[seed] Pods of a user cluster → Agent at 100.64.30.10 TCP 6443"],
])("%s", (_name, changes, row) => {
  expect(rowsOf(referencePlan(changes))).toContain(row);
  expect(rowsOf(referencePlan())).not.toContain(row);
});

test.each([
  ["one control plane has no other member of etcd", { "infrastructure.clusters.seed.controlPlanes": 1 }, "inside.etcd"],
  ["S3 outside leaves no MinIO", { "storage.clusters.seed.backupTarget": "s3" }, "inside.minio"],
  ["without a load balancer nothing hands traffic to node ports", { "loadBalancer.clusters.seed.kind": "none" }, "inside.node-ports"],
  ["who runs an existing cluster on Cilium opens its ports", { "infrastructure.clusters.seed.provisioning": "existing", "loadBalancer.clusters.seed.cni": "cilium" }, "inside.cilium-health"],
  ["a managed cluster opens its own ports", { "infrastructure.clusters.seed.provisioning": "managed" }, "inside.kubelet"],
])("%s", (_name, changes, word) => {
  expect(rowsOf(referencePlan(changes)).filter((row) => row.startsWith(word))).toEqual([]);
});

test("agents arrive at their own API server where no nodeport-proxy runs", () => {
  const rows = rowsOf(referencePlan({ "loadBalancer.clusters.seed.kind": "none" }));
  expect(rows).toContain("inside.konnectivity[seed] Workers, through the port of their API server → konnectivity server TCP 8132");
});

test("an additional Seed has rows of its own", () => {
  const rows = planFrom(starterAnswers("vsphere-plus-azure-seed")).firewall.inside;
  expect(rows.filter(({ cluster }) => cluster === "azure-seed").map(({ id }) => id)).toContain("inside.konnectivity[azure-seed]");
});

describe("the API server calls admission webhooks", () => {
  const called = (changes: Parameters<typeof referencePlan>[0]) => rowsOf(referencePlan(changes)).filter((row) => row.includes("API server →")).map((row) => row.replace(/^inside\.|\[.*? → .* TCP/g, ""));

  test.each(["2.28", "2.29", "2.30", "2.31"])("of KKP %s", (release) => {
    expect(called({ "project.release": release, "project.upgradeFrom": "none" })).toContain("kkp-webhook 9443");
  });

  test.each([
    ["Envoy Gateway brings one", { "project.release": "2.31", "project.upgradeFrom": "none" }, "entry-webhook 9443", true],
    ["a Gateway of the customer is not of this plan", { "project.release": "2.31", "project.upgradeFrom": "none", "loadBalancer.entry": "own" }, "entry-webhook", false],
    ["a load balancer of the infrastructure has none", { "loadBalancer.clusters.seed.kind": "none" }, "balancer-webhook", false],
    ["KubeOne brings the one for snapshots, whoever's driver serves the classes", { "storage.clusters.seed.fastClass": "own", "backup.clusters.seed.driver": "csi.example.com" }, "snapshot-webhook 443", true],
    ["an infrastructure without a driver of KubeOne has none for snapshots", { "infrastructure.clusters.seed.provider": "bare-metal" }, "snapshot-webhook", false],
    ["a cluster that KubeOne does not build has none for snapshots", { "infrastructure.clusters.seed.provisioning": "existing" }, "snapshot-webhook", false],
    ["sessions that MetalLB hands to FRR-K8s are checked on its node", {}, "bgp-webhook 19443", true],
    ["MetalLB in layer 2 keeps no sessions", { "loadBalancer.clusters.seed.kind": "metallb-l2" }, "bgp-webhook", false],
    ["the autoscaler waits for its gate", {}, "autoscaler-webhook", false],
    ["nobody makes listed workers", { "infrastructure.clusters.seed.workerAddressing": "fixed" }, "platform-machine-controller-webhook", false],
    ["DNS-01 of a service that cert-manager does not know is another call", { "certificates.issuance": "dns01", "dns.automation": "powerdns" }, "solver-webhook of its chart", true],
  ])("%s", (_name, changes, row, there) => {
    expect(called(changes).some((one) => one.startsWith(row))).toBe(there);
  });

  test("a Seed apart has that of the autoscaler and its clusters that of Kyverno, the master has neither", () => {
    const rows = rowsOf(planFrom(changed(starterAnswers("large-data-centre"), { "infrastructure.seedExtras": ["vpa", "kyverno"], "project.edition": "EE" }))).filter((row) => /autoscaler-webhook|kyverno-webhook/.test(row)).map((row) => row.replace(/^inside\.| .*/g, ""));
    const seeds = planFrom(starterAnswers("large-data-centre")).firewall.inside.filter(({ id }) => id.startsWith("inside.konnectivity[")).map(({ cluster }) => cluster);
    expect(seeds.length).toBeGreaterThan(0);
    expect(rows.toSorted()).toEqual(seeds.flatMap((id) => [`autoscaler-webhook[${id}]`, `kyverno-webhook[${id}]`]).toSorted());
  });

  test("the Community Edition has no Kyverno", () => {
    expect(rowsOf(referencePlan({ "infrastructure.seedExtras": ["kyverno"], "project.edition": "CE" })).filter((row) => row.includes("kyverno"))).toEqual([]);
  });

  test("a Seed apart that serves nothing has the one of KKP, and no issuer", () => {
    const answers = changed(starterAnswers("vsphere-plus-azure-seed"), { "monitoring.mla": false, "monitoring.userClusterMla": false });
    const rows = rowsOf(planFrom(answers)).filter((row) => row.includes(" API server → ") && row.includes("[azure-seed]") && !/^inside\.(?:platform-|snapshot-)/.test(row));
    expect(rows).toEqual(["inside.kkp-webhook[azure-seed] API server → kubermatic-webhook TCP 9443"]);
  });
});
