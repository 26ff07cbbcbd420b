import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../tests/support/golden-plans.ts";
import { portsFor } from "../../../tests/support/api-ports.ts";
import { answered, withSeed, workersOnly } from "../../../tests/support/integration-options.ts";
import { isAsked, withAnswer, type Answers } from "../answers/answers.ts";
import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../answers/chapters/provider-questions.ts";
import type { Question } from "../answers/question.ts";
import { planFrom } from "../plan/plan-from.ts";
import { answersOf } from "../testing/reference.ts";
import type { Provider } from "./contract/index.ts";
import { providers } from "./registry.ts";

const all: readonly (readonly [string, Provider & { readonly id: string }])[] = providers.map((provider) => [provider.id, provider]);

const failed = (answers: Answers) => planFrom(answers).findings.filter(({ id }) => id.includes("could-not-run")).map(({ message }) => message);

describe.each(all)("%s, option I: workers only", (_id, provider) => {
  const plan = planFrom(answered(workersOnly(provider), provider));

  test("is planned to the end, with workers that dial the Seed and none that is dialled", () => {
    expect(failed(answered(workersOnly(provider), provider))).toEqual([]);
    expect(plan.firewall.flows.map(({ refs, source, destination }) => `${refs.join()} ${source} → ${destination}`)).toContain(`${["P7", provider.workersRef ?? []].flat().join()} workers[second-dc] → nodeport-proxy[seed]`);
    expect(plan.firewall.flows.filter(({ destination }) => destination === "workers[second-dc]")).toEqual([]);
  });

  test("the Seed calls its API, and only where there is one", () => {
    const calls = plan.firewall.flows.filter(({ source, destination }) => source === "nodes[seed]" && destination.startsWith("provider-api[second."));
    const { api } = provider;
    expect(calls.map(({ refs, ports }) => [refs, ports])).toEqual(api && provider.platformOnly === undefined ? [[api.flowIds, portsFor(provider, "makers", "controllers")]] : []);
    const [end] = calls;
    const addresses = plan.firewall.endpoints.find(({ id }) => id === end?.destination)?.addresses ?? [];
    expect(addresses.filter(({ kind }) => kind !== "known")).toEqual([]);
    expect(addresses.length > 0).toBe(calls.length > 0);
  });

  test("its accounts and preparations are on the lists", () => {
    if (provider.platformOnly !== undefined) return;
    const accounts = plan.accounts.map(({ id }) => id);
    for (const { id } of provider.accounts) expect(accounts).toContain(`account.tenants-${id}[second-dc]`);
    const items = plan.checklist.map(({ id }) => id);
    for (const { id } of provider.prepare.filter(({ forKubeOne }) => forKubeOne !== true)) expect(items).toContain(`todo.${id}[second]`);
    expect(provider.prepare.length).toBeGreaterThan(0);
  });

  test("no machine and no class is planned for a Seed there", () => {
    expect(plan.sizing.clusters.map(({ cluster }) => cluster)).toEqual(["seed"]);
    expect(plan.storage.classes.map(({ cluster }) => cluster)).not.toContain("second");
  });

  test("what its API needs is asked for, and open while nobody knows it", () => {
    const open = planFrom(workersOnly(provider)).openPoints.map(({ path }) => path);
    const key = provider.api?.addressQuestion ?? provider.api?.regionQuestion;
    if (key !== undefined && provider.platformOnly === undefined) expect(open).toContain(`infrastructure.places.second.${key}`);
  });
});

