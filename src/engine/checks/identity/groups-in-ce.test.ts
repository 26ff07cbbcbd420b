import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { groupsInCe } from "./groups-in-ce.ts";

const CE: Changes = { "project.edition": "CE", "infrastructure.severalTenants": true, "infrastructure.tenants": ["Red", "Blue"] };
const found = (changes: Changes) => findingsOf(groupsInCe, referenceAnswers(changes));

test("CE binds no group of LDAP to the projects of tenants", () => {
  const [finding, ...more] = found(CE);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: "advice", title: "Projects of tenants follow no group in CE", fixes: [{ set: [{ path: "project.edition", value: "EE" }] }] });
  expect(finding?.message).toContain("People of Red and Blue are added to their projects and taken out one by one");
});

test.each<[string, Changes]>([
  ["EE binds them", { ...CE, "project.edition": "EE" }],
  ["users in Dex have none", { ...CE, "authentication.connector": "static-users" }],
  ["one owner adds his own people", { "project.edition": "CE", "infrastructure.severalTenants": false }],
  ["nobody has said yet who uses the platform", { "project.edition": "CE", "infrastructure.severalTenants": undefined }],
])("%s: silent", (_name, changes) => expect(found(changes)).toEqual([]));
