import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const UPGRADE: Changes = { "project.upgradeFrom": "2.30", "loadBalancer.entryBefore": "nginx", "project.oldestKubernetes": "1.34" };
const telco = (changes: Changes = {}) => planFrom(changed(starterAnswers("telco-cilium-bgp"), { ...UPGRADE, ...changes }));
const pauses = ({ checklist }: ReturnType<typeof planFrom>) => checklist.filter(({ id }) => id.startsWith("todo.pause["));
const text = ({ runbook }: ReturnType<typeof planFrom>, id: string) => runbook.find((step) => step.id === id)?.text;

const NORTH = "grafana.seed-north.kkp.telco.example.com and alertmanager.seed-north.kkp.telco.example.com";

test("interfaces of each Seed close from the upgrade of their stack until its records have moved, and somebody knows", () => {
  const plan = telco();
  expect(pauses(plan).map(({ id }) => id)).toEqual(["master", "seed-north", "seed-middle", "seed-south"].map((id) => `todo.pause[${id}]`));
  const north = pauses(plan).find(({ id }) => id === "todo.pause[seed-north]");
  expect(north?.title).toBe("Pause of 2 interfaces of seed-north announced for the upgrade");
  expect(north?.verify).toBe(`Whoever watches seed-north, and every owner of user clusters there, knows the day and that ${NORTH} open for nobody from the upgrade of their stack until their records have moved and the old TTL has run out`);
  expect(north?.why).toContain("NGINX Ingress loses those of seed-north to Envoy Gateway");
  expect(text(plan, "step.user-cluster-mla[seed-north]")).toMatch(new RegExp(`From here until their records have moved and the old TTL has run out, ${NORTH} open for nobody, as announced: trial and switch follow at once\\.$`));
  expect(text(plan, "step.mla[seed-north]")).not.toContain("for nobody");
});

test("those of the master close with the switch, where people enter the records", () => {
  expect(pauses(telco())[0]?.verify).toMatch(/^Whoever watches .+ knows the day and that .+ for nobody from the switch to the new entry until their stack is upgraded$/);
  expect(pauses(telco({ "dns.automation": "rfc2136", "dns.externalDns": true }))[0]?.verify).toMatch(/from the upgrade of their stack until external-dns has moved their records and the old TTL has run out$/);
});

test("nothing pauses where no entry goes or no interface is shown, and none of a new installation", () => {
  expect(pauses(planFrom(starterAnswers("telco-cilium-bgp")))).toEqual([]);
  expect(pauses(telco({ "loadBalancer.entryBefore": "gateway" }))).toEqual([]);
  expect(pauses(telco({ "monitoring.platformUis": [], "monitoring.seedUis": [] }))).toEqual([]);
  expect(text(planFrom(starterAnswers("telco-cilium-bgp")), "step.user-cluster-mla[seed-north]")).not.toContain("for nobody");
});

test("the platform pauses as a whole where its Gateway goes at once", () => {
  const own = planFrom(changed(installationAnswers("gateway-of-their-own"), { "loadBalancer.entryBefore": "gateway" }));
  expect(pauses(own).map(({ title }) => title)).toEqual(["Pause of the platform announced for the upgrade"]);
});
