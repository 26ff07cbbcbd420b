import { providerQuestions } from "../../src/engine/answers/chapters/provider-questions.ts";
import { describe, expect, it } from "vitest";
import { planFrom, withAnswer, type Plan } from "../../src/engine/index.ts";
import type { Provider } from "../../src/engine/providers/contract/index.ts";
import { providers } from "../../src/engine/providers/registry.ts";
import { answered, withSeed, workersOnly } from "../support/integration-options.ts";
import { portsFor } from "../support/api-ports.ts";

type Named = Provider & { readonly id: string };
const all: readonly (readonly [string, Named])[] = providers.map((provider) => [provider.id, provider]);

/**
 * Fields that the schemas of KKP's objects or the checks of a Preset refuse to go without, by provider. Taken from the
 * published schemas and the types of the Preset, never from the records; a provider without a row here fails.
 */
const REQUIRED: Readonly<Record<string, { readonly preset: readonly string[]; readonly datacenter: readonly string[] }>> = {
  vsphere: { preset: ["username", "password"], datacenter: ["endpoint", "datacenter", "datastore", "cluster", "templates"] },
  openstack: { preset: ["applicationCredentialID", "applicationCredentialSecret", "username", "password", "project", "domain"], datacenter: ["authURL", "region", "images"] },
  azure: { preset: ["tenantID", "subscriptionID", "clientID", "clientSecret", "loadBalancerSKU"], datacenter: ["location"] },
  aws: { preset: ["accessKeyID", "secretAccessKey"], datacenter: ["region"] },
  gcp: { preset: ["serviceAccount"], datacenter: ["region", "zoneSuffixes"] },
  kubevirt: { preset: ["kubeconfig"], datacenter: [] },
  "bare-metal": { preset: [], datacenter: [] },
  tinkerbell: { preset: ["tinkerbell.kubeconfig"], datacenter: ["tinkerbell.images.http.operatingSystems"] },
  nutanix: { preset: ["username", "password", "clusterName"], datacenter: ["endpoint", "images"] },
  "vmware-cloud-director": { preset: ["username", "password", "apiToken", "organization", "vdc", "ovdcNetwork"], datacenter: ["url", "templates"] },
  hetzner: { preset: ["token"], datacenter: ["datacenter", "network"] },
  digitalocean: { preset: ["token"], datacenter: ["region"] },
  anexia: { preset: ["token"], datacenter: ["locationID"] },
  alibaba: { preset: ["accessKeyID", "accessKeySecret"], datacenter: ["region"] },
  edge: { preset: [], datacenter: ["edge: {}"] },
  "bring-your-own": { preset: [], datacenter: ["bringyourown: {}"] },
};

/** Operating systems of workers, as the table of KKP's documentation has them. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  aws: ["ubuntu", "flatcar", "rhel", "amazon-linux", "rocky"],
  azure: ["ubuntu", "flatcar", "rhel", "rocky"],
  digitalocean: ["ubuntu", "rocky"],
  edge: ["ubuntu"],
  gcp: ["ubuntu", "flatcar"],
  hetzner: ["ubuntu", "rocky"],
  kubevirt: ["ubuntu", "flatcar", "rhel", "rocky"],
  nutanix: ["ubuntu"],
  openstack: ["ubuntu", "flatcar", "rhel", "rocky"],
  "vmware-cloud-director": ["ubuntu", "flatcar"],
  vsphere: ["ubuntu", "flatcar", "rhel", "rocky"],
  // Not in the table: its own page speaks of Ubuntu alone.
  tinkerbell: ["ubuntu"],
  anexia: [],
  alibaba: [],
};

/** Blocks below cloudProvider that KubeOne's manifest knows. */
const CLOUD_PROVIDERS = ["aws", "azure", "digitalocean", "gce", "hetzner", "kubevirt", "nutanix", "openstack", "vmwareCloudDirector", "vsphere", "none"];

/** Whether the preparations of a provider speak of a thing. */
const prepares = ({ prepare }: Provider, words: RegExp): boolean => prepare.some(({ title, why }) => words.test(`${title} ${why}`));

