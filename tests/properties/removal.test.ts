import { expect, test } from "vitest";
import { withAnswer, type Answers } from "../../src/engine/index.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { goldenAnswers, installationAnswers } from "../support/golden-plans.ts";
import { starterAnswers } from "../support/starter-plans.ts";
import { faultsOf } from "./removed-answers.ts";

test.each([...goldenAnswers()])("no answer of %s is taken away in silence", (_name, answers) => {
  expect(faultsOf(answers).join("\n")).toBe("");
});

/** Names of places, clusters and datacenters, which stand apart from their ids: people mostly call both the same, and then a name that an id replaces looks untouched. */
const NAMES = /^infrastructure\.(?:places|clusters|datacenters)\.([^.]+)\.name$/;

test.each([...goldenAnswers()])("no name of %s becomes an id", (_name, answers) => {
  const paths = Object.keys(answers.given).filter((path) => NAMES.test(path));
  const named = paths.reduce((given, path) => withAnswer(given, path, `named-${NAMES.exec(path)?.[1] ?? ""}`), answers);
  expect(faultsOf(named, paths).join("\n")).toBe("");
});

/** Answers that stand beside others which leave nobody to need them. */
const BESIDE: readonly (readonly [string, Answers])[] = [
  [
    "a DHCP range beside listed workers",
    changed(installationAnswers("setup-checklist"), {
      "infrastructure.clusters.seed.workerAddressing": "fixed",
      "infrastructure.clusters.seed.workerAddresses": ["10.20.0.21", "10.20.0.22", "10.20.0.23"],
      "network.datacenters.fra-vsphere.workersIn": "own-network",
    }),
  ],
  ["KubeLB that an upgrade brings to another version", changed(starterAnswers("managed-service-kubelb"), { "project.release": "2.31", "project.upgradeFrom": "2.30" })],
  ["a DHCP range where the infrastructure hands out addresses itself", changed(installationAnswers("setup-checklist"), { "infrastructure.clusters.seed.provider": "aws", "infrastructure.datacenters.fra-vsphere.provider": "aws" })],
  [
    "kept addresses in a block inside the network of machines",
    changed(installationAnswers("setup-checklist"), {
      "project.release": "2.30",
      "project.upgradeFrom": "2.29",
      "loadBalancer.exposeStrategy": "LoadBalancer",
      "loadBalancer.clusters.seed.kind": "metallb-l2",
      "loadBalancer.clusters.seed.localAsn": undefined,
      "loadBalancer.clusters.seed.peers": undefined,
      "loadBalancer.clusters.seed.pool": "10.20.0.224/27",
      "loadBalancer.clusters.seed.keepEntry": "10.20.0.225",
      "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.0.226",
      "loadBalancer.clusters.seed.keepUserClusters": ["10.20.0.227-10.20.0.238"],
    }),
  ],
  [
    "blocks of Services among virtual machines",
    changed(starterAnswers("kubevirt-on-bare-metal"), {
      "infrastructure.places.hall.kubevirtLoadBalancer": false,
      "loadBalancer.datacenters.hall-vms.workloads": "metallb-addon",
      "loadBalancer.datacenters.hall-vms.workloadBlock": "10.81.3.0/26",
    }),
  ],
];

test.each(BESIDE)("no answer is taken away in silence: %s", (_name, answers) => {
  expect(faultsOf(answers).join("\n")).toBe("");
});
