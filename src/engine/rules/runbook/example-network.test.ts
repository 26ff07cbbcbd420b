import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import type { Plan } from "../../plan/plan.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { changed, type Changes } from "../../testing/reference.ts";
import { stepText } from "../../testing/step-text.ts";

const plan = (answers: Answers, changes: Changes = {}) => planFrom(changed(answers, changes));
const fresh = { "project.upgradeFrom": "none" };
const terraform = (from: Plan, cluster: string) => stepText(from.runbook.find(({ id }) => id === `step.terraform[${cluster}]`));
const item = (from: Plan, id: string) => from.checklist.find((row) => row.id === `todo.${id}`);

test("each example that asks for no network says in which one its machines stand", () => {
  const all: readonly Provider[] = providers;
  const said = Object.fromEntries(all.flatMap(({ id, kubeone }) => (kubeone?.nodeNetwork ? [[id, kubeone.nodeNetwork.by]] : [])));
  expect(said).toEqual({ aws: "customer", azure: "terraform", digitalocean: "customer", gcp: "customer", hetzner: "terraform", openstack: "terraform", "vmware-cloud-director": "terraform" });
  for (const { kubeone } of all) if (kubeone?.nodeNetwork?.by === "terraform") expect([kubeone.nodeNetwork.again, kubeone.nodeNetwork.verify]).not.toContain(undefined);
});

describe("Azure: main.tf fixes another range", () => {
  const azure = (changes: Changes = {}) => plan(starterAnswers("azure-keycloak"), changes);

  test("the step names what is changed, and which ranges of the plan the fixed one overlaps", () => {
    const text = terraform(azure(), "seed");
    expect(text).toContain("address_space of azurerm_virtual_network.vpc becomes a range that holds 10.60.0.0/22, and address_prefixes of azurerm_subnet.subnet becomes 10.60.0.0/22.");
    expect(text).toContain("Left alone, Terraform makes 172.16.0.0/12 and 172.16.1.0/24");
    expect(text).toContain("172.16.0.0/12 overlaps 172.25.0.0/16, the pod range of user clusters");
    expect(terraform(azure({ "network.userClusterPods": "10.200.0.0/16" }), "seed")).not.toContain("overlaps");
  });

  test("nobody orders the network, and its proof comes after Terraform", () => {
    const row = item(azure(), "node-network[weu]");
    expect(row?.title).toBe("10.60.0.0/22 kept free for the node network at Azure West Europe, which Terraform makes");
    expect(row?.verify).not.toContain("az network");
    expect(row?.how).toContain("what needs a machine in it is tried in the step “Try the network of weu” of the runbook");
    expect(item(azure({ "infrastructure.clusters.seed.provisioning": "managed" }), "node-network[weu]")?.title).toBe("Node network 10.60.0.0/22 at Azure West Europe");
  });

  test("a network for workers is ordered where they stand in one of their own", () => {
    expect(item(azure(), "azure-network[weu]")?.title).toBe("Resource group, virtual network and subnet for the workers of user clusters, Azure West Europe");
    expect(item(azure({ "network.datacenters.azure-weu.workersIn": "node-network" }), "azure-network[weu]")).toBeUndefined();
  });
});

test("Google Cloud and DigitalOcean take networks that are there, and by default others", () => {
  const google = plan(starterAnswers("edge-from-google-cloud"), { "infrastructure.clusters.seed.provisioning": "kubeone", "infrastructure.clusters.seed.controlPlanes": 3, "loadBalancer.clusters.seed.apiEndpoint": "provider", "network.places.gcp.nodeNetwork": "10.90.0.0/24" });
  expect(terraform(google, "seed")).toContain("google_compute_subnetwork.subnet name `default`; they take the names of the network and of the subnetwork whose range is 10.90.0.0/24,");
  expect(item(google, "gcp-network[gcp]")).toBeDefined();
  const droplets = plan(installationAnswers("droplets-for-a-start-up"), fresh);
  expect(terraform(droplets, "kubermatic")).toContain("the default VPC of the region: that one has the range 10.22.0.0/22");
  expect(item(droplets, "digitalocean-vpc[main]")?.verify).toContain("with true as default");
});

