import { describe, expect, test } from "vitest";
import { sources } from "../facts/sources.ts";
import type { Plan } from "../plan/plan.ts";
import { referencePlan, type Changes } from "../testing/reference.ts";
import type { LoadBalancerKind } from "./load-balancer.ts";
import { loadBalancerKinds, type LoadBalancerKindId } from "./registry.ts";

const KIND = "loadBalancer.clusters.seed.kind";
const NO_ROUTERS: Changes = { "loadBalancer.clusters.seed.localAsn": undefined, "loadBalancer.clusters.seed.peers": undefined };
const NODE_BLOCK: Changes = { "loadBalancer.clusters.seed.pool": "10.20.0.16/28" };
const HUB: Changes = {
  "loadBalancer.kubelbPlace": "main",
  "loadBalancer.kubelbApi": "10.40.0.10",
  "loadBalancer.kubelbNodes": "10.40.0.0/24",
  "loadBalancer.kubelbBlock": "10.40.30.0/28",
  "loadBalancer.kubelbTraffic": "direct",
};

/** What each kind brings to the reference setup: where entry and nodeport-proxy get their addresses, flows beyond those of every kind, install step. */
const CASES: Readonly<Record<LoadBalancerKindId, { readonly changes: Changes; readonly addresses: readonly string[]; readonly flows: readonly string[]; readonly installs: string | undefined }>> = {
  "metallb-bgp": { changes: {}, addresses: ["10.20.30.1", "10.20.30.2"], flows: ["flow.bgp[seed.1] TCP 179", "flow.bgp[seed.2] TCP 179"], installs: "Install MetalLB on seed" },
  "metallb-l2": { changes: { ...NO_ROUTERS, ...NODE_BLOCK }, addresses: ["10.20.0.17", "10.20.0.18"], flows: [], installs: "Install MetalLB on seed" },
  "cilium-bgp": { changes: { "loadBalancer.clusters.seed.cni": "cilium" }, addresses: ["10.20.30.1", "10.20.30.2"], flows: ["flow.bgp[seed.1] TCP 179", "flow.bgp[seed.2] TCP 179"], installs: "Announce addresses by Cilium with BGP on seed" },
  "cilium-l2": { changes: { ...NO_ROUTERS, ...NODE_BLOCK, "loadBalancer.clusters.seed.cni": "cilium" }, addresses: ["10.20.0.17", "10.20.0.18"], flows: [], installs: "Announce addresses by Cilium in layer 2 on seed" },
  cloud: { changes: NO_ROUTERS, addresses: ["from vSphere", "from vSphere"], flows: [], installs: undefined },
  kubelb: { changes: { ...NO_ROUTERS, ...HUB }, addresses: ["from KubeLB from 10.40.30.0/28", "from KubeLB from 10.40.30.0/28"], flows: ["flow.kubelb-api[seed] TCP 6443", "flow.kubelb-traffic[seed] TCP and UDP 30000-32767"], installs: "Install the KubeLB connector on seed" },
  appliance: { changes: { ...NO_ROUTERS, "loadBalancer.clusters.seed.applianceAddress": "bigip.example.com" }, addresses: ["10.20.30.1", "10.20.30.2"], flows: ["flow.appliance-api[seed] TCP 443", "flow.appliance-traffic[seed] TCP 30000-32767"], installs: "Install the controller of the appliance on seed" },
  none: { changes: { ...NO_ROUTERS, "loadBalancer.clusters.seed.nodeFront": "10.20.0.21", "loadBalancer.clusters.seed.nodeFrontSources": [] }, addresses: ["10.20.0.21", "10.20.0.21"], flows: [], installs: "Set the platform entry to node ports on seed" },
};

const planOf = (kind: LoadBalancerKindId) => referencePlan({ [KIND]: kind, ...CASES[kind].changes });

