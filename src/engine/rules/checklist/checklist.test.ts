import { describe, expect, test } from "vitest";
import { goldenAnswers, installationAnswers, installationNames } from "../../../../tests/support/golden-plans.ts";
import { asUpgrade } from "../../../../tests/support/as-upgrade.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { NO_ANSWERS } from "../../answers/answers.ts";
import { TEAMS } from "../../answers/question.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { releases } from "../../releases/registry.ts";
import { changed, referencePlan, HELD_BEFORE } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const itemOf = (id: string, changes: Changes = {}) => referencePlan(changes).checklist.find((item) => item.id === `todo.${id}`);

test("nothing is to be prepared before anything is answered", () => {
  expect(planFrom(NO_ANSWERS).checklist).toEqual([]);
});

test.each(starterNames)("%s: ids are unique, what comes first is on the list, each item has an owner and a proof", (name) => {
  const { checklist } = planFrom(starterAnswers(name));
  const ids = checklist.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, dependsOn, team, verify, why } of checklist) {
    expect(dependsOn.filter((before) => !ids.includes(before)), id).toEqual([]);
    expect(new Set(dependsOn).size, id).toBe(dependsOn.length);
    expect(Object.keys(TEAMS)).toContain(team);
    expect(verify.length * why.length, id).toBeGreaterThan(0);
  }
});

test("every team of the reference setup has something to prepare", () => {
  expect(new Set(referencePlan().checklist.map(({ team }) => team))).toEqual(new Set(Object.keys(TEAMS)));
});

describe("the reference setup", () => {
  test.each<[string, string, readonly string[]]>([
    ["node-network[main]", "Node network 10.20.0.0/24 at Frankfurt", []],
    ["dhcp[main]", "DHCP range 10.20.0.50-10.20.0.220 at Frankfurt with 79 leases", []],
    ["name-and-time[main]", "Name and time servers for Frankfurt", ["network.places.main.dnsServers", "network.places.main.ntpServers"]],
    ["routers[seed]", "Routers 10.20.0.2 and 10.20.0.3 accept BGP sessions from 10.20.0.0/24, and the /32 routes of seed", []],
    ["machines[seed]", "Room for 3 control-plane and 6 worker machines of seed", []],
    ["vsphere-template[main]", "VM template for the nodes, Frankfurt", ["infrastructure.places.main.vsphereServer"]],
    ["records", "7 DNS records entered", []],
    ["certificate[seed]", "Certificate with 6 names for seed, and the CA it is signed by", []],
    ["preparation.ldap.bind-user", "A read-only bind user: its DN, and its password in the secret store", ["authentication.ldapHost"]],
    ["access.bastion[main]", "Bastion, Frankfurt", ["access.places.main.bastionAddress"]],
    ["access.secret-store", "HashiCorp Vault", ["access.vaultAddress"]],
    ["class.kubermatic-fast[seed]", "563.3 GiB for kubermatic-fast of seed, SSD", []],
    ["account.pull-secret", "Pull secret of the Enterprise Edition: quay.io, handed out by Kubermatic", ["access.vaultAddress"]],
  ])("%s: %s", (id, title, blockedBy) => {
    expect(itemOf(id)).toMatchObject({ title, blockedBy });
  });

  test("the machines add up: 3 × 4 + 7 × 8 vCPU, 3 × 16 + 7 × 32 GiB, since one worker replaces others for a while", () => {
    expect(itemOf("machines[seed]")?.verify).toContain("68 vCPU, 272 GiB of memory and 850 GB of root disks, 1 worker among them that replaces others for a while");
  });

  test("machines that nothing creates replace none", () => {
    expect(itemOf("machines[seed]", { "infrastructure.clusters.seed.provider": "bare-metal" })?.verify ?? "").not.toContain("replaces others");
  });

  test("an answer frees the items that waited for it", () => {
    expect(itemOf("access.bastion[main]", { "access.places.main.bastionAddress": "10.20.0.9" })?.blockedBy).toEqual([]);
  });
});

describe("proofs can be had before the installation", () => {
  test("of the 31 firewall rows, only those to what stands already are tried", () => {
    expect(itemOf("firewall-flows")?.verify).toBe(
      "The configuration of the firewalls holds every row of the firewall table but those to Services of user clusters; from a test machine of each source, `nc -vz` connects to the TCP rows among the 18 whose destination is there already; 13 others lead to machines and addresses of the platform itself and are tried at the acceptance; the row to those Services is opened port by port as tenants ask",
    );
  });

  test("repositories count as their registry, and port 80 is asked by http", () => {
    expect(itemOf("external-hosts")).toMatchObject({
      title: "25 external hosts on the allow-list",
      verify:
        "From a test machine in the network of each source, `curl -sI` of https:// with each host listed for that source gets an answer, and not the proxy's error page; http:// where the list says port 80",
    });
  });

  test.each(starterNames)("%s: no proof asks a node, which is not there yet", (name) => {
    const asks = planFrom(starterAnswers(name)).checklist.filter(({ id, verify }) => /\b(on|from) a node\b/i.test(verify) && !id.startsWith("todo.existing"));
    expect(asks.map(({ id }) => id)).toEqual([]);
  });
});