/** What every provider says of itself; true where it does. */
const BASE: Readonly<Record<string, (provider: Provider) => boolean>> = {
  "credentials by name": ({ accounts }) => accounts.length > 0 && accounts.every(({ fields, permissions }) => fields.length > 0 && permissions.length > 0),
  "an API with ports and hosts or a question for them": ({ api }) => api !== undefined && api.ports !== "" && api.flowIds.length > 0 && (api.hosts.length > 0 || api.addressQuestion !== undefined),
  "operating systems": ({ operatingSystems }) => operatingSystems.length > 0,
  "fields of the datacenter": ({ datacenterFields }) => datacenterFields.length > 0,
  "a cloud controller or a storage driver of KKP": ({ userClusters }) => userClusters.cloudController || userClusters.storageDriver !== undefined,
  preparations: ({ prepare }) => prepare.length > 0,
  "a source of what KKP brings": ({ userClusters }) => userClusters.sources.length > 0,
  "option I or II": ({ workersOnly, platformOnly }) => workersOnly === undefined || platformOnly === undefined,
};

/** What the providers that are known in depth say on top. */
const DEPTH: Readonly<Record<string, (provider: Provider) => boolean>> = {
  "permissions one by one": ({ accounts }) => accounts.reduce((sum, { permissions }) => sum + permissions.length, 0) >= 2,
  "network objects that KKP creates": ({ creates }) => creates !== undefined && creates.named.length > 0,
  "the network of the machines": (provider) => prepares(provider, /network|segment|VPC|subnet|address/i),
  "images or templates": (provider) => provider.images === "provider" || prepares(provider, /image|template/i) || provider.datacenterFields.some(({ field }) => /image|template/.test(field)),
  "a question for a field of the datacenter": ({ datacenterFields }) => datacenterFields.some(({ question }) => question !== undefined),
  "a driver for the platform's own classes": ({ csi }) => csi !== undefined,
  "a cloud controller and a storage driver": ({ userClusters }) => userClusters.cloudController && userClusters.storageDriver !== undefined,
  "how KubeOne builds on it": ({ kubeone }) => kubeone !== undefined && kubeone.environment.length > 0,
  "the account that a tenant has alone": ({ accountOf, questions }) => accountOf?.apart === true && accountOf.question in { ...questions.datacenter, ...questions.tenants },
};

/** Clouds whose security groups KKP opens to any address. */
const OPENED = ["openstack", "azure", "aws", "gcp"];

const IN_DEPTH = ["vsphere", "openstack", "azure", "aws", "gcp", "kubevirt", "bare-metal", "tinkerbell"];

/** What does not exist for a provider, with the reason; a row that is not needed any more fails. */
const ABSENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "bare-metal": {
    "an API with ports and hosts or a question for them": "KubeOne logs in by SSH; nothing creates machines",
    "fields of the datacenter": "No datacenter of KKP stands on it: Tinkerbell, KubeVirt or bring your own do",
    "a cloud controller or a storage driver of KKP": "Machines carry platform clusters alone",
    "permissions one by one": "sudo is the only one",
    "network objects that KKP creates": "KKP creates nothing there",
    "images or templates": "Machines are installed already",
    "a question for a field of the datacenter": "No datacenter of KKP stands on it",
    "a driver for the platform's own classes": "Rook, OpenEBS or a vendor's driver is brought",
    "a cloud controller and a storage driver": "Machines carry platform clusters alone",
    "how KubeOne builds on it": "Machines are listed, so nothing logs in to a cloud",
    "the account that a tenant has alone": "No tenant has machines there",
  },
  tinkerbell: {
    "a cloud controller or a storage driver of KKP": "KKP brings neither to bare metal",
    "permissions one by one": "One kubeconfig with one right",
    "network objects that KKP creates": "KKP creates workflows for machines and no network",
    "a question for a field of the datacenter": "The URLs of images are known to the writer of the Seed alone",
    "a driver for the platform's own classes": "No platform cluster stands on it",
    "a cloud controller and a storage driver": "KKP brings neither to bare metal",
    "how KubeOne builds on it": "No platform cluster stands on it",
    "the account that a tenant has alone": "Hardware objects are kept apart by namespace, which no field of KKP names",
  },
  kubevirt: { "the account that a tenant has alone": "One kubeconfig serves a place; KKP makes a namespace for each user cluster" },
  edge: {
    "credentials by name": "No API: devices join by a script",
    "an API with ports and hosts or a question for them": "No API: devices join by a script",
    "a cloud controller or a storage driver of KKP": "KKP brings neither",
  },
  "bring-your-own": {
    "credentials by name": "No API: machines join by kubeadm",
    "an API with ports and hosts or a question for them": "No API: machines join by kubeadm",
    "a cloud controller or a storage driver of KKP": "KKP brings neither",
  },
  anexia: { "operating systems": "The table of operating systems has no row for it" },
  alibaba: {
    "operating systems": "The table of operating systems has no row for it",
    "a cloud controller or a storage driver of KKP": "KKP brings neither",
  },
};

