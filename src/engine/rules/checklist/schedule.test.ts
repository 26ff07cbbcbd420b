import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { withAnswer } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan } from "../../testing/reference.ts";
import { leadTimes } from "../../facts/schedule.ts";
import { chainsOf, itemsOf } from "./schedule.ts";

const item = (id: string, leadTime: number, ...dependsOn: string[]) => ({ id, leadTime, dependsOn, shownWith: [] as readonly string[] });

describe("chains of items", () => {
  test("each item ends the longest chain that leads to it", () => {
    const chains = chainsOf([item("c", 1, "a", "b"), item("a", 5), item("b", 3, "a"), item("d", 2)]);
    expect([chains.get("c")?.days, itemsOf(chains.get("c"))]).toEqual([9, ["a", "b", "c"]]);
    expect([chains.get("d")?.days, itemsOf(chains.get("d"))]).toEqual([2, ["d"]]);
  });

  test("of two that take as long, the first that is named stands for both", () => {
    const chains = chainsOf([item("a", 5), item("b", 5), item("c", 1, "b", "a")]);
    expect(itemsOf(chains.get("c"))).toEqual(["b", "c"]);
  });

  test("what a proof uses is waited for and ordered at the same time", () => {
    const shown = (leadTime: number, ...shownWith: string[]) => chainsOf([item("store", 15), item("keys", 20, "store"), { ...item("bucket", leadTime), shownWith }]).get("bucket");
    expect([shown(20, "keys")?.days, itemsOf(shown(20, "keys"))]).toEqual([35, ["store", "keys", "bucket"]]);
    expect([shown(40, "keys")?.days, itemsOf(shown(40, "keys"))]).toEqual([40, ["bucket"]]);
    expect(shown(35, "keys")?.days).toBe(35);
  });

  test("items that wait for each other do not hang", () => {
    expect(chainsOf([item("a", 1, "b"), item("b", 2, "a")]).size).toBe(2);
  });
});

describe("the reference setup", () => {
  test("has lead times but no dates while the begin is not known", () => {
    const { checklist, schedule } = referencePlan();
    expect(checklist.every(({ leadTime, earliest }) => leadTime >= 0 && earliest === undefined)).toBe(true);
    expect(schedule[0]).toMatchObject({ effort: 1 });
    expect(schedule[0]?.earliest).toBeUndefined();
  });

  test("counts from the begin, over weekends, along what comes first", () => {
    const { checklist } = referencePlan({ "project.start": "2026-11-23" });
    const earliest = Object.fromEntries(checklist.map(({ id, earliest: day }) => [id, day]));
    // A Monday and 10 working days; the servers follow the network.
    expect(earliest["todo.node-network[main]"]).toBe("2026-12-07");
    expect(earliest["todo.name-and-time[main]"]).toBe("2026-12-21");
  });

  test("own lead times take the place of planned ones", () => {
    const faster = referencePlan({ "project.start": "2026-11-23", "project.leadTimes": [{ work: "network", days: 2 }] });
    expect(faster.checklist.find(({ id }) => id === "todo.node-network[main]")).toMatchObject({ leadTime: 2, earliest: "2026-11-25" });
    expect(faster.assumptions.some(({ question }) => question === "project.leadTimes")).toBe(false);
    expect(referencePlan().assumptions.find(({ question }) => question === "project.leadTimes")?.value).toBe("none");
  });
});

test.each([
  // 2 hours each, and 2 of tests where the platform is for production and new.
  ["reference-setup", {}, 1, "4 hours"],
  ["telco-cilium-bgp", {}, 2, "16 hours for 4 clusters: 2 hours for each of them, and 2 more for each of them for the conformance test"],
  ["telco-cilium-bgp", { "project.purpose": "proof-of-concept" }, 1, "8 hours for 4 clusters: 2 hours for each of them."],
])("the installation of %s with %o takes %i working days", (name, changes, days, sum) => {
  const [row] = planFrom(changed(starterAnswers(name), changes)).schedule;
  expect(row?.effort).toBe(days);
  expect(row?.why).toContain(sum);
});

test("while items wait for answers, the day is one before which nothing begins", () => {
  const whole = planFrom(starterAnswers("large-data-centre")).schedule[0];
  expect(whole?.atLeast).toBeUndefined();
  const open = planFrom(withAnswer(starterAnswers("large-data-centre"), "access.secretStore", undefined)).schedule[0];
  expect(open).toMatchObject({ atLeast: true });
  expect(open?.why).toMatch(/Further items wait for answers, so it may take longer\.$/);
});

test.each(starterNames)("%s: the installation begins when the last item is done", (name) => {
  const { checklist, schedule } = planFrom(starterAnswers(name));
  const [row] = schedule;
  const items = new Map(checklist.map((item) => [item.id, item]));
  // One that is shown with the item before it is ordered beside that, and adds no days.
  const days = (row?.chain ?? []).map((id, at, chain) => (at === 0 || items.get(id)?.dependsOn.includes(chain[at - 1] ?? "") ? (items.get(id)?.leadTime ?? Number.NaN) : 0));
  expect(days.reduce((sum, one) => sum + one, 0)).toBe(row?.workingDays);
});

test("the reason tells an item that is shown with the one before it from one that is ordered after it", () => {
  const [row] = planFrom(starterAnswers("air-gapped-bank")).schedule;
  expect(row?.chain.slice(1, 4)).toEqual(["todo.firewall-flows", "todo.led-names", "todo.mirror-binaries"]);
  expect(row?.why).toMatch(/; then \d+ firewall rows opened; then, shown with it, dl\.k8s\.io, [^;]+; then Mirror of binaries/);
});

test("until it is known whether the platform runs, no day is counted", () => {
  const dated = referencePlan({ "project.start": "2026-11-23" });
  const unknown = referencePlan({ "project.start": "2026-11-23", "project.upgradeFrom": undefined });
  const days = (plan: typeof dated) => [...plan.checklist, ...plan.schedule].flatMap(({ earliest }) => earliest ?? []);
  expect(days(dated)).not.toEqual([]);
  expect(unknown.checklist).not.toEqual([]);
  expect(days(unknown)).toEqual([]);
});

test("where nothing takes a day, and of chains that take as long, the first item stands for all", () => {
  const works = Object.keys(leadTimes.value);
  const { checklist, schedule } = referencePlan({ "project.leadTimes": works.map((work) => ({ work, days: 0 })) });
  expect(schedule[0]).toMatchObject({ workingDays: 0, chain: [checklist[0]?.id] });
});
