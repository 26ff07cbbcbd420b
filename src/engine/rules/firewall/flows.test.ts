import { describe, expect, test } from "vitest";
import { answersOf, changed, referenceAnswers, referencePlan } from "../../testing/reference.ts";
import { withAnswer, withSubject, type Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

/** What a firewall team reads of each row. */
const rowsOf = ({ firewall }: Plan): readonly string[] =>
  firewall.flows.map(({ refs, source, destination, protocol, ports }) => `${refs.join("=")} ${source} ${destination} ${protocol} ${ports}`.trim());

const difference = (before: Plan, after: Plan): readonly string[] => {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  return [...old.filter((row) => !now.includes(row)).map((row) => `- ${row}`), ...now.filter((row) => !old.includes(row)).map((row) => `+ ${row}`)];
};

const base = referencePlan();

type Changes = Parameters<typeof referencePlan>[0];

test("Terraform calls an infrastructure from the workplace only where it makes machines", () => {
  const calls = (plan: Plan) => plan.firewall.flows.filter(({ id }) => id.startsWith("flow.installer-provider")).map(({ id }) => id);
  expect(calls(base)).toEqual(["flow.installer-provider[bastion.main.vsphere]"]);
  const nested = installationAnswers("kubevirt-in-kubevirt");
  expect(calls(planFrom(nested))).toEqual([]);
  expect(calls(planFrom(changed(nested, { "access.bastion": true })))).toEqual([]);
  // The cluster itself still makes its workers there.
  expect(planFrom(nested).firewall.flows.map(({ id }) => id)).toContain("flow.P5[seed.main.kubevirt]");
});

test("an upgrade makes no machine, so rows of Terraform stay for what is replaced afterwards; KubeOne upgrades Kubernetes, from the bastion of each place", () => {
  const found = (plan: Plan, is: (row: Plan["firewall"]["flows"][number]) => boolean) => [...new Set(plan.firewall.flows.filter(is).map(({ lifetime }) => lifetime))];
  const running = changed(starterAnswers("telco-cilium-bgp"), { "project.release": "2.31", "project.upgradeFrom": "2.30" });
  const [fresh, upgrade] = [planFrom(changed(running, { "project.upgradeFrom": "none" })), planFrom(running)];
  const ssh = ({ id }: { readonly id: string }) => id.startsWith("flow.E11[");
  expect([found(fresh, ssh), found(upgrade, ssh)]).toEqual([["installation and operation"], ["installation and operation"]]);
  const elsewhere = ({ source }: { readonly source: string }) => /^bastion\[(north|south)\]$/.test(source);
  const machines = ({ id }: { readonly id: string }) => id.startsWith("flow.installer-provider[");
  expect([found(fresh, elsewhere), found(upgrade, (row) => elsewhere(row) && !machines(row)), found(upgrade, (row) => elsewhere(row) && machines(row))]).toEqual([["installation and operation"], ["installation and operation"], ["operation"]]);
  expect(found(upgrade, ({ id }) => /^flow\.installer-(tools|git)\[/.test(id) && !id.includes("north") && !id.includes("south"))).toEqual(["installation and operation"]);
  expect(upgrade.access.find(({ id }) => id === "access.bastion[north]")?.why).toMatch(/^Of this upgrade it runs the steps of KubeOne alone/);
  const terraform = (changes: Changes) => referencePlan(changes).firewall.flows.filter(({ id }) => id.startsWith("flow.installer-provider[")).map(({ reason, lifetime }) => `${reason}: ${lifetime}`);
  expect(terraform({})).toEqual(["Terraform creates machines through vCenter: installation and operation"]);
  expect(terraform({ "project.upgradeFrom": "2.29" })).toEqual(["Terraform replaces machines through vCenter: operation"]);
});

test.each<[string, Changes, readonly string[]]>([
  ["HTTP-01", { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9" }, ["flow.E1[seed]", "flow.self-check[seed]", "flow.E21[seed]"]],
  ["DNS-01", { "certificates.issuance": "dns01", "dns.automation": "bind" }, ["flow.E21[seed]", "flow.E21[seed.zone]", "flow.E21[seed.zone-api]"]],
  ["an ACME server inside", { "certificates.issuance": "acme-http01", "certificates.acmeHost": "acme.example.com", "certificates.acmePort": 443 }, ["flow.E1[seed]", "flow.self-check[seed]", "flow.E21[seed]"]],
])("certificates are renewed as long as the platform runs, so rows of %s stay after the installation", (_name, changes, ids) => {
  const rows = referencePlan(changes).firewall.flows.filter(({ id }) => /^flow\.(E1|E21|self-check)\[/.test(id));
  expect(rows.map(({ id }) => id)).toEqual(ids);
  for (const { lifetime } of rows) expect(lifetime).toBe("installation and operation");
});

test("monitoring of workers is named where it is installed", () => {
  const reason = (changes: Parameters<typeof referencePlan>[0]) => referencePlan(changes).firewall.flows.find(({ id }) => id === "flow.P7[fra-vsphere]")?.reason;
  expect(reason({})).toBe("kubelet, konnectivity and monitoring reach the control plane");
  expect(reason({ "monitoring.userClusterMla": false })).toBe("kubelet and konnectivity reach the control plane");
});

describe("people on the internet, where users are limited to networks", () => {
  const outside = { "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9" };
  const end = (userNetworks: readonly string[]) => {
    const plan = referencePlan({ ...outside, "access.userNetworks": userNetworks });
    const sources = new Set(plan.firewall.flows.filter(({ destination }) => destination === "public-address[seed]").map(({ source }) => source));
    return plan.firewall.endpoints.filter(({ id }) => sources.has(id)).map(({ title, addresses }) => [title, ...addresses.map((address) => (address.kind === "known" ? address.value : address.kind))]);
  };

  test("come from none of those inside", () => {
    expect(end(["10.0.0.0/8"])).toEqual([["Users on the internet"]]);
    expect(end(["10.0.0.0/8", "192.168.0.0/16", "8.8.8.0/24"])).toEqual([["Users on the internet", "8.8.8.0/24"]]);
    expect(end([])).toEqual([["Users"]]);
  });

  const rowsFromOutside = (plan: Plan) => rowsOf(plan).filter((row) => row.includes("users-outside"));
  const keycloak = { "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "x" };
  const inside = { ...outside, "access.userNetworks": ["10.90.0.0/16"] };

  test("reach an entry that is public itself", () => {
    const open = { ...inside, "dns.publicEntry": undefined, "loadBalancer.clusters.seed.pool": "203.0.113.0/28" };
    expect(rowsFromOutside(referencePlan(open))).toEqual(["P1 users-outside entry[seed] TCP 443, 80", "P9 users-outside nodeport-proxy[seed] TCP 30000-32767"]);
    expect(rowsFromOutside(referencePlan({ ...open, "loadBalancer.exposeStrategy": "Tunneling" }))).toContain("P8 users-outside nodeport-proxy[seed] TCP 6443");
    expect(rowsFromOutside(referencePlan({ ...open, "loadBalancer.exposeStrategy": "LoadBalancer" }))).toContain("P9 users-outside user-cluster-front[seed] TCP 30000-32767");
    expect(rowsFromOutside(referencePlan({ ...open, "access.userNetworks": ["8.8.8.0/24"] }))).toEqual([]);
    expect(rowsFromOutside(referencePlan({ ...open, "access.userNetworks": [] }))).toEqual([]);
    expect(rowsFromOutside(referencePlan({ ...open, "dns.outside": false }))).toEqual([]);
    expect(rowsFromOutside(referencePlan({ ...open, "project.release": "2.31", "project.upgradeFrom": "2.30" }))).toContain("P1 users-outside former-entry[seed] TCP 443, 80");
  });

  test("reach the login page inside, and no other", () => {
    const logins = (changes: Changes) => rowsFromOutside(referencePlan({ ...inside, ...keycloak, ...changes })).filter((row) => row.startsWith("L1"));
    expect(logins({})).toEqual(["L1 users-outside identity TCP 443"]);
    expect(logins({ "authentication.keycloakHost": "id.cloud-iam.com" })).toEqual([]);
    expect(logins({ "dns.outside": false })).toEqual([]);
    expect(logins({ "access.userNetworks": [] })).toEqual([]);
    const item = (changes: Changes) => referencePlan({ ...inside, ...keycloak, ...changes }).checklist.find(({ id }) => id === "todo.outside-login[users]");
    expect(item({})).toMatchObject({ title: "sso.example.com answers people on the internet", verify: "From the internet, `curl -sI https://sso.example.com` gets an answer" });
    expect(item({ "access.userNetworks": [] })).toBeDefined();
    expect(item({ "dns.outside": false })).toBeUndefined();
  });
});

describe("the reference setup", () => {
  test("needs exactly the rows of the reference, and one for its alerts", () => {
    expect(rowsOf(base)).toEqual([
      "P1 users entry[seed] TCP 443",
      "E2 users entry[seed] TCP 80",
      "P9 users nodeport-proxy[seed] TCP 30000-32767",
      "I6 engineers bastion[main] TCP 22",
      "E11 bastion[main] nodes[seed] TCP 22",
      "E12 bastion[main] api[seed] TCP 6443",
      "I5 bastion[main] entry[seed] TCP 443",
      "P7 workers[fra-vsphere] nodeport-proxy[seed] TCP 30000-32767",
      "P4 nodes[seed] nodeport-proxy[seed] TCP 30000-32767",
      "E4 nodes[seed] entry[seed] TCP 443",
      "P5=E13 nodes[seed] provider-api[main.vsphere] TCP 443",
      "E5 nodes[seed] identity TCP 636",
      "B1 nodes[seed] router[seed.1] TCP 179",
      "B1 nodes[seed] router[seed.2] TCP 179",
      "V1 control-planes[seed] control-planes[seed] VRRP",
      "W1 users workloads[fra-vsphere] TCP and UDP ports of the Services",
      "E12 nodes[seed] api[seed] TCP 6443",
      "E6 nodes[seed] registries TCP 443",
      "E6 nodes[seed] registries TCP 80",
      "E7 workers[fra-vsphere] registries TCP 443",
      "E7 workers[fra-vsphere] registries TCP 80",
      "E13 workers[fra-vsphere] provider-api[main.vsphere] TCP 443",
      "I1 bastion[main] provider-api[main.vsphere] TCP 443",
      "I2 bastion[main] registries TCP 443",
      "E9 bastion[main] dns[main] TCP and UDP 53",
      "I3 bastion[main] git TCP 443",
      "I4 bastion[main] vault TCP 8200",
      "E9 nodes[seed] dns[main] TCP and UDP 53",
      "E10 nodes[seed] ntp[main] UDP 123",
      "E9 workers[fra-vsphere] dns[main] TCP and UDP 53",
      "E10 workers[fra-vsphere] ntp[main] UDP 123",
      "M2 nodes[seed] alerts TCP 587",
    ]);
  });

  test("opens nothing from a control plane to workers", () => {
    expect(base.firewall.flows.filter(({ destination }) => destination.startsWith("workers["))).toEqual([]);
  });

  test("numbers connections from 1, one for each pair of ends", () => {
    const pairs = base.firewall.flows.map(({ source, destination }) => `${source} ${destination}`);
    const numbers = new Map(base.firewall.flows.map(({ source, destination, connection }) => [`${source} ${destination}`, connection]));
    expect([...numbers.values()]).toEqual([...new Set(pairs)].map((_, index) => index + 1));
    expect(base.firewall.flows.slice(0, 3).map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  test("builds ids from the row of the reference and subject ids", () => {
    expect(base.firewall.flows.map(({ id }) => id)).toEqual([
      "flow.P1[seed]", "flow.E2[seed]", "flow.P9[seed]", "flow.engineers-bastion[main]", "flow.E11[seed]", "flow.E12[seed]", "flow.installer-entry[seed]", "flow.P7[fra-vsphere]", "flow.P4[seed]", "flow.E4[seed]", "flow.P5[seed.main.vsphere]",
      "flow.E5[seed]", "flow.bgp[seed.1]", "flow.bgp[seed.2]", "flow.vrrp[seed]", "flow.workloads[fra-vsphere]", "flow.E12[seed.nodes]", "flow.E6[seed]", "flow.E6-packages[seed]", "flow.E7[fra-vsphere]", "flow.E7-packages[fra-vsphere]", "flow.E13[workers.fra-vsphere]",
      "flow.installer-provider[bastion.main.vsphere]", "flow.installer-tools[main]", "flow.E9[bastion.main]", "flow.installer-git[main]", "flow.installer-vault[main]", "flow.E9[nodes.seed]", "flow.E10[nodes.seed]",
      "flow.E9[workers.fra-vsphere]", "flow.E10[workers.fra-vsphere]", "flow.alerts[seed]",
    ]);
  });

  test("says why with this plan's own values, and from which answers", () => {
    const flow = base.firewall.flows.find(({ id }) => id === "flow.bgp[seed.1]");
    expect(flow?.why).toBe("Every node of seed (AS 64512) keeps a session with router-1 (AS 64500), whichever address it carries at the moment.");
    expect(base.cells.get(flow?.from ?? "")?.answers).toEqual([
      "infrastructure.clusters.seed.role",
      "loadBalancer.clusters.seed.kind",
      "loadBalancer.clusters.seed.peers",
      "loadBalancer.clusters.seed.localAsn",
      "infrastructure.clusters.seed.name",
    ]);
    expect(base.cells.get(flow?.from ?? "")?.sources).toContain("metallb.bgp-config");
  });
});

const proxied = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 };

describe("a change of the reference setup", () => {
  test.each([
    ["Tunneling", { "loadBalancer.exposeStrategy": "Tunneling" }, [
      "- P9 users nodeport-proxy[seed] TCP 30000-32767",
      "- P7 workers[fra-vsphere] nodeport-proxy[seed] TCP 30000-32767",
      "- P4 nodes[seed] nodeport-proxy[seed] TCP 30000-32767",
      "+ P8 users nodeport-proxy[seed] TCP 6443",
      "+ P6 workers[fra-vsphere] nodeport-proxy[seed] TCP 6443, 8088",
      "+ P3 nodes[seed] nodeport-proxy[seed] TCP 6443",
    ]],
    ["LoadBalancer", { "loadBalancer.exposeStrategy": "LoadBalancer" }, [
      "- P9 users nodeport-proxy[seed] TCP 30000-32767",
      "- P7 workers[fra-vsphere] nodeport-proxy[seed] TCP 30000-32767",
      "- P4 nodes[seed] nodeport-proxy[seed] TCP 30000-32767",
      "+ P9 users user-cluster-front[seed] TCP 30000-32767",
      "+ P7 workers[fra-vsphere] user-cluster-front[seed] TCP 30000-32767",
      "+ P4 nodes[seed] user-cluster-front[seed] TCP 30000-32767",
    ]],
    ["a load balancer in front of each API server", { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true }, [
      "+ A1 users api-servers[seed] TCP 443",
      "+ A1 workers[fra-vsphere] api-servers[seed] TCP 443",
    ]],
    ["no load balancer in front of any API server", { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": false }, []],
    ["HTTP-01", { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9", "dns.zone": "split" }, [
      "+ E1 internet public-address[seed] TCP 80",
      "+ E1 nodes[seed] entry[seed] TCP 80",
      "+ E1 public-address[seed] entry[seed] TCP 80",
      "+ E21 nodes[seed] acme TCP 443",
    ]],
    ["HTTP-01 at an entry that is public", { "certificates.issuance": "http01", "loadBalancer.clusters.seed.pool": "203.0.113.0/28" }, [
      "+ E1 internet entry[seed] TCP 80",
      "+ E1 nodes[seed] entry[seed] TCP 80",
      "+ E21 nodes[seed] acme TCP 443",
    ]],
    ["HTTP-01 of an authority inside", { "certificates.issuance": "acme-http01" }, [
      "+ E1 issuer entry[seed] TCP 80",
      "+ E1 nodes[seed] entry[seed] TCP 80",
      "+ E21 nodes[seed] issuer TCP 443",
    ]],
    ["people on the internet in a split zone", { "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9" }, [
      "+ P1 users public-address[seed] TCP 443",
      "+ E2 users public-address[seed] TCP 80",
      "+ P1=E2 public-address[seed] entry[seed] TCP 443, 80",
      "+ D1 nodes[seed] zone-server TCP and UDP 53",
    ]],
    ["DNS-01 in a zone that a program may change", { "certificates.issuance": "dns01", "dns.zone": "public", "dns.automation": "route53" }, [
      "+ E21 nodes[seed] acme TCP 443",
      "+ E21 nodes[seed] zone TCP and UDP 53",
      "+ E21 nodes[seed] zone-server TCP 443",
    ]],
    ["DNS-01 by acme-dns, which answers for challenges itself", { "certificates.issuance": "dns01", "dns.zone": "public", "dns.automation": "acmedns", "dns.acmednsHost": "acme-dns.example.com" }, [
      "+ E21 nodes[seed] acme TCP 443",
      "+ E21 nodes[seed] zone TCP and UDP 53",
      "+ E21 internet zone-server TCP and UDP 53",
      "+ E21 nodes[seed] zone-server TCP 443",
    ]],
    ["DNS-01 by acme-dns, for an authority inside", { "certificates.issuance": "acme-dns01", "dns.zone": "private", "dns.automation": "acmedns", "dns.acmednsHost": "acme-dns.example.com" }, [
      "+ E21 nodes[seed] issuer TCP 443",
      "+ E21 nodes[seed] zone TCP and UDP 53",
      "+ E21 nodes[seed] zone-server TCP 443",
    ]],
    ["DNS-01 before anybody knows who changes the zone", { "certificates.issuance": "dns01" }, [
      "+ E21 nodes[seed] acme TCP 443",
      "+ E21 nodes[seed] zone TCP and UDP 53",
    ]],
    ["the Global Catalog", { "authentication.ldapTransport": "catalog" }, ["- E5 nodes[seed] identity TCP 636", "+ E5 nodes[seed] identity TCP 3269"]],
    ["StartTLS", { "authentication.ldapTransport": "starttls" }, ["- E5 nodes[seed] identity TCP 636", "+ E5 nodes[seed] identity TCP 389"]],
    ["users in Dex itself", { "authentication.connector": "static-users" }, ["- E5 nodes[seed] identity TCP 636"]],
    ["MetalLB in layer 2", { "loadBalancer.clusters.seed.kind": "metallb-l2" }, ["- B1 nodes[seed] router[seed.1] TCP 179", "- B1 nodes[seed] router[seed.2] TCP 179"]],
    ["an API load balancer of the customer", { "loadBalancer.clusters.seed.apiEndpoint": "external" }, ["- V1 control-planes[seed] control-planes[seed] VRRP", "+ E12 api-balancer[seed] control-planes[seed] TCP 6443"]],
    ["one control plane", { "infrastructure.clusters.seed.controlPlanes": 1, "infrastructure.clusters.seed.controlPlaneAddresses": ["10.20.0.11"] }, ["- V1 control-planes[seed] control-planes[seed] VRRP", "- E12 nodes[seed] api[seed] TCP 6443"]],
    ["Git over SSH, and secrets in the repository", { "access.repository": "git@git.example.com:platform/kkp.git", "access.secretStore": "sops" }, [
      "- I3 bastion[main] git TCP 443",
      "- I4 bastion[main] vault TCP 8200",
      "+ I3 bastion[main] git TCP 22",
    ]],
    ["no repository", { "access.repository": "none" }, ["- I3 bastion[main] git TCP 443"]],
    ["backups to S3", { "storage.clusters.seed.backupTarget": "s3" }, ["+ E8 nodes[seed] s3[seed] TCP 443"]],
    ["no bastion", { "access.bastion": false }, [
      "- I6 engineers bastion[main] TCP 22",
      "- E11 bastion[main] nodes[seed] TCP 22",
      "- E12 bastion[main] api[seed] TCP 6443",
      "- I5 bastion[main] entry[seed] TCP 443",
      "- I1 bastion[main] provider-api[main.vsphere] TCP 443",
      "- I2 bastion[main] registries TCP 443",
      "- E9 bastion[main] dns[main] TCP and UDP 53",
      "- I3 bastion[main] git TCP 443",
      "- I4 bastion[main] vault TCP 8200",
      "+ E11 engineers nodes[seed] TCP 22",
      "+ E12 engineers api[seed] TCP 6443",
      "+ I5 engineers entry[seed] TCP 443",
      "+ I1 engineers provider-api[main.vsphere] TCP 443",
      "+ I3 engineers git TCP 443",
      "+ I4 engineers vault TCP 8200",
    ]],
    ["a proxy", proxied, [
      "- E6 nodes[seed] registries TCP 443",
      "- E6 nodes[seed] registries TCP 80",
      "- E7 workers[fra-vsphere] registries TCP 443",
      "- E7 workers[fra-vsphere] registries TCP 80",
      "- I2 bastion[main] registries TCP 443",
      "+ E6 nodes[seed] proxy[main] TCP 3128",
      "+ E7 workers[fra-vsphere] proxy[main] TCP 3128",
      "+ I2 bastion[main] proxy[main] TCP 3128",
    ]],
    ["an existing cluster", { "infrastructure.clusters.seed.provisioning": "existing" }, [
      "- E11 bastion[main] nodes[seed] TCP 22",
      "- E12 bastion[main] api[seed] TCP 6443",
      "- V1 control-planes[seed] control-planes[seed] VRRP",
      "- E12 nodes[seed] api[seed] TCP 6443",
      "- E6 nodes[seed] registries TCP 80",
      "- I1 bastion[main] provider-api[main.vsphere] TCP 443",
    ]],
  ])("%s", (_name, changes, expected) => {
    expect(difference(base, referencePlan(changes))).toEqual(expected);
  });
});

describe("Azure", () => {
  test("with workers only adds their rows and the Seed's calls to Azure", () => {
    const plan = planFrom(starterAnswers("vsphere-plus-azure"));
    expect(difference(base, plan)).toEqual([
      "+ P7 workers[azure-weu] nodeport-proxy[seed] TCP 30000-32767",
      "+ P5=E16 nodes[seed] provider-api[azure.azure] TCP 443",
      "+ W1 users workloads[azure-weu] TCP and UDP ports of the Services",
      "+ E7 workers[azure-weu] registries TCP 443",
      "+ E7 workers[azure-weu] registries TCP 80",
      "+ E16 workers[azure-weu] provider-api[azure.azure] TCP 443",
      "+ E9 workers[azure-weu] dns[azure] TCP and UDP 53",
      "+ E10 workers[azure-weu] ntp[azure] UDP 123",
    ]);
  });

  test("with a Seed of its own keeps the workers' traffic there", () => {
    const plan = planFrom(starterAnswers("vsphere-plus-azure-seed"));
    expect(difference(base, plan).toSorted()).toEqual([
      "- M2 nodes[seed] alerts TCP 587",
      "+ E3 users entry[azure-seed] TCP 443",
      "+ P9 users nodeport-proxy[azure-seed] TCP 30000-32767",
      "+ E11 bastion[azure] nodes[azure-seed] TCP 22",
      "+ E12 bastion[azure] api[azure-seed] TCP 6443",
      "+ E12 bastion[main] api[azure-seed] TCP 6443",
      "+ P7 workers[azure-weu] nodeport-proxy[azure-seed] TCP 30000-32767",
      "+ P2 nodes[seed] api[azure-seed] TCP 6443",
      "+ P4 nodes[seed] nodeport-proxy[azure-seed] TCP 30000-32767",
      "+ E4 nodes[azure-seed] entry[seed] TCP 443",
      "+ P5=E16 nodes[azure-seed] provider-api[azure.azure] TCP 443",
      "+ P5=E16 nodes[seed] provider-api[azure.azure] TCP 443",
      "+ W1 users workloads[azure-weu] TCP and UDP ports of the Services",
      "+ E12 nodes[azure-seed] api[azure-seed] TCP 6443",
      "+ E6 nodes[azure-seed] registries TCP 443",
      "+ E6 nodes[azure-seed] registries TCP 80",
      "+ E7 workers[azure-weu] registries TCP 443",
      "+ E7 workers[azure-weu] registries TCP 80",
      "+ E16 workers[azure-weu] provider-api[azure.azure] TCP 443",
      "+ I1 bastion[azure] provider-api[azure.azure] TCP 443",
      "+ I2 bastion[azure] registries TCP 443",
      "+ E9 bastion[azure] dns[azure] TCP and UDP 53",
      "+ I3 bastion[azure] git TCP 443",
      "+ I4 bastion[azure] vault TCP 8200",
      "+ I6 engineers bastion[azure] TCP 22",
      "+ E9 nodes[azure-seed] dns[azure] TCP and UDP 53",
      "+ E10 nodes[azure-seed] ntp[azure] UDP 123",
      "+ E9 workers[azure-weu] dns[azure] TCP and UDP 53",
      "+ E10 workers[azure-weu] ntp[azure] UDP 123",
      "+ M2 nodes[seed] alerts TCP 443",
      "+ M2 nodes[azure-seed] alerts TCP 443",
    ].toSorted());
    expect(plan.firewall.flows.find(({ id }) => id === "flow.E4[azure-seed]")?.reason).toBe("Tokens are checked at https://kubermatic.example.com/dex");
  });

  test("with a Seed of its own checks tokens at the entry of the master, or at the issuer of the customer", () => {
    const to = (changes: Parameters<typeof changed>[1]) => rowsOf(planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes))).filter((row) => row.startsWith("E4 nodes[azure-seed]"));
    expect(to({ "authentication.connector": "keycloak" })).toEqual(["E4 nodes[azure-seed] identity TCP 443"]);
    expect(to({ "loadBalancer.clusters.seed.kind": "none" })).toEqual(["E4 nodes[azure-seed] entry[seed] TCP 32443"]);
    expect(to({ "infrastructure.clusters.seed.role": "seed" })).toEqual([]);
  });

  test("with an issuer of its own lets people on the internet log in there where they open the platform", () => {
    const outside = (changes: Parameters<typeof changed>[1] = {}) => {
      const { firewall, checklist } = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "authentication.clusters.azure-seed.ownIssuer": "login.example.org", "access.userNetworks": ["10.0.0.0/8"], "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9", ...changes }));
      return [firewall.flows.some(({ id, source }) => id === "flow.own-login-outside[azure-seed]" && source === "users-outside"), checklist.some(({ id }) => id === "todo.outside-login[seed.azure-seed]")];
    };
    expect(outside()).toEqual([true, true]);
    expect(outside({ "dns.outside": false })).toEqual([false, false]);
    expect(outside({ "access.userNetworks": ["8.8.8.0/24"] })).toEqual([false, true]);
    expect(outside({ "authentication.clusters.azure-seed.ownIssuer": "login.microsoftonline.com" })).toEqual([false, false]);
  });

  test("with an issuer on another port opens that one for everybody who asks it", () => {
    const { firewall, settings } = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "authentication.clusters.azure-seed.ownIssuer": "login.example.org", "authentication.clusters.azure-seed.ownIssuerPort": 8443 }));
    expect(firewall.flows.filter(({ destination }) => destination === "seed-issuer[azure-seed]").map(({ source, ports }) => `${source} ${ports}`).toSorted()).toEqual(["nodes[azure-seed] 8443", "nodes[seed] 8443", "users 8443"]);
    expect(settings.find(({ field }) => field === "spec.oidcProviderConfiguration.issuerURL")?.value).toEqual({ kind: "known", value: "https://login.example.org:8443" });
  });

  test("with an issuer of its own has KKP's API on the master ask it as well, directly or through the proxy of the master's place", () => {
    const asked = (changes: Parameters<typeof changed>[1] = {}) => {
      const { firewall } = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "authentication.clusters.azure-seed.ownIssuer": "login.example.org", ...changes }));
      return firewall.flows.filter(({ id }) => id.startsWith("flow.own-issuer")).map(({ id, source, destination, ports }) => `${id} ${source} ${destination} ${ports}`).toSorted();
    };
    const proxied = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "10.20.9.80", "network.places.main.proxyPort": 3128, "network.proxiedHosts": ["login.example.org"] };
    const own = "flow.own-issuer[azure-seed] nodes[azure-seed] seed-issuer[azure-seed] 443";
    expect(asked()).toEqual(["flow.own-issuer-dashboard[azure-seed] nodes[seed] seed-issuer[azure-seed] 443", own]);
    expect(asked(proxied)).toEqual(["flow.own-issuer-dashboard[azure-seed] nodes[seed] proxy[main] 3128", own]);
    expect(asked({ "authentication.clusters.azure-seed.ownIssuer": undefined })).toEqual([]);
  });

  test("with a Seed of its own is asked by the dashboard on the master as well, directly or through the master's proxy, unless nothing is to be asked", () => {
    const asked = (changes: Parameters<typeof changed>[1]) => {
      const { firewall } = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes));
      return [firewall.flows.filter(({ id }) => id.startsWith("flow.dashboard")).map(({ source, destination, ports }) => `${source} ${destination} ${ports}`), firewall.external.filter(({ id, source }) => id.startsWith("external.provider") && source === "nodes[seed]").map(({ host }) => host)];
    };
    const at = (provider: string) => ({ "infrastructure.datacenters.azure-weu.provider": provider });
    const [azure, hosts] = asked({});
    expect(azure).toEqual(["nodes[seed] provider-api[azure.azure] 443"]);
    expect(hosts).toContain("management.azure.com");
    expect(asked({ "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "10.20.9.80", "network.places.main.proxyPort": 3128 })[0]).toEqual(["nodes[seed] proxy[main] 3128"]);
    expect(asked({ "network.places.main.internet": "offline" })).toEqual([[], []]);
    expect(asked(at("vsphere"))).toEqual([["nodes[seed] provider-api[azure.vsphere] 443"], []]);
    expect(asked(at("tinkerbell"))).toEqual([[], []]);
    expect(asked(at("edge"))).toEqual([[], []]);
  });

  test("with a Seed that its provider runs is entered on the port of that API from every side", () => {
    const managed = { provisioning: "managed", apiHost: "azure-seed.hcp.westeurope.azmk8s.io", apiPort: 443 };
    const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), Object.fromEntries(Object.entries(managed).map(([key, value]) => [`infrastructure.clusters.azure-seed.${key}`, value]))));
    expect(rowsOf(plan).filter((row) => row.includes("api[azure-seed]"))).toEqual([
      "E12 bastion[main] api[azure-seed] TCP 443",
      "P2 nodes[seed] api[azure-seed] TCP 443",
      "E12 nodes[azure-seed] api[azure-seed] TCP 443",
    ]);
  });

  test("with a Seed and Tunneling lets the master in on 6443 alone", () => {
    const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "loadBalancer.exposeStrategy": "Tunneling" }));
    expect(rowsOf(plan).filter((row) => row.startsWith("P3") || row.startsWith("P4"))).toEqual(["P3 nodes[seed] nodeport-proxy[azure-seed] TCP 6443", "P3 nodes[seed] nodeport-proxy[seed] TCP 6443"]);
    expect(rowsOf(plan).filter((row) => row.includes("30000"))).toEqual([]);
  });
});

