import { fact } from "./fact.ts";

export const conformanceTest = fact({
  id: "quality.conformance-test",
  statement: "Sonobuoy runs the conformance test of Kubernetes; passed means that no test failed.",
  value: "sonobuoy run --mode=certified-conformance --wait",
  certainty: "standard",
  sources: ["cncf.conformance", "sonobuoy.docs"],
} as const);

export const conformanceHours = fact({
  id: "quality.conformance-hours",
  statement: "Two hours are planned for the whole conformance test of a cluster.",
  value: 2,
  certainty: "planning",
  sources: ["sonobuoy.docs"],
});

export const smokeTest = fact({
  id: "quality.smoke-test",
  statement: "Sonobuoy's quick mode runs one test and shows within minutes that a cluster works at all.",
  value: "sonobuoy run --mode=quick --wait",
  certainty: "standard",
  sources: ["sonobuoy.docs"],
} as const);

export const conformanceTaints = fact({
  id: "quality.conformance-taints",
  statement: "The tests of Kubernetes wait until every node takes pods, but for nodes whose taints are named to them: unasked, that of control planes alone. Sonobuoy hands the names over by E2E_EXTRA_ARGS.",
  value: { option: "--plugin-env=e2e.E2E_EXTRA_ARGS=--non-blocking-taints=", unasked: "node-role.kubernetes.io/control-plane" },
  certainty: "sourced",
  sources: ["kubernetes.e2e", "sonobuoy.docs"],
});

export const conformanceOffline = fact({
  id: "quality.conformance-offline",
  statement:
    "Without internet Sonobuoy takes its own image, the conformance image and the images of the tests from a private registry: images pull and images push copy them with the help of docker, and run names the registry in a file with the places of all test images. Its plug-in systemd-logs would want one image more, and is left out.",
  value: { image: "sonobuoy", conformance: "conformance", plugin: "e2e" },
  certainty: "sourced",
  sources: ["sonobuoy.air-gap"],
} as const);

export const etcdMembers = fact({
  id: "quality.etcd-members",
  statement: "etcd takes an odd number of members and advises no more than 7; this plan speaks up beyond 5, which survive the loss of two.",
  value: { most: 5, advised: 7 },
  certainty: "derived",
  sources: ["etcd.faq"],
} as const);

export const machineSurge = fact({
  id: "quality.machine-surge",
  statement: "A rolling update starts one machine more for each group of machines before it takes an old one away; groups are updated at the same time after a new Kubernetes or image.",
  value: 1,
  certainty: "sourced",
  sources: ["kubeone.machine-deployments"],
} as const);

/** All facts about the quality of the infrastructure, for the register. */
export const qualityFacts = [conformanceTaints, conformanceTest, conformanceHours, smokeTest, conformanceOffline, etcdMembers, machineSurge];
