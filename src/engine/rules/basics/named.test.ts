import { expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { planFrom, planner } from "../../plan/plan-from.ts";
import { changed, referenceAnswers, referencePlan } from "../../testing/reference.ts";

const NAMELESS = { "infrastructure.clusters.seed.name": undefined };

test("settings, secrets and fields that carry a name wait for it", () => {
  const plan = referencePlan(NAMELESS);
  expect(plan.settings.filter(({ object }) => /^Seed |^seed/.test(object))).toEqual([]);
  expect(plan.secrets.flatMap(({ name, files }) => [name, ...files]).filter((text) => /\bseed\b/.test(text))).toEqual([]);
  expect(plan.openPoints.map(({ path }) => path)).toContain("infrastructure.clusters.seed.name");
  expect(referencePlan().settings.some(({ object }) => object === "Seed kubermatic" || object.startsWith("Seed "))).toBe(true);
});

test("clients of Dex are listed once all of them are known", () => {
  const listed = (changes: Parameters<typeof referencePlan>[0]) => referencePlan(changes).settings.some(({ id }) => id === "setting.login.dex-clients");
  expect([listed({}), listed({ "monitoring.platformUis": undefined })]).toEqual([true, false]);
});

test("what a first installation needs waits where the release asks whether it is one", () => {
  const tools = (changes: Parameters<typeof referencePlan>[0]) => referencePlan({ "project.release": "2.31", ...changes }).tools.map(({ id }) => id);
  expect(tools({ "project.upgradeFrom": undefined })).not.toContain("tool.sonobuoy");
  expect(tools({ "project.upgradeFrom": "none" })).toContain("tool.sonobuoy");
});

test("sources beside the first one, the way to user clusters and growth are assumed, not left out in silence", () => {
  const separate = changed(withSubject(referenceAnswers(), "cluster", "second"), { "infrastructure.clusters.second.role": "seed", "infrastructure.clusters.second.name": "second" });
  const assumed = planFrom(separate).assumptions.map(({ path, value }) => `${path}: ${value}`);
  expect(assumed).toContain("authentication.furtherSources: none");
  expect(assumed).toContain("loadBalancer.clusters.second.wayToUserClusters: direct");
  expect(referencePlan().assumptions.find(({ path }) => path === "infrastructure.datacenters.fra-vsphere.mostNodesPerCluster")?.value).toBe(String(referenceAnswers().given["infrastructure.datacenters.fra-vsphere.nodesPerCluster"]));
});

test("names stand by id, so that an edit leaves no trace of what was there before", () => {
  const base = changed(withSubject(referenceAnswers(), "cluster", "west"), { "infrastructure.clusters.west.name": "west" });
  const derive = planner();
  derive(changed(withSubject(base, "place", "west"), { "infrastructure.places.west.name": "west" }));
  expect(Object.keys(derive(base).project.names)).toEqual(Object.keys(planFrom(base).project.names));
});
