import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { asUpgrade } from "../../../../tests/support/as-upgrade.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, valueOf, type Changes } from "../../testing/reference.ts";
import { quotaSizing } from "./quotas.ts";

const SEED = "infrastructure.clusters.seed";
const RETAIL = "infrastructure.datacenters.retail";
const answers = (changes: Changes = {}) => changed(starterAnswers("openstack-two-tenants"), changes);
const sumsOf = (changes: Changes = {}) => valueOf(quotaSizing, answers(changes), "berlin");
/** With the project of the management for everybody, so that there is one sum. */
const SHARED: Changes = { "infrastructure.datacenters.retail.openstackSharedProject": true, "infrastructure.datacenters.logistics.openstackSharedProject": true };
const sumOf = (changes: Changes = {}) => sumsOf({ ...SHARED, ...changes })[0];
const proofOf = (starter: string, id: string, changes: Changes = {}) => planFrom(changed(starterAnswers(starter), changes)).checklist.find((item) => item.id === `todo.${id}`)?.verify;

describe("what the plan takes of a quota", () => {
  // 3 control planes and 6 workers in 3 groups, each of which may have one more; 50 + 24 nodes and one more for each of 16 clusters.
  const OF_THE_STARTER = { machines: 12, cpu: 84, memory: 336, disk: 1050, bastions: 0, nodes: 90, volumes: 54, volumeSize: 455.3, balancers: 19 };
  test.each<[string, Changes, object]>([
    ["the starter plan", {}, {}],
    ["larger workers", { [`${SEED}.workerMemory`]: 64 }, { memory: 3 * 16 + 9 * 64 }],
    ["more nodes in each user cluster", { [`${RETAIL}.nodesPerCluster`]: 6 }, { nodes: 100 }],
    // Their Envoy pods take three workers more.
    ["a front for each user cluster", { "loadBalancer.exposeStrategy": "LoadBalancer" }, { balancers: 19 + 16, machines: 3 + 12, cpu: 12 + 12 * 8, memory: 48 + 12 * 32, disk: 150 + 12 * 100 }],
    ["a driver of the storage team", { "storage.clusters.seed.fastClass": "other" }, { volumes: 0, volumeSize: 0 }],
    ["addresses from MetalLB", { "loadBalancer.clusters.seed.kind": "metallb-l2" }, { balancers: 19 - 2 }],
  ])("%s", (_name, changes, expected) => expect(sumOf(changes)).toMatchObject({ ...OF_THE_STARTER, ...expected }));

  test("is told for each project by itself, since quotas count there", () => {
    expect(sumsOf().map(({ id, account, machines, nodes, volumes, balancers }) => [id, account, machines, nodes, volumes, balancers])).toEqual([
      ["sizing.quota[berlin.openstack]", undefined, 12, 0, 54, 3],
      ["sizing.quota[berlin.openstack.retail]", "OpenStack project retail", 0, 60, 0, 10],
      ["sizing.quota[berlin.openstack.logistics]", "OpenStack project logistics", 0, 30, 0, 6],
    ]);
    const one = { "infrastructure.datacenters.logistics.openstackProject": "retail" };
    expect(sumsOf(one).map(({ account, nodes }) => [account, nodes])).toEqual([[undefined, 0], ["OpenStack project retail", 90]]);
    expect(cellOf(quotaSizing, answers({ [`${RETAIL}.openstackProject`]: undefined }), "berlin").outcome).toEqual({ kind: "waiting", missing: [`${RETAIL}.openstackProject`] });
  });

  test("is one sum where one owner has everything", () => {
    const [sum, ...others] = valueOf(quotaSizing, starterAnswers("aws-single-region"), "frankfurt");
    expect([sum?.account, sum?.nodes, others]).toEqual([undefined, 72, []]);
  });

  test("is told step by step", () => {
    expect(sumOf()?.arithmetic).toEqual([
      "seed: 3 control planes.",
      "seed: 6 workers, and 3 × 1 = 3 that replace others for a while: 9.",
      "3 × 4 + 9 × 8 = 84 vCPU of machines of the platform.",
      "3 × 16 + 9 × 32 = 336 GiB of memory.",
      "3 × 50 + 9 × 100 = 1,050 GB of root disks.",
      "os-retail: 10 × 5 nodes = 50, and 10 that replace others for a while: 60.",
      "Load balancers of os-retail: one for the ingress of each of 10 user clusters, and more for each further Service of type LoadBalancer: at least 10.",
      "os-logistics: 6 × 4 nodes = 24, and 6 that replace others for a while: 30.",
      "Load balancers of os-logistics: one for the ingress of each of 6 user clusters, and more for each further Service of type LoadBalancer: at least 6.",
      "Volumes of seed: etcd of user clusters 48 with 240 GiB, Prometheus 2 with 200 GiB, Alertmanager 3 with 0.3 GiB and Loki 1 with 15 GiB: 54 volumes with 455.3 GiB.",
      "Load balancers of seed: Platform entry, nodeport-proxy of seed and Kubernetes API of seed: 3.",
    ]);
  });

  test.each([[`${RETAIL}.nodesPerCluster`], [`${SEED}.workerCpu`], [`${RETAIL}.place`], [`${RETAIL}.provider`]])("stays open without %s", (path) => {
    const { outcome } = cellOf(quotaSizing, answers({ [path]: undefined }), "berlin");
    expect(outcome.kind === "waiting" ? outcome.missing : []).toContain(path);
  });

  test("is none of the plan's where no quota is known, or where the platform runs already", () => {
    expect(cellOf(quotaSizing, starterAnswers("reference-setup"), starterAnswers("reference-setup").subjects.place[0] ?? "").outcome.kind).toBe("not-applicable");
    expect(cellOf(quotaSizing, asUpgrade(answers(), { "project.upgradeFrom": "2.30" }), "berlin").outcome.kind).toBe("not-applicable");
  });
});

describe("the team that keeps a quota", () => {
  test.each<[string, string, string]>([
    ["openstack-two-tenants", "openstack-quota[berlin]", "12 machines of the platform with 84 vCPU, 336 GiB of memory and 1,050 GB of root disks in all; 54 volumes with 455.3 GiB; at least 3 load balancers with an address each, and in the OpenStack project retail for 60 nodes of user clusters in the size that their templates name; at least 10 load balancers with an address each, and in the OpenStack project logistics for 30 nodes"],
    ["aws-single-region", "aws-quota[frankfurt]", "42 volumes with 395.3 GiB; at least 15 load balancers; 31 inbound rules in one security group"],
  ])("of %s reads the figures in %s", (starter, id, words) => expect(proofOf(starter, id)).toContain(words));

  test("of Azure counts addresses, since one load balancer serves all Services of a cluster", () => {
    const place = starterAnswers("azure-keycloak").subjects.place[0] ?? "";
    const proof = proofOf("azure-keycloak", `azure-quota[${place}]`);
    expect(proof).toContain("at least 3 addresses of load balancers, and in the Azure subscription retail-production for 75 nodes of user clusters in the size that their templates name; at least 15 addresses of load balancers");
    expect(proof).not.toContain("volumes");
  });

  test("reads of the machines while their figures hang on an answer", () => {
    expect(proofOf("openstack-two-tenants", "openstack-quota[berlin]", { [`${RETAIL}.nodesPerCluster`]: undefined })).toBe("`openstack quota show --usage` of each project shows room for the machines of this plan");
  });
});
