import { describe, expect, test } from "vitest";
import { planFrom, type Value } from "../../src/engine/index.ts";
import { installationAnswers } from "../support/golden-plans.ts";
import { starterAnswers } from "../support/starter-plans.ts";

const plan = planFrom(installationAnswers("setup-checklist"));
const shown = (value: Value<string>) => (value.kind === "known" ? value.value : value.kind);

describe("the reference setup, written by hand from its own table", () => {
  test("seven records and a recommended name for the API", () => {
    expect(plan.dns.records.map(({ name, target, need }) => [name, shown(target), need]).toSorted()).toEqual(
      [
        ["kubermatic.example.com", "10.20.30.1", "required"],
        ["grafana.kubermatic.example.com", "10.20.30.1", "required"],
        ["prometheus.kubermatic.example.com", "10.20.30.1", "required"],
        ["alertmanager.kubermatic.example.com", "10.20.30.1", "required"],
        ["*.seed.kubermatic.example.com", "10.20.30.2", "required"],
        ["grafana.seed.kubermatic.example.com", "10.20.30.1", "required"],
        ["alertmanager.seed.kubermatic.example.com", "10.20.30.1", "required"],
        ["kube-api.kubermatic.example.com", "10.20.0.10", "recommended"],
      ].toSorted(),
    );
  });

  test("the explicit records of the Seed say that the wildcard would catch them", () => {
    for (const ui of ["grafana", "alertmanager"]) {
      const record = plan.dns.records.find(({ name }) => name === `${ui}.seed.kubermatic.example.com`);
      expect(record?.why).toContain("*.seed.kubermatic.example.com");
    }
  });

  test("the block: entry .1, nodeport-proxy .2, all 16 usable, .0 and .15 last", () => {
    const [pool] = plan.addresses.pools;
    expect(pool).toMatchObject({ block: "10.20.30.0/28", usable: 16, needed: 2, free: 14, last: ["10.20.30.0", "10.20.30.15"], maxUserClusters: "unlimited" });
    const addresses = Object.fromEntries(plan.addresses.assignments.map(({ purpose, address }) => [purpose, shown(address)]));
    expect(addresses).toMatchObject({ entry: "10.20.30.1", "nodeport-proxy": "10.20.30.2", "kubernetes-api": "10.20.0.10" });
  });

  test("leases: 66 of 171; workload addresses open, at least 12", () => {
    expect(plan.addresses.dhcp).toMatchObject([{ leases: 66, capacity: 171 }]);
    expect(plan.addresses.workloads).toMatchObject([{ atLeast: 12, block: { kind: "open" } }]);
    const point = plan.openPoints.find(({ path }) => path === "loadBalancer.datacenters.fra-vsphere.workloadBlock");
    expect(point?.owner).toBe("network");
  });

  test("one certificate for six host names, without kibana, and the proof", () => {
    expect(plan.certificates.requests.map(({ names }) => names.toSorted())).toEqual([
      [
        "alertmanager.kubermatic.example.com",
        "alertmanager.seed.kubermatic.example.com",
        "grafana.kubermatic.example.com",
        "grafana.seed.kubermatic.example.com",
        "kubermatic.example.com",
        "prometheus.kubermatic.example.com",
      ],
    ]);
    expect(plan.certificates.leftOut).toMatchObject([{ name: "<id>.seed.kubermatic.example.com" }, { name: "kibana.kubermatic.example.com" }]);
    expect(plan.certificates.leftOut[1]?.why).toContain("2.16");
    const uncovered = plan.certificates.coverage.filter(({ byPlatformWildcard }) => !byPlatformWildcard).map(({ host }) => host);
    expect(uncovered.toSorted()).toEqual(["alertmanager.seed.kubermatic.example.com", "grafana.seed.kubermatic.example.com", "kubermatic.example.com"]);
  });

  test("the firewall rows, by their references", () => {
    const refs = new Set(plan.firewall.flows.flatMap((flow) => flow.refs));
    for (const ref of ["P1", "P4", "P5", "E13", "P7", "P9", "E2", "E4", "E5", "E6", "E7", "E9", "E10", "E11", "E12"]) expect(refs).toContain(ref);
    for (const ref of ["P2", "P3", "E1"]) expect(refs).not.toContain(ref);
    const bgp = plan.firewall.flows.filter(({ ports, protocol }) => ports === "179" && protocol === "TCP");
    expect(bgp.map(({ destination }) => shown(plan.firewall.endpoints.find(({ id }) => id === destination)?.addresses[0] ?? { kind: "later", who: "" }))).toEqual(["10.20.0.2", "10.20.0.3"]);
    expect(plan.firewall.flows.filter(({ protocol }) => protocol === "VRRP")).toMatchObject([{ source: "control-planes[seed]", destination: "control-planes[seed]" }]);
    const toWorkers = plan.firewall.flows.filter(({ destination }) => destination.startsWith("workers["));
    expect(toWorkers).toEqual([]);
    expect(plan.firewall.inside.length).toBeGreaterThan(5);
  });

  test("sizing: 6 workers, with the arithmetic; NodePorts 77 of 2,768, ceiling 460", () => {
    expect(plan.sizing.clusters).toMatchObject([{ workers: 6, cpu: 21653, memory: 57728, pods: 336 }]);
    expect(plan.sizing.clusters[0]?.arithmetic.length).toBeGreaterThan(2);
    expect(plan.sizing.ceilings.find(({ limit }) => limit === 2768)).toMatchObject({ used: 77, maxUserClusters: 460 });
  });

  test("storage: kubermatic-fast 563.3 GiB by the vSphere CSI, backup 29.5 of 100 GiB", () => {
    const fast = plan.storage.classes.find(({ name }) => name === "kubermatic-fast");
    expect(fast).toMatchObject({ capacity: 563.3, provisioner: { kind: "known", value: "csi.vsphere.vmware.com" } });
    expect(plan.storage.backups).toMatchObject([{ needed: 29.5, offered: 100, interval: 20, kept: 20, coverage: 400 }]);
  });

  test("redirect URIs of 2.30, without a Dex callback", () => {
    const uris = plan.identity.redirectUris.map(({ client, uri }) => `${client} ${uri}`);
    expect(uris).toContain("kubermatic https://kubermatic.example.com/projects");
    expect(uris).toContain("kubermaticIssuer https://kubermatic.example.com/api/v1/kubeconfig");
    expect(uris).toContain("mla-grafana https://grafana.seed.kubermatic.example.com/oauth/callback");
    expect(uris.filter((uri) => uri.includes("/dex/callback"))).toEqual([]);
  });

  test("exactly these open points", () => {
    expect(plan.openPoints.map(({ path }) => path).toSorted()).toEqual(
      [
        "access.places.main.bastionAddress",
        "access.vaultAddress",
        "authentication.ldapHost",
        "infrastructure.places.main.vsphereServer",
        "loadBalancer.datacenters.fra-vsphere.workloadBlock",
        "network.places.main.dnsServers",
        "network.places.main.ntpServers",
      ].toSorted(),
    );
  });

  test("routers are prepared for /32 routes of the pool, and for a range of neighbours", () => {
    const routers = plan.checklist.find(({ id }) => id === "todo.routers[seed]");
    expect(routers).toMatchObject({ team: "network", title: "Routers 10.20.0.2 and 10.20.0.3 accept BGP sessions from 10.20.0.0/24, and the /32 routes of seed" });
    expect(routers?.verify).toContain("passes them on");
    expect(routers?.why).toContain("by DHCP, so a router that lists neighbours one by one would miss each new or replaced node");
    expect(plan.decisions.find(({ id }) => id === "decision.load-balancer[seed]")?.why).toContain("a /32 route for each, from a range of neighbours");
  });

  test("one finding, which both answers of the starter plan end", () => {
    expect(plan.findings.map(({ severity, title }) => `${severity}: ${title}`)).toEqual(["warning: Management and tenants share one network and one vSphere user at fra-vsphere"]);
    expect(planFrom(starterAnswers("reference-setup")).findings).toEqual([]);
  });

  test("nothing is assumed but product defaults with a source", () => {
    for (const { source, sentence } of plan.assumptions) {
      expect(source).not.toBe("");
      expect(sentence).toMatch(/\.$/);
    }
  });
});
