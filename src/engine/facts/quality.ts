import { fact } from "./fact.ts";

export const conformanceTest = fact({
  id: "quality.conformance-test",
  statement: "Sonobuoy runs the conformance test of Kubernetes; passed means that no test failed.",
  value: "sonobuoy run --mode=certified-conformance --wait",
  certainty: "standard",
  sources: ["cncf.conformance", "sonobuoy.docs"],
} as const);

export const smokeTest = fact({
  id: "quality.smoke-test",
  statement: "Sonobuoy's quick mode runs one test and shows within minutes that a cluster works at all.",
  value: "sonobuoy run --mode=quick --wait",
  certainty: "standard",
  sources: ["sonobuoy.docs"],
} as const);

export const soundMembers = fact({
  id: "quality.etcd-members",
  statement: "Five members of etcd survive the loss of two, and each further one slows writing; etcd advises seven at most, although more are accepted.",
  value: 5,
  certainty: "derived",
  sources: ["etcd.faq"],
});

/** All facts about the quality of the infrastructure, for the register. */
export const qualityFacts = [conformanceTest, smokeTest, soundMembers];
