import { describe, expect, test } from "vitest";
import { goldenAnswers, installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { ringsOf, waitedFor } from "../../../../tests/support/used-items.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const planOf = (changes: Changes = {}) => planFrom(changed(installationAnswers("web-shop-on-aws"), changes));
const handed = (changes: Changes = {}) => planOf(changes).checklist.find(({ id }) => id === "todo.existing-cluster[seed]");
const ways = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "10.14.0.9", "network.places.main.proxyPort": 3128 };

describe("a cluster that a service makes for this plan", () => {
  test("waits for the network, the room and the infrastructure that it is made of", () => {
    expect(handed()?.dependsOn).toEqual(["todo.node-network[main]", "todo.pod-addresses[main]", "todo.machines[seed]", "todo.aws-vpc[main]", "todo.aws-quota[main]"]);
  });

  test("is shown once its nodes find the way out and the hosts that they load from", () => {
    expect(handed()?.shownWith).toEqual(["todo.way-out[main]", "todo.firewall-flows", "todo.external-hosts"]);
    expect(handed(ways)?.shownWith).toContain("todo.proxy[main]");
  });

  test("is handed over later than its network, and what rests on it later still", () => {
    const day = (id: string) => planOf({ "schedule.start": "2026-12-01" }).checklist.find((item) => item.id === `todo.${id}`)?.earliest ?? "";
    expect(day("existing-cluster[seed]") > day("node-network[main]")).toBe(true);
    expect(day("existing-cluster-login[seed]") > day("existing-cluster[seed]")).toBe(true);
  });

  test("one that is there already waits for nothing", () => {
    expect(handed({ "infrastructure.clusters.seed.provisioning": "existing" })).toMatchObject({ dependsOn: [], shownWith: [] });
  });

  test("says nothing of a place that nobody has named", () => {
    expect(handed({ "infrastructure.clusters.seed.place": undefined })?.dependsOn ?? []).not.toContain("todo.node-network[main]");
  });
});

const managed = [...goldenAnswers()].flatMap(([name, answers]) => Object.entries(answers.given).flatMap(([path, value]) => (path.endsWith(".provisioning") && value === "managed" ? [[name, path.split(".")[2] ?? "", answers] as const] : [])));

test.each(managed)("%s: %s is made of what its place has", (_name, cluster, answers) => {
  const plan = planFrom(answers);
  const given = (key: string) => String(answers.given[`infrastructure.clusters.${cluster}.${key}`]);
  const [place, provider]: [string, Provider] = [given("place"), providerOf(given("provider") as ProviderId)];
  const onList = new Set(plan.checklist.map(({ id }) => id));
  const made = [`node-network[${place}]`, `way-out[${place}]`, "external-hosts", ...provider.prepare.filter(({ forUserClusters }) => !forUserClusters).map(({ id }) => `${id}[${place}]`)].map((row) => `todo.${row}`).filter((id) => onList.has(id));
  const before = waitedFor(plan, `todo.existing-cluster[${cluster}]`);
  expect(made.length).toBeGreaterThan(2);
  expect(made.filter((id) => !before.has(id))).toEqual([]);
  expect(ringsOf(plan)).toEqual([]);
});

test("rows are opened before such a cluster is there, and tried from its pods once it is", () => {
  const { checklist } = planFrom(installationAnswers("alps-on-three-clouds"));
  const item = (id: string) => checklist.find((one) => one.id === `todo.${id}`);
  expect(item("firewall-flows")?.dependsOn.filter((id) => id.startsWith("todo.existing-cluster["))).toEqual([]);
  expect(item("firewall-flows")?.verify).not.toContain("a pod of");
  expect(item("firewall-pods[geneva]")).toMatchObject({ team: "security", title: "Firewall rows let pods of geneva through as well", shownWith: ["todo.firewall-flows", "todo.existing-cluster[geneva]"] });
  expect(item("firewall-pods[geneva]")?.verify).toContain("From a pod of geneva, whose address is one of 10.41.0.0/17 and 10.41.128.0/17, `nc -vz` connects");
  expect(item("firewall-pods[milan]")).toBeUndefined();
});