describe("routers", () => {
  const routers = (changes: Changes = {}) => itemOf("routers[seed]", changes);

  test("take single routes, pass them on, and know a range of neighbours where workers have leases", () => {
    expect(routers()?.verify).toContain("names the range 10.20.0.0/24, not single nodes, as neighbours of AS 64512, takes /32 routes out of 10.20.30.0/28 and passes them on to wherever users and workers are");
    expect(routers()?.why).toBe(
      "AS 64512 announces each address of 10.20.30.0/28 as a route of its own; a router that filters routes longer than /24 drops them, and one that keeps them makes the addresses known one hop away only. Workers of seed get their addresses by DHCP, so a router that lists neighbours one by one would miss each new or replaced node.",
    );
  });

  test("know a range as well where the infrastructure hands out the addresses", () => {
    const cloud = { "infrastructure.clusters.seed.provider": "openstack", "infrastructure.clusters.seed.workerAddressing": undefined };
    expect(routers(cloud)?.why).toContain("Workers of seed get their addresses from OpenStack, so a router");
  });

  test.each<[string, Changes]>([
    ["fixed addresses", { "infrastructure.clusters.seed.workerAddressing": "fixed" }],
    ["machines that are listed", { "infrastructure.clusters.seed.provider": "bare-metal", "infrastructure.clusters.seed.workerAddressing": undefined }],
  ])("list each node with %s", (_name, changes) => {
    expect(routers(changes)).toMatchObject({ title: "Routers 10.20.0.2 and 10.20.0.3 accept BGP sessions from the nodes, and the /32 routes of seed" });
    expect(routers(changes)?.verify).toContain("names each node as neighbours of AS 64512");
    expect(routers(changes)?.why).not.toContain("DHCP");
  });

  test("take routes of both lengths where the platform answers in both families", () => {
    const dual: Changes = { "network.ipFamily": "dual", "network.platformFamily": "dual", "network.places.main.nodeNetwork6": "2001:db8:20::/64", "loadBalancer.clusters.seed.pool6": "2001:db8:30::/64" };
    expect(routers(dual)).toMatchObject({ title: "Routers 10.20.0.2 and 10.20.0.3 accept BGP sessions from 10.20.0.0/24, and the /32 and /128 routes of seed", blockedBy: [] });
    expect(routers(dual)?.verify).toContain("takes /32 routes out of 10.20.30.0/28 and /128 routes out of 2001:db8:30::/64, both families in each session and passes them on");
    expect(routers(dual)?.why).toContain("a router that filters routes longer than /24 or /48 drops them");
    expect(referencePlan(dual).decisions.find(({ id }) => id === "decision.load-balancer[seed]")?.why).toContain("2 routers take a /32 route and a /128 route for each, from");
    const open = routers({ ...dual, "loadBalancer.clusters.seed.pool6": undefined });
    expect(open).toMatchObject({ blockedBy: ["loadBalancer.clusters.seed.pool6"] });
    expect(open?.verify).toContain("/128 routes out of the IPv6 block");
    const peers = [{ address: "2001:db8:20::2", asn: 64500 }];
    expect(routers({ ...dual, "loadBalancer.clusters.seed.peers": peers })?.title).toContain("accept BGP sessions from 2001:db8:20::/64, and");
  });

  test("allow more hops and watch the nodes where that is planned", () => {
    expect(routers({})?.verify).not.toMatch(/hop|BFD/);
    const far = { "loadBalancer.clusters.seed.peers": [{ address: "10.20.0.2", asn: 64500 }, { address: "10.99.0.3", asn: 64500 }], "loadBalancer.clusters.seed.bfd": "multi-hop" };
    expect(routers(far)?.verify).toContain("as neighbours of AS 64512, on 10.99.0.3 allows more than one hop to them, watches them by BFD over several hops, takes /32 routes");
  });

  test("take routes of 128 bits out of an IPv6 block", () => {
    expect(routers({ "loadBalancer.clusters.seed.pool": "fd20::/64" })?.verify).toContain("takes /128 routes out of fd20::/64");
  });
});