test("Hetzner: Terraform's network bears the name that datacenters give", () => {
  const hetzner = plan(starterAnswers("proof-of-concept"));
  expect(terraform(hetzner, "kubermatic")).toContain("hcloud_network.net is called kkp, as datacenters here name it.");
  const among = "network.datacenters.hetzner-hel1.workersIn";
  const name = "infrastructure.places.hel1.hetznerNetwork";
  expect(terraform(plan(starterAnswers("proof-of-concept"), { [name]: undefined }), "kubermatic")).toContain("hcloud_network.net is called by the name that is still open, as datacenters here name it.");
  expect(terraform(plan(starterAnswers("proof-of-concept"), { [among]: undefined }), "kubermatic")).toContain("hcloud_network.net is called kkp,");
  expect(terraform(plan(starterAnswers("proof-of-concept"), { [among]: "own-network" }), "kubermatic")).not.toContain("hcloud_network.net");
  expect(item(hetzner, "hetzner-network[hel1]")).toBeUndefined();
  expect(item(hetzner, "node-network[hel1]")?.title).toContain("which Terraform makes");
});

describe("Cloud Director", () => {
  const hoster = (changes: Changes = {}) => plan(installationAnswers("cloud-director-hoster"), { ...fresh, ...changes });

  test("the variables of its network take the plan's values, and another length than /24 its lines", () => {
    const text = terraform(hoster(), "seed");
    expect(text).toContain('gateway_ip = "10.21.0.1"\ndhcp_start_address = "10.21.3.0"\ndhcp_end_address = "10.21.3.250"\nnetwork_dns_server_1 = "10.21.9.53"');
    expect(text).toContain("gets the netmask of /22");
    expect(terraform(hoster({ "network.places.main.nodeNetwork": "10.21.0.0/24" }), "seed")).not.toContain("netmask");
  });

  test("its leases and names are tried when it is there, and nobody is asked for them before", () => {
    expect(item(hoster(), "dhcp[main]")).toBeUndefined();
    expect(item(hoster(), "node-to-node[seed]")).toBeUndefined();
    expect(item(hoster(), "name-and-time[main]")?.verify).toBe("Whoever runs the servers says that they answer machines in 10.21.0.0/22; it is tried in the step “Try the network of seed” of the runbook, when Terraform has made the network");
    expect(item(hoster(), "dhcp-workers[org-a]")?.verify).toMatch(/^A test machine gets an address/);
    const step = hoster().runbook.find(({ id }) => id === "step.network-trial[seed]");
    for (const proof of ["with its gateway and its DHCP pool", "gets one of 10.21.3.0-10.21.3.250", "`timedatectl` says", "TCP 10250 is refused", "from an engineer's machine, `nc -vz` reaches port 22", "`curl -sI`"]) expect(step?.text).toContain(proof);
    const order = hoster().runbook.map(({ id }) => id);
    expect([order.indexOf("step.listed-workers[seed]") + 1, order.indexOf("step.kubeone[seed]")]).toEqual([order.indexOf("step.network-trial[seed]"), order.indexOf("step.network-trial[seed]") + 1]);
  });

  test("an API in front of it stands outside the network that Terraform makes", () => {
    expect(item(hoster(), "fixed-addresses[seed]")?.verify).not.toContain("where it belongs");
    expect(item(hoster({ "loadBalancer.clusters.seed.apiAddress": "10.22.9.10" }), "fixed-addresses[seed]")?.verify).toContain("outside its DHCP pool, and 10.22.9.10 in the network where it belongs, and `ping`");
  });
});

