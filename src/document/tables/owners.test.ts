import { expect, test } from "vitest";
import { planFrom } from "../../engine/index.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { scopeOf, teamName } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { externalHosts } from "./external-hosts.ts";
import { firewallFlows } from "./firewall-flows.ts";

const plan = planFrom(starterAnswers("air-gapped-bank"));
const scope = scopeOf({ plan, planId: "0", format: 1 });

test.each([
  ["rows", firewallFlows, "todo.firewall-flows"],
  ["hosts", externalHosts, "todo.external-hosts"],
])("%s of the firewall are headed by the team whose item of the checklist they are", (_name, table, item) => {
  const team = plan.checklist.find(({ id }) => id === item)?.team;
  expect(team).toBe("security");
  expect(plainText(table.build(scope)?.caption ?? [])).toContain(`For the ${teamName(scope, team ?? "network")}.`);
});