const missing = (provider: Named, aspects: Readonly<Record<string, (provider: Provider) => boolean>>) => Object.entries(aspects).flatMap(([name, holds]) => (holds(provider) ? [] : [name]));

it.each(Object.entries(SYSTEMS))("workers on %s run the systems of the table and no others", (id, systems) => {
  expect(providers.find((provider) => provider.id === id)?.operatingSystems).toEqual(systems);
});

describe.each(all)("%s", (id, provider) => {
  it("says everything that every provider says, or the reason is written down", () => {
    const expected = [...missing(provider, BASE), ...(IN_DEPTH.includes(id) ? missing(provider, DEPTH) : [])];
    expect(Object.keys(ABSENT[id] ?? {}).toSorted()).toEqual(expected.toSorted());
  });

  it("names every field that KKP refuses to go without", () => {
    const row = REQUIRED[id];
    expect(row, `a row for ${id} in the table of required fields`).toBeDefined();
    const preset = provider.accounts.flatMap(({ fields }) => fields).join("; ");
    for (const field of row?.preset ?? []) expect(preset).toMatch(new RegExp(`(^|[^A-Za-z])${field.replaceAll(".", "\\.")}([^A-Za-z]|s\\b|$)`));
    expect(provider.datacenterFields.flatMap(({ field, without }) => (without === undefined ? [field] : [])).toSorted()).toEqual([...(row?.datacenter ?? [])].toSorted());
  });

  it("builds with a block that KubeOne knows, and logs in unless every machine is listed", () => {
    const { kubeone } = provider;
    expect(kubeone === undefined).toBe(provider.workersOnly !== undefined);
    if (!kubeone) return;
    expect(CLOUD_PROVIDERS).toContain(kubeone.cloudProvider);
    expect(kubeone.cloudProvider === "none").toBe(kubeone.workers === "static");
    expect(kubeone.environment.length > 0).toBe(kubeone.workers === "machine-controller");
  });

  it("asks for nothing that no rule of its record uses", () => {
    const used = JSON.stringify({ ...provider, questions: {} });
    for (const group of Object.values<Readonly<Record<string, unknown>>>(provider.questions)) for (const key of Object.keys(group)) expect(used).toContain(`"${key}"`);
  });

  it("refers to questions of its own that exist", () => {
    const { kubeone, accountOf, creates, zonesQuestion, api } = provider;
    const atPlace = [...(kubeone?.inputs ?? []), ...(kubeone?.settings ?? [])].flatMap(({ question }) => question ?? []);
    for (const key of [...atPlace, accountOf?.within, accountOf?.ofManagement, ...(creates?.asked ?? []).flatMap(({ of, question }) => (of === "place" ? [question] : [])), zonesQuestion, api?.addressQuestion, api?.regionQuestion]) if (key !== undefined) expect(Object.keys(providerQuestions.place)).toContain(key);
    for (const key of [accountOf?.question, creates?.madeQuestion, ...(creates?.asked ?? []).flatMap(({ of, question }) => (of === "datacenter" ? [question] : []))]) if (key !== undefined) expect(Object.keys(providerQuestions.datacenter)).toContain(key);
  });
});