describe.each(all)("%s, option II: an additional Seed", (_id, provider) => {
  const answers = answered(withSeed(provider), provider);
  const plan = planFrom(answers);

  test("is planned to the end", () => {
    expect(failed(answers)).toEqual([]);
    expect(plan.findings.filter(({ severity, id }) => severity === "blocker" && id.includes("second")).map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  });

  test("the master drives the Seed, whose workers stay beside it", () => {
    const flows = plan.firewall.flows.map(({ refs, source, destination }) => `${refs.join()} ${source} → ${destination}`);
    expect(flows).toContain("P2 nodes[seed] → api[second]");
    expect(flows).toContain(`${["P7", provider.workersRef ?? []].flat().join()} workers[second-dc] → nodeport-proxy[second]`);
    expect(flows.filter((row) => row.endsWith("workers[second-dc] → nodeport-proxy[seed]"))).toEqual([]);
  });

  test("it has machines, a class, addresses, records and steps of its own", () => {
    expect(plan.sizing.clusters.map(({ cluster }) => cluster)).toContain("second");
    expect(plan.sizing.controlPlanes.map(({ cluster }) => cluster)).toContain("second");
    const fast = plan.storage.classes.find(({ id }) => id === "class.kubermatic-fast[second]");
    expect(fast?.provisioner).toEqual({ kind: "known", value: provider.csi?.provisioner ?? "driver.example.com" });
    expect(plan.addresses.assignments.filter(({ cluster }) => cluster === "second").map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(["nodeport-proxy", "kubernetes-api"]));
    expect(plan.dns.records.map(({ name }) => name)).toContain("*.second.kubermatic.example.com");
    expect(plan.runbook.map(({ id }) => id)).toEqual(expect.arrayContaining(["step.kubeone[second]", "step.seed-object[second]"]));
  });
});

/** Whose storage driver calls the API from workers: a controller among the pods of the user cluster or, with Cloud Director, the plugin of each node. */
const FROM_WORKERS = ["vsphere", "aws", "azure", "gcp", "openstack", "vmware-cloud-director", "hetzner", "digitalocean"];

test.each(all)("%s: workers call the API where the storage driver does so from them, and never through a proxy", (id, provider) => {
  const answers = withAnswer(withAnswer(answered(workersOnly(provider), provider), "network.places.second.internet", "proxy"), "network.places.second.proxyPort", 3128);
  const plan = planFrom(answers);
  const end = `provider-api[second.${id}]`;
  // Where the driver asks another endpoint than the API, the row leads there alone.
  const apart = provider.volumeApi ? [["volume-api[second-dc]", provider.volumeApi.ports]] : [];
  // Workers that load their images themselves reach the web server of images (S2) by no storage driver.
  const rows = plan.firewall.flows.filter(({ id: row, source, destination }) => !destination.startsWith("volume-portal") && source === "workers[second-dc]" && row.includes("[workers.second-dc]") && !/E9|E10|S2/.test(row));
  expect(rows.map(({ destination, ports }) => [destination, ports])).toEqual(FROM_WORKERS.includes(id) ? [[end, portsFor(provider, "workers")]] : apart);
  const listed = plan.firewall.external.filter(({ source }) => source === "workers[second-dc]").map(({ host }) => host);
  const called = provider.api?.fromWorkers?.hosts ?? provider.api?.hosts ?? [];
  if (FROM_WORKERS.includes(id)) expect(listed).toEqual(expect.arrayContaining(called.filter((host) => !host.includes("{"))));
  else expect(listed.filter((host) => provider.api?.hosts.includes(host))).toEqual([]);
});

test("on Nutanix workers call Prism Element alone, and clusters of the platform Prism Central alone", () => {
  const plan = planFrom(withAnswer(installationAnswers("nutanix-hospital"), "project.upgradeFrom", "none"));
  const shown = (id: string) => plan.firewall.endpoints.find((end) => end.id === id)?.addresses;
  const to = (end: string) => [...new Set(plan.firewall.flows.filter(({ destination }) => destination === end).map(({ source, ports }) => `${source} ${ports}`))].toSorted();
  expect(shown("provider-api[main.nutanix]")).toEqual([{ kind: "known", value: "prism-central.hospital.example" }]);
  expect(to("provider-api[main.nutanix]")).toEqual(["engineers 9440", "nodes[archive] 9440", "nodes[seed] 9440"]);
  expect(shown("volume-api[wards]")).toEqual([{ kind: "known", value: "prism-element.hospital.example" }]);
  expect(to("volume-api[wards]")).toEqual(["workers[wards] 9440"]);
  const todo = (id: string) => plan.checklist.find((item) => item.id === `todo.${id}[wards]`);
  expect(todo("datacenter-fields")?.verify).toContain("names prism-central.hospital.example as endpoint");
  expect(todo("cloud-objects")?.title).toBe("Preset of wards names what exists: projectName; csiEndpoint prism-element.hospital.example");
});

test("workers on AWS call EC2 alone, of all hosts of the API", () => {
  const provider = providers.find(({ id }) => id === "aws");
  if (!provider) throw new Error("no aws");
  const plan = planFrom(withAnswer(answered(workersOnly(provider), provider), "infrastructure.places.second.awsRegion", "eu-central-1"));
  expect(plan.firewall.flows.find(({ id }) => id === "flow.E17[workers.second-dc]")).toMatchObject({ hosts: ["ec2.eu-central-1.amazonaws.com"], reason: "The storage driver of user clusters calls the AWS API" });
  expect(plan.firewall.external.filter(({ source, host }) => source === "workers[second-dc]" && host.endsWith("amazonaws.com")).map(({ host }) => host)).toEqual(["ec2.eu-central-1.amazonaws.com"]);
});

describe("records", () => {
  test.each(all)("%s names fields, credentials and questions by keys of its own", (id, provider) => {
    const start = id.replace(/-./g, (at) => (at[1] ?? "").toUpperCase());
    for (const group of Object.values<object>(provider.questions)) for (const key of Object.keys(group)) expect(key.startsWith(start)).toBe(true);
    for (const { question } of provider.datacenterFields) if (question) expect(Object.keys(providerQuestions[question.subject])).toContain(question.key);
    for (const { fields } of provider.accounts) expect(fields.length).toBeGreaterThan(0);
    expect(provider.workersOnly === undefined || provider.platformOnly === undefined).toBe(true);
    expect(provider.workersOnly === undefined).toBe(provider.kubeone !== undefined);
    if (provider.platformOnly === undefined) expect(provider.datacenterFields.length).toBeGreaterThan(0);
  });

  test("an edge device carries no platform cluster", () => {
    const parsed = providers.filter(({ workersOnly: why }) => why !== undefined).map(({ id }) => id);
    expect(parsed).toEqual(["tinkerbell", "edge"]);
    expect(parsed.map((id) => infrastructure.cluster.provider.schema.safeParse(id).success)).toEqual([false, false]);
    expect(infrastructure.datacenter.provider.schema.safeParse("bare-metal").success).toBe(false);
  });
});

describe("the name of the node network at Hetzner", () => {
  const asked = (workersIn?: string, provider = "hetzner") =>
    isAsked(providerQuestions.place["hetznerNetwork"] as Question<unknown>, answersOf({ "infrastructure.clusters.seed.place": "p", "infrastructure.clusters.seed.provider": "hetzner", "infrastructure.places.p.name": "Nuremberg", "infrastructure.datacenters.dc.place": "p", "infrastructure.datacenters.dc.provider": provider, "network.datacenters.dc.workersIn": workersIn }), "p");

  test("is asked where workers stand in it, and while nobody said where they stand", () => {
    expect(asked("node-network")).toBe(true);
    expect(asked()).toBe(true);
  });

  test("is asked nowhere else: the Seed names no network of the platform's own machines", () => {
    expect(asked("own-network")).toBe(false);
    expect(asked("node-network", "aws")).toBe(false);
  });
});