test("without a load balancer, people and pods dial the ports of the nodes", () => {
  const NODES = { "loadBalancer.clusters.seed.kind": "none" };
  expect(difference(base, referencePlan(NODES)).filter((row) => row.includes(" entry["))).toEqual([
    "- P1 users entry[seed] TCP 443",
    "- E2 users entry[seed] TCP 80",
    "- I5 bastion[main] entry[seed] TCP 443",
    "- E4 nodes[seed] entry[seed] TCP 443",
    "+ P1 users entry[seed] TCP 32443, 32080",
    "+ I5 bastion[main] entry[seed] TCP 32443",
    "+ E4 nodes[seed] entry[seed] TCP 32443",
  ]);
  const seed = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "loadBalancer.clusters.azure-seed.kind": "none" }));
  expect(rowsOf(seed)).toContain("E3 users entry[azure-seed] TCP 32443");
});

describe("rows say what they are for", () => {
  const flowOf = (plan: Plan, id: string) => plan.firewall.flows.find((flow) => flow.id === id);

  test("packages and tools name their own hosts, not all that stand behind the same end", () => {
    expect(flowOf(base, "flow.E7-packages[fra-vsphere]")).toMatchObject({ hosts: ["archive.ubuntu.com", "security.ubuntu.com"], why: "Their images lack packages that the profile of a node wants, so no node of fra-vsphere with Ubuntu joins its cluster at Frankfurt before they are loaded." });
    expect(flowOf(base, "flow.installer-tools[main]")?.hosts).toContain("registry.terraform.io");
    expect(flowOf(base, "flow.E6[seed]")?.hosts).toEqual(expect.arrayContaining(["registry.k8s.io", "pkgs.k8s.io", "*.quay.io", "telemetry.k8c.io"]));
    expect(flowOf(base, "flow.E7[fra-vsphere]")?.hosts).toContain("*.docker.com");
    expect(flowOf(base, "flow.E7[fra-vsphere]")?.hosts).not.toContain("pkgs.k8s.io");
  });

  test.each([
    [["ubuntu"], "Their images lack packages that the profile of a node wants, so no node of fra-vsphere with Ubuntu joins its cluster at Frankfurt before they are loaded."],
    [["rhel", "rocky"], undefined],
    [["flatcar"], undefined],
  ])("workers with %j", (systems, why) => {
    const plan = referencePlan({ "infrastructure.datacenters.fra-vsphere.operatingSystems": systems });
    expect(flowOf(plan, "flow.E7-packages[fra-vsphere]")?.why).toBe(why);
    expect(plan.firewall.external.some(({ source, host }) => source === "workers[fra-vsphere]" && host === "archive.ubuntu.com")).toBe(why !== undefined);
  });

  test("Tinkerbell makes nodes and no networks; edge devices are a row of their own in the reference", () => {
    const tinkerbell = planFrom(installationAnswers("factory-on-tinkerbell"));
    const call = flowOf(tinkerbell, "flow.P5[seed.main.tinkerbell]");
    expect(call?.reason).toBe("Nodes are created through the Tinkerbell API");
    expect(call?.why).toContain("seed asks the Tinkerbell API for machines in Linz");
    expect(tinkerbell.firewall.endpoints.find(({ id }) => id === "provider-api[main.tinkerbell]")?.why).toBe("Clusters grow and shrink in Linz through it: it creates and removes nodes.");
    const edge = planFrom(starterAnswers("edge-from-google-cloud"));
    expect(flowOf(edge, "flow.P6[shop-devices]")?.refs).toEqual(["P6", "E19"]);
  });

  test("a cluster that the provider runs has its machines made by the provider", () => {
    const call = flowOf(planFrom(starterAnswers("edge-from-google-cloud")), "flow.P5[seed.gcp.gcp]");
    expect(call?.reason).toBe("Disks and load balancers are created through the Google Cloud API");
    expect(call?.why).toContain("Machines of seed are made by whoever runs it");
    expect(flowOf(planFrom(installationAnswers("web-shop-on-aws")), "flow.P5[seed.main.aws]")?.reason).toBe("Machines, disks and load balancers are created through the AWS API");
  });

  test.each([
    ["vsphere", {}, "Machines and disks are created through vCenter", "machines and disks"],
    ["hetzner", {}, "Machines, disks and load balancers are created through the Hetzner Cloud API", "machines, disks and load balancers"],
    ["azure", {}, "Machines, disks, load balancers and networks are created through the Azure API", "machines, disks, load balancers and networks"],
    ["openstack", { "infrastructure.places.main.openstackOctavia": false }, "Machines, disks and networks are created through the OpenStack API; ports not confirmed", "machines, disks and networks"],
    ["anexia", {}, "Machines and load balancers are created through Anexia Engine", "machines and load balancers"],
    ["alibaba", {}, "Machines are created through the Alibaba Cloud API", "machines"],
  ])("%s: what is made through the API is what KKP makes there", (provider, more, reason, made) => {
    const plan = referencePlan({ "infrastructure.clusters.seed.provider": provider, "infrastructure.datacenters.fra-vsphere.provider": provider, ...more });
    expect(flowOf(plan, `flow.P5[seed.main.${provider}]`)?.reason).toBe(reason);
    expect(plan.firewall.endpoints.find(({ id }) => id === `provider-api[main.${provider}]`)?.why).toBe(`Clusters grow and shrink in Frankfurt through it: it creates and removes ${made}.`);
  });

  test("a cluster that stands there already has no networks made for it", () => {
    const plan = referencePlan({ "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.datacenters.fra-vsphere.provider": "hetzner" });
    expect(flowOf(plan, "flow.P5[seed.main.vsphere]")?.reason).toBe("Disks are created through vCenter");
  });

  test("only a Seed that serves interfaces has them ask the issuer", () => {
    const plan = planFrom(installationAnswers("ports-behind-proxies"));
    expect(flowOf(plan, "flow.E4[north]")?.why).toContain("API servers of user clusters and the interfaces of north accept");
    expect(flowOf(plan, "flow.E4[hub]")?.why).toContain("API servers of user clusters of hub accept");
  });

  test("systems that have no name of their own are spoken of with their article", () => {
    const oidc = referencePlan({ "authentication.connector": "oidc", "authentication.oidcHost": "login.example.com" });
    expect(flowOf(oidc, "flow.E5[seed]")?.reason).toBe("Dex asks the identity provider over HTTPS");
    expect(flowOf(oidc, "flow.login[users]")?.reason).toBe("People log in at the identity provider");
    expect(flowOf(base, "flow.E5[seed]")?.reason).toBe("Dex asks LDAP over LDAPS");
  });
});

