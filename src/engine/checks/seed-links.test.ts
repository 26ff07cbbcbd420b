import { expect, test } from "vitest";
import { changed, findingsOf, type Changes } from "../testing/reference.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { seedLinks } from "./seed-links.ts";

const route = "network.clusters.azure-seed.routeToMaster";
const names = "network.clusters.azure-seed.resolvesDomain";
const azure = (changes: Changes) => findingsOf(seedLinks, changed(starterAnswers("vsphere-plus-azure-seed"), changes));

test("no route stops the Seed", () => {
  expect(azure({ [route]: false })).toEqual([
    expect.objectContaining({
      id: "topology.seed-links[azure-seed]#route",
      severity: "blocker",
      title: "No route between seed and azure-seed",
      message: "seed must reach the Kubernetes API of azure-seed in Azure West Europe, and azure-seed the platform entry. Without a route the Seed is never installed.",
      answers: [route, "infrastructure.clusters.azure-seed.place"],
    }),
  ]);
});

test("no name resolution stops its user clusters, and with LoadBalancer their logins", () => {
  const message = (changes: Changes) => azure({ [route]: true, [names]: false, ...changes }).map((finding) => finding.message);
  expect(message({})).toEqual([
    "With NodePort KKP on azure-seed looks up the name of each user cluster and finishes none before it resolves in Azure West Europe; logins fail as well, because https://kubermatic.example.com/dex is not found.",
  ]);
  expect(message({ "loadBalancer.exposeStrategy": "LoadBalancer" })).toEqual(["API servers of user clusters on azure-seed do not find https://kubermatic.example.com/dex from Azure West Europe, so nobody logs in to them."]);
});

test.each<[string, Changes]>([
  ["both there", { [route]: true, [names]: true }],
  ["both still open", {}],
  ["a Seed beside the master", { [route]: false, [names]: false, "infrastructure.clusters.azure-seed.place": "main" }],
])("%s is fine", (_name, changes) => {
  expect(azure(changes)).toEqual([]);
});
