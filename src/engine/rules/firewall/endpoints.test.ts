import { describe, expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { answersOf, changed, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const shown = (plan: Plan, id: string): readonly string[] | undefined =>
  plan.firewall.endpoints
    .find((end) => end.id === id)
    ?.addresses.map((address) => (address.kind === "known" ? address.value : address.kind === "open" ? `open ${address.question}` : `later ${address.who}`));

describe("addresses of ends", () => {
  const plan = referencePlan();

  test.each([
    ["users", []],
    ["entry[seed]", ["10.20.30.1"]],
    ["nodeport-proxy[seed]", ["10.20.30.2"]],
    ["api[seed]", ["10.20.0.10"]],
    ["nodes[seed]", ["10.20.0.0/24"]],
    ["control-planes[seed]", ["10.20.0.11", "10.20.0.12", "10.20.0.13"]],
    ["workers[fra-vsphere]", ["10.20.0.0/24"]],
    ["workloads[fra-vsphere]", ["open loadBalancer.datacenters.fra-vsphere.workloadBlock"]],
    ["router[seed.1]", ["10.20.0.2"]],
    ["router[seed.2]", ["10.20.0.3"]],
    ["provider-api[main.vsphere]", ["open infrastructure.places.main.vsphereServer"]],
    ["dns[main]", ["open network.places.main.dnsServers"]],
    ["ntp[main]", ["open network.places.main.ntpServers"]],
    ["bastion[main]", ["open access.places.main.bastionAddress"]],
    ["identity", ["open authentication.ldapHost"]],
    ["git", ["git.example.com"]],
    ["vault", ["open access.vaultAddress"]],
    ["registries", []],
  ])("%s of the reference setup", (id, addresses) => {
    expect(shown(plan, id)).toEqual(addresses);
  });

  test("OpenStack answers under all names of its service catalogue", () => {
    const end = planFrom(installationAnswers("openstack-keystone")).firewall.endpoints.find(({ id }) => /^provider-api\[.*\.openstack\]$/u.test(id));
    expect(end?.addresses.map((address) => (address.kind === "known" ? address.value : address.kind))).toEqual(["keystone.authority.example", "compute.authority.example", "network.authority.example", "volume.authority.example"]);
  });

  test("users come from the networks that they are let in from, and are named by the rows", () => {
    expect(shown(referencePlan({ "access.userNetworks": ["10.30.0.0/16", "10.31.0.0/16"] }), "users")).toEqual(["10.30.0.0/16", "10.31.0.0/16"]);
  });

  test("the reference setup has no others", () => {
    expect(plan.firewall.endpoints).toHaveLength(20);
  });

  test.each<[string, Readonly<Record<string, string | string[] | number>>, string, readonly string[]]>([
    ["answered DNS servers", { "network.places.main.dnsServers": ["10.20.0.53", "10.20.0.54"] }, "dns[main]", ["10.20.0.53", "10.20.0.54"]],
    ["workers in a network of their own", { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.20.20.0/22" }, "workers[fra-vsphere]", ["10.20.20.0/22"]],
    ["such a network without its block", { "network.datacenters.fra-vsphere.workersIn": "own-network" }, "workers[fra-vsphere]", ["open network.datacenters.fra-vsphere.workerNetwork"]],
    ["LoadBalancer", { "loadBalancer.exposeStrategy": "LoadBalancer" }, "user-cluster-front[seed]", ["10.20.30.3-10.20.30.14"]],
    ["a proxy without address", { "network.places.main.internet": "proxy" }, "proxy[main]", ["open network.places.main.proxyAddress"]],
    ["S3 outside", { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.com" }, "s3[seed]", ["s3.example.com"]],
    ["HTTP-01 in front of a private entry", { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9" }, "public-address[seed]", ["203.0.113.9"]],
    ["HTTP-01 before a public address is stated", { "certificates.issuance": "http01" }, "public-address[seed]", ["open certificates.publicAddress"]],
    ["an existing cluster behind a bastion", { "infrastructure.clusters.seed.provisioning": "existing", "access.places.main.bastionAddress": "bastion.example.com" }, "bastion[main]", ["bastion.example.com"]],
    ["one control plane", { "infrastructure.clusters.seed.controlPlanes": 1, "infrastructure.clusters.seed.controlPlaneAddresses": ["10.20.0.11"] }, "api[seed]", ["10.20.0.11"]],
  ])("%s", (_name, changes, id, addresses) => {
    expect(shown(referencePlan(changes), id)).toEqual(addresses);
  });
});

describe("ends in a cloud", () => {
  test("get their addresses from it, and name no servers that it brings itself", () => {
    const plan = planFrom(starterAnswers("vsphere-plus-azure-seed"));
    for (const id of ["entry[azure-seed]", "nodeport-proxy[azure-seed]", "api[azure-seed]"]) expect(shown(plan, id)).toEqual(["later Azure"]);
    expect(shown(plan, "provider-api[azure.azure]")).toEqual(["management.azure.com", "management.core.windows.net", "login.microsoftonline.com"]);
    for (const id of ["dns[azure]", "ntp[azure]"]) expect(shown(plan, id)).toEqual(["later Azure"]);
    expect(plan.firewall.endpoints.filter(({ kind }) => kind === "identity").map(({ id }) => id)).toEqual(["identity"]);
    expect(plan.openPoints.map(({ path }) => path).filter((path) => path.startsWith("network.places.azure"))).toEqual([]);
  });

  test("get both families from it in one breath", () => {
    const plan = planFrom(installationAnswers("google-cloud-media"));
    expect(shown(plan, "entry[seed]")).toEqual(["later Google Cloud"]);
    expect(plan.firewall.endpoints.flatMap(({ id, addresses }) => (new Set(addresses.map((address) => JSON.stringify(address))).size < addresses.length ? [id] : []))).toEqual([]);
  });

  test("hand out the addresses of control planes that keepalived serves", () => {
    expect(shown(planFrom(installationAnswers("openstack-keystone")), "control-planes[seed]")).toEqual(["later OpenStack"]);
  });

  test("take the servers that somebody names all the same", () => {
    const answers = changed(starterAnswers("vsphere-plus-azure"), { "network.places.azure.ntpServers": ["10.50.0.4"] });
    expect(shown(planFrom(answers), "ntp[azure]")).toEqual(["10.50.0.4"]);
  });
});

test("a plan of a domain alone has no ends, and waits for the answers that decide them", () => {
  const plan = planFrom(answersOf({ "project.domain": "kubermatic.example.com" }));
  expect(plan.firewall).toEqual({ endpoints: [], flows: [], inside: [], external: [] });
  expect(plan.openPoints.map(({ path }) => path)).toContain("authentication.connector");
});

test("cert-manager looks for challenges at resolvers of the outer view where the zone has two", () => {
  const zone = (changes: Changes) => referencePlan({ "certificates.issuance": "dns01", "dns.automation": "route53", ...changes }).firewall.endpoints.find(({ id }) => id === "zone")?.addresses;
  expect(zone({ "dns.zone": "split" })).toMatchObject([{ kind: "open", question: "dns.challengeResolvers" }]);
  expect(zone({ "dns.zone": "split", "dns.challengeResolvers": ["9.9.9.9", "2620:fe::fe"] })).toEqual([{ kind: "known", value: "9.9.9.9" }, { kind: "known", value: "2620:fe::fe" }]);
  expect(zone({ "dns.zone": "public" })).toEqual([{ kind: "known", value: "NS of the zone of kubermatic.example.com" }]);
  expect(zone({ "dns.zone": undefined })).toMatchObject([{ kind: "open", question: "dns.zone" }]);
  expect(zone({ "dns.zone": "public", "dns.automation": undefined })).toMatchObject([{ kind: "open", question: "dns.automation" }]);
});

test("an ACME server of one's own says by the view that it asks where cert-manager looks for challenges", () => {
  const plan = referencePlan({ "certificates.issuance": "acme-dns01", "certificates.acmeBinding": false, "dns.automation": "bind", "dns.zone": "split", "dns.challengeResolvers": ["10.20.0.53", "fd00::53"] });
  const zone = plan.firewall.endpoints.find(({ id }) => id === "zone");
  expect(zone?.title).toBe("Resolvers of the view that your ACME server asks");
  const resolvers = plan.settings.filter(({ id }) => id.startsWith("setting.certificates.recursive"));
  expect(resolvers.map(({ value }) => value)).toEqual([{ kind: "known", value: "--dns01-recursive-nameservers-only=true, --dns01-recursive-nameservers=10.20.0.53:53,[fd00::53]:53" }]);
  expect(zone?.addresses).toEqual([{ kind: "known", value: "10.20.0.53" }, { kind: "known", value: "fd00::53" }]);
  expect([zone?.why, ...resolvers.map(({ why }) => why), ...plan.firewall.flows.filter(({ refs }) => refs.includes("E21")).map(({ why }) => why)].join(" ")).not.toMatch(/outer view|inner view/);
});

test("cert-manager looks for challenges at acme-dns itself, to which their CNAMEs lead", () => {
  const zone = (changes: Changes) => referencePlan({ "certificates.issuance": "dns01", "dns.automation": "acmedns", "dns.acmednsHost": "acme-dns.example.com", ...changes }).firewall.endpoints.find(({ id }) => id === "zone");
  expect(zone({ "dns.zone": "public" })).toMatchObject({ title: "Zone of acme-dns", addresses: [{ kind: "known", value: "acme-dns.example.com" }] });
  expect(zone({ "dns.zone": "public", "dns.acmednsHost": undefined })?.addresses).toMatchObject([{ kind: "open", question: "dns.acmednsHost" }]);
  expect(zone({ "dns.zone": "split" })?.title).toBe("Resolvers of the outer view");
});

describe("ends are there as soon as a row leads to them", () => {
  const endsOf = (plan: Plan) => new Set(plan.firewall.endpoints.map(({ id }) => id));
  const complete = (plan: Plan) => {
    const ends = endsOf(plan);
    expect(plan.firewall.flows.flatMap(({ source, destination }) => [source, destination]).filter((end) => !ends.has(end))).toEqual([]);
    return ends;
  };

  test("a bastion from which the installer reaches a cluster that is there already", () => {
    expect(complete(referencePlan({ "infrastructure.clusters.seed.provisioning": "existing", "access.bastion": true }))).toContain("bastion[main]");
  });

  test("the server of a zone that external-dns writes to, while nobody knows who signs certificates", () => {
    expect(complete(referencePlan({ "dns.automation": "rfc2136", "dns.externalDns": true, "certificates.issuance": undefined }))).toContain("zone-server");
  });

  test("addresses of user clusters in one datacenter, while another says nothing about its strategy", () => {
    const answers = changed(starterAnswers("openstack-two-tenants"), { "loadBalancer.departures": ["datacenters"], "loadBalancer.datacenters.retail.exposeStrategy": "LoadBalancer" });
    expect(complete(planFrom(answers))).toContain("user-cluster-front[seed]");
  });

  test("node ports of a Seed whose place is open", () => {
    expect(complete(referencePlan({ "loadBalancer.clusters.seed.kind": "none", "infrastructure.clusters.seed.place": undefined }))).toContain("nodeport-proxy[seed]");
  });

  test("nobody logs in while the plan has no cluster", () => {
    expect(planFrom(answersOf({ "authentication.connector": "oidc", "authentication.oidcHost": "login.example.com" })).firewall.flows).toEqual([]);
  });
});

test("a place that is not answered leaves a hole in the ends of its cluster", () => {
  const plan = referencePlan({ "infrastructure.clusters.seed.place": undefined });
  expect(shown(plan, "nodes[seed]")).toEqual(["open infrastructure.clusters.seed.place"]);
});

test("user clusters with addresses of their own have an end, also while another datacenter names no Seed yet", () => {
  const answers = changed(withSubject(referenceAnswers(), "datacenter", "nowhere"), {
    "loadBalancer.departures": ["datacenters"],
    "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "LoadBalancer",
    "loadBalancer.datacenters.nowhere.exposeStrategy": "Tunneling",
  });
  expect(planFrom(answers).firewall.endpoints.map(({ id }) => id)).toContain("user-cluster-front[seed]");
});

test("a region that nobody has named is one hole, however many hosts carry it", () => {
  const plan = referencePlan({ "infrastructure.clusters.seed.provider": "aws" });
  expect(shown(plan, "provider-api[main.aws]")).toEqual(["iam.amazonaws.com", "open infrastructure.places.main.awsRegion"]);
});

test("behind a proxy, cert-manager looks for challenges at resolvers inside, and no row leads to name servers on the internet", () => {
  const PROXY = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 };
  const plan = (changes: Changes) => referencePlan({ "certificates.issuance": "dns01", "dns.automation": "route53", "dns.zone": "public", ...PROXY, ...changes });
  const zone = (changes: Changes) => plan(changes).firewall.endpoints.find(({ id }) => id === "zone");
  expect(zone({})?.addresses).toMatchObject([{ kind: "open", question: "dns.challengeResolvers" }]);
  expect(zone({ "dns.challengeResolvers": ["10.20.0.53"] })).toMatchObject({ title: "Resolvers for challenges", addresses: [{ kind: "known", value: "10.20.0.53" }] });
  expect(plan({ "dns.challengeResolvers": ["10.20.0.53"] }).settings.find(({ id }) => id === "setting.certificates.recursive")?.value).toEqual({ kind: "known", value: "--dns01-recursive-nameservers-only=true, --dns01-recursive-nameservers=10.20.0.53:53" });
  expect(zone({ "network.places.main.internet": undefined })?.addresses).toMatchObject([{ kind: "open", question: "network.places.main.internet" }]);
  expect(zone({ "network.places.main.internet": "direct" })?.addresses).toEqual([{ kind: "known", value: "NS of the zone of kubermatic.example.com" }]);
});
