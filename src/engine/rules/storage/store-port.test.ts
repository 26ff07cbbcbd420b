import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { referenceAnswers, type Changes } from "../../testing/reference.ts";

const SAVED: Changes = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.org", "storage.clusters.seed.bucket": "acme-etcd" };
const FURTHER: Changes = { "storage.further": ["velero"], "storage.store": "10.99.0.9", "storage.storeRegion": "us-east-1", "storage.furtherBucket": "acme-more", "storage.storePort": 7480 };
const planOf = (changes: Changes) => planFrom(referenceAnswers({ ...SAVED, ...changes }));
const rowTo = (plan: ReturnType<typeof planOf>, end: string) => plan.firewall.flows.filter(({ destination }) => destination === end).map(({ ports }) => ports);
const field = (plan: ReturnType<typeof planOf>, end: string) => plan.settings.filter(({ field: name }) => name.endsWith(end)).map(({ value }) => (value.kind === "known" ? value.value : value.kind));

describe("the port of an S3 of the customer", () => {
  test("is that of HTTPS unless somebody says another, and stands among the assumptions", () => {
    const plan = planOf({});
    expect(rowTo(plan, "s3[seed]")).toEqual(["443"]);
    expect(field(plan, "default.endpoint")).toEqual([]);
    expect(plan.assumptions.map(({ path }) => path)).toContain("storage.clusters.seed.s3Port");
  });

  test("stands in row, URL, proof and exporter alike", () => {
    const plan = planOf({ "storage.clusters.seed.s3Port": 9000 });
    expect(rowTo(plan, "s3[seed]")).toEqual(["9000"]);
    expect(plan.settings.filter(({ value }) => value.kind === "known" && value.value.includes("https://s3.example.org")).map(({ value }) => (value.kind === "known" ? value.value : ""))).toEqual(["https://s3.example.org:9000", "https://s3.example.org:9000"]);
    expect(plan.checklist.filter(({ verify }) => verify.includes("--endpoint-url https://s3.example.org:9000"))).toHaveLength(1);
  });

  test("of further backups stands where Velero dials it", () => {
    const plan = planOf(FURTHER);
    expect(rowTo(plan, "store-further")).toEqual(["7480"]);
    expect(field(plan, "backupStorageLocation[]")[0]).toContain("s3Url https://10.99.0.9:7480,");
  });

  test("of a store that everybody uses is no question", () => {
    const plan = planOf({ "storage.clusters.seed.s3Endpoint": "s3.eu-central-1.amazonaws.com" });
    expect(rowTo(plan, "s3[seed]")).toEqual(["443"]);
    expect(plan.assumptions.map(({ path }) => path)).not.toContain("storage.clusters.seed.s3Port");
  });
});

describe("the port of another server of the customer", () => {
  const signing = (changes: Changes) => planOf({ "certificates.issuance": "vault", "certificates.vaultHost": "vault.example.org", "certificates.vaultPath": "pki/sign/kkp", "certificates.rootTrust": "private", ...changes });
  test.each<[string, Changes, string, string]>([
    ["that of Vault unasked", {}, "8200", "https://vault.example.org:8200"],
    ["another behind a proxy", { "certificates.vaultSigningPort": 443 }, "443", "https://vault.example.org"],
  ])("of the Vault that signs: %s", (_name, changes, port, url) => {
    const plan = signing(changes);
    expect(new Set(rowTo(plan, "issuer"))).toEqual(new Set([port]));
    expect(field(plan, "spec.vault.server")).toEqual([url]);
  });

  test("of PowerDNS stands in its row and in the values of external-dns", () => {
    const plan = planOf({ "dns.automation": "powerdns", "dns.externalDns": true, "dns.zoneName": "example.com", "dns.powerdnsHost": "pdns.example.org", "dns.powerdnsPort": 8443 });
    expect(rowTo(plan, "zone-server").every((ports) => ports === "8443")).toBe(true);
    expect(rowTo(plan, "zone-server")).not.toEqual([]);
    expect(plan.settings.some(({ value }) => value.kind === "known" && value.value === "--pdns-server=http://pdns.example.org:8443")).toBe(true);
  });
});
