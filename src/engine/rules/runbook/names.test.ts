import { expect, test } from "vitest";
import { referencePlan, HELD_BEFORE } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const DUAL: Changes = { "project.release": "2.31", "project.upgradeFrom": "none", "network.ipFamily": "dual", "network.platformFamily": "dual", "network.places.main.nodeNetwork6": "2001:db8:20::/64", "loadBalancer.clusters.seed.pool6": "2001:db8:20:30::/64" };
type Plan = ReturnType<typeof referencePlan>;

const asked = (plan: Plan, step: string) => (plan.runbook.find(({ id }) => id === step)?.commands ?? []).filter((line) => line.startsWith("dig "));
const expected = (plan: Plan) => plan.dns.records.filter(({ need }) => need === "required").map(({ name, type }) => `dig +short ${type === "AAAA" ? "AAAA " : ""}${name.replace("*", "test")}`);

test.each<[string, Changes, number]>([
  ["one family", {}, 0],
  ["both families", DUAL, 7],
])("%s: the runbook asks for each record of the chapter by its type", (_what, changes, six) => {
  const plan = referencePlan(changes);
  const lines = [...asked(plan, "step.platform-names"), ...asked(plan, "step.seed-names[seed]")];
  expect(lines.toSorted()).toEqual(expected(plan).toSorted());
  expect(lines.filter((line) => line.includes(" AAAA "))).toHaveLength(six);
});

test("the counts of both steps are those of the chapter", () => {
  const plan = referencePlan(DUAL);
  const counts = ["step.platform-names", "step.seed-names[seed]"].map((step) => Number(/^\d+/.exec(plan.runbook.find(({ id }) => id === step)?.text ?? "")?.[0]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(plan.dns.records.filter(({ need }) => need === "required").length);
});

test("the checklist names each name once, and both questions where a name has both records", () => {
  const item = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.records");
  const [one, both] = [item({}), item(DUAL)];
  expect(one?.verify).toMatch(/^`dig \+short` prints the address /);
  expect(both?.title).toBe("14 DNS records entered");
  expect(both?.verify).toMatch(/^`dig \+short` and `dig \+short AAAA` print the addresses .* for each of /);
  expect(both?.verify.match(/kubermatic\.example\.com/g)).toHaveLength(7);
});

test("an upgrade that moves the entry asks for the records of both families", () => {
  const lines = asked(referencePlan({ ...DUAL, "project.upgradeFrom": "2.30", ...HELD_BEFORE }), "step.upgrade-names");
  const names = lines.filter((line) => !line.includes(" AAAA ")).map((line) => line.split(" ").at(-1));
  expect(lines.filter((line) => line.includes(" AAAA ")).map((line) => line.split(" ").at(-1))).toEqual(names);
  expect(names.length).toBeGreaterThan(0);
});

test.each<[string, string, RegExp, Changes]>([
  ["records of the platform", "step.platform-names", /^\d+ records? of the DNS chapter so far\./, { "monitoring.mla": undefined }],
  ["names of certificates", "step.acceptance", /\d+ names? of the certificate chapter so far open/, { "monitoring.mla": undefined }],
])("counts of %s say that further ones wait for an answer", (_what, step, words, without) => {
  const text = (changes: Changes) => referencePlan(changes).runbook.find(({ id }) => id === step)?.text ?? "";
  expect(text({})).not.toContain("so far");
  expect(text(without)).toMatch(words);
});

test("whoever wants external-dns and names no service enters nothing in its place, and is asked for the service", () => {
  const plan = referencePlan({ "dns.externalDns": true, "dns.automation": undefined });
  expect(plan.runbook.find(({ id }) => id === "step.seed-names[seed]")).toBeUndefined();
  expect(plan.openPoints.map(({ path }) => path)).toContain("dns.automation");
});
