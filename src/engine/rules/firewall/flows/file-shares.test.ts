import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../../testing/reference.ts";

const AZURE: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "azure" };
const SHARES: Changes = { ...AZURE, "infrastructure.datacenters.fra-vsphere.azureFileShares": true };
const rows = (changes: Changes) => referencePlan(changes).firewall.flows.filter(({ refs }) => refs.includes("S3"));
const allowed = (changes: Changes) => referencePlan(changes).firewall.external.filter(({ ports }) => ports === "445");

describe("file shares that workers mount", () => {
  test("are reached by workers over TCP 445, at hosts that nobody knows before", () => {
    const plan = referencePlan(SHARES);
    expect(rows(SHARES)).toMatchObject([{ id: "flow.S3[workers.fra-vsphere]", source: "workers[fra-vsphere]", destination: "file-shares[fra-vsphere]", protocol: "TCP", ports: "445", lifetime: "operation" }]);
    expect(rows(SHARES)[0]?.why).toBe("Workers of fra-vsphere mount shares of Azure File over SMB, at an account that the driver makes or that a StorageClass names; no HTTP proxy passes it on.");
    expect(plan.firewall.endpoints.find(({ id }) => id === "file-shares[fra-vsphere]")?.addresses).toEqual([{ kind: "known", value: "*.file.core.windows.net" }]);
  });

  test("stand on the list of allowed hosts", () => {
    expect(allowed(SHARES)).toMatchObject([{ source: "workers[fra-vsphere]", host: "*.file.core.windows.net", purpose: "Shares of Azure File" }]);
  });

  test("pass by the proxy of the place", () => {
    expect(rows({ ...SHARES, "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "10.20.9.80", "network.places.main.proxyPort": 3128 }).map(({ destination }) => destination)).toEqual(["file-shares[fra-vsphere]"]);
  });

  test("make no row where nobody uses them, and by default", () => {
    expect(rows(AZURE)).toEqual([]);
    expect(allowed(AZURE)).toEqual([]);
    expect(referencePlan(AZURE).assumptions.map(({ path }) => path)).toContain("infrastructure.datacenters.fra-vsphere.azureFileShares");
    expect(rows({})).toEqual([]);
  });

  test("come with an item for the class that KKP does not make", () => {
    const item = referencePlan(SHARES).checklist.find(({ id }) => id === "todo.file-shares[fra-vsphere]");
    expect(item?.title).toBe("StorageClass for shares of Azure File in user clusters of fra-vsphere");
    expect(item?.verify).toContain("`file.csi.azure.com`");
    expect(referencePlan(AZURE).checklist.some(({ id }) => id.startsWith("todo.file-shares"))).toBe(false);
  });

  test("give the account of the tenants its rights on storage accounts, and no other", () => {
    const rights = (changes: Changes) => referencePlan(changes).accounts.filter(({ title }) => title.includes("Azure")).flatMap(({ permissions }) => permissions.filter((one) => one.startsWith("Microsoft.Storage/")));
    expect(rights(SHARES)).toEqual(["Microsoft.Storage/storageAccounts/{read,write,listKeys/action} and Microsoft.Storage/operations/read, for Azure File"]);
    expect(rights(AZURE)).toEqual([]);
  });
});
