import { describe, expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { withFix } from "../../plan/with-fix.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { sharedNetworkGateways } from "./shared-network-gateways.ts";

const FIRST = "network.datacenters.fra-vsphere";
const SECOND = "network.datacenters.second";
const OWN: Changes = { [`${FIRST}.workersIn`]: "own-network", [`${FIRST}.workerNetwork`]: "10.6.0.0/24", [`${FIRST}.workerGateways`]: ["10.6.0.1"] };
const MATE: Changes = { "infrastructure.datacenters.second.place": "main", "infrastructure.datacenters.second.seed": "seed", "infrastructure.datacenters.second.provider": "vsphere", [`${SECOND}.workersIn`]: "own-network", [`${SECOND}.workerNetwork`]: "10.6.0.0/24", [`${SECOND}.workerGateways`]: ["10.6.0.2"] };
const both = (more: Changes = {}) => changed(withSubject(referenceAnswers(OWN), "datacenter", "second"), { ...MATE, ...more });

describe("datacenters in one worker network", () => {
  test("are told once where their gateways differ; the fix names all of them at each", () => {
    const [finding, ...others] = findingsOf(sharedNetworkGateways, both());
    expect(others).toEqual([]);
    expect(finding?.title).toBe("fra-vsphere and second name different gateways of 10.6.0.0/24");
    expect(finding?.message).toContain("fra-vsphere has 10.6.0.1 and second has 10.6.0.2.");
    expect(finding?.fixes).toHaveLength(1);
    for (const fix of finding?.fixes ?? []) expect(findingsOf(sharedNetworkGateways, withFix(both(), fix))).toEqual([]);
  });

  test.each<[string, Changes]>([
    ["the same gateways, in whatever order", { [`${FIRST}.workerGateways`]: ["10.6.0.1", "10.6.0.2"], [`${SECOND}.workerGateways`]: ["10.6.0.2", "10.6.0.1"] }],
    ["networks of their own", { [`${SECOND}.workerNetwork`]: "10.7.0.0/24" }],
    ["gateways that nobody has named", { [`${SECOND}.workerGateways`]: undefined }],
  ])("have nothing to hear about %s", (_name, more) => {
    expect(findingsOf(sharedNetworkGateways, both(more))).toEqual([]);
  });
});
