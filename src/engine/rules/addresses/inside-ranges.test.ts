import { describe, expect, test } from "vitest";
import { answersOf, referencePlan, type Changes } from "../../testing/reference.ts";
import { planFrom } from "../../plan/plan-from.ts";

const MADE = "infrastructure.clusters.seed.provisioning";
const PODS = "network.platformPods";
const idsOf = (changes: Changes) => referencePlan(changes).addresses.ranges.map(({ id }) => id).filter((id) => id.startsWith("range.platform-"));
const assumed = (changes: Changes) => referencePlan(changes).assumptions.map(({ path }) => path).filter((path) => path.startsWith("network.platform"));
const waiting = (changes: Changes) => referencePlan(changes).openPoints.filter(({ path }) => path.startsWith("network.platform")).map(({ path, waiting: things }) => [path, things]);

describe("ranges of master and Seeds", () => {
  test("are KubeOne's unasked where KubeOne makes every cluster", () => {
    expect(idsOf({})).toEqual(["range.platform-pods", "range.platform-services"]);
    expect(assumed({})).toEqual([PODS, "network.platformServices"]);
  });

  test.each(["managed", "existing"])("are open and asked for where the cluster is %s, and the other ranges stand", (provisioning) => {
    const changes = { [MADE]: provisioning };
    expect(idsOf(changes)).toEqual([]);
    expect(assumed(changes)).toEqual([]);
    expect(waiting(changes)).toEqual([[PODS, ["Ranges inside the clusters"]], ["network.platformServices", ["Ranges inside the clusters"]]]);
    expect(referencePlan(changes).addresses.ranges.map(({ id }) => id)).toContain("range.user-cluster-pods");
  });

  test("are told then, and compared like any other", () => {
    const told = { [MADE]: "managed", [PODS]: "10.20.0.0/22", "network.platformServices": "10.43.0.0/16" };
    expect(idsOf(told)).toEqual(["range.platform-pods", "range.platform-services"]);
    expect(referencePlan(told).findings.filter(({ check, answers }) => check === "addresses.ranges-overlap" && answers.includes(PODS))).toHaveLength(1);
    expect(referencePlan({ [MADE]: "managed", "network.places.main.otherNetworks": [{ name: "Labs", block: "10.244.8.0/22" }] }).findings.filter(({ check }) => check === "addresses.ranges-overlap")).toEqual([]);
  });

  test("may be the network of the nodes where the provider gives pods addresses of it, and nowhere else", () => {
    const overlaps = (provider: string, more: Changes = {}) =>
      referencePlan({ [MADE]: "managed", "infrastructure.clusters.seed.provider": provider, [PODS]: "10.20.0.0/24", "network.platformServices": "10.43.0.0/16", ...more }).findings.filter(({ check, answers }) => check === "addresses.ranges-overlap" && answers.includes(PODS));
    expect(overlaps("aws")).toEqual([]);
    expect(overlaps("gcp").map(({ severity }) => severity)).toContain("blocker");
    expect(overlaps("aws", { [PODS]: "10.20.0.0/25" }).map(({ severity }) => severity)).toContain("blocker");
    expect(overlaps("aws", { "network.userClusterPods": "10.20.0.0/16" })).toHaveLength(1);
  });

  test("are no network of nodes where another cluster needs a range of its own, and are compared again", () => {
    const beside = (provisioning: string | undefined, pods = "10.20.0.0/24") => {
      const plan = planFrom(answersOf({ ...MANAGED, [PODS]: pods, ...(provisioning ? { "infrastructure.clusters.west.provisioning": provisioning } : { "infrastructure.clusters.west.name": "west" }) }));
      return [plan.findings.filter(({ check, answers }) => check === "addresses.ranges-overlap" && answers.includes(PODS)).map(({ severity, fixes }) => [severity, fixes[0]?.set[0]?.value]), plan.addresses.ranges.find(({ id }) => id === "range.platform-pods")?.why.includes("Those of seed take addresses of their nodes.")];
    };
    const MANAGED: Changes = { [MADE]: "managed", "infrastructure.clusters.seed.provider": "aws", "infrastructure.clusters.seed.name": "seed", "infrastructure.clusters.seed.role": "master-and-seed", "infrastructure.clusters.seed.place": "main", "network.places.main.nodeNetwork": "10.20.0.0/24", "network.platformServices": "10.43.0.0/16" };
    expect(beside("kubeone")).toEqual([[["blocker", "10.244.0.0/16"]], true]);
    expect(beside("kubeone", "10.244.0.0/16")).toEqual([[], true]);
    // What takes its place is no range of the one that has the addresses of its nodes.
    const remedies = planFrom(answersOf({ ...MANAGED, [PODS]: "10.20.0.0/24", "infrastructure.clusters.west.provisioning": "kubeone" })).findings.filter(({ answers }) => answers.includes(PODS)).map(({ remedy }) => remedy);
    expect(remedies).toContainEqual(expect.stringContaining("Pods of seed keep addresses of their nodes, whatever is stated here."));
    // So it is beside one whose maker is not told.
    expect(beside(undefined)).toEqual([[], false]);
  });

  test("are open where nobody has said how the cluster comes to be", () => {
    expect(idsOf({ [MADE]: undefined })).toEqual([]);
    expect(assumed({ [MADE]: undefined })).toEqual([]);
    expect(waiting({ [MADE]: undefined }).map(([path]) => path)).toEqual([PODS, "network.platformServices"]);
  });

  test("hold for all clusters together, so one that KubeOne does not make has them asked", () => {
    const two = (made: string) => planFrom(answersOf({ [MADE]: "kubeone", "infrastructure.clusters.west.provisioning": made })).assumptions.map(({ path }) => path);
    expect(two("kubeone")).toContain(PODS);
    expect(two("managed")).not.toContain(PODS);
  });
});