test("no proof that comes before the installation needs a machine in a network that Terraform makes", () => {
  for (const [name, made] of [["azure-keycloak", "weu"], ["openstack-two-tenants", "seed"], ["proof-of-concept", "kubermatic"]] as const) {
    const { checklist, runbook } = plan(starterAnswers(name));
    const left = `“Try the network of ${made}”`;
    expect(checklist.filter(({ verify }) => /machine(?: with containerd)? in (?:the|a) node network|port 22 of a|network of each source|machine of each source/.test(verify) && !verify.includes(left) && !verify.includes("fails from elsewhere")).map(({ id }) => id)).toEqual([]);
    expect(runbook.some(({ id, title }) => id.startsWith("step.network-trial") && left.includes(title))).toBe(true);
  }
  const { checklist, runbook } = plan(starterAnswers("reference-setup"));
  expect(checklist.some(({ verify }) => verify.includes("Try the network"))).toBe(false);
  expect(runbook.some(({ id }) => id.includes("network-trial"))).toBe(false);
});

test("a second cluster of the place joins the network of the first, in place of making it again", () => {
  const two = plan(starterAnswers("vsphere-plus-azure-seed"), {
    "infrastructure.clusters.seed.provider": "azure",
    "infrastructure.clusters.azure-seed.place": "main",
  });
  expect(terraform(two, "seed")).toContain("address_prefixes of azurerm_subnet.subnet becomes 10.20.0.0/24");
  expect(terraform(two, "azure-seed")).toContain("Resource group, virtual network and subnet of seed are there by then");
  expect(terraform(two, "azure-seed")).not.toContain("Left alone, Terraform makes");
});

