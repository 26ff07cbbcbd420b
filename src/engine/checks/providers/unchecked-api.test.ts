import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { changed, findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { uncheckedApi } from "./unchecked-api.ts";

const ROOT = "infrastructure.places.main.apiRoot";
const hospital = (root: string | undefined, from = "none") => findingsOf(uncheckedApi, changed(installationAnswers("nutanix-hospital"), { "project.upgradeFrom": from, [ROOT]: root }));

test("a private root of Prism Central is nothing that KKP could be told", () => {
  expect(hospital("private")).toMatchObject([
    { severity: "warning", title: "Nobody checks who answers as Prism Central in Vienna", message: expect.stringMatching(/^Clients of KKP and machine-controller of wards, records, seed and archive take no private root for it\./) as unknown, fixes: [{ set: [{ path: ROOT, value: "public" }] }] },
  ]);
});

test("a public one is checked, a platform that runs keeps what it has, and nobody guesses", () => {
  expect(hospital("public")).toEqual([]);
  expect(hospital("private", "2.28")).toEqual([]);
  expect(hospital(undefined)).toEqual([]);
});

test("vCenter is checked against the bundle", () => {
  expect(findingsOf(uncheckedApi, referenceAnswers({ [ROOT]: "private" }))).toEqual([]);
});
