import { expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { releaseSupport } from "./release-support.ts";

test("2.28 is older than the latest three", () => {
  const [finding] = findingsOf(releaseSupport, referenceAnswers({ "project.release": "2.28" }));
  expect(finding).toMatchObject({ check: "platform.release-support", severity: "advice", answers: ["project.release"], fixes: [{ set: [{ path: "project.release", value: "2.31" }] }] });
  expect(finding?.message).toBe("The latest 3 minor releases are supported: 2.29, 2.30, 2.31. KKP 2.28 is older.");
});

test.each(["2.29", "2.30", "2.31"])("%s is supported", (id) => {
  expect(findingsOf(releaseSupport, referenceAnswers({ "project.release": id }))).toEqual([]);
});

test("an upgrade is offered no release that does not follow the installed one", () => {
  expect(findingsOf(releaseSupport, referenceAnswers({ "project.release": "2.28", "project.upgradeFrom": "2.28" }))[0]?.fixes).toEqual([]);
  expect(findingsOf(releaseSupport, referenceAnswers({ "project.release": "2.28", "project.upgradeFrom": "2.30" }))[0]?.fixes).toHaveLength(1);
});