it.each(OPENED)("%s: the NodePorts that KKP opens to any address are a line of the checklist", (id) => {
  const provider = providers.find((candidate) => candidate.id === id);
  expect(provider?.prepare.map((preparation) => preparation.id)).toContain(`${id}-node-ports`);
});

const words = (plan: Plan): string => JSON.stringify([plan.checklist, plan.accounts, plan.runbook]);
const broken = (plan: Plan) => plan.findings.filter(({ id }) => id.includes("could-not-run")).map(({ message }) => message);
const apis = (plan: Plan, source: string) => plan.firewall.flows.filter((flow) => flow.source === source && flow.destination.startsWith("provider-api[second.")).map(({ ports }) => ports);

it.each(all)("the services of %s answer on ports of its API", (_id, { api }) => expect(api?.services?.filter(({ port }) => !api.ports.split(", ").includes(port)) ?? []).toEqual([]));

describe.each(all)("a plan with %s", (_id, provider) => {
  const workers = planFrom(answered(workersOnly(provider), provider));
  const seed = planFrom(answered(withSeed(provider), provider));
  const carries = provider.platformOnly === undefined;
  const stands = provider.workersOnly === undefined;

  it("runs every rule in both options", () => expect([...broken(workers), ...broken(seed)]).toEqual([]));

  it("option I: credentials, fields and objects are there by name, and the Seed reaches the API", () => {
    if (!carries) return;
    for (const account of provider.accounts) expect(workers.accounts.find(({ id }) => id === `account.tenants-${account.id}[second-dc]`)).toMatchObject({ fields: account.fields, permissions: [...account.permissions, ...(account.inUserClusters ?? []).map((one) => (typeof one === "string" ? one : one.right))] });
    const said = words(workers);
    for (const { field } of provider.datacenterFields) if (!field.includes("{}")) expect(said).toContain(field);
    for (const field of provider.creates?.named ?? []) expect(said).toContain(field);
    expect(apis(workers, "nodes[seed]")).toEqual(provider.api ? [portsFor(provider, "makers", "controllers")] : []);
    expect(apis(workers, "workers[second-dc]").length > 0).toBe(provider.api?.fromWorkers !== undefined);
    expect(workers.checklist.some(({ id }) => id === "todo.user-cluster-drivers[second-dc]")).toBe(provider.userClusters.storageDriver === undefined);
  });

  it("option II: KubeOne's variables, environment and files are there by name, and the new Seed reaches the API", () => {
    if (!stands) return;
    const said = words(seed);
    const { kubeone, api } = provider;
    for (const { name, forOtherSystems, ofOwnBastion } of [...(kubeone?.inputs ?? []), ...(kubeone?.settings ?? [])]) if (name !== "cluster_name" && forOtherSystems !== true && ofOwnBastion !== true) expect(said).toContain(name);
    for (const name of [...(kubeone?.environment ?? []), ...(kubeone?.credentialsFile ?? [])]) expect(said).toContain(name);
    expect(said).toContain(`cloudProvider.${kubeone?.cloudProvider ?? ""}`);
    expect(apis(seed, "nodes[second]")).toEqual(api ? [portsFor(provider, "makers", "controllers", "drivers")] : []);
    const made = api !== undefined && (kubeone?.environment.length ?? 0) > 0;
    expect(seed.accounts.some(({ id }) => id.endsWith("[second]") && provider.accounts.some((account) => id.startsWith(`account.${account.id}[`)))).toBe(made || (api === undefined && provider.accounts.length > 0));
  });

  it("is built by KubeOne, run by the vendor or taken over as it is", () => {
    if (!stands) return;
    const base = answered(withSeed(provider), provider);
    for (const provisioning of ["managed", "existing"] as const) {
      const plan = planFrom(withAnswer(withAnswer(base, "infrastructure.clusters.second.provisioning", provisioning), "infrastructure.clusters.second.nodePods", 110));
      expect(broken(plan)).toEqual([]);
      expect(plan.runbook.map(({ id }) => id)).toContain("step.take-over[second]");
      expect(plan.findings.some(({ id }) => id.startsWith("providers.managed-kubernetes") && id.includes("second"))).toBe(provisioning === "managed" && provider.managedKubernetes === undefined);
    }
  });
});
