import { expect, test } from "vitest";
import { installationAnswers } from "../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { planFrom, type Answers } from "../engine/index.ts";
import { changed } from "../engine/testing/reference.ts";
import { scopeOf } from "./scope.ts";
import { schedule } from "./tables/schedule.ts";
import { firewallFlows } from "./tables/firewall-flows.ts";
import { values } from "./terms/values.ts";
import { plainText, value } from "./text/inlines.ts";

const scopeFor = (answers: Answers) => scopeOf({ plan: planFrom(answers), planId: "0", format: 1 });
const upgrade = scopeFor(installationAnswers("existing-clusters"));
const first = scopeFor(starterAnswers("reference-setup"));
const word = (scope: typeof upgrade, name: string) => plainText(values.get(name)?.(scope) ?? []);

test("an upgrade is called one on the cover and in headings", () => {
  expect([word(upgrade, "kind-of-plan"), word(upgrade, "event"), word(upgrade, "former-release")]).toEqual(["Upgrade plan", "upgrade", "KKP 2.29"]);
  expect([word(first, "kind-of-plan"), word(first, "event")]).toEqual(["Installation plan", "installation"]);
});

test("so is one that steps over a release, which a blocker reports", () => {
  const skipping = scopeFor(changed(installationAnswers("existing-clusters"), { "project.upgradeFrom": "2.28" }));
  expect([word(skipping, "event"), word(skipping, "former-release")]).toEqual(["upgrade", "KKP 2.28"]);
});

test("columns and rows of tables say which of both they are about", () => {
  expect(schedule.build(upgrade)?.columns.map(({ title }) => title)).toContain("Working days of the upgrade");
  expect(schedule.build(first)?.columns.map(({ title }) => title)).toContain("Working days of the installation");
  const needed = (scope: typeof upgrade) => new Set(firewallFlows.build(scope)?.rows.map(({ cells }) => plainText(cells[6] ?? [])));
  expect(needed(upgrade)).toEqual(new Set(["operation", "upgrade", "upgrade and operation"]));
  expect(needed(first)).toEqual(new Set(["operation", "installation and operation"]));
});

test("what is handed out says no more than by whom: on an upgrade most of it is there", () => {
  expect(plainText([value(upgrade, { kind: "later", who: "AWS" })])).toBe("assigned by AWS");
  expect(plainText([value(first, { kind: "later", who: "AWS" })])).toBe("assigned by AWS at installation");
});
