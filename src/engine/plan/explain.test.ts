import { describe, expect, test } from "vitest";
import { changed, referencePlan, type Changes } from "../testing/reference.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { explain } from "./explain.ts";
import { planFrom } from "./plan-from.ts";
import type { Derived, Plan } from "./plan.ts";

const groundsOf = (rows: (plan: Plan) => readonly Derived[], id: string, changes: Changes = {}) => {
  const plan = referencePlan(changes);
  const row = rows(plan).find((one) => one.id === id);
  if (!row) throw new Error(`No row ${id}`);
  const { facts, sources, answers } = explain(plan, row);
  return { facts: facts.map((fact) => fact.id), sources: sources.map((source) => source.id), answers: answers.map(({ path }) => path) };
};
const inside = (plan: Plan) => plan.firewall.inside;
const external = (plan: Plan) => plan.firewall.external;

describe("a row rests on what was read for it, and not on what the rows beside it rest on", () => {
  test("ports inside a cluster", () => {
    expect(groundsOf(inside, "inside.vxlan[seed]").facts).toEqual(["ports.inside.vxlan"]);
    expect(groundsOf(inside, "inside.etcd[seed]").facts).toEqual(["ports.inside.etcd"]);
  });

  test("hosts on the internet", () => {
    const lists = (host: string) => groundsOf(external, `external.workers.${host}.workers[fra-vsphere]`).facts.filter((id) => id.startsWith("external-hosts."));
    expect(lists("dl.k8s.io")).toEqual(["external-hosts.workers"]);
    expect(lists("*.quay.io")).toEqual(["external-hosts.redirects"]);
    const github = groundsOf(external, "external.cluster.ghcr.io.nodes[seed]").facts.filter((id) => id.startsWith("external-hosts."));
    expect(github).toEqual(["external-hosts.registries", "external-hosts.github-registry"]);
  });

  test("secrets: that of the connector knows nothing about keys of proxies", () => {
    const secret = (id: string) => groundsOf((plan) => plan.secrets, id);
    expect(secret("secret.connector").facts).toEqual([]);
    expect(secret("secret.service-account-key").facts).toContain("operations.service-account-key");
    expect(secret("secret.issuer-cookie").facts).not.toContain("operations.service-account-key");
    expect(secret("secret.kubeconfig[seed]").sources).not.toContain("minio.credentials");
  });

  test("versions of a stack: Karma knows nothing of the charts for logging, nor Grafana for users of those of the platform", () => {
    const component = (id: string) => groundsOf((plan) => plan.monitoring.components, id, { "monitoring.mla": true, "monitoring.userClusterMla": true }).sources;
    expect(component("monitoring.mla.karma[seed]")).toContain("kkp.code.monitoring-values");
    expect(component("monitoring.mla.karma[seed]")).not.toContain("kkp.code.logging-values");
    expect(component("monitoring.mla.loki[seed]")).toContain("kkp.code.logging-values");
    expect(component("monitoring.user-cluster-mla.grafana[seed]")).not.toContain("kkp.code.monitoring-values");
  });

  test("preparations: the account with which Dex asks knows nothing about groups", () => {
    const preparation = (id: string) => groundsOf((plan) => plan.identity.preparations, id).sources;
    const all = referencePlan().identity.preparations.map(({ id }) => id);
    expect(all.filter((id) => preparation(id).includes("kkp.groups"))).toEqual(all.filter((id) => /group/.test(id)));
  });

  test("tools", () => {
    const tool = (id: string) => groundsOf((plan) => plan.tools, `tool.${id}`).facts.filter((one) => one.startsWith("operations."));
    expect(tool("git")).toEqual([]);
    expect(tool("terraform")).toEqual(["operations.terraform"]);
  });
});

test("the example of docs/architecture.md, from reading to explanation", () => {
  const id = "volume.backup[seed]";
  const at = (target: string | undefined) => planFrom(changed(starterAnswers("reference-setup"), { "storage.clusters.seed.backupTarget": target }));
  const cellOf = (plan: Plan) => plan.cells.get("storage.volumes.backup[seed]");
  const plan = at("minio");
  const row = plan.storage.volumes.find((one) => one.id === id);
  expect(row).toMatchObject({ storageClass: "kubermatic-backup", count: 1, size: 100 });
  expect(row?.why).toMatch(/^It holds up to 29\.5 GiB of snapshots, /);
  expect(cellOf(plan)).toMatchObject({
    answers: ["infrastructure.clusters.seed.role", "storage.clusters.seed.backupTarget", "infrastructure.clusters.seed.name", "infrastructure.clusters.seed.provider"],
    facts: ["storage.minio-volume"],
    via: ["storage.backup-volume[seed]", "project.installed-release", "storage.backup[seed]"],
  });
  const shown = row && explain(plan, row);
  expect(shown?.answers.find(({ path }) => path === "storage.schedule")?.state).toBe("assumed");
  expect(shown?.sources.map((source) => source.id)).toEqual(["kkp.add-seed", "kkp.code.minio-values"]);
  expect(shown?.restsOn).toEqual(["Backups of user-cluster etcd"]);
  expect(cellOf(at("s3"))).toMatchObject({ state: "not-applicable", why: "Backups do not stay in this cluster." });
  const without = at(undefined);
  expect(cellOf(without)).toMatchObject({ state: "waiting", missing: ["storage.clusters.seed.backupTarget"] });
  expect(without.openPoints.find(({ path }) => path === "storage.clusters.seed.backupTarget")).toMatchObject({ title: "Backup target, seed" });
  expect(without.openPoints.find(({ path }) => path === "storage.clusters.seed.backupTarget")?.waiting).toContain("Volume for backups");
});

