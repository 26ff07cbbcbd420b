import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { changed, findingsOf, type Changes } from "../../testing/reference.ts";
import { hubDedicated } from "./hub-dedicated.ts";

const API = "10.60.0.10";
const said = (changes: Changes = {}) => findingsOf(hubDedicated, changed(starterAnswers("managed-service-kubelb"), { "loadBalancer.clusters.seed.apiAddress": API, "loadBalancer.kubelbApi": API, ...changes })).map(({ severity, title }) => [severity, title]);

test("a Seed whose Kubernetes API is named for KubeLB is told, whether that runs already or not", () => {
  const FOUND = [["warning", "seed is the management cluster of KubeLB as well"]];
  expect(said()).toEqual(FOUND);
  expect(said({ "loadBalancer.kubelbRuns": true })).toEqual(FOUND);
});

test("an existing cluster is known by the host of its API, however that is written", () => {
  const existing: Changes = { "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.apiHost": "api.seed.example", "loadBalancer.clusters.seed.apiAddress": undefined };
  expect(said({ ...existing, "loadBalancer.kubelbApi": "API.seed.example" })).toHaveLength(1);
  expect(said({ ...existing, "loadBalancer.kubelbApi": "kubelb.example" })).toEqual([]);
});

test("a cluster that would wait for addresses of its own KubeLB cannot be built", () => {
  expect(said({ "loadBalancer.clusters.seed.kind": "kubelb" })).toEqual([["blocker", "seed is the management cluster of KubeLB as well"]]);
});

test("another cluster, and a KubeLB that serves nothing, are not told of", () => {
  expect(said({ "loadBalancer.kubelbApi": "10.62.0.10" })).toEqual([]);
  expect(said({ "loadBalancer.datacenters.tenants.workloads": "own" })).toEqual([]);
  expect(said({ "loadBalancer.kubelbApi": undefined })).toEqual([]);
});