describe("a login that everybody reaches on the internet takes no row for users, whichever provider it is", () => {
  const logins = (changes: Changes) => referencePlan(changes).firewall.flows.filter(({ refs }) => refs.includes("L1") || refs.includes("M1")).map(({ id }) => id).filter((id) => id.includes("login"));

  test.each<[string, Changes, readonly string[]]>([
    ["GitHub", { "authentication.connector": "github" }, []],
    ["GitLab.com", { "authentication.connector": "gitlab", "authentication.gitlabHost": "gitlab.com" }, []],
    ["a GitLab of the customer", { "authentication.connector": "gitlab", "authentication.gitlabHost": "gitlab.example.com" }, ["flow.login[users]"]],
    ["Auth0", { "authentication.connector": "external-issuer", "authentication.externalIssuerHost": "media.eu.auth0.com" }, []],
    ["a host that is not named yet, for which the row waits", { "authentication.connector": "gitlab" }, []],
    ["Auth0 for a managed service", { "access.service": "managed", "authentication.connector": "external-issuer", "authentication.externalIssuerHost": "media.eu.auth0.com" }, []],
  ])("%s", (_name, changes, rows) => expect(logins(changes)).toEqual(rows));

  test("the issuer of a Seed's own alike", () => {
    const own = (host: string) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "authentication.clusters.azure-seed.ownIssuer": host })).firewall.flows.filter(({ id }) => id.includes("own-login")).length;
    expect([own("login.example.org"), own("tenant.okta.com")]).toEqual([1, 0]);
  });
});

