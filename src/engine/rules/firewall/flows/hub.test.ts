import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../../plan/plan-from.ts";
import { changed, type Changes } from "../../../testing/reference.ts";

const RUNS = "loadBalancer.kubelbRuns";
const ROWS = ["flow.kubelb-registries[plan]", "flow.kubelb-dns[plan]", "flow.kubelb-ntp[plan]", "flow.installer-kubelb[plan]"];
const plan = (changes: Changes = {}) => planFrom(changed(starterAnswers("managed-service-kubelb"), changes));
const place = String(starterAnswers("managed-service-kubelb").given["loadBalancer.kubelbPlace"]);
const rows = (changes: Changes = {}) => plan(changes).firewall.flows.filter(({ id }) => ROWS.includes(id));

describe("a management cluster of KubeLB", () => {
  test("that comes with the plan has rows of its own, and hosts on the allow-list", () => {
    expect(rows().map(({ source, destination, protocol, ports }) => [source, destination, protocol, ports])).toEqual(
      expect.arrayContaining([
        ["kubelb-nodes", "registries", "TCP", "443"],
        ["kubelb-nodes", `dns[${place}]`, "TCP and UDP", "53"],
        ["kubelb-nodes", `ntp[${place}]`, "UDP", "123"],
        [expect.stringMatching(/^(engineers|bastion\[.*\])$/) as string, "kubelb-api", "TCP", "6443"],
      ]),
    );
    expect(plan().firewall.external.filter(({ source }) => source === "kubelb-nodes").map(({ host }) => host)).toEqual(expect.arrayContaining(["quay.io", "docker.io", "registry.k8s.io"]));
    // Nothing of KubeLB lies at GitHub's registry, whose content host nobody opens for it.
    expect(plan().firewall.external.filter(({ source }) => source === "kubelb-nodes").map(({ host }) => host)).not.toContain("ghcr.io");
  });

  test.each([
    ["its own network", "10.62.0.10", []],
    ["another network", "10.66.0.10", [["kubelb-nodes", "kubelb-api", "TCP", "6443"]]],
    ["a name, which may lead anywhere", "kubelb.example.com", [["kubelb-nodes", "kubelb-api", "TCP", "6443"]]],
  ])("whose API stands in %s is reached by its nodes", (_where, api, expected) => {
    const found = plan({ "loadBalancer.kubelbApi": api }).firewall.flows.filter(({ id }) => id === "flow.kubelb-own-api[plan]");
    expect(found.map(({ source, destination, protocol, ports }) => [source, destination, protocol, ports])).toEqual(expected);
  });

  test.each([
    ["direct", "TCP and UDP"],
    // One port of TCP gathers them, but which of the range it is the tenant's cluster draws.
    ["mtls", "TCP"],
  ])("reaches node ports of tenants, traffic %s", (traffic, protocol) => {
    const found = plan({ "loadBalancer.kubelbTraffic": traffic }).firewall.flows.filter(({ source }) => source === "kubelb-nodes").filter(({ ports }) => ports.includes("30000"));
    expect(found.map((row) => [row.protocol, row.ports])).toEqual([[protocol, "30000-32767"]]);
  });

  test("leaves by the proxy of its place", () => {
    const proxied = rows({ [`network.places.${place}.internet`]: "proxy", [`network.places.${place}.proxyAddress`]: "proxy.example.com", [`network.places.${place}.proxyPort`]: 3128 });
    expect(proxied.find(({ id }) => id === "flow.kubelb-registries[plan]")).toMatchObject({ destination: `proxy[${place}]`, ports: "3128" });
  });

  test("that runs already has none", () => {
    expect(rows({ [RUNS]: true })).toEqual([]);
    expect(plan({ [RUNS]: true }).firewall.external.filter(({ source }) => source === "kubelb-nodes")).toEqual([]);
    expect(plan({ [RUNS]: true }).checklist.find(({ id }) => id === "todo.kubelb-cluster")?.title).toMatch(/^Management cluster of KubeLB, which runs already, with room for /);
  });

  test("that comes with the plan is ordered from those who build it, one after the other", () => {
    const items = (changes: Changes = {}) => plan(changes).checklist.filter(({ id }) => id.startsWith("todo.kubelb-")).map(({ id, team, dependsOn }) => [id, team, dependsOn]);
    expect(items()).toEqual(
      expect.arrayContaining([
        ["todo.kubelb-block", "network", []],
        ["todo.kubelb-nodes", "network", []],
        ["todo.kubelb-kubernetes", "infrastructure", ["todo.kubelb-nodes", "todo.kubelb-block"]],
        ["todo.kubelb-cluster", "platform", expect.arrayContaining(["todo.firewall-flows", "todo.kubelb-block", "todo.kubelb-kubernetes", "todo.account.pull-secret", "todo.access.bastion[main]", "todo.tools"])],
      ]),
    );
    const title = (id: string, changes: Changes = {}) => plan(changes).checklist.find((item) => item.id === id)?.title;
    expect(title("todo.kubelb-nodes")).toMatch(/^10\.62\.0\.0\/24 in .+ reserved for nodes of KubeLB, with 10\.62\.0\.10 for its Kubernetes API$/);
    expect(title("todo.kubelb-nodes", { "loadBalancer.kubelbApi": "kubelb.example.com" })).toContain("with an address behind kubelb.example.com for its Kubernetes API");
    // 60 tenants with 2 pods each. Of KubeLB 1.4 a pod asks for 10 m and 32 MiB: 1.2 CPU and 3.75 GiB; of 1.5 for 200 m and 256 MiB.
    expect(title("todo.kubelb-kubernetes")).toContain("with three control planes behind 10.62.0.10, at least 2 workers with room for 120 Envoy pods, 2 CPU and 4 GiB, and a load balancer of its own");
    expect(title("todo.kubelb-kubernetes", { "loadBalancer.kubelbTraffic": "mtls" })).toContain("at least 2 workers with room for 120 Envoy pods, 24 CPU and 30 GiB,");
    // A worker takes 70 % of 110 pods, 77; three times as many tenants bring 360 pods.
    expect(title("todo.kubelb-kubernetes", { "infrastructure.datacenters.tenants.smallClusters": 180 })).toContain("at least 5 workers with room for 360 Envoy pods");
    expect(title("todo.kubelb-cluster")).toContain("by its chart kubelb-manager-ee, installed on the management cluster of KubeLB, for 60 user clusters");
    expect(items({ [RUNS]: true }).map(([id]) => id).toSorted()).toEqual(["todo.kubelb-cluster", "todo.kubelb-kkp"]);
    // One that runs has its block, and room is shown for the 60 Services of 60 user clusters at the least.
    expect(plan({ [RUNS]: true }).checklist.find(({ id }) => id === "todo.kubelb-cluster")).toMatchObject({ dependsOn: [], verify: expect.stringMatching(/; whoever runs it shows at least \d+ addresses of the block that nobody has, and `helm -n kubelb list` with the chart of KubeLB 1\.4 or 1\.5$/) as string });
  });

  test("holds as many user clusters as its workers take Envoy pods", () => {
    // 2 workers of 77 pods, and 2 pods for each user cluster.
    expect(plan().sizing.ceilings.find(({ id }) => id === "ceiling.kubelb-pods")).toMatchObject({ used: 120, limit: 154, maxUserClusters: 77 });
    expect(plan({ [RUNS]: true }).sizing.ceilings.filter(({ id }) => id === "ceiling.kubelb-pods")).toEqual([]);
  });

  test("is told what its chart leaves out", () => {
    const values = (changes: Changes) => plan(changes).settings.filter(({ object }) => object === "Helm values of kubelb-manager").map(({ field, value }) => `${field}: ${value.kind === "known" ? value.value : value.kind}`);
    const [pull, rbac, config, transport] = ["imagePullSecrets: [{name: kubelb-pull}]", "kkpintegration.rbac: true", "kubelb.skipConfigGeneration: false", "kubelb.backendTransport.mode: MTLS"];
    expect(values({})).toEqual([pull, rbac, config]);
    expect(values({ "project.release": "2.28" })).toEqual([pull, rbac]);
    expect(values({ "loadBalancer.kubelbTraffic": "mtls" })).toEqual([pull, rbac, config, transport]);
    expect(values({ [RUNS]: true, "loadBalancer.kubelbTraffic": "mtls" })).toEqual([rbac, transport]);
    expect(plan({ "loadBalancer.kubelbTraffic": "mtls" }).checklist.find(({ id }) => id === "todo.kubelb-cluster")).toMatchObject({ title: expect.stringContaining("KubeLB 1.5, by its chart kubelb-manager-ee,") as string, verify: expect.stringContaining("shows backendTransport with mode MTLS") as string });
  });

  test("waits for the answer whether it runs", () => {
    expect(plan({ [RUNS]: undefined }).openPoints.find(({ path }) => path === RUNS)?.waiting.length).toBeGreaterThan(2);
    expect(plan({ [RUNS]: undefined }).checklist.find(({ id }) => id === "todo.kubelb-cluster")?.blockedBy).toContain(RUNS);
  });

  test("in a place of its own asks the servers that are named there", () => {
    const apart = changed(starterAnswers("managed-service-kubelb"), { "loadBalancer.kubelbPlace": "hub", "network.places.hub.internet": "direct", "network.places.hub.dnsServers": ["10.40.0.53"], "network.places.hub.ntpServers": ["10.40.0.123"] });
    const { firewall } = planFrom({ ...apart, subjects: { ...apart.subjects, place: [...apart.subjects.place, "hub"] } });
    expect(firewall.flows.find(({ id }) => id === "flow.kubelb-dns[plan]")?.destination).toBe("dns[hub]");
    expect(firewall.endpoints.find(({ id }) => id === "dns[hub]")?.addresses).toEqual([{ kind: "known", value: "10.40.0.53" }]);
  });
});