test("proofs need nothing that comes later, and the step takes over what the checklist leaves to it", () => {
  const offline = { ...fresh, "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 443, "network.mirrorTrust": "public", "storage.clusters.seed.backupTarget": "s3" };
  const from = plan(installationAnswers("cloud-director-hoster"), offline);
  const registry = item(from, "mirror-registry")?.verify;
  expect(registry).toContain("`crictl pull` of a test image that whoever runs it has pushed there succeeds");
  expect(registry).toContain("it is tried in the step “Try the network of");
  expect(from.checklist.filter(({ verify }) => verify.includes("public name"))).toEqual([]);
  const step = from.runbook.find(({ id }) => id === "step.network-trial[seed]")?.text;
  for (const proof of ["the keys of each bucket list or write it", "registry and mirrors answer as their items say"]) expect(step).toContain(proof);
  expect(step).not.toContain("route between");
  const weu = plan(starterAnswers("vsphere-plus-azure-seed")).runbook.find(({ id }) => id === "step.network-trial[azure-seed]")?.text;
  expect(weu).toContain("the other end of the route between azure-seed and seed answers; `dig SOA");
});

describe("a route between a Seed and the master is tried once both of its ends are there", () => {
  const sited = (changes: Changes) => plan(starterAnswers("vsphere-plus-azure-seed"), changes);
  const trial = (from: Plan, cluster: string) => from.runbook.find(({ id }) => id === `step.network-trial[${cluster}]`)?.text ?? "";
  const ROUTE = "the other end of the route between azure-seed and seed answers";
  const route = (from: Plan) => item(from, "access.route-to-master[azure-seed]")?.verify;
  const step = (cluster: string) => `it is tried in the step “Try the network of ${cluster}” of the runbook`;
  const AZURE = "azure";

  test("with the machines of the Seed, where Terraform makes both networks", () => {
    const from = sited({ "infrastructure.clusters.seed.provider": AZURE });
    expect(trial(from, "seed")).not.toMatch(/route between|dig SOA/);
    expect(trial(from, "azure-seed")).toContain(ROUTE);
    expect(route(from)).toMatch(new RegExp(`; from the node networks of seed and azure-seed, which Terraform makes, ${step("azure-seed")}$`));
    expect(item(from, "access.resolution-at-seed[azure-seed]")?.verify).toMatch(new RegExp(`; from the node network of azure-seed, which Terraform makes, ${step("azure-seed")}$`));
  });

  test("with those of the master, where the Seed's network is there before", () => {
    const from = sited({ "infrastructure.clusters.seed.provider": AZURE, "infrastructure.clusters.azure-seed.provider": "vsphere" });
    expect(trial(from, "seed")).toContain(ROUTE);
    expect(trial(from, "seed")).not.toContain("dig SOA");
    expect(route(from)).toMatch(new RegExp(`; from the node network of seed, which Terraform makes, ${step("seed")}$`));
    expect(item(from, "access.resolution-at-seed[azure-seed]")?.verify).not.toContain("it is tried");
  });

  test("never, where both stand at one place", () => {
    const from = sited({ "infrastructure.clusters.seed.provider": AZURE, "infrastructure.clusters.azure-seed.place": "main" });
    for (const cluster of ["seed", "azure-seed"]) expect(trial(from, cluster)).not.toMatch(/route between|dig SOA/);
  });
});

describe("AWS: three subnets are cut out of a VPC that is there", () => {
  const aws = starterAnswers("aws-single-region");
  const [place = "", cluster = ""] = [aws.subjects.place[0], aws.subjects.cluster[0]];
  const text = (block: string, changes: Changes = {}) => terraform(plan(aws, { ...fresh, [`network.places.${place}.nodeNetwork`]: block, ...changes }), cluster);
  const edit = "subnet_newbits becomes var.subnets_cidr - local.vpc_mask";

  // Two halvings of /16 and /20 leave more than the /24 of the example; of /24 itself they leave /26.
  test.each([
    ["10.64.0.0/16", 24, false],
    ["10.64.0.0/20", 24, true],
    ["10.64.0.0/24", 26, true],
  ])("%s: subnets_cidr is %d", (block, length, edited) => {
    expect(text(block)).toContain(`subnets_cidr = ${length}\n`);
    expect(text(block).includes(edit)).toBe(edited);
  });

  test("the edit names the length of this VPC", () => {
    expect(text("10.64.0.0/20")).toContain("right for a VPC of /16 alone, and this one has /20.");
  });
});

describe("Azure: two clusters in the network of one place", () => {
  const azure = starterAnswers("azure-keycloak");
  const [place = ""] = azure.subjects.place;
  const alone = plan(azure);
  const fields = (from: Plan, cluster: string) => from.runbook.find(({ id }) => id === `step.kubeone[${cluster}]`)?.files?.[0]?.lines.map((line) => line.trim()) ?? [];

  test("a single one leaves the group at the subnet, and its cloud controller takes its own objects", () => {
    expect(terraform(alone, "seed")).not.toContain("azurerm_network_interface_security_group_association");
    expect(fields(alone, "seed")).toEqual(expect.arrayContaining(['"vnetName": "weu-vpc",', '"vnetResourceGroup": "weu-rg",', '"securityGroupName": "weu-sg",', '"location": "westeurope",']));
  });

  test("with another cluster each has its group at its cards, and the second names the network of the first", () => {
    const more = {
      ...azure,
      subjects: { ...azure.subjects, cluster: [...azure.subjects.cluster, "second"] },
      given: { ...azure.given, ...Object.fromEntries(Object.entries(azure.given).filter(([path]) => path.includes(".clusters.seed.")).map(([path, value]) => [path.replace(".clusters.seed.", ".clusters.second."), value])), "infrastructure.clusters.seed.name": "weu", "infrastructure.clusters.second.name": "gwc", "infrastructure.clusters.seed.role": "master-and-seed", "infrastructure.clusters.second.role": "seed", "infrastructure.clusters.second.place": place },
    };
    const both = plan(more);
    for (const cluster of ["seed", "second"]) expect(terraform(both, cluster), cluster).toContain("azurerm_network_interface_security_group_association binds azurerm_network_security_group.sg");
    expect(terraform(both, "second")).not.toContain("stays that of");
    expect(fields(both, "second")).toEqual(expect.arrayContaining(['"resourceGroup": "gwc-rg",', '"vnetName": "weu-vpc",', '"vnetResourceGroup": "weu-rg",', '"subnetName": "weu-subnet",', '"securityGroupName": "gwc-sg",']));
  });
});
