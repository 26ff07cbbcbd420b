import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../../testing/reference.ts";

const NUTANIX: Changes = { "infrastructure.clusters.seed.provider": "nutanix", "infrastructure.datacenters.fra-vsphere.provider": "nutanix", "storage.clusters.seed.fastClass": "provider" };
const rows = (changes: Changes = {}) => referencePlan({ ...NUTANIX, ...changes }).firewall.flows.filter(({ refs }) => refs.includes("S1"));

describe("the portal of Nutanix's volumes", () => {
  test("is reached by nodes and workers over TCP 3260, which no source confirms", () => {
    expect(rows().map(({ source, destination, ports }) => `${source} ${destination} ${ports}`)).toEqual(["nodes[seed] volume-portal[main.nutanix] 3260", "workers[fra-vsphere] volume-portal[main.nutanix] 3260"]);
    expect(rows()[0]?.why).toContain("Not confirmed");
  });

  test("answers at the address that people name, and is open until then", () => {
    const addresses = (changes: Changes) => referencePlan({ ...NUTANIX, ...changes }).firewall.endpoints.find(({ kind }) => kind === "volume-portal")?.addresses;
    expect(addresses({ "infrastructure.places.main.nutanixDataServices": "10.20.9.60" })).toEqual([{ kind: "known", value: "10.20.9.60" }]);
    expect(addresses({})).toMatchObject([{ kind: "open" }]);
  });

  test("matters to nodes with that driver alone, and to no other infrastructure", () => {
    expect(rows({ "storage.clusters.seed.fastClass": "other" }).map(({ source }) => source)).toEqual(["workers[fra-vsphere]"]);
    expect(rows({ "infrastructure.clusters.seed.provider": "vsphere", "infrastructure.datacenters.fra-vsphere.provider": "vsphere" })).toEqual([]);
  });
});