describe("a worker network", () => {
  const OWN: Changes = { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.21.0.0/23", "network.datacenters.fra-vsphere.workerDhcp": "10.21.0.16-10.21.1.239" };

  const tenants = (...names: string[]): Changes => ({ "infrastructure.severalTenants": true, "infrastructure.tenants": names, "infrastructure.datacenters.fra-vsphere.tenants": names, "infrastructure.datacenters.fra-vsphere.vsphereSharedUser": false });

  test("of a single tenant comes before what else the tenant gets", () => {
    const ACCOUNTS = ["todo.account.tenants-vsphere-infrastructure[fra-vsphere]", "todo.account.tenants-vsphere-ccm-csi[fra-vsphere]"];
    expect(itemOf("worker-network[fra-vsphere]", { ...OWN, ...tenants("Red") })?.title).toBe("Worker network 10.21.0.0/23 for fra-vsphere at Frankfurt");
    expect(itemOf("tenant[fra-vsphere]", { ...OWN, ...tenants("Red") })).toMatchObject({ title: expect.stringMatching(/^(?!.*etwork).* and Preset of Red in fra-vsphere$/u) as string, dependsOn: ["todo.worker-network[fra-vsphere]"], shownWith: ACCOUNTS });
    expect(itemOf("tenant[fra-vsphere]", { ...OWN, ...tenants("Red", "Blue") })).toMatchObject({ title: expect.stringMatching(/^Network, .* and Preset of Red and Blue in fra-vsphere$/u) as string, dependsOn: [], shownWith: ACCOUNTS });
  });

  test("of several tenants is named, proved apart and waited for in their own item", () => {
    const [both, none] = [{ ...OWN, ...tenants("Red", "Blue") }, tenants("Red", "Blue")];
    const item = itemOf("tenant[fra-vsphere]", both);
    expect(item?.why).toContain("Their networks lie in 10.21.0.0/23, which rows of the firewall and the range of DHCP name for all workers of fra-vsphere.");
    expect(item?.verify).toMatch(/two test machines of one tenant in 10\.21\.0\.0\/23 reach each other on every port, and nothing in a node network of the management but what the firewall table lists$/);
    expect(itemOf("dhcp-workers[fra-vsphere]", both)?.dependsOn).toEqual(["todo.tenant[fra-vsphere]"]);
    const open = itemOf("tenant[fra-vsphere]", { ...both, "network.datacenters.fra-vsphere.workerNetwork": undefined });
    expect(open).toMatchObject({ blockedBy: ["network.datacenters.fra-vsphere.workerNetwork"], why: expect.not.stringContaining("networks lie") as string });
    expect(itemOf("tenant[fra-vsphere]", none)?.why).not.toContain("networks lie");
  });

  test("of tenants that share an account promises nobody that it sees no others", () => {
    const verify = (more: Changes) => itemOf("tenant[fra-vsphere]", { ...OWN, ...tenants("Red", "Blue"), ...more });
    expect(verify({ "infrastructure.datacenters.fra-vsphere.vsphereSharedUser": false })?.verify).toContain("nothing of another tenant is seen");
    const joint = verify({ "infrastructure.datacenters.fra-vsphere.vsphereSharedUser": true });
    expect(joint?.title).toBe("Network and Preset of Red and Blue in fra-vsphere");
    expect(joint?.verify).toMatch(/^With the account of the vSphere user of the management, .* whoever holds it sees machines of the management and of the other tenants as well/);
    expect(joint?.verify).not.toContain("nothing of another tenant");
  });

  test("of one tenant whose project holds machines of the platform promises no sight of its own alone", () => {
    const on = (project: string) =>
      itemOf("tenant[fra-vsphere]", {
        ...OWN,
        ...tenants("Red"),
        "infrastructure.clusters.seed.provider": "gcp",
        "infrastructure.datacenters.fra-vsphere.provider": "gcp",
        "infrastructure.places.main.gcpProject": "plat",
        "infrastructure.datacenters.fra-vsphere.gcpTenantProject": project,
      })?.verify;
    expect(on("plat")).toMatch(/^With the account of the Google Cloud project plat of the management, a test machine is created in the network of Red and removed; whoever holds it sees machines of the management as well/);
    expect(on("red")).toMatch(/^With the account of Red, .* nothing of another tenant is seen/);
  });

  test("is prepared apart from the node network, before its leases", () => {
    expect(itemOf("worker-network[fra-vsphere]", OWN)).toMatchObject({ title: "Worker network 10.21.0.0/23 for fra-vsphere at Frankfurt", team: "network", why: "Workers of fra-vsphere stand in it, apart from the management, and dial seed from there." });
    expect(itemOf("dhcp-workers[fra-vsphere]", OWN)?.dependsOn).toEqual(["todo.worker-network[fra-vsphere]"]);
    expect(itemOf("dhcp[main]", OWN)?.dependsOn).toEqual(["todo.node-network[main]"]);
  });

  test.each<[string, Changes]>([
    ["workers in the node network", {}],
    ["several tenants, whose own item names their networks", { ...OWN, ...tenants("Red", "Blue") }],
  ])("is no item of its own for %s", (_name, changes) => expect(itemOf("worker-network[fra-vsphere]", changes)).toBeUndefined());
});

describe("what a datacenter wants", () => {
  const at = (provider: string, more: Changes = {}): Changes => ({ "infrastructure.datacenters.fra-vsphere.provider": provider, ...more });
  const limited = { "infrastructure.datacenters.fra-vsphere.sshSources": "limited" };

  test.each([
    ["aws", "a network ACL", "aws-node-ports[main]", true],
    ["azure", "the Preset names as securityGroup", "azure-node-ports[main]", false],
    ["openstack", "the Preset names as securityGroups", "openstack-node-ports[main]", false],
  ])("%s: SSH is limited by the security team, with %s", (provider, how, nodePorts, stays) => {
    expect(itemOf("ssh-sources[fra-vsphere]", at(provider))).toBeUndefined();
    expect(itemOf(nodePorts, at(provider))).toBeDefined();
    const item = itemOf("ssh-sources[fra-vsphere]", at(provider, limited));
    expect(item?.team).toBe("security");
    expect(item?.title).toMatch(/^Source ranges for SSH to the workers of fra-vsphere, by /);
    expect(item?.title).toContain(how);
    // A group of the customer takes the place of KKP's, and with it what KKP would have opened for NodePorts.
    expect(itemOf(nodePorts, at(provider, limited)) !== undefined).toBe(stays);
  });

  test("a word of Kubermatic where support has limits, in trials too", () => {
    const trial = at("edge", { "project.purpose": "proof-of-concept" });
    expect(itemOf("limited-support[edge]", trial)).toMatchObject({ title: "What support covers of Edge in fra-vsphere, agreed with Kubermatic", team: "platform" });
    expect(itemOf("limited-support[edge]", trial)?.verify).toMatch(/^KKP calls its edge provider experimental\. /);
    expect(itemOf("limited-support[edge]")).toBeUndefined();
  });
});

test("other answers need other things", () => {
  expect(itemOf("account.pull-secret", { "project.edition": "CE" })).toBeUndefined();
  expect(itemOf("bucket[seed]", { "storage.clusters.seed.backupTarget": "s3" })).toMatchObject({ team: "storage", blockedBy: ["storage.clusters.seed.s3Endpoint"] });
  expect(itemOf("routers[seed]", { "loadBalancer.clusters.seed.kind": "metallb-l2" })).toBeUndefined();
  expect(itemOf("zone", { "certificates.issuance": "dns01", "dns.zone": undefined })?.blockedBy).toEqual(["dns.zone", "dns.automation"]);
  const delegated = { "certificates.issuance": "dns01", "dns.zone": "public", "dns.automation": "acmedns", "dns.acmednsHost": "acme-dns.example.com" };
  expect(itemOf("zone", delegated)).toMatchObject({ title: "Zone that holds kubermatic.example.com public", verify: "On the internet, `dig SOA kubermatic.example.com` shows the zone that holds it" });
  expect(itemOf("zone", { ...delegated, "certificates.issuance": "acme-dns01" })?.verify).toBe("`dig SOA kubermatic.example.com` on a machine that asks the resolvers of the ACME server shows the zone that holds it");
  expect(itemOf("challenge-server", delegated)).toMatchObject({ title: "acme-dns at acme-dns.example.com, public: its own zone led to it by NS records, its API open to the nodes", team: "dns", blockedBy: [] });
  expect(itemOf("challenge-server", { ...delegated, "dns.acmednsHost": undefined })?.blockedBy).toEqual(["dns.acmednsHost"]);
  expect(itemOf("challenge-server", { ...delegated, "dns.automation": "route53" })).toBeUndefined();
  expect(itemOf("certificate[seed]", { "certificates.issuance": "http01" })).toMatchObject({ team: "security", dependsOn: ["todo.records"] });
});

test("workers elsewhere need a route and names, both still open", () => {
  const { checklist } = planFrom(starterAnswers("vsphere-plus-azure"));
  const blocked = checklist.filter(({ id }) => id.includes("[azure-weu]")).flatMap(({ blockedBy }) => blockedBy);
  expect(blocked).toEqual(expect.arrayContaining(["network.datacenters.azure-weu.routeToSeed", "network.datacenters.azure-weu.resolvesDomain"]));
});

test("records are looked up from each place with machines", () => {
  expect(itemOf("records")?.verify).toMatch(/from a machine in the node network$/);
  expect(planFrom(starterAnswers("vsphere-plus-azure")).checklist.find(({ id }) => id === "todo.records")?.verify).toMatch(/in the node network of each place$/);
});

describe("records whose addresses are handed out during the installation", () => {
  const cloud = () => planFrom(starterAnswers("edge-from-google-cloud")).checklist;

  test("are agreed on, and looked up only where the address is there before", () => {
    const { title, verify, dependsOn } = cloud().find(({ id }) => id === "todo.records") ?? { title: "", verify: "", dependsOn: [] };
    expect(title).toBe("3 DNS records agreed on for the day of the installation");
    expect(verify).not.toContain("dig");
    expect(dependsOn).toEqual([]);
    const both = planFrom(starterAnswers("vsphere-plus-azure-seed")).checklist.find(({ id }) => id === "todo.records");
    expect(both?.title).toMatch(/^\d+ DNS records entered, \d+ of them agreed on for the day of the installation$/);
    expect(both?.verify).toMatch(/^`dig \+short` prints .*; the DNS team has .* named who enters/);
    expect(itemOf("records")?.verify).not.toContain("named who");
  });

  test("keep the way in from being tried before", () => {
    const item = cloud().find(({ id }) => id === "todo.certificate[seed]");
    expect(item?.dependsOn).toEqual([]);
    expect(item?.verify).toMatch(/whatever address the load balancer of seed gets.*is tried at the acceptance$/);
    expect(itemOf("certificate[seed]", { "certificates.issuance": "http01" })?.verify).toMatch(/^After `curl -I`/);
  });

  test("and firewall rows with them are prepared by name", () => {
    expect(cloud().find(({ id }) => id === "todo.firewall-flows")?.verify).toMatch(/, the \d+ with an address that is handed out during the installation prepared by name/);
    expect(itemOf("firewall-flows")?.verify).not.toContain("handed out");
  });

  test("external-dns takes over no record that stands there already", () => {
    const written = { "dns.automation": "route53", "dns.externalDns": true };
    expect(itemOf("records", written)).toMatchObject({ title: "7 DNS records left to external-dns" });
    expect(itemOf("records", written)?.verify).toMatch(/prints nothing for each of/);
    expect(itemOf("records", { ...written, "project.upgradeFrom": "2.29" })).toBeUndefined();
  });
});

test("machines that are there already answer a ping; those that Terraform makes do not yet", () => {
  const verify = (name: string, cluster: string) => planFrom(starterAnswers(name)).checklist.find(({ id }) => id === `todo.fixed-addresses[${cluster}]`)?.verify;
  expect(verify("kubevirt-on-bare-metal", "seed")).toBe("The address register shows each as reserved for its machine, and nothing else answers there");
  expect(verify("reference-setup", "seed")).toContain("`ping` gets no answer before the installation");
});

describe("an upgrade orders nothing that the platform stands on already", () => {
  const ids = (changes: Changes) => referencePlan(changes).checklist.map(({ id }) => id.replace(/^todo\./, "").replace(/\[.*/, ""));
  const STANDING = ["node-network", "worker-network", "dhcp", "dhcp-workers", "name-and-time", "routers", "machines", "fixed-addresses"];
  const standing = (changes: Changes) => ids(changes).filter((id) => STANDING.includes(id));

  test("neither networks nor machines nor routers", () => {
    expect(new Set(standing({})).size).toBeGreaterThan(5);
    expect(standing({ "project.release": "2.30", "project.upgradeFrom": "2.29" })).toEqual([]);
    expect(standing({ "project.release": "2.31", "project.upgradeFrom": "2.30" })).toEqual([]);
  });

  test("neither storage nor balancers nor accounts of the infrastructure", () => {
    const there = ["class.kubermatic-fast", "bucket", "account.vsphere-infrastructure", "account.vsphere-ccm-csi", "account.ssh-key", "account.backup-bucket", "account.pull-secret", "spread", "node-to-node"];
    const s3: Changes = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.bucket": "kkpbackup", "loadBalancer.clusters.seed.kind": "metallb-l2" };
    const found = (changes: Changes) => ids({ ...s3, ...changes }).filter((id) => there.includes(id));
    expect(found({}).toSorted()).toEqual(there.toSorted());
    expect(found({ "project.release": "2.31", "project.upgradeFrom": "2.30" })).toEqual([]);
    expect(ids({ "project.release": "2.31", "project.upgradeFrom": "2.30" })).toContain("tools");
  });

  /** What an upgrade does ask for: what the new release or the new entry changes, and what it closes meanwhile. */
  const ASKED = ["address.pool", "certificate", "existing-cluster", "external-hosts", "firewall-flows", "front-ports", "images", "kubelb-release", "issuer-plug-in", "kubevirt-volumes", "mla-driver", "mla-workers", "pause", "platform-kubernetes", "preparation.client", "preparation.seed-client", "profiles", "public-address", "records", "records-later", "redirect-uris", "solver-webhook", "tools", "vsphere-version"];

  test.each([...starterNames.map((name) => [name, starterAnswers(name)] as const), ...installationNames.map((name) => [name, installationAnswers(name)] as const)])("%s", (_name, answers) => {
    const from = releases.find(({ id }) => id === answers.given["project.release"])?.upgradesFrom ?? "2.30";
    const release = answers.given["project.release"] === "2.28" ? { "project.release": "2.31" } : {};
    const plan = planFrom(changed(answers, { ...release, "project.upgradeFrom": from, "loadBalancer.entryBefore": "nginx", "access.newSecrets": undefined }));
    const kinds = plan.checklist.map(({ id }) => id.replace(/^todo\./, "").replace(/\[.*/, "").replace(/^(preparation\.client)\..*/, "$1"));
    expect(kinds.filter((kind) => !ASKED.includes(kind))).toEqual([]);
  });

  /** Rows with what their ends are; an address that is handed out is another one where a former entry keeps its own. */
  function rowsOf({ firewall }: Plan): readonly { readonly line: string; readonly former: boolean }[] {
    const ids = new Set(firewall.endpoints.map(({ id }) => id));
    const shown = new Map(firewall.endpoints.map(({ id, addresses }) => [id, addresses.map((value) => (value.kind === "known" ? value.value : `${ids.has(`former-${id}`) ? "another" : "one"} that is handed out`)).join()]));
    return firewall.flows.map(({ source, destination, protocol, ports }) => ({ line: [source, shown.get(source), destination, shown.get(destination), protocol, ports].join(" "), former: destination.startsWith("former-entry[") }));
  }

  const PAIRS = [["2.28", "2.29"], ["2.29", "2.30"], ["2.30", "2.31"]] as const;

  test.each([...goldenAnswers()].flatMap(([name, answers]) => PAIRS.map(([from, to]) => [name, from, to, answers] as const)))("%s %s → %s: rows and repositories that the installed platform has are not ordered", (_name, from, to, answers) => {
    const now = planFrom(asUpgrade(answers, { "project.release": to, "project.upgradeFrom": from, "access.newSecrets": undefined }));
    const before = planFrom(changed(answers, { "project.release": from, "project.upgradeFrom": "none", "loadBalancer.entry": "standard" }));
    const item = (id: string) => now.checklist.find((one) => one.id === `todo.${id}`)?.title;
    const held = new Set(rowsOf(before).map(({ line }) => line));
    // A Gateway of the customer takes no address of the block, so the other ones move up.
    const added = rowsOf(now).filter(({ line, former }) => !former && !held.has(line) && !line.includes(" nodeport-proxy["));
    expect(item("firewall-flows")?.replace(/ opened for .*/, "")).toBe(added.length === 0 ? undefined : `${added.length} firewall row${added.length === 1 ? "" : "s"}`);
    const hosts = ({ firewall }: Plan) => firewall.external.map(({ source, host }) => `${source} ${host}`);
    const had = new Set(hosts(before));
    const more = [...new Set(hosts(now).filter((row) => !had.has(row)).map((row) => row.split(" ")[1] ?? ""))];
    const title = item("external-hosts");
    expect(title === undefined ? [] : title.replace(/ on allow-lists(?: that look at paths)?$/, "").split(/, | and /).toSorted()).toEqual(more.toSorted());
    // Whoever looks at hosts alone has nothing to add, but for the charts that a mirror workstation asks for.
    const whole = new Set(hosts(before).map((row) => row.split("/")[0]));
    expect(hosts(now).filter((row) => !had.has(row) && !whole.has(row.split("/")[0]) && !row.startsWith("mirror-host "))).toEqual([]);
    const charted = releases.find(({ id }) => id === to)?.chartHosts.map(({ host }) => host) ?? [];
    expect(hosts(now).filter((row) => !had.has(row) && row.startsWith("mirror-host ") && !charted.includes(row.slice("mirror-host ".length)) && !row.includes("/"))).toEqual([]);
  });

  test("but a client that gets other redirect URIs, and a forwarding that leads to another entry", () => {
    const client = (from: string, release: string) => planFrom(changed(starterAnswers("azure-keycloak"), { "project.release": release, "project.upgradeFrom": from, "loadBalancer.entryBefore": "nginx" })).checklist.flatMap(({ id }) => (/client|redirect/.test(id) ? [id] : []));
    expect(client("2.30", "2.31").toSorted()).toEqual(["todo.preparation.client.kubermaticIssuer"]);
    expect(client("2.29", "2.30")).toEqual([]);
    const led = { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.5", "dns.zone": "split" };
    expect([["2.30", "2.31"], ["2.29", "2.30"]].map(([from, release]) => ids({ ...led, "project.upgradeFrom": from, "project.release": release }).includes("public-address"))).toEqual([true, false]);
  });

  test("but the Kubernetes versions of the new release, of whoever upgrades the cluster", () => {
    const run = (changes: Changes) => referencePlan({ "infrastructure.clusters.seed.apiHost": "api.example.com", ...changes }).checklist.filter(({ id }) => /^todo\.(existing-cluster|platform-kubernetes)/.test(id));
    const [existing, upgrade] = [{ "infrastructure.clusters.seed.provisioning": "existing" }, { "project.release": "2.31", "project.upgradeFrom": "2.30" }];
    expect(run(existing).map(({ id }) => id)).toEqual(["todo.existing-cluster[seed]", "todo.existing-cluster-login[seed]", "todo.existing-cluster-driver[seed]", "todo.existing-cluster-webhooks[seed]"]);
    // The login is the kubeconfig that is handed over: it is asked for once, behind the cluster.
    const { checklist } = referencePlan({ "infrastructure.clusters.seed.apiHost": "api.example.com", ...existing });
    expect(checklist.filter(({ title }) => title.startsWith("kubeconfig of "))).toEqual([]);
    expect(checklist.find(({ id }) => id === "todo.existing-cluster-login[seed]")?.dependsOn).toEqual(["todo.existing-cluster[seed]"]);
    const asked = (changes: Changes) => run(changes).map(({ title, team, why }) => [title.replaceAll(/1\.\d+/g, "1.x"), team, why.split(" seed;")[0]]);
    expect(asked({ ...existing, ...upgrade })).toEqual([["seed on Kubernetes 1.x to 1.x", "infrastructure", "Whoever built it upgrades"]]);
    expect(asked(upgrade)).toEqual([["seed on Kubernetes 1.x to 1.x", "platform", "Whoever keeps its kubeone.yaml upgrades"]]);
    expect(run({})).toEqual([]);
  });

  test("but the second address of an entry that is replaced", () => {
    const block = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.address.pool[seed]");
    expect(block({})?.title).toBe("Block 10.20.30.0/28 reserved for virtual addresses of seed");
    expect(block({ "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE })).toMatchObject({
      title: "10.20.30.3 of the block 10.20.30.0/28 free for Envoy Gateway of seed",
      verify: "The address register shows 10.20.30.3 as reserved, and `ping` gets no answer from it before the upgrade",
    });
    expect(block({ "project.release": "2.31", "project.upgradeFrom": "2.30" })).toMatchObject({ title: "An address of the block 10.20.30.0/28 free for Envoy Gateway of seed", blockedBy: ["loadBalancer.clusters.seed.keepFormerEntry"] });
    expect(block({ "project.release": "2.30", "project.upgradeFrom": "2.29" })).toBeUndefined();
  });
});

test.each([
  ["edge-from-google-cloud", {}, "shop-devices", "From a machine beside the workers, `nc -vz` reaches a test machine through a test load balancer of Google Cloud at the place of the Seed"],
  ["vsphere-plus-azure", {}, "azure-weu", "From a machine beside the workers, `traceroute` towards an address of 10.20.30.0/28 gets as far as the routers of the Seed"],
  ["vsphere-plus-azure", { "loadBalancer.clusters.seed.kind": "appliance" }, "azure-weu", "From a machine beside the workers, `traceroute` towards an address of 10.20.30.0/28 gets as far as the network in front of the Seed"],
  ["vsphere-plus-azure", { "loadBalancer.clusters.seed.kind": "metallb-l2", "loadBalancer.clusters.seed.pool": "10.20.0.16/28" }, "azure-weu", "From a machine beside the workers, `nc -vz` reaches a listener on a test machine in the node network of the Seed"],
  ["vsphere-plus-azure", { "loadBalancer.clusters.seed.kind": "kubelb" }, "azure-weu", "From a machine beside the workers, `nc -vz` reaches a test Service of KubeLB"],
])("%s %j: the route of workers elsewhere is proved to where the virtual addresses are", (starter, changes, datacenter, verify) => {
  const plan = planFrom(changed(starterAnswers(starter), changes));
  expect(plan.checklist.find(({ id }) => id === `todo.access.route[${datacenter}]`)?.verify).toBe(verify);
});

test("an upgrade asks for the records that it moves, on its day, and for no others", () => {
  const moving = itemOf("records", { "project.release": "2.31", "project.upgradeFrom": "2.30" });
  expect(moving?.title).toBe("6 DNS records agreed on for the day of the upgrade");
  expect(moving?.verify).not.toContain("dig");
  expect(moving?.verify).not.toContain("test.seed.");
  expect(itemOf("records", { "project.upgradeFrom": "2.29" })).toBeUndefined();
});

test("an upgrade moves the forwarding with the records, and leaves that of an entry that stays", () => {
  const led = { "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.5" };
  const upgrade = { ...led, "project.release": "2.31", "project.upgradeFrom": "2.30" };
  expect(itemOf("public-address[seed]", led)?.verify).toContain("curl -I");
  expect(itemOf("public-address[seed]", upgrade)).toMatchObject({ title: expect.stringMatching(/, agreed on for the day of the upgrade$/) as string, verify: expect.stringMatching(/^Until then it leads to NGINX Ingress; somebody is named/) as string });
  expect(referencePlan(upgrade).runbook.find(({ id }) => id === "step.upgrade-names")?.text).toContain("The forwarding from the public address to seed changes at the same moment. ");
  expect(itemOf("public-address[seed]", { ...led, "project.upgradeFrom": "2.29" })).toBeUndefined();
});

test("what external-dns does not fill of a split zone is left to people", () => {
  const written = { "dns.automation": "azuredns", "dns.externalDns": true, "dns.zoneName": "example.com" };
  expect(itemOf("records", { ...written, "dns.zone": "private" })?.verify).not.toContain("outer view");
  const split = { ...written, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.10" };
  expect(itemOf("records", split)?.verify).toMatch(/^`dig \+short` inside prints nothing for each of kubermatic\.example\.com, /);
  expect(itemOf("records-by-hand", split)).toMatchObject({
    title: "6 DNS records agreed on, entered by hand beside external-dns",
    verify: expect.stringMatching(/^The DNS team has for the outer view kubermatic\.example\.com, .*, with their types, and has named who enters each /) as string,
    why: expect.stringContaining("external-dns writes what routes and annotated Services name, into the inner view;") as string,
  });
});

test("a name of a public entry stands in both views, and people enter it into the outer one", () => {
  const split = changed(starterAnswers("azure-keycloak"), { "dns.zone": "split", "dns.outside": true });
  const item = (answers: typeof split, id: string) => planFrom(answers).checklist.find((one) => one.id === `todo.${id}`);
  expect(item(split, "records")?.title).toBe("7 DNS records left to external-dns");
  expect(item(split, "records-by-hand")?.verify).toMatch(/^The DNS team has for the outer view kkp\.cloud\.example\.com, .*\*\.weu\./);
  expect(item(changed(split, { "dns.outside": false }), "records-by-hand")).toBeUndefined();
  const upgrade = item(changed(split, { "project.upgradeFrom": "2.30" }), "records");
  expect(upgrade?.verify).toMatch(/looks whether external-dns has moved them, and moves by hand what it did not write, at the moment .*; it has named who changes the same in the outer view/);
});

test("where people fill both views, each proof is asked where its address is found", () => {
  const verify = planFrom(installationAnswers("play-in-two-places")).checklist.find(({ id }) => id === "todo.records")?.verify ?? "";
  expect(verify).toMatch(/^A resolver on the internet shows what the record table has for the internet for each of grafana\.vie\./);
  expect(verify).toContain("; the DNS team has for the inner view ");
  expect(verify).toContain(" and for both views play.example, ");
  expect(verify).not.toMatch(/`dig \+short` prints the address .* grafana\.vie\./);
});

test("images that the runbook mirrors are not asked for before it; the way to them is", () => {
  const item = planFrom(starterAnswers("air-gapped-bank")).checklist.find(({ id }) => id === "todo.images");
  expect(item?.verify).toMatch(/pushes a test image to .* those of KKP follow by `mirror-images` in the runbook$/);
});

test("a bastion beside a cluster that nobody enters is tried at the Kubernetes API, not at port 22", () => {
  const managed = { "infrastructure.clusters.seed.provisioning": "managed" };
  expect(itemOf("access.bastion[main]")?.verify).toContain("port 22");
  expect(itemOf("access.bastion[main]", managed)?.verify).toContain("the Kubernetes API of each cluster that is there already");
  expect(referencePlan(managed).access.find(({ id }) => id === "access.bastion[main]")?.why).not.toContain("SSH");
});

test("the block for workloads is ordered by name once it is given", () => {
  const open = itemOf("workloads[fra-vsphere]", { "workloads.datacenters.fra-vsphere.block": undefined });
  expect(open?.title).toBe("Block of at least 12 addresses for workloads of fra-vsphere");
  const given = referencePlan({ [open?.blockedBy[0] ?? ""]: "10.22.0.0/24" }).checklist.find(({ id }) => id === open?.id);
  expect(given).toMatchObject({ title: "Block 10.22.0.0/24 reserved for workloads of fra-vsphere", blockedBy: [] });
  expect(given?.verify).toContain("all of 10.22.0.0/24");
});

describe("a dedicated master without etcd of user clusters", () => {
  const parts = (storage: string) => {
    const plan = planFrom(changed(starterAnswers("large-data-centre"), { "monitoring.storage": storage }));
    return { plan, row: plan.storage.classes.find(({ cluster, name }) => cluster === "master" && name === "kubermatic-fast"), item: plan.checklist.find(({ id }) => id === "todo.class.kubermatic-fast[master]") };
  };

  test("wants no disk of etcd and no measurement of it", () => {
    const { plan, row, item } = parts("shared");
    expect(row?.capacity).toBeGreaterThan(0);
    expect(row?.demands.filter((demand) => /IOPS|WAL|fio/.test(demand))).toEqual([]);
    expect(plan.runbook.flatMap(({ id }) => (id.startsWith("step.fio[") ? [id] : []))).toEqual(["step.fio[seed]"]);
    expect(item?.verify).toMatch(/^The storage shows .* as free for it/);
  });

  test("orders nothing of the class where nothing is kept on it", () => {
    const { row, item } = parts("own");
    expect(row?.capacity).toBe(0);
    expect(item).toBeUndefined();
  });
});

test("control planes apart still stand close enough for etcd", () => {
  expect(itemOf("spread[seed]")?.how).toBe("They stay in one data centre where possible, with 1 GbE between them, or 10 GbE in a large cluster.");
});

test.each([
  ["records", "monitoring.mla"],
  ["external-hosts", "infrastructure.clusters.seed.provisioning"],
  ["firewall-flows", "access.bastion"],
])("%s, which counts rows, names the answer that further rows wait for: %s", (id, path) => {
  const open = planFrom(changed(starterAnswers("air-gapped-bank"), { [path]: undefined })).checklist;
  const item = open.find((one) => one.id === `todo.${id}`);
  expect(item?.blockedBy).toContain(path);
  expect(item?.title).toMatch(/^\d+ [A-Za-z ]+ so far /);
});

test("an allow-list without what one more registry gives names the answer that it waits for", () => {
  const item = (changes: NonNullable<Changes>) => planFrom(changed(starterAnswers("azure-keycloak"), changes)).checklist.find(({ id }) => id === "todo.external-hosts");
  expect(item({})?.blockedBy).toEqual([]);
  expect(item({ "monitoring.mla": undefined })?.blockedBy).toContain("monitoring.mla");
});

test("an allow-list is tried from a network that Terraform makes only where something in it calls a host of the list", () => {
  const verify = (plan: Plan, id: string) => plan.checklist.find((item) => item.id === `todo.${id}`)?.verify ?? "";
  const LATER = ", which Terraform makes, it is tried in the step";
  expect(verify(planFrom(starterAnswers("azure-keycloak")), "external-hosts")).toContain(LATER);
  const offline = planFrom(changed(installationAnswers("cloud-director-hoster"), {}));
  expect([...new Set(offline.firewall.external.map(({ source }) => source))].toSorted()).toEqual(["mirror-host"]);
  expect([verify(offline, "firewall-flows").includes(LATER), verify(offline, "external-hosts").includes(LATER)]).toEqual([true, false]);
});

test("redirect URIs are registered once: with the clients where each has an item, and together where one client has them", () => {
  const { checklist, identity } = planFrom(starterAnswers("azure-keycloak"));
  const clients = new Set(identity.redirectUris.filter(({ registeredAt, issuerHost }) => registeredAt === "identity-provider" && issuerHost === undefined).map(({ client }) => client));
  expect(clients.size).toBeGreaterThan(1);
  for (const client of clients) expect(checklist.map(({ id }) => id)).toContain(`todo.preparation.client.${client}`);
  expect(checklist.filter(({ id }) => id === "todo.redirect-uris")).toEqual([]);
  expect(referencePlan({ "authentication.connector": "oidc" }).checklist.filter(({ id }) => id === "todo.redirect-uris").length).toBe(1);
});

test("a service provider of SAML and a client of OpenShift are asked for with the callback of Dex, which nobody asks for again", () => {
  const CALLBACK = "https://kubermatic.example.com/dex/callback";
  const items = (connector: string, further: readonly string[] = []) => referencePlan({ "project.upgradeFrom": "none", "authentication.connector": connector, "authentication.furtherSources": further }).checklist;
  const naming = (list: ReturnType<typeof items>) => list.filter(({ title, verify }) => `${title} ${verify}`.includes(CALLBACK)).map(({ id, title }) => `${id}: ${title}`);
  expect(naming(items("saml"))).toEqual([`todo.preparation.saml.service-provider: Dex as a service provider with ${CALLBACK} as ACS URL and as entity issuer; the URL of the sign-on by HTTP POST`]);
  expect(naming(items("openshift"))).toEqual([`todo.preparation.openshift.client: A service account or an OAuthClient with the redirect URI ${CALLBACK}: its name, and its secret in the secret store`]);
  expect(naming(items("saml", ["github"])).at(-1)).toBe("todo.redirect-uris: Redirect URI registered at GitHub");
});

test("no node network is asked of a place whose workers all stand in networks of their own", () => {
  const path = "network.places.azure.nodeNetwork";
  const plan = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure"), { [path]: undefined, ...changes }));
  const asks = ({ openPoints }: Plan) => openPoints.some((point) => point.path === path);
  const own = plan({ "network.datacenters.azure-weu.workersIn": "own-network", "network.datacenters.azure-weu.workerNetwork": "10.30.8.0/22" });
  expect(asks(plan({}))).toBe(true);
  expect(asks(plan({ "network.datacenters.azure-weu.workersIn": undefined }))).toBe(true);
  expect(asks(own)).toBe(false);
  expect(own.checklist.map(({ id }) => id)).not.toContain("todo.node-network[azure]");
  expect(own.checklist.map(({ id }) => id)).toContain("todo.node-network[main]");
});

test("name and time servers are tried from the workers where nothing else stands", () => {
  const path = "network.places.shops.nodeNetwork";
  const { checklist, openPoints } = planFrom(changed(starterAnswers("edge-from-google-cloud"), { [path]: undefined, "network.datacenters.shop-devices.workersIn": "own-network", "network.datacenters.shop-devices.workerNetwork": "10.61.8.0/22" }));
  expect(openPoints.map((point) => point.path)).not.toContain(path);
  const item = checklist.find(({ id }) => id === "todo.name-and-time[shops]");
  expect(item?.verify).toContain("On a test machine in the network of the workers of shop-devices, `resolvectl status`, or `cat /etc/resolv.conf` where systemd-resolved does not run, lists the name servers and `timedatectl` says");
  expect(item?.dependsOn).toEqual(["todo.worker-network[shop-devices]"]);
});

test("the order of a node network waits while a cluster has neither place nor provider: its Terraform may make that network", () => {
  const [place, provider] = ["infrastructure.clusters.seed.place", "infrastructure.clusters.seed.provider"];
  const { checklist, openPoints } = referencePlan({ [place]: undefined, [provider]: undefined });
  expect(checklist.map(({ id }) => id)).not.toContain("todo.node-network[main]");
  expect(openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining([place, provider]));
});

describe("how a credential is seen to be ready is its own way", () => {
  const verify = (plan: Plan, start: string) => plan.checklist.filter(({ title }) => title.startsWith(start)).map((item) => item.verify);

  test("the pull secret pulls", () =>
    expect(verify(planFrom(starterAnswers("large-data-centre")), "Pull secret")).toEqual([expect.stringMatching(/^The secret store holds imagePullSecret; where its text is the config\.json of the folder that `docker --config` names, `docker manifest inspect quay\.io\/kubermatic\/kubermatic-ee:v2\.\d+\.\d+` prints the manifest/)]));

  test("a key pair fits, to machines that are made and to those that are there", () => {
    expect(verify(planFrom(starterAnswers("air-gapped-bank")), "SSH key pair")[0]).toContain("the public one that the machines get when they are made");
    expect(verify(planFrom(installationAnswers("factory-on-tinkerbell")), "SSH key pair")[0]).toContain("`ssh` with it runs `sudo -n true` on each machine without a question");
  });

  test("the account of the registry fills it", () => expect(verify(planFrom(starterAnswers("air-gapped-bank")), "Account that fills")[0]).toContain("`docker push` of a test image is taken, and without it refused"));

  test("keys of a bucket write and delete there alone", () => expect(verify(planFrom(starterAnswers("air-gapped-bank")), "S3 credentials").every((text) => text.includes("`mc cp`"))).toBe(true));

  test("an account of a cloud shows its permissions", () => expect(verify(planFrom(starterAnswers("aws-single-region")), "AWS")[0]).toContain("shows the listed permissions and no others"));
});

test("what is proved on a machine of the node network comes after the network, where somebody orders it", () => {
  const after = (plan: ReturnType<typeof referencePlan>, id: string) => plan.checklist.find((item) => item.id === id)?.dependsOn;
  const outside = referencePlan({ "storage.clusters.seed.backupTarget": "s3" });
  for (const id of ["todo.fixed-addresses[seed]", "todo.node-to-node[seed]", "todo.bucket[seed]"]) expect(after(outside, id), id).toContain("todo.node-network[main]");
  // Rows and hosts are tried from the workers as well.
  for (const id of ["todo.firewall-flows", "todo.external-hosts"]) expect(after(outside, id), id).toEqual(["todo.node-network[main]"]);
  expect(after(referencePlan({ "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.20.8.0/22" }), "todo.firewall-flows")).toEqual(["todo.node-network[main]", "todo.worker-network[fra-vsphere]"]);
  // Terraform makes the network on Hetzner, and the proof waits for the runbook.
  const made = referencePlan({ "infrastructure.clusters.seed.provider": "hetzner", "storage.clusters.seed.backupTarget": "s3" });
  expect(after(made, "todo.bucket[seed]")).toEqual([]);
});

describe("the pod network of a KubeVirt cluster", () => {
  const hall = starterAnswers("kubevirt-on-bare-metal");
  const item = (changes: NonNullable<Changes>, id = "todo.worker-network[hall-vms]") => planFrom(changed(hall, changes)).checklist.find((one) => one.id === id);
  const RANGES = "network.infrastructureRanges";

  test("comes with that cluster, from those who build it", () => {
    expect(item({ [RANGES]: ["10.80.0.0/15"] })).toMatchObject({ title: expect.stringMatching(/^Pod network 10\.81\.0\.0\/22 of the KubeVirt cluster for hall-vms at /) as string, team: "infrastructure", dependsOn: ["todo.kubevirt-cluster[hall]"] });
  });

  test("is ordered from the network team where it is none, and waits for who says so", () => {
    expect(item({ [RANGES]: ["10.99.0.0/16"] })).toMatchObject({ title: expect.stringMatching(/^Worker network 10\.81\.0\.0\/22/) as string, team: "network", dependsOn: [] });
    // Which team brings it hangs on the answer, so neither is asked before.
    expect(item({ [RANGES]: undefined })).toBeUndefined();
    expect(planFrom(changed(hall, { [RANGES]: undefined })).openPoints.map(({ path }) => path)).toContain(RANGES);
  });
});
