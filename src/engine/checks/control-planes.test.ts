import { expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../testing/reference.ts";
import { controlPlanes } from "./control-planes.ts";

const LISTED = "infrastructure.clusters.seed.controlPlaneAddresses";
const path = "infrastructure.clusters.seed.controlPlanes";
const titles = (changes: Parameters<typeof referenceAnswers>[0]) => findingsOf(controlPlanes, referenceAnswers(changes)).map(({ title, severity }) => `${severity}: ${title}`);

test.each([
  [1, ["warning: seed has one control plane in production"]],
  [2, ["warning: seed has 2 control planes in production"]],
  [3, []],
  [4, ["warning: seed has an even number of control planes"]],
  [5, []],
  [6, ["warning: seed has 6 control planes"]],
  [7, ["advice: seed has 7 control planes"]],
  [8, ["warning: seed has 8 control planes"]],
  [9, ["advice: seed has 9 control planes"]],
])("%i control planes in production", (machines, expected) => {
  expect(titles({ [path]: machines })).toEqual(expected);
});

test("an even number is explained by its majority", () => {
  const [finding] = findingsOf(controlPlanes, referenceAnswers({ [path]: 4, [LISTED]: undefined }));
  expect(finding?.message).toBe("etcd needs a majority: 4 machines survive the loss of 1, no more than 3 would, and 5 survive 2.");
  expect(finding?.fixes).toEqual([{ title: "Use 5 control planes", set: [{ path, value: 5 }] }]);
});

test("more than five are brought back to five", () => {
  const [finding] = findingsOf(controlPlanes, referenceAnswers({ [path]: 9, [LISTED]: undefined }));
  expect(finding?.message).toBe("Every write waits for a majority of 9 members; 5 survive the loss of 2 already, and etcd advises no more than 7.");
  expect(finding?.fixes).toEqual([{ title: "Use 5 control planes", set: [{ path, value: 5 }] }]);
});

test.each([
  ["one machine in a proof of concept", { [path]: 1, "project.purpose": "proof-of-concept" }, []],
  ["two machines in a proof of concept", { [path]: 2, "project.purpose": "proof-of-concept" }, ["warning: seed has an even number of control planes"]],
  ["machines that somebody else runs", { [path]: 2, "infrastructure.clusters.seed.provisioning": "managed" }, []],
  ["a number nobody knows", { [path]: undefined }, []],
])("%s", (_name, changes, expected) => {
  expect(titles(changes)).toEqual(expected);
});

test.each([
  ["master-and-seed", "With 2 machines, the Kubernetes API of seed stops as soon as one is lost or restarted, and every user cluster on it can no longer be changed."],
  ["seed", "With 2 machines, the Kubernetes API of seed stops as soon as one is lost or restarted, and every user cluster on it can no longer be changed."],
  ["master", "With 2 machines, the Kubernetes API of seed stops as soon as one is lost or restarted, and nobody changes anything through the platform; user clusters on their Seeds go on."],
])("what a %s loses with one of two control planes", (role, message) => {
  expect(findingsOf(controlPlanes, referenceAnswers({ [path]: 2, "infrastructure.clusters.seed.role": role }))[0]?.message).toBe(message);
});

test("where addresses are listed for so many machines, nobody but people changes the number", () => {
  const two = { [path]: 2, [LISTED]: ["10.20.0.11", "10.20.0.12"] };
  const [finding] = findingsOf(controlPlanes, referenceAnswers(two));
  expect(finding).toMatchObject({ fixes: [], remedy: "Use 3 control-plane machines, and list an address for each." });
  expect(findingsOf(controlPlanes, referenceAnswers({ [path]: 2, [LISTED]: undefined }))[0]?.fixes).toHaveLength(1);
});
