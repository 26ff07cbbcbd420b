import { expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { findingsOf, referenceAnswers, referencePlan } from "../../testing/reference.ts";
import { kubernetesVersion } from "./kubernetes-version.ts";
import { userClusterVersions } from "./user-cluster-versions.ts";

test.each(starterNames)("%s: silent", (name) => {
  expect([kubernetesVersion, userClusterVersions].flatMap((check) => findingsOf(check, starterAnswers(name))).map(({ id }) => id)).toEqual([]);
});

test.each([
  ["2.30", "1.32", 0],
  ["2.30", "1.35", 0],
  ["2.30", "1.31", 1],
  ["2.30", "1.36", 1],
  ["2.31", "1.36", 0],
  ["2.31", "older", 1],
  ["2.31", "newer", 1],
])("KKP %s on an existing cluster with Kubernetes %s: %i findings", (release, kubernetes, count) => {
  const answers = referenceAnswers({ "project.release": release, "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.kubernetes": kubernetes });
  expect(findingsOf(kubernetesVersion, answers)).toHaveLength(count);
});

test("the finding names both versions and says that no list for master and Seeds is published", () => {
  const answers = referenceAnswers({ "infrastructure.clusters.seed.provisioning": "managed", "infrastructure.clusters.seed.kubernetes": "1.31" });
  expect(findingsOf(kubernetesVersion, answers)[0]).toMatchObject({
    severity: "warning",
    title: "seed runs a Kubernetes that KKP 2.30 does not offer",
    message: "seed runs Kubernetes 1.31; KKP 2.30 offers 1.32 to 1.35. That list is made for user clusters; none is published for master and Seeds.",
    answers: ["infrastructure.clusters.seed.kubernetes"],
  });
});

test.each([
  ["1.32", 1],
  ["older", 1],
  ["1.33", 0],
  ["newer", 0],
])("an upgrade to 2.31 while a user cluster runs Kubernetes %s: %i blockers", (oldest, count) => {
  const found = findingsOf(userClusterVersions, referenceAnswers({ "project.release": "2.31", "project.upgradeFrom": "2.30", "project.oldestKubernetes": oldest }));
  expect(found.map(({ severity }) => severity)).toEqual(Array.from({ length: count }, () => "blocker"));
});

test("an upgrade of which nobody says what user clusters run has that as an open point", () => {
  const { openPoints, findings } = referencePlan({ "project.release": "2.31", "project.upgradeFrom": "2.30" });
  expect(findings.filter(({ check }) => check === userClusterVersions.id)).toEqual([]);
  expect(openPoints.map(({ path }) => path)).toContain("project.oldestKubernetes");
});

test("a new installation has no user clusters yet", () => {
  expect(findingsOf(userClusterVersions, referenceAnswers({ "project.release": "2.31", "project.upgradeFrom": "none", "project.oldestKubernetes": "1.30" }))).toEqual([]);
});