describe("the machine that installs tries what the runbook has it try", () => {
  const tried = (plan: Plan) => rowsOf(plan).filter((row) => row.startsWith("I5"));
  const upgrade = changed(starterAnswers("vsphere-plus-azure-seed"), { "project.release": "2.31", "project.upgradeFrom": "2.30" });

  test("its own issuer of the customer as well", () => {
    expect(tried(referencePlan({ "authentication.connector": "keycloak" }))).toEqual(["I5 bastion[main] entry[seed] TCP 443", "I5 bastion[main] identity TCP 443"]);
  });

  test("nothing before the plan has a cluster", () => {
    const answers = answersOf({ "access.bastion": false, "authentication.connector": "keycloak" });
    expect(tried(planFrom(answers))).toEqual([]);
  });

  test("a Seed's entry only where an upgrade replaces it, from where the working copy lies", () => {
    expect(tried(planFrom(starterAnswers("vsphere-plus-azure-seed")))).toEqual(["I5 bastion[main] entry[seed] TCP 443"]);
    const plan = planFrom(upgrade);
    expect(plan.runbook.map(({ id }) => id)).toContain("step.upgrade-seed-try[azure-seed]");
    expect(tried(plan)).toEqual(["I5 bastion[main] entry[azure-seed] TCP 443", "I5 bastion[main] entry[seed] TCP 443"]);
    expect(plan.firewall.flows.find(({ id }) => id === "flow.installer-entry[azure-seed]")?.lifetime).toBe("installation");
  });
});

