import { describe, expect, test } from "vitest";
import { NO_ANSWERS, withSubject, type Answers } from "../../answers/answers.ts";
import { answersOf, changed, findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import type { Check } from "../../kernel/check.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { ceSecondSeed } from "./ce-second-seed.ts";
import { ceSeedName } from "./ce-seed-name.ts";
import { oneMaster } from "./one-master.ts";
import { uniqueNames } from "./unique-names.ts";
import { unknownReference } from "./unknown-reference.ts";
import { upgradePath } from "./upgrade-path.ts";

const titles = (check: Check, answers: Answers) => findingsOf(check, answers).map(({ severity, title }) => `${severity}: ${title}`);
const said = (check: Check, changes: Changes = {}) => titles(check, referenceAnswers(changes));
const twoSeeds = (changes: Changes = {}) => changed(starterAnswers("vsphere-plus-azure-seed"), changes);

test.each([ceSecondSeed, ceSeedName, oneMaster, uniqueNames, unknownReference, upgradePath])("$id has nothing to say about the reference setup", (check) => {
  expect(said(check)).toEqual([]);
});

describe("CE", () => {
  const CE = { "project.edition": "CE" };

  test("takes one name for its Seed; names change, or stay by an overwrite", () => {
    const [finding] = findingsOf(ceSeedName, referenceAnswers(CE));
    expect(finding).toMatchObject({ severity: "blocker", title: "CE allows one Seed, named kubermatic" });
    const name = { path: "infrastructure.clusters.seed.name", value: "kubermatic" };
    expect(finding?.fixes.map(({ set }) => set)).toEqual([[name], [name, { path: "dns.clusters.seed.seedDnsOverwrite", value: "seed" }]]);
  });

  test("keeps an overwrite that is there", () => {
    expect(findingsOf(ceSeedName, referenceAnswers({ ...CE, "dns.clusters.seed.seedDnsOverwrite": "fra" }))[0]?.fixes).toHaveLength(1);
  });

  test("is content with the right name", () => expect(said(ceSeedName, { ...CE, "infrastructure.clusters.seed.name": "kubermatic" })).toEqual([]));

  test("has one Seed", () => {
    expect(titles(ceSecondSeed, twoSeeds(CE))).toEqual(["blocker: CE allows 1 Seed, this plan has 2"]);
    expect(titles(ceSecondSeed, twoSeeds())).toEqual([]);
  });
});

describe("the master", () => {
  test("is one", () => {
    expect(said(oneMaster, { "infrastructure.clusters.seed.role": "seed" })).toEqual(["blocker: No cluster carries the master"]);
    expect(titles(oneMaster, twoSeeds({ "infrastructure.clusters.azure-seed.role": "master" }))).toEqual(["blocker: seed and azure-seed are both master"]);
    const third = { "infrastructure.clusters.third.name": "third", "infrastructure.clusters.third.role": "master" };
    expect(titles(oneMaster, changed(withSubject(twoSeeds({ "infrastructure.clusters.azure-seed.role": "master" }), "cluster", "third"), third))).toEqual(["blocker: seed, azure-seed and third are all master"]);
  });

  test("is found by giving one cluster the role, or taking it from the others", () => {
    expect(findingsOf(oneMaster, referenceAnswers({ "infrastructure.clusters.seed.role": "seed" }))[0]?.fixes).toEqual([
      { title: "Make seed master and Seed in one", set: [{ path: "infrastructure.clusters.seed.role", value: "master-and-seed" }] },
    ]);
    expect(findingsOf(oneMaster, twoSeeds({ "infrastructure.clusters.azure-seed.role": "master" }))[0]?.fixes[0]).toEqual({
      title: "Let seed alone be the master",
      set: [{ path: "infrastructure.clusters.azure-seed.role", value: "seed" }],
    });
  });

  test("is not missed while roles are open, and advised before there is a cluster", () => {
    expect(said(oneMaster, { "infrastructure.clusters.seed.role": undefined })).toEqual([]);
    expect(titles(oneMaster, NO_ANSWERS)).toEqual(["advice: The plan has no cluster yet"]);
  });
});

describe("names", () => {
  test("of clusters and datacenters differ", () => {
    expect(titles(uniqueNames, twoSeeds({ "infrastructure.clusters.azure-seed.name": "seed", "infrastructure.datacenters.azure-weu.name": "fra-vsphere" }))).toEqual([
      "blocker: 2 clusters are called seed",
      "blocker: 2 datacenters are called fra-vsphere",
    ]);
  });

  test("in DNS differ too", () => {
    expect(titles(uniqueNames, twoSeeds({ "dns.clusters.azure-seed.seedDnsOverwrite": "seed" }))).toEqual(["blocker: 2 Seeds live below seed.kubermatic.example.com"]);
  });
});

describe("references", () => {
  test("lead to something", () => {
    const lost = answersOf({ "infrastructure.clusters.seed.place": "gone", "infrastructure.datacenters.dc.seed": "gone" });
    expect(titles(unknownReference, lost)).toEqual(["blocker: Place of seed is not part of the plan", "blocker: Seed of dc is not part of the plan"]);
  });

  test("of datacenters lead to a Seed", () => {
    expect(said(unknownReference, { "infrastructure.clusters.seed.role": "master" })).toEqual(["blocker: seed runs no user clusters"]);
  });
});

test("upgrades skip no release", () => {
  expect(said(upgradePath, { "project.release": "2.31", "project.upgradeFrom": "2.29" })).toEqual(["blocker: KKP 2.29 cannot be upgraded to 2.31 directly"]);
  expect(said(upgradePath, { "project.release": "2.31", "project.upgradeFrom": "2.30" })).toEqual([]);
  expect(said(upgradePath, { "project.release": "2.30", "project.upgradeFrom": "2.30" })).toEqual(["blocker: An upgrade to KKP 2.30 does not start from 2.30"]);
});

test("a place that does not exist is one finding, and no question of that place is open", () => {
  const plan = referencePlan({ "infrastructure.clusters.seed.place": "nowhere" });
  const before = referencePlan();
  const known = new Set([...before.findings.map(({ id }) => id)]);
  expect(plan.findings.filter(({ id }) => !known.has(id)).map(({ title }) => title)).toEqual(["Place of seed is not part of the plan"]);
  expect(plan.openPoints.filter(({ path }) => path.includes("nowhere"))).toEqual([]);
});
