import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const AT = "authentication.clusters.azure-seed.";
const plan = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes));
const addresses = (changes: Changes) => plan(changes).firewall.endpoints.find(({ id }) => id === "seed-issuer[azure-seed]")?.addresses;

test.each<[string, Changes, readonly unknown[]]>([
  ["an unknown vendor may name other hosts", { [`${AT}ownIssuer`]: "login.example.org" }, [{ kind: "known", value: "login.example.org" }, { kind: "open", question: `${AT}ownIssuerHosts` }]],
  ["there are none", { [`${AT}ownIssuer`]: "login.example.org", [`${AT}ownIssuerHosts`]: [] }, [{ kind: "known", value: "login.example.org" }]],
  ["they are named", { [`${AT}ownIssuer`]: "login.example.org", [`${AT}ownIssuerHosts`]: ["keys.example.org"] }, [{ kind: "known", value: "login.example.org" }, { kind: "known", value: "keys.example.org" }]],
])("hosts with the keys of a Seed's own issuer: %s", (_title, changes, expected) => expect(addresses(changes)).toEqual(expected));

test("an issuer that a source knows asks nobody", () => {
  expect(addresses({ [`${AT}ownIssuer`]: "accounts.google.com" })?.every(({ kind }) => kind === "known")).toBe(true);
  expect(plan({ [`${AT}ownIssuer`]: "accounts.google.com" }).openPoints.some(({ path }) => path.endsWith("ownIssuerHosts"))).toBe(false);
});