describe("people who use what runs in user clusters", () => {
  const workloads = (changes: Parameters<typeof referencePlan>[0]) => {
    const { firewall } = referencePlan(changes);
    const end = firewall.endpoints.find(({ id }) => id === "workloads[fra-vsphere]");
    return { rows: rowsOf({ firewall } as Plan).filter((row) => row.startsWith("W1") || row.startsWith("K3")), block: end?.addresses };
  };
  const SUPPLIER = "loadBalancer.datacenters.fra-vsphere.workloads";
  const ROW = "W1 users workloads[fra-vsphere] TCP and UDP ports of the Services";
  const BLOCK = { "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.31.0/28" };

  test.each(["own", "metallb-addon", "metallb-app"])("dial the block for workloads with %s", (supplier) => {
    expect(workloads({ ...BLOCK, [SUPPLIER]: supplier })).toEqual({ rows: [ROW], block: [{ kind: "known", value: "10.20.31.0/28" }] });
    expect(workloads({ [SUPPLIER]: supplier })).toEqual({ rows: [ROW], block: [{ kind: "open", question: "loadBalancer.datacenters.fra-vsphere.workloadBlock" }] });
  });

  test("dial KubeLB where it holds the addresses, on ports that nobody guesses", () => {
    expect(workloads({ ...BLOCK, [SUPPLIER]: "kubelb" })).toEqual({ rows: ["K3 users kubelb-front TCP and UDP ports of the Services"], block: undefined });
  });

  test("a tenant of KubeLB calls it, whether or not its user clusters do", () => {
    const HUB = "kubevirt-in-kubevirt";
    const answers = installationAnswers(HUB);
    const tenant = Object.keys(answers.given).find((path) => answers.given[path] === "kubelb" && path.endsWith(".kind"))?.split(".")[2] ?? "";
    const [datacenter = ""] = answers.subjects.datacenter.filter((id) => answers.given[`infrastructure.datacenters.${id}.seed`] === tenant);
    const place = String(answers.given[`infrastructure.datacenters.${datacenter}.place`]);
    const rows = (changes: Changes) => planFrom(changed(answers, { [`loadBalancer.datacenters.${datacenter}.workloads`]: "kubelb", ...changes })).firewall.flows.filter(({ id }) => id === `flow.kubelb-api[${tenant}]`);
    expect(rows({ [`infrastructure.places.${place}.kubevirtLoadBalancer`]: undefined })).toHaveLength(1);
  });

  test("dial load balancers whose addresses the infrastructure hands out, where it does", () => {
    const plan = planFrom(starterAnswers("vsphere-plus-azure"));
    expect(plan.firewall.endpoints.find(({ id }) => id === "workloads[azure-weu]")?.addresses).toEqual([{ kind: "later", who: "Azure" }]);
    expect(rowsOf(plan)).toContain("W1 users workloads[azure-weu] TCP and UDP ports of the Services");
    expect(plan.firewall.flows.find(({ id }) => id === "flow.workloads[azure-weu]")?.why).toContain("answers at load balancers of Azure;");
  });
});

