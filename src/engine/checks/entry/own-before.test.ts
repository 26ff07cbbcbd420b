import { expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { ownBefore } from "./own-before.ts";

const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayAddress": "10.20.40.9" };
const TO_231 = { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.entryBefore": "own" };
const TO_230 = { "project.release": "2.30", "project.upgradeFrom": "2.29", "loadBalancer.entryBefore": "own" };
const found = (changes: Parameters<typeof referenceAnswers>[0]) => findingsOf(ownBefore, referenceAnswers(changes));

test("a Gateway of the customer is not left in passing", () => {
  expect(found(TO_231)).toEqual([expect.objectContaining({ id: "entry.own-before#leaves", severity: "warning", fixes: [expect.objectContaining({ set: [{ path: "loadBalancer.entry", value: "own" }] })] })]);
  expect(found({ ...TO_231, ...OWN })).toEqual([]);
});

test("2.29 had none", () => {
  expect(found({ ...TO_230, ...OWN })).toEqual([expect.objectContaining({ id: "entry.own-before#release", severity: "blocker" })]);
  expect(found(TO_230)).toEqual([]);
  expect(found({ ...TO_230, ...OWN, "loadBalancer.entryBefore": "gateway" })).toEqual([]);
});
