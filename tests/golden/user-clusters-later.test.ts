import { expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Things that come with the first user cluster, and nodes of any cluster, which the installation makes. */
const NOT_THERE = /user clusters?\b|test cluster|cluster template|service account of|of a node\b|MachineDeployment|at the acceptance `/i;

/** Words that name none as there: what is written down for them, who is told, what is counted, and rows that are left out. */
const WRITTEN = [
  /rows? of the firewall table but those to Services of user clusters/g,
  /[Ii]t stands in writing [^;]*/g,
  /A manifest for user clusters of/g,
  /neighbours of [^;]*? user clusters/g,
  /one router may serve several user clusters/g,
  /one object for each node that user clusters will have/g,
  /[\d,]+ nodes? of user clusters in the size that their templates name/g,
  /somebody is named who [^;]*/g,
  /one MachineDeployment is one node/g,
  /the rest is tried in the step “[^”]*”/g,
  /what operatingSystemSpec of each MachineDeployment of \S+ takes/g,
];

const spoken = (verify: string): string => WRITTEN.reduce((text, allowed) => text.replaceAll(allowed, ""), verify);

test.each([...goldenAnswers()])("%s: no item before the installation is proved on a thing of a user cluster", (_name, answers) => {
  const { checklist } = planFrom(answers);
  expect(checklist.filter(({ verify }) => NOT_THERE.test(spoken(verify))).map(({ id, verify }) => `${id}: ${verify}`)).toEqual([]);
});

test.each([...goldenAnswers()])("%s: what an item leaves to user clusters is tried in a step after the acceptance", (_name, answers) => {
  const { checklist, runbook } = planFrom(answers);
  const order = (id: string): number => runbook.findIndex((step) => step.id === id);
  if (!checklist.some(({ verify }) => verify.includes("Try what only a user cluster shows"))) return;
  expect(order("step.user-clusters")).toBeGreaterThan(order("step.acceptance"));
});