describe("what is not known", () => {
  test.each([
    ["network.places.main.internet", ["E6", "E7", "E9", "I1", "I2"]],
    ["authentication.ldapTransport", ["E5"]],
    ["project.domain", ["E2", "E4", "P1"]],
    ["access.bastion", ["E11", "E12", "E9", "I1", "I2", "I3", "I4", "I5", "I6"]],
    ["access.repository", ["I3"]],
    ["access.secretStore", ["I4"]],
    ["loadBalancer.clusters.seed.apiEndpoint", ["E12", "V1"]],
  ])("%s lets exactly its own rows wait", (path, gone) => {
    const plan = referencePlan({ [path]: undefined });
    const kept = new Set(plan.firewall.flows.map(({ id }) => id));
    const missing = base.firewall.flows.filter(({ id }) => !kept.has(id)).map(({ refs }) => refs[0] ?? "");
    expect([...new Set(missing)].toSorted()).toEqual(gone);
    expect(plan.openPoints.map((point) => point.path)).toContain(path);
  });

  test("a reference to something removed opens nothing", () => {
    const plan = referencePlan({ "infrastructure.datacenters.fra-vsphere.seed": "gone", "infrastructure.datacenters.fra-vsphere.place": "gone" });
    expect(plan.firewall.flows.filter(({ source }) => source.startsWith("workers["))).toEqual([]);
    expect(plan.openPoints.filter(({ path }) => path.includes("gone"))).toEqual([]);
  });

  test("a dedicated master takes no workers", () => {
    const plan = referencePlan({ "infrastructure.clusters.seed.role": "master" });
    expect(rowsOf(plan).filter((row) => row.includes("nodeport-proxy"))).toEqual([]);
  });
});

