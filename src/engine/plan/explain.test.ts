import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../testing/reference.ts";
import { explain } from "./explain.ts";
import type { Derived, Plan } from "./plan.ts";

const groundsOf = (rows: (plan: Plan) => readonly Derived[], id: string, changes: Changes = {}) => {
  const plan = referencePlan(changes);
  const row = rows(plan).find((one) => one.id === id);
  if (!row) throw new Error(`No row ${id}`);
  const { facts, sources } = explain(plan, row);
  return { facts: facts.map((fact) => fact.id), sources: sources.map((source) => source.id) };
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

  test("tools", () => {
    const tool = (id: string) => groundsOf((plan) => plan.tools, `tool.${id}`).facts.filter((one) => one.startsWith("operations."));
    expect(tool("git")).toEqual([]);
    expect(tool("terraform")).toEqual(["operations.terraform"]);
  });
});
