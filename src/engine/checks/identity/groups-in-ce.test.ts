import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { groupsInCe } from "./groups-in-ce.ts";

const titles = (changes: Changes) => findingsOf(groupsInCe, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);

test("CE ignores the groups of LDAP", () => {
  expect(titles({ "project.edition": "CE" })).toEqual(["advice: Binding groups to projects is EE only"]);
});

test("EE binds them, and users in Dex have none", () => {
  expect(titles({})).toEqual([]);
  expect(titles({ "project.edition": "CE", "authentication.connector": "static-users" })).toEqual([]);
});