test("a Seed and a datacenter may carry the same id", () => {
  const twin = (answers: Answers) =>
    Object.entries({ name: "twin", place: "main", provider: "vsphere", seed: "seed", smallClusters: 1, nodesPerCluster: 1 }).reduce(
      (so, [key, value]) => withAnswer(so, `infrastructure.datacenters.seed.${key}`, value),
      withAnswer(withSubject(answers, "datacenter", "seed"), "network.datacenters.seed.workersIn", "node-network"),
    );
  const ids = planFrom(twin(referenceAnswers())).firewall.flows.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("workers call the hosts of their storage driver alone, and no row stands for others while the region is open", () => {
  const hostsOf = (region: string | undefined) => planFrom(changed(installationAnswers("web-shop-on-aws"), { "infrastructure.places.main.awsRegion": region })).firewall.flows.filter(({ source, destination }) => source.startsWith("workers[") && destination.startsWith("provider-api[")).map(({ hosts }) => hosts);
  expect(hostsOf("eu-central-1")).toEqual([["ec2.eu-central-1.amazonaws.com"]]);
  expect(hostsOf(undefined)).toEqual([]);
});

describe("AWS at a Seed apart from the master", () => {
  const aws = (changes: Changes = {}) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "infrastructure.datacenters.azure-weu.provider": "aws", "infrastructure.clusters.azure-seed.provider": "aws", "infrastructure.places.azure.awsRegion": "eu-central-1", ...changes }));
  const asked = (plan: Plan) => plan.firewall.flows.filter(({ id }) => id.startsWith("flow.dashboard"));
  const opened = (plan: Plan, source: string) => plan.firewall.external.filter((row) => row.id.startsWith("external.provider") && row.source === source).map(({ host }) => host);

  test("is asked by the dashboard at EC2, and at STS for Presets with a role", () => {
    const plan = aws();
    expect(asked(plan).map(({ hosts }) => hosts)).toEqual([["sts.eu-central-1.amazonaws.com", "ec2.eu-central-1.amazonaws.com"]]);
    expect(asked(plan)[0]?.why).toContain("It asks STS only where a Preset names a role to take on.");
    expect(opened(plan, "nodes[seed]")).toEqual(["sts.eu-central-1.amazonaws.com", "ec2.eu-central-1.amazonaws.com"]);
    expect(opened(plan, "nodes[azure-seed]")).toHaveLength(4);
  });

  test("has no row from the dashboard while the region is open", () => expect(asked(aws({ "infrastructure.places.azure.awsRegion": undefined }))).toEqual([]));
});