describe.each(loadBalancerKinds)("$id", (kind: LoadBalancerKind & { readonly id: LoadBalancerKindId }) => {
  const expected = CASES[kind.id];
  const plan = planOf(kind.id);

  test("gives entry and nodeport-proxy their addresses", () => {
    const shown = (purpose: string) => plan.addresses.assignments.filter((row) => row.purpose === purpose).map(({ address }) => (address.kind === "known" ? address.value : address.kind === "later" ? `from ${address.who}` : `open ${address.question}`));
    expect([...shown("entry"), ...shown("nodeport-proxy")]).toEqual(expected.addresses);
  });

  test("adds its flows with ids of their own, each between ends that exist", () => {
    const ends = new Set(plan.firewall.endpoints.map(({ id }) => id));
    const own = plan.firewall.flows.filter(({ id }) => kind.flows.some((flow) => id.startsWith(`flow.${flow.id}[`)));
    expect(own.map(({ id, protocol, ports }) => `${id} ${protocol} ${ports}`).toSorted()).toEqual(expected.flows);
    for (const { source, destination } of own) expect([ends.has(source), ends.has(destination)]).toEqual([true, true]);
  });

  test("is installed before a Service needs an address", () => {
    expect(plan.runbook.find(({ id }) => id === "step.load-balancer[seed]")?.title).toBe(expected.installs);
  });

  test("puts what must be ready on the checklist of the team that can do it, and what only a running cluster shows into the step", () => {
    const there = referencePlan({ [KIND]: kind.id, ...CASES[kind.id].changes, "infrastructure.clusters.seed.provisioning": "existing" });
    const commands = (of: typeof plan) => of.runbook.find(({ id }) => id === "step.load-balancer[seed]")?.commands ?? [];
    for (const { id, team, inCluster } of kind.prepare ?? []) {
      const item = (of: typeof plan) => of.checklist.find((row) => row.id === `todo.${id}[seed]`)?.team;
      expect([item(plan), item(there)]).toEqual([inCluster ? undefined : team, team]);
      if (inCluster) for (const of of [plan, there]) expect(commands(of)).toContain(inCluster.command);
      if (inCluster) expect(team).toBe("platform");
    }
  });

  test("looks into the cluster before it installs anything but the network plugin", () => {
    const looks = (kind.prepare ?? []).flatMap(({ inCluster }) => inCluster?.command ?? []);
    const commands = plan.runbook.find(({ id }) => id === "step.load-balancer[seed]")?.commands ?? [];
    expect(commands.slice(1, 1 + looks.length)).toEqual(looks);
  });

  test("explains its consequence, and rests on sources", () => {
    const decision = plan.decisions.find(({ id }) => id === "decision.load-balancer[seed]");
    expect(decision?.choice).toBe(kind.title);
    expect(decision?.why).toMatch(/seed|10\.20\./);
    for (const id of kind.sources) expect(sources.get(id)?.url).toMatch(/^https:/);
  });

  test("leaves no blocker but a load balancer that the infrastructure does not have", () => {
    expect(plan.findings.filter(({ severity }) => severity === "blocker").map(({ check }) => check)).toEqual(kind.id === "cloud" ? ["addresses.no-load-balancer"] : []);
  });
});