describe("a row that rests on another value of the plan names it, and leaves facts and sources to it", () => {
  const of = (plan: Plan, row: Derived | undefined) => {
    if (!row) throw new Error("No row");
    const { restsOn, sources, answers } = explain(plan, row);
    return { restsOn, sources: sources.map(({ id }) => id), answers: answers.map(({ path }) => path) };
  };

  test("a record: its target is the address of the entry", () => {
    const plan = referencePlan();
    const record = of(plan, plan.dns.records.find(({ id }) => id === "record.dashboard[seed]"));
    const entry = of(plan, plan.addresses.assignments.find(({ id }) => id === "address.entry[seed]"));
    expect(record.restsOn).toContain("Virtual address of the entry");
    expect(entry.sources).toContain("metallb.bgp");
    expect(record.sources).not.toContain("metallb.bgp");
    expect(record.answers).toContain("loadBalancer.clusters.seed.pool");
  });

  test("an item of the checklist that says what another row says has the sources of that row", () => {
    const plan = referencePlan();
    const item = of(plan, plan.checklist.find(({ id }) => id === "todo.address.pool[seed]"));
    const pool = of(plan, plan.addresses.pools[0]);
    expect(item.sources).toEqual(pool.sources);
    expect(item.sources).toContain("metallb.bgp");
  });

  test("where the master and its datacenters stand is an answer, which no page of the product supports", () => {
    const plan = referencePlan();
    const [sizing] = plan.sizing.clusters;
    expect(of(plan, sizing).sources).not.toContain("kkp.add-seed");
    expect(of(plan, sizing).sources).not.toContain("kkp.code.datacenter");
    expect(of(plan, sizing).answers).toContain("infrastructure.clusters.seed.role");
  });
});

describe("a row rests on what was used on the way to it, and not on all that was looked at there", () => {
  test("a release: a redirect URI knows nothing about its Kubernetes versions and network plugins, and those of a decision do", () => {
    const uri = groundsOf((plan) => plan.identity.redirectUris, "redirect.kubeconfig");
    expect(uri.sources).toContain("kkp.oidc");
    expect(uri.sources).not.toEqual(expect.arrayContaining(["kkp.supported-versions"]));
    expect(uri.sources).not.toEqual(expect.arrayContaining(["kkp.code.network-plugins"]));
    expect(uri.answers).not.toContain("loadBalancer.entry");
    expect(groundsOf((plan) => plan.decisions, "decision.release").sources).toEqual(expect.arrayContaining(["kkp.supported-versions", "kkp.code.network-plugins", "kkp.oidc"]));
  });

  test("ranges inside the clusters: each rests on its own answer, and on who makes the cluster where the default stands in", () => {
    expect(groundsOf((plan) => plan.addresses.ranges, "range.platform-services").answers).toEqual(["network.platformServices", "infrastructure.clusters.seed.provisioning"]);
  });

  test("a block of virtual addresses: who claims none of it does not stand behind its addresses", () => {
    const entry = groundsOf((plan) => plan.addresses.assignments, "address.entry[seed]").answers;
    expect(entry).toContain("loadBalancer.clusters.seed.pool");
    expect(entry).not.toContain("infrastructure.clusters.seed.workerCpu");
    expect(entry).not.toContain("infrastructure.clusters.seed.controlPlaneAddresses");
    const inside = { "infrastructure.clusters.seed.controlPlaneAddresses": ["10.20.30.5", "10.20.0.12", "10.20.0.13"] };
    expect(groundsOf((plan) => plan.addresses.assignments, "address.entry[seed]", inside).answers).toContain("infrastructure.clusters.seed.controlPlaneAddresses");
  });

  test("the load of a Seed: datacenters of other Seeds do not stand behind it", () => {
    const plan = planFrom(starterAnswers("vsphere-plus-azure-seed"));
    const row = plan.sizing.clusters.find(({ cluster }) => cluster === "azure-seed");
    if (!row) throw new Error("No sizing");
    const read = explain(plan, row).answers.map(({ path }) => path).filter((path) => path.endsWith(".seed"));
    expect(read).toEqual(["infrastructure.datacenters.azure-weu.seed"]);
  });
});