describe("an entry that an upgrade replaces", () => {
  const upgrade: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
  const former = (answers: Answers) => planFrom(answers).firewall.flows.flatMap(({ source, destination, ports, lifetime }) => (destination.startsWith("former-entry[") ? [`${source} ${destination} ${ports} ${lifetime}`] : []));

  test("is dialled by people and by every cluster that checks tokens, until the records move", () => {
    expect(former(referenceAnswers(upgrade))).toEqual(["users former-entry[seed] 443, 80 installation", "nodes[seed] former-entry[seed] 443 installation"]);
    const both = former(changed(starterAnswers("large-data-centre"), { ...upgrade, "loadBalancer.entryBefore": "nginx" }));
    expect(both).toContain("nodes[seed] former-entry[master] 443 installation");
    expect(both).toContain("nodes[master] former-entry[master] 443 installation");
    expect(former(referenceAnswers())).toEqual([]);
    expect(former(referenceAnswers({ "project.upgradeFrom": "2.29" }))).toEqual([]);
  });

  test("is challenged there as well", () => {
    const rows = former(referenceAnswers({ ...upgrade, "certificates.issuance": "acme-http01", "certificates.acmeHost": "acme.example.com" }));
    expect(rows).toEqual(expect.arrayContaining(["issuer former-entry[seed] 80 installation", "nodes[seed] former-entry[seed] 80 installation"]));
  });

  test("is where a public address still leads to", () => {
    const led = { ...upgrade, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.5" };
    expect(former(referenceAnswers(led))).toContain("public-address[seed] former-entry[seed] 443, 80 installation");
  });

  test("checks no tokens where another issuer signs them, and is no end of its own behind a front that stays", () => {
    const external = { ...upgrade, "authentication.connector": "external-issuer", "authentication.externalIssuerHost": "login.example.com" };
    expect(former(referenceAnswers(external))).toEqual(["users former-entry[seed] 443, 80 installation"]);
    const front = { ...upgrade, "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" };
    expect(former(referenceAnswers({ ...front, "loadBalancer.clusters.seed.nodeFrontPorts": "usual" }))).toEqual([]);
    expect(former(referenceAnswers({ ...front, "loadBalancer.clusters.seed.nodeFrontPorts": "nodes" }))).toEqual(["users former-entry[seed] 32443, 32080 installation", "nodes[seed] former-entry[seed] 32443 installation"]);
  });
});

test("people on the internet come to the public address beside the authority that checks names by HTTP-01", () => {
  const split = { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9", "dns.zone": "split" };
  const rows = (outside?: boolean) => rowsOf(referencePlan({ ...split, "dns.outside": outside })).filter((row) => row.includes("public-address[seed]"));
  const challenges = ["E1 internet public-address[seed] TCP 80", "E1 public-address[seed] entry[seed] TCP 80"];
  expect(rows(false)).toEqual(expect.arrayContaining(challenges));
  expect(rows(undefined)).toEqual(rows(false));
  expect(rows(true)).toEqual(expect.arrayContaining(["P1 users public-address[seed] TCP 443", "E2 users public-address[seed] TCP 80", challenges[0], "P1 public-address[seed] entry[seed] TCP 443", "E2=E1 public-address[seed] entry[seed] TCP 80"]));
  expect(referencePlan({ ...split, "dns.outside": true }).openPoints.map(({ path }) => path)).not.toContain("dns.publicEntry");
});

test("nobody tells where challenges come to while the address of the nodes is open", () => {
  const nodes = { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9", "dns.zone": "split", "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.pool": undefined };
  const ends = (changes: Changes) => referencePlan({ ...nodes, ...changes }).firewall.flows.filter(({ refs }) => refs.includes("E1")).map(({ destination }) => destination);
  expect(ends({ "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" })).toContain("public-address[seed]");
  expect(ends({})).toEqual([]);
});

describe("an entry that serves the platform without TLS gets nobody there", () => {
  const gateway = { "project.release": "2.31", "project.upgradeFrom": "none" };
  const plain = (changes: Changes) => rowsOf(referencePlan(changes)).filter((row) => /^(?:P1|E1|E2)/.test(row) && /\b80\b/.test(row));

  test("but challenges of HTTP-01", () => {
    expect(plain({ ...gateway, "certificates.issuance": "supplied" })).toEqual([]);
    expect(plain({ ...gateway, "certificates.issuance": "dns01", "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.5" })).toEqual([]);
    const challenged = { ...gateway, "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9", "dns.zone": "split", "dns.outside": true };
    expect(plain(challenged).every((row) => row.startsWith("E1 "))).toBe(true);
    expect(plain(challenged)).toEqual(expect.arrayContaining(["E1 internet public-address[seed] TCP 80", "E1 public-address[seed] entry[seed] TCP 80"]));
    expect(plain({ "certificates.issuance": "supplied" })).toEqual(["E2 users entry[seed] TCP 80"]);
    const why = (id: string) => referencePlan(challenged).firewall.flows.find((row) => row.id === id)?.why;
    expect(why("flow.P1[seed]")).toContain("; Envoy Gateway serves the same without TLS on TCP 80, which no row opens to people.");
    expect(why("flow.E1[seed]")).toContain("whatever a filter lets pass besides /.well-known/acme-challenge/ is not encrypted.");
  });
});

describe("a master that is its own Seed", () => {
  const own = (changes: Changes = {}) => rowsOf(referencePlan(changes)).filter((row) => row.startsWith("P3 ") || row.startsWith("P4 "));

  test("asks its own user clusters at their outer addresses", () => {
    expect(own()).toEqual(["P4 nodes[seed] nodeport-proxy[seed] TCP 30000-32767"]);
    expect(own({ "loadBalancer.exposeStrategy": "Tunneling" })).toEqual(["P3 nodes[seed] nodeport-proxy[seed] TCP 6443"]);
    expect(own({ "loadBalancer.exposeStrategy": "LoadBalancer" })).toEqual(["P4 nodes[seed] user-cluster-front[seed] TCP 30000-32767"]);
    const [row] = referencePlan().firewall.flows.filter(({ id }) => id === "flow.P4[seed]");
    expect(row?.why).toBe("The dashboard's API asks user clusters of seed by their outer names as well, so its pods come back in at their own front; a firewall between the nodes and that address sees whatever the nodes do not carry themselves.");
  });

  test("has a row for each strategy of its datacenters", () => {
    const second = withSubject(referenceAnswers({ "loadBalancer.departures": ["datacenters"], "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "NodePort" }), "datacenter", "second");
    const plan = planFrom(changed(second, { "infrastructure.datacenters.second.seed": "seed", "loadBalancer.datacenters.second.exposeStrategy": "LoadBalancer" }));
    expect(plan.firewall.flows.filter(({ refs }) => refs.includes("P4")).map(({ id, destination }) => [id, destination])).toEqual([["flow.P4[seed]", "nodeport-proxy[seed]"], ["flow.P4-own[seed]", "user-cluster-front[seed]"]]);
  });

  test("asks nothing where it runs none", () => {
    expect(own({ "infrastructure.clusters.seed.role": "master" })).toEqual([]);
  });
});

test("one row opens orders and changes of the zone that go through the same proxy", () => {
  const rows = (automation: string) =>
    planFrom(changed(starterAnswers("behind-a-proxy"), { "certificates.issuance": "dns01", "dns.zone": "public", "dns.automation": automation })).firewall.flows.filter(({ refs, destination }) => refs.includes("E21") && destination.startsWith("proxy["));
  expect(rows("route53").map(({ reason }) => reason)).toEqual(["cert-manager orders and renews certificates, and writes challenges into the zone"]);
  expect(rows("rfc2136").map(({ reason }) => reason)).toEqual(["cert-manager orders and renews certificates"]);
});

test("engineers without a bastion reach the private registry for the charts of clusters without internet", () => {
  const rows = (changes: Changes = {}) => planFrom(changed(starterAnswers("air-gapped-bank"), changes)).firewall.flows.filter(({ source, destination }) => source === "engineers" && destination === "mirror-registry").map(({ id, reason }) => `${id} ${reason}`);
  expect(rows({ "access.bastion": false })).toEqual(["flow.installer-charts[engineers] Charts from the private registry"]);
  expect(rows({})).toEqual([]);
  expect(referencePlan({ "access.bastion": false }).firewall.flows.filter(({ destination }) => destination === "mirror-registry")).toEqual([]);
});

test.each([
  ["kubeone", ["registry", "binaries", "packages"]],
  ["existing", ["registry"]],
  ["managed", ["registry"]],
])("offline nodes of a cluster that is %s load %j from mirrors", (provisioning, words) => {
  const plan = planFrom(changed(starterAnswers("air-gapped-bank"), { "infrastructure.clusters.seed.provisioning": provisioning }));
  const ids = plan.firewall.flows.flatMap(({ id }) => /^flow\.E6-(\w+)\[seed\]$/.exec(id)?.[1] ?? []);
  expect(ids).toEqual(words);
});
