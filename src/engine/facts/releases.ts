import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const supportedReleases = fact({
  id: "releases.supported",
  statement: "Kubermatic supports the latest three minor releases of KKP; as of 20 Aug 2026 these are 2.29, 2.30 and 2.31.",
  value: 3,
  certainty: "sourced",
  sources: ["kkp.support-policy"],
});

export const kyvernoReleases = fact<readonly ReleaseId[]>({
  id: "releases.kyverno",
  statement: "Fields for Kyverno in Seeds and datacenters came with KKP 2.30.",
  value: ["2.30", "2.31"],
  certainty: "sourced",
  sources: ["kkp.code.datacenter"],
});

export const platformKubernetes = fact({
  id: "releases.platform-kubernetes",
  statement: "Kubermatic publishes no list of Kubernetes versions for master and Seeds: the plan takes the one for user clusters of the release, which is not confirmed for them.",
  value: "no list of its own",
  certainty: "unconfirmed",
  sources: ["kkp.supported-versions"],
});

export const releaseFacts: readonly Fact<unknown>[] = [kyvernoReleases, supportedReleases, platformKubernetes];