test("a block of KubeLB ends where user clusters have taken what its platform leaves", () => {
  const most = (more: Changes) => referencePlan({ [KIND]: "kubelb", ...NO_ROUTERS, ...HUB, ...more }).sizing.ceilings.find(({ id }) => id === "ceiling.kubelb-block")?.maxUserClusters;
  const balanced: Changes = { "loadBalancer.exposeStrategy": "LoadBalancer" };
  // 16 addresses, 2 of them for entry and nodeport-proxy.
  expect(most({})).toBe("unlimited");
  expect(most(balanced)).toBe(14);
  expect(most({ "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb" })).toBe(14);
  expect(most({ ...balanced, "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb" })).toBe(7);
  // (16 - 1) ÷ 2 = 7.5 where the nodeport-proxy takes none.
  expect(most({ ...balanced, "loadBalancer.departures": ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled", "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb" })).toBe(7);
  // A cluster that has not said whose addresses it takes may take some of these.
  expect(most({ "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb", [KIND]: undefined })).toBeUndefined();
});

test("KubeLB is told to look for internal addresses where nodes have no others", () => {
  const plan = referencePlan({ [KIND]: "kubelb", ...NO_ROUTERS, ...HUB });
  expect(plan.settings.filter(({ field }) => field === "kubelb.nodeAddressType").map(({ object, value }) => ({ object, value }))).toEqual([{ object: "kubelb.yaml on seed", value: { kind: "known", value: "InternalIP" } }]);
});

test("an appliance calls nodes from addresses of its own, and is managed by another", () => {
  const ends = (more: Changes) => {
    const { flows, endpoints } = referencePlan({ [KIND]: "appliance", ...CASES.appliance.changes, ...more }).firewall;
    const shown = (id: string | undefined) => endpoints.find((end) => end.id === id)?.addresses.map((address) => (address.kind === "known" ? address.value : address.kind));
    return [shown(flows.find(({ id }) => id === "flow.appliance-api[seed]")?.destination), shown(flows.find(({ id }) => id === "flow.appliance-traffic[seed]")?.source)];
  };
  expect(ends({})).toEqual([["bigip.example.com"], ["open"]]);
  expect(ends({ "loadBalancer.clusters.seed.applianceSources": ["10.20.31.4/31"] })).toEqual([["bigip.example.com"], ["10.20.31.4/31"]]);
});

test("the controller of an appliance is told where it is, signs in with an account of the lists, and finds its Secret", () => {
  const plan = referencePlan({ [KIND]: "appliance", ...CASES.appliance.changes });
  const values = Object.fromEntries(plan.settings.flatMap(({ object, field, value }) => (object === "Helm values of f5-cis on seed" && value.kind === "known" ? [[field, value.value]] : [])));
  expect(values).toMatchObject({ "args.bigip_url": "https://bigip.example.com", "args.bigip_partition": "kkp-seed" });
  expect(values["args.trusted_certs_cfgmap"]).toContain("kube-system/appliance-root");
  const commands = plan.runbook.find(({ id }) => id === "step.load-balancer[seed]")?.commands ?? [];
  const made = commands.findIndex((line) => line.startsWith("if kubectl -n kube-system create secret generic f5-bigip-ctlr-login --from-file=username=seed/appliance-username --from-file=password=seed/appliance-password "));
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(commands.findIndex((line) => line.includes("f5-cis")));
  expect(plan.secrets.find(({ id }) => id === "secret.balancer[seed]")).toMatchObject({ name: "seed/load-balancer", files: ["Secret kube-system/f5-bigip-ctlr-login of seed"] });
  expect(plan.accounts.find(({ id }) => id === "account.balancer[seed]")).toMatchObject({ team: "network", fields: ["username", "password"] });
  expect(plan.checklist.find(({ id }) => id.includes("appliance-partition"))?.title).toContain("Partition kkp-seed ");
});

describe("an appliance gives an address only to a Service whose annotation asks for one", () => {
  const rows = (more: Changes) =>
    referencePlan({ [KIND]: "appliance", ...CASES.appliance.changes, ...more }).settings.flatMap(({ id, object, field, value }) => (/balancers\.(pin|field)/.test(id) && value.kind === "known" ? [`${object}: ${field} = ${value.value}`] : []));

  test("entry and nodeport-proxy name theirs, and the range leaves them out", () => {
    expect(rows({})).toEqual(expect.arrayContaining([
      expect.stringMatching(/cis\.f5\.com\/ip = 10\.20\.30\.1$/),
      "Seed seed: spec.nodeportProxy.envoy.loadBalancerService.annotations: cis.f5.com/ip = 10.20.30.2",
      'Helm values of f5-ipam on seed: args.ip_range = {"kkp":"10.20.30.3-10.20.30.14"}',
    ]));
  });

  test("the ends of the block are on the list only where nothing else is left, and a single address as a range", () => {
    const listed = (pool: string, more = {}) => rows({ "loadBalancer.clusters.seed.pool": pool, ...more }).flatMap((row) => /ip_range = \{"kkp":"(.*)"\}$/.exec(row)?.[1] ?? []);
    expect(listed("10.20.30.0/29")).toEqual(["10.20.30.3-10.20.30.6"]);
    expect(listed("10.20.30.0/30")).toEqual(["10.20.30.0-10.20.30.0,10.20.30.3-10.20.30.3"]);
    // Twelve user clusters and the nodeport-proxy draw any; the entry asks for its own.
    expect(listed("10.20.30.0/28", { "loadBalancer.exposeStrategy": "LoadBalancer" })).toEqual(["10.20.30.2-10.20.30.14"]);
    expect(listed("10.20.30.0/28", { "loadBalancer.exposeStrategy": "LoadBalancer", "infrastructure.datacenters.fra-vsphere.smallClusters": 13 })).toEqual(["10.20.30.0-10.20.30.0,10.20.30.2-10.20.30.15"]);
  });

  test("user clusters with a load balancer each ask for any, by an annotation that the Seed hands on", () => {
    const balanced = rows({ "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.pool": "10.20.30.0/26" });
    expect(balanced).toContain("Seed seed: spec.nodeportProxy.envoy.loadBalancerService.annotations: cis.f5.com/ipamLabel = kkp");
    expect(balanced.filter((row) => row.startsWith("Seed seed") && row.includes("cis.f5.com/ip ="))).toEqual([]);
  });
});

test("mutual TLS gathers KubeLB on one TCP node port, which nobody knows beforehand", () => {
  const plan = referencePlan({ [KIND]: "kubelb", ...NO_ROUTERS, ...HUB, "loadBalancer.kubelbTraffic": "mtls" });
  expect(plan.firewall.flows.find(({ id }) => id === "flow.kubelb-traffic[seed]")).toMatchObject({ protocol: "TCP", ports: "30000-32767", source: "kubelb-nodes", destination: "nodes[seed]" });
});

test("BFD is a row each way for each router, on the port of its distance", () => {
  const rows = (bfd: string) => referencePlan({ "loadBalancer.clusters.seed.bfd": bfd }).firewall.flows.filter(({ id }) => id.startsWith("flow.bfd")).map(({ source, destination, protocol, ports }) => `${source} ${destination} ${protocol} ${ports}`).toSorted();
  expect(rows("none")).toEqual([]);
  expect(rows("single-hop")).toEqual(["nodes[seed] router[seed.1] UDP 3784", "nodes[seed] router[seed.2] UDP 3784", "router[seed.1] nodes[seed] UDP 3784", "router[seed.2] nodes[seed] UDP 3784"]);
  expect(rows("multi-hop")[0]).toContain("UDP 4784");
});

describe("BFD with a router outside the nodes' network", () => {
  const peers = (asn: number) => [{ name: "near", address: "10.20.0.2", asn: 64500 }, { name: "far", address: "10.99.0.3", asn }];
  const mixed = (bfd: string, asn = 64500) => referencePlan({ "loadBalancer.clusters.seed.bfd": bfd, "loadBalancer.clusters.seed.peers": peers(asn) });
  const rows = (plan: Plan) => plan.firewall.flows.filter(({ id }) => id.startsWith("flow.bfd")).map(({ source, destination, ports }) => `${source} ${destination} ${ports}`).toSorted();
  const own = 64512;

  test.each([64500, own])("goes over several hops to that one alone, AS %i", (asn) => {
    const plan = mixed("single-hop", asn);
    expect(rows(plan)).toEqual(["nodes[seed] router[seed.1] 3784", "nodes[seed] router[seed.2] 4784", "router[seed.1] nodes[seed] 3784", "router[seed.2] nodes[seed] 4784"]);
    expect(plan.findings.find(({ title }) => title.startsWith("BFD of"))).toMatchObject({
      severity: "warning",
      title: "BFD of seed is answered for one segment, and far stands outside it",
      message: "BFD over one hop goes to UDP 3784 and takes no packet that a router passed on. Sessions to far leave 10.20.0.0/24 and are watched over several hops, on UDP 4784; the firewall rows say so already.",
      fixes: [{ set: [{ path: "loadBalancer.clusters.seed.bfd", value: "multi-hop" }] }],
    });
    expect(plan.settings.filter(({ field }) => field === "spec.minimumTtl")).toHaveLength(1);
    expect(plan.checklist.find(({ id }) => id === "todo.routers[seed]")?.verify).toContain("watches them by BFD, on 10.99.0.3 over several hops");
  });

  test("is answered without contradiction for several hops, or for none", () => {
    const said = (bfd: string) => mixed(bfd).findings.filter(({ title }) => title.startsWith("BFD of"));
    expect([said("multi-hop"), said("none")]).toEqual([[], []]);
  });
});

test("nodes on Cilium ask each other whether they are well", () => {
  const plan = planOf("cilium-bgp");
  expect(plan.firewall.inside.find(({ id }) => id === "inside.cilium-health[seed]")).toMatchObject({ source: "All nodes", ports: "4240" });
  expect(plan.firewall.inside.find(({ id }) => id === "inside.cilium-ping[seed]")).toMatchObject({ source: "All nodes", protocol: "ICMP", ports: "type 8, code 0" });
  expect(referencePlan().firewall.inside.some(({ id }) => id.startsWith("inside.cilium-health"))).toBe(false);
});

test("KubeLB's ranges are compared with everything that must reach it", () => {
  const plan = referencePlan({ [KIND]: "kubelb", ...NO_ROUTERS, ...HUB, "loadBalancer.kubelbBlock": "10.20.0.128/25" });
  expect(plan.findings.filter(({ check }) => check === "addresses.ranges-overlap").map(({ title, severity }) => `${severity}: ${title}`)).toContain("warning: Node network of Frankfurt and the virtual addresses of KubeLB share 128 addresses");
});

describe("KubeLB is called from the nodes of a Seed by its own connector and by those of its user clusters", () => {
  const PLATFORM = { "loadBalancer.clusters.seed.kind": "kubelb" };
  const WORKLOADS = { "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb" };
  const rows = (changes: Changes) => referencePlan({ ...HUB, ...changes }).firewall.flows.filter(({ refs }) => refs.includes("K1")).map(({ id, source, reason, lifetime }) => `${id} ${source} ${lifetime}: ${reason}`);

  test.each<[string, Changes, string]>([
    ["for the platform", PLATFORM, "installation and operation: The connector tells KubeLB which Services want an address"],
    ["for user clusters", WORKLOADS, "operation: Connectors of user clusters ask for addresses"],
    ["for both", { ...PLATFORM, ...WORKLOADS }, "installation and operation: The connector tells KubeLB which Services want an address; connectors of user clusters ask for addresses"],
  ])("%s", (_name, changes, said) => {
    expect(rows(changes)).toEqual([`flow.kubelb-api[seed] nodes[seed] ${said}`]);
  });

  test("waits while nobody has said which load balancer the Seed has", () => {
    expect(rows({ ...WORKLOADS, "loadBalancer.clusters.seed.kind": undefined })).toEqual([]);
  });
});

test("KubeLB's connector comes in the edition that its use needs, in the versions that go with the release", () => {
  const of = (changes: Changes) => {
    const plan = referencePlan({ [KIND]: "kubelb", ...NO_ROUTERS, ...HUB, ...changes });
    const step = plan.runbook.find(({ id }) => id === "step.load-balancer[seed]");
    const chart = step?.commands.map((line) => / helm pull (\S+ --version \S+)/.exec(line)?.[1]).find((pulled) => pulled !== undefined);
    return [chart, step?.commands.some((line) => line.includes("kubelb-pull")), plan.settings.some(({ field }) => field === "imagePullSecrets")];
  };
  const [community, enterprise] = ["oci://quay.io/kubermatic/helm-charts/kubelb-ccm", "oci://quay.io/kubermatic/helm-charts/kubelb-ccm-ee"];
  expect(of({ "project.release": "2.31" })).toEqual([`${community} --version v1.5.0`, false, false]);
  expect(of({ "project.release": "2.30" })).toEqual([`${community} --version v1.4.3`, false, false]);
  expect(of({ "project.release": "2.31", "loadBalancer.kubelbTraffic": "mtls" })).toEqual([`${enterprise} --version v1.5.0`, true, true]);
  // 1.4, which goes with 2.30 otherwise, has no mutual TLS.
  expect(of({ "project.release": "2.30", "loadBalancer.kubelbTraffic": "mtls" })).toEqual([`${enterprise} --version v1.5.0`, true, true]);
  expect(of({ "project.release": "2.31", "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb" })).toEqual([`${enterprise} --version v1.5.0`, true, true]);
});

describe("objects and values that make a kind announce, field by field", () => {
  const rows = (kind: LoadBalancerKindId, changes: Changes = {}) => referencePlan({ [KIND]: kind, ...CASES[kind].changes, ...changes }).settings.flatMap(({ topic, object, field, value }) => (topic === "balancers" ? [`${object}: ${field} = ${value.kind === "known" ? value.value : value.kind}`] : []));

  test.each<[LoadBalancerKindId, readonly string[]]>([
    ["cilium-l2", ["CiliumL2AnnouncementPolicy platform on seed: spec.loadBalancerIPs = true"]],
    ["kubelb", ["kubelb.yaml on seed: kubelb.tenantName = seed", "kubelb.yaml on seed: kubelb.clusterSecretName = kubelb-cluster", "kubelb.yaml on seed: kubelb.nodeAddressType = InternalIP"]],
  ])("%s", (kind, expected) => expect(rows(kind)).toEqual(expect.arrayContaining([...expected])));

  const commands = (kind: LoadBalancerKindId, changes: Changes = {}) => referencePlan({ [KIND]: kind, ...CASES[kind].changes, ...changes }).runbook.find(({ id }) => id === "step.load-balancer[seed]")?.commands ?? [];

  test("Cilium has layer 2 switched on in its own chart before the policy is applied", () => {
    const lines = commands("cilium-l2");
    expect(lines).toContain("kubectl apply -f seed/cilium-l2.yaml");
    expect(lines.at(-1)).toBe("kubectl get ciliumloadbalancerippools,ciliuml2announcementpolicies");
  });

  test("the connector of KubeLB has its namespace and the kubeconfig of the tenant before its chart, and nothing stays behind", () => {
    const lines = commands("kubelb");
    const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
    expect(at("kubectl create namespace kubelb ")).toBeGreaterThan(-1);
    expect(at("kubectl -n kubelb create secret generic kubelb-cluster --from-file=kubelb=seed/tenant-kubeconfig ")).toBeGreaterThan(at("kubectl create namespace kubelb "));
    expect(at("if helm upgrade --install kubelb-ccm ")).toBeGreaterThan(at("kubectl -n kubelb create secret generic kubelb-cluster "));
    expect(lines[at("if helm upgrade --install kubelb-ccm ")]).toMatch(/ --wait; then rm seed\/tenant-kubeconfig; else false; fi$/);
  });

  test("nobody but who runs the appliance knows which versions of its charts go with it", () => {
    const lines = commands("appliance").filter((line) => line.startsWith("helm upgrade --install "));
    expect(lines.map((line) => / --version '(<fill-in: [^']+>)' /.exec(line)?.[1])).toEqual([
      "<fill-in: version of the chart f5-bigip-ctlr that goes with the appliance, from the network team>",
      "<fill-in: version of the chart f5-ipam-controller that goes with the appliance, from the network team>",
    ]);
  });

  test("an appliance has one controller for Services and one that hands out addresses", () => {
    const lines = commands("appliance");
    expect(lines.filter((line) => line.startsWith("helm upgrade --install ")).map((line) => line.split(" ").slice(3, 7).join(" "))).toEqual([
      "f5-cis f5-bigip-ctlr --repo https://f5networks.github.io/charts/stable",
      "f5-ipam f5-ipam-controller --repo https://f5networks.github.io/f5-ipam-controller/helm-charts/stable",
    ]);
  });
});
