import { expect, test } from "vitest";
import { cellOf, referenceAnswers, valueOf } from "../../testing/reference.ts";
import { workerPodCeiling } from "./worker-pods.ts";
import { clusterSizing } from "./workers.ts";

const managed = (provider: string, nodePods?: number) =>
  referenceAnswers({ "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.provisioning": "managed", ...(nodePods === undefined ? {} : { "infrastructure.clusters.seed.nodePods": nodePods }) });

test("58 pods on a node of EKS decide on more workers than CPU does", () => {
  const sizing = valueOf(clusterSizing, managed("aws", 58), "seed");
  // 336 ÷ (58 × 70 % = 40.6) gives 9, with 1 to spare 10; 21,653 ÷ 5,250 would give 5
  expect(sizing).toMatchObject({ pods: 336, workers: 10, boundBy: "pods" });
  expect(sizing.why).toContain("a node runs 58 at most");
  // (9 × 40.6 - 99) ÷ 20 = 13.3
  expect(sizing.arithmetic.at(-1)).toBe("10 workers carry up to 13 small user clusters.");
  // 9 × 40.6 = 365.4
  expect(valueOf(workerPodCeiling, managed("aws", 58), "seed")).toMatchObject({ used: 336, limit: 365, maxUserClusters: 13 });
});

test.each(["aws", "azure", "gcp", "alibaba"])("on %s the number of workers waits for it", (provider) => {
  expect(cellOf(clusterSizing, managed(provider), "seed").outcome).toEqual({ kind: "waiting", missing: ["infrastructure.clusters.seed.nodePods"] });
});

test("where nothing else decides on it, what Kubernetes lets a node run stands in, and any answer goes before it", () => {
  const there = { "infrastructure.clusters.seed.provisioning": "existing" };
  expect(valueOf(clusterSizing, referenceAnswers(there), "seed").why).toContain("a node runs 110 pods at most");
  // 336 ÷ (250 × 70 % = 175) gives 2; CPU decides with 5
  expect(valueOf(clusterSizing, referenceAnswers({ ...there, "infrastructure.clusters.seed.nodePods": 250 }), "seed")).toMatchObject({ workers: 6, boundBy: "cpu" });
  expect(valueOf(clusterSizing, managed("digitalocean"), "seed").arithmetic[0]).toContain("110 pods");
});

test("the answer is nothing to a cluster that KubeOne builds", () => {
  expect(valueOf(clusterSizing, referenceAnswers({ "infrastructure.clusters.seed.nodePods": 30 }), "seed").workers).toBe(6);
});
