import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { RunbookStep } from "../../plan/plan.ts";
import { cellOf, changed, referenceAnswers, valueOf, type Changes } from "../../testing/reference.ts";
import { platformWorkers } from "./provisioning.ts";

const cluster = (changes: Changes): Changes => Object.fromEntries(Object.entries(changes).map(([key, value]) => [`infrastructure.clusters.seed.${key}`, value]));
const planWith = (changes: Changes, more: Changes = {}) => planFrom(referenceAnswers({ ...cluster(changes), ...more }));
const variables = (made: RunbookStep | undefined): readonly string[] => made?.files?.flatMap(({ lines }) => lines) ?? [];
const step = (changes: Changes, id: string) => planWith(changes).runbook.find((row) => row.id === id);

describe("who makes the workers", () => {
  test.each([
    ["vSphere with leases", {}, "machine-controller"],
    ["vSphere with fixed addresses", { workerAddressing: "fixed" }, "static"],
    ["bare metal", { provider: "bare-metal" }, "static"],
    ["AWS", { provider: "aws", workerAddressing: undefined }, "machine-controller"],
  ])("%s", (_name, changes, who) => expect(valueOf(platformWorkers, referenceAnswers(cluster(changes)), "seed")).toBe(who));

  test("nobody asks where KubeOne builds nothing", () => {
    expect(cellOf(platformWorkers, referenceAnswers(cluster({ provisioning: "managed" })), "seed").outcome.kind).toBe("not-applicable");
  });
});

describe("KubeOne", () => {
  test("lists every machine of bare metal itself, without Terraform", () => {
    expect(step({ provider: "bare-metal" }, "step.terraform[seed]")).toBeUndefined();
    const built = step({ provider: "bare-metal" }, "step.kubeone[seed]");
    expect(built?.text).toContain("3 control-plane machines stand under controlPlane.hosts");
    expect(built?.commands.slice(0, 3)).toEqual(["if grep -nE '<[A-Za-z][^<>]*>' seed/kubeone.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else", "kubeone apply -m seed/kubeone.yaml", "fi"]);
  });

  test("is told what replaces the defaults of the example, and where its credentials stand", () => {
    const made = step({}, "step.terraform[seed]");
    for (const line of ['dc_name = "dc-1"', 'compute_cluster_name = "cl-1"', 'datastore_name = "datastore1"', 'api_vip = "10.20.0.10"', 'vrrp_interface = "<fill-in: vrrp_interface>"', "vrrp_router_id = 42"]) expect(variables(made)).toContain(line);
    expect(made?.text).toContain("VSPHERE_SERVER, VSPHERE_USER, VSPHERE_PASSWORD stand in the environment");
    expect(step({ provider: "hetzner", workerAddressing: undefined }, "step.terraform[seed]")?.text).toContain("HCLOUD_TOKEN stands in the environment");
    const built = step({}, "step.kubeone[seed]");
    expect(built?.commands.slice(0, 3)).toEqual(["if grep -nE '<[A-Za-z][^<>]*>' seed/kubeone.yaml seed/credentials.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else", "kubeone apply -m seed/kubeone.yaml -t seed/tf.json -c seed/credentials.yaml", "fi"]);
    expect(built?.commands.slice(-4)).toEqual(["if grep -nE '<[A-Za-z][^<>]*>' seed/kubeone.yaml seed/credentials.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else", "rm seed/credentials.yaml", "fi", 'eval "$(ssh-agent -k)"']);
    expect(step({ provider: "aws", workerAddressing: undefined }, "step.kubeone[seed]")?.commands[1]).toBe("kubeone apply -m seed/kubeone.yaml -t seed/tf.json");
  });

  test("names the front of the API, and sets keepalived up only where it is the front", () => {
    const made = (apiEndpoint: string, id: string) => planFrom(referenceAnswers({ "loadBalancer.clusters.seed.apiEndpoint": apiEndpoint })).runbook.find((row) => row.id === `${id}[seed]`);
    const behind = (apiEndpoint: string, id: string) => made(apiEndpoint, id)?.text;
    expect(behind("keepalived", "step.kubeone")).toContain("apiEndpoint.host is 10.20.0.10, and so is endpoint of kubeone_api in tf.json, which KubeOne takes before it.");
    expect(behind("external", "step.kubeone")).toContain("apiEndpoint.host is 10.20.0.10");
    // The record that the plan proposes leads there, so the certificate must know its name.
    expect(behind("external", "step.kubeone")).toContain("apiEndpoint.alternativeNames holds kube-api.kubermatic.example.com: the API's certificate would know its endpoint alone, and kubectl would refuse every other name.");
    expect(variables(made("external", "step.terraform"))).toContain('api_vip = ""');
    expect(step({ provider: "bare-metal" }, "step.kubeone[seed]")?.text).toContain("apiEndpoint.host is 10.20.0.10; left out, KubeOne would take the first control plane.");
    expect(step({ controlPlanes: 1 }, "step.kubeone[seed]")?.text).not.toContain("apiEndpoint");
  });

  test("builds the first target pool of Google Cloud with one member, and applies again", () => {
    expect(step({ provider: "gcp" }, "step.terraform[seed]")?.commands).toContain("terraform -chdir=seed plan -var=control_plane_target_pool_members_count=1 -out=tfplan");
    expect(step({ provider: "gcp" }, "step.kubeone[seed]")?.commands[4]).toBe("terraform -chdir=seed apply");
  });

  test("has no Terraform for KubeVirt, whose control planes are made before", () => {
    expect(step({ provider: "kubevirt" }, "step.terraform[seed]")).toBeUndefined();
    const built = step({ provider: "kubevirt" }, "step.kubeone[seed]");
    expect(built?.text).toContain("3 control-plane machines stand under controlPlane.hosts, each with address and SSH user");
    expect(built?.text).toContain("cloudProvider.kubevirt.infraNamespace");
    expect(built?.text).toContain("In providerSpec of dynamicWorkers, operatingSystem is ubuntu, and osImage in virtualMachine.template.primaryDisk of cloudProviderSpec is the URL of an image of Ubuntu 24.04.");
    expect(built?.text).not.toContain("staticWorkers");
  });

  describe("on KubeVirt, with a load balancer of its in front of the Kubernetes API", () => {
    const kubevirt = (release: string, more: Changes = {}) =>
      planWith({ provider: "kubevirt" }, { "project.release": release, "loadBalancer.clusters.seed.apiEndpoint": "provider", "infrastructure.places.main.kubevirtLoadBalancer": true, "infrastructure.places.main.kubevirtApi": "kv.example.com", "access.places.main.bastionAddress": "10.20.0.9", ...more });
    const text = (plan: ReturnType<typeof kubevirt>) => plan.runbook.find(({ id }) => id === "step.kubeone[seed]")?.text;
    const blockers = (plan: ReturnType<typeof kubevirt>) => plan.findings.filter(({ check }) => check === "providers.api-endpoint").map(({ message }) => message);
    const calls = (plan: ReturnType<typeof kubevirt>) => plan.firewall.flows.filter(({ refs, destination }) => refs.includes("I1") && destination === "provider-api[main.kubevirt]").map(({ source, ports, reason }) => `${source} ${ports} ${reason}`);
    const tool = (plan: ReturnType<typeof kubevirt>) => plan.tools.find(({ id }) => id === "tool.kubeone");

    test("makes machines and endpoint itself since 1.14, from the bastion", () => {
      const plan = kubevirt("2.31");
      expect(blockers(plan)).toEqual([]);
      expect(text(plan)).toContain("3 control-plane machines come from controlPlane.nodeSets");
      expect(text(plan)).toContain("In controlPlane.nodeSets and in providerSpec of dynamicWorkers, operatingSystem is ubuntu, and osImage in virtualMachine.template.primaryDisk of cloudProviderSpec is the URL of an image of Ubuntu 24.04: KubeOne refuses sourceURL");
      expect(text(kubevirt("2.31", { "infrastructure.clusters.seed.operatingSystem": "rocky", "infrastructure.places.main.kubevirtImages": "images.example.com" }))).toContain("operatingSystem is rockylinux, and osImage in virtualMachine.template.primaryDisk of cloudProviderSpec is the URL of an image of Rocky Linux 9 on images.example.com: ");
      expect(text(plan)).toContain("KubeOne 1.14 makes both in the KubeVirt cluster");
      expect(text(plan)).not.toContain("controlPlane.hosts");
      expect(calls(plan)).toEqual(["bastion[main] 6443 KubeOne creates machines through the Kubernetes API of the KubeVirt cluster"]);
      expect(tool(plan)?.version).toBe("1.14");
      expect(tool(plan)?.why).toContain("1.13 cannot make the control planes of seed");
    });

    test("has none with releases that fit KKP 2.30", () => {
      const plan = kubevirt("2.30");
      expect(blockers(plan)[0]).toContain("KubeOne's machines there come without one before KubeOne 1.14, which is not among those that fit KKP 2.30");
      expect(text(plan)).toContain("control planes are virtual machines that somebody creates first");
      expect(calls(plan)).toEqual([]);
    });

    test("has none where the place gives Services no load balancer", () => {
      expect(blockers(kubevirt("2.31", { "infrastructure.places.main.kubevirtLoadBalancer": false }))[0]).toContain("the place creates none");
    });

    test("finds its machines there behind another front, with any release", () => {
      const plan = kubevirt("2.31", { "loadBalancer.clusters.seed.apiEndpoint": "external" });
      expect(text(plan)).toContain("stand under controlPlane.hosts");
      expect(text(plan)).not.toContain("nodeSets");
      expect(calls(plan)).toEqual([]);
      expect(tool(plan)?.version).toBe("1.13 or 1.14");
    });
  });

  test("takes the variables that have no default", () => {
    expect(variables(step({ provider: "nutanix" }, "step.terraform[seed]")).slice(0, 5)).toEqual([
      'cluster_name = "seed"',
      'nutanix_cluster_name = "<fill-in: nutanix_cluster_name>"',
      'project_name = "<fill-in: project_name>"',
      'subnet_name = "<fill-in: subnet_name>"',
      'image_name = "<fill-in: one of Ubuntu 24.04>"',
    ]);
  });

  test("takes a variable only with a value, in place of the hole that stood for it", () => {
    const { files, commands } = step({}, "step.terraform[seed]") ?? { commands: [] };
    expect(files?.map(({ name }) => name)).toEqual(["seed/terraform.tfvars"]);
    expect(commands.filter((_line, at) => commands[at - 1]?.startsWith("if grep -nE '<[A-Za-z][^<>]*>' seed/terraform.tfvars; "))).toEqual(["terraform -chdir=seed plan -out=tfplan", "terraform -chdir=seed apply tfplan"]);
  });

  test("is told how many machines there are, and that no worker is made where all are listed", () => {
    const machines = (changes: Changes) => variables(step(changes, "step.terraform[seed]")).slice(-2);
    expect(machines({})).toEqual(["control_plane_vm_count = 3", "initial_machinedeployment_replicas = 6"]);
    expect(machines({ workerAddressing: "fixed", controlPlanes: 5 })).toEqual(["control_plane_vm_count = 5", "initial_machinedeployment_replicas = 0"]);
  });

  test("gets several resolvers as a list, and names from answers without a meaning of their own in the file", () => {
    const named = (name: string) => variables(planWith({ provider: "openstack" }, { "infrastructure.places.main.openstackExternalNetwork": name }).runbook.find(({ id }) => id === "step.terraform[seed]"));
    expect(named('ext"${path.module}').filter((line) => line.startsWith("external_network_name"))).toEqual([String.raw`external_network_name = "ext\"$` + '${path.module}"']);
    expect(named("ext")).toContain('subnet_dns_servers = ["<fill-in: subnet_dns_servers>"]');
    const keystone = planFrom(changed(installationAnswers("openstack-keystone"), { "project.upgradeFrom": "none" })).runbook.filter(({ id }) => id.startsWith("step.terraform["));
    expect(keystone.flatMap(variables).filter((line) => line.startsWith("subnet_dns_servers"))).toEqual(['subnet_dns_servers = ["10.30.9.53"]']);
  });

  test.each(["aws", "azure", "digitalocean", "gcp", "hetzner", "nutanix", "openstack", "vmware-cloud-director", "vsphere"])("tells Terraform on %s what the cluster is called, since no example has a default", (provider) => {
    const made = planWith({ provider }, { "infrastructure.clusters.seed.name": "rail-kkp" }).runbook.find(({ id }) => id === "step.terraform[seed]");
    expect(variables(made)[0]).toBe('cluster_name = "rail-kkp"');
  });

  test("is told that the example for Cloud Director is for NSX-V, and what NSX-T takes in its place", () => {
    const plan = planWith({ provider: "vmware-cloud-director" }, {});
    const text = plan.runbook.find(({ id }) => id === "step.terraform[seed]")?.text;
    for (const resource of ["vcd_nsxt_edgegateway", "vcd_network_routed_v2", "vcd_nsxt_network_dhcp", "vcd_nsxt_firewall", "vcd_nsxt_nat_rule"]) expect(text).toContain(resource);
    // Whoever has not answered has an open point of the infrastructure team in its place.
    expect(plan.openPoints.find(({ path }) => path === "infrastructure.places.main.vmwareCloudDirectorNsx")).toMatchObject({ team: "infrastructure" });
    const told = (nsx: string) => planWith({ provider: "vmware-cloud-director" }, { "infrastructure.places.main.vmwareCloudDirectorNsx": nsx });
    const item = (plan: ReturnType<typeof told>) => plan.checklist.find(({ id }) => id === "todo.vmware-cloud-director-nsx[main]");
    expect(item(plan)).toBeUndefined();
    expect(item(told("nsx-t"))).toMatchObject({ title: expect.stringMatching(/^main\.tf rewritten for the edge gateway of NSX-T, /) as string });
    expect(told("nsx-t").runbook.find(({ id }) => id === "step.terraform[seed]")?.text).toContain("The example is written for NSX-V: in main.tf, vcd_nsxt_edgegateway takes the place");
    expect(item(told("nsx-v"))).toBeUndefined();
    expect(told("nsx-v").runbook.find(({ id }) => id === "step.terraform[seed]")?.text).not.toContain("nsxt");
    expect(planWith({ provider: "vmware-cloud-director", provisioning: "existing" }, {}).openPoints.filter(({ path }) => path.endsWith("vmwareCloudDirectorNsx"))).toEqual([]);
  });

  test("lacks a Secret of the storage driver of Nutanix since KubeOne 1.12, which is copied", () => {
    const built = (release: string) => planWith({ provider: "nutanix" }, { "project.release": release }).runbook.find(({ id }) => id === "step.kubeone[seed]");
    const copies = (release: string) => built(release)?.commands.filter((command) => command.includes("ntnx-pc-secret"));
    expect(copies("2.31")).toEqual(["kubectl --namespace kube-system get secret ntnx-secret --output jsonpath='{.data.key}' | base64 --decode | kubectl --namespace kube-system create secret generic ntnx-pc-secret --from-file=key=/dev/stdin --dry-run=client -o yaml | kubectl apply -f -"]);
    expect(built("2.31")?.text).toContain("Pods of the storage driver mount the Secret ntnx-pc-secret, and KubeOne 1.13 and 1.14 make ntnx-secret alone");
    expect(built("2.29")?.text).toContain("KubeOne 1.12 makes ntnx-secret alone");
    expect(copies("2.28")).toEqual([]);
    expect(planWith({ provider: "vsphere" }).runbook.find(({ id }) => id === "step.kubeone[seed]")?.text).not.toContain("ntnx");
  });

  test("names the storage profiles of Cloud Director, of which user clusters name their own", () => {
    expect(variables(step({ provider: "vmware-cloud-director" }, "step.terraform[seed]"))).toContain('worker_disk_storage_profile = "<fill-in: worker_disk_storage_profile>"');
    const workers: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "vmware-cloud-director", "infrastructure.datacenters.fra-vsphere.vmwareCloudDirectorStorageProfile": "gold" };
    const { checklist } = planWith({ provider: "vmware-cloud-director" }, { ...workers, "project.upgradeFrom": "none" });
    expect(checklist.find(({ id }) => id === "todo.datacenter-fields[fra-vsphere]")?.verify).toContain("names gold as storageProfile");
    expect(checklist.find(({ id }) => id === "todo.vmware-cloud-director-catalog[main]")?.how).toContain("csi.storageProfile");
  });
});

describe("a cluster that others run or have built", () => {
  const items = (changes: Changes, more: Changes = {}) =>
    planWith({ provisioning: "managed", apiHost: "api.example.com", apiPort: 443, nodePods: 110, ...changes }, more).checklist.filter(({ id }) => /existing-cluster-(driver|balancers)/.test(id));

  test.each([
    ["aws", "Storage driver ebs.csi.aws.com in seed: the add-on aws-ebs-csi-driver, with an IAM role of its own that has the policy AmazonEBSCSIDriverPolicyV2 or the older AmazonEBSCSIDriverPolicy", "EKS brings it into no cluster unasked"],
    ["azure", "Storage driver disk.csi.azure.com in seed", "AKS brings it into each cluster that nobody made without it."],
    ["gcp", "Storage driver pd.csi.storage.gke.io in seed: the add-on GcePersistentDiskCsiDriver, enabled", "Standard ones have it where it is enabled."],
    ["digitalocean", "Storage driver dobs.csi.digitalocean.com in seed", "DOKS brings it into each cluster."],
  ])("has the storage driver of its service, on %s", (provider, title, why) => {
    const [driver] = items({ provider });
    expect(driver?.title).toBe(title);
    expect(driver?.why).toContain(why);
    expect(driver?.dependsOn).toEqual(["todo.existing-cluster[seed]"]);
  });

  test("is asked for no driver of the infrastructure where another one serves", () => {
    expect(items({ provider: "aws" }, { "storage.clusters.seed.fastClass": "other" })).toEqual([]);
    expect(items({ provisioning: "kubeone", provider: "aws" })).toEqual([]);
  });

  test("makes load balancers where its infrastructure gives addresses", () => {
    const [, balancers] = items({ provider: "aws", provisioning: "existing" }, { "loadBalancer.clusters.seed.kind": "cloud" });
    expect(balancers?.title).toBe("Controller for load balancers of AWS in seed, subnets with the tag kubernetes.io/role/elb");
    expect(balancers?.verify).toContain("gets a public address, a test pod answers behind it to a machine outside its network");
    expect(balancers?.why).toContain("Whoever built seed answers for it");
  });

  test.each<[string, Changes, string, string]>([
    ["aws", { "loadBalancer.clusters.seed.cloudReach": "internal" }, ", subnets with the tag kubernetes.io/role/internal-elb", "gets a private address, a test pod answers behind it to a machine in each network that is routed there"],
    ["azure", { "loadBalancer.clusters.seed.cloudReach": "internal" }, ", whose identity may manage networks of its subnet", "gets a private address"],
    ["azure", {}, "", "gets a public address"],
    ["openstack", {}, "", "gets an address, a test pod answers behind it, and"],
    ["openstack", { "infrastructure.places.main.floatingReach": "public" }, "", "gets a public address, a test pod answers behind it to a machine outside its network"],
    ["openstack", { "infrastructure.places.main.floatingReach": "private" }, "", "gets a private address, a test pod answers behind it to a machine in each network that is routed there"],
    ["kubevirt", {}, "", "gets an address, a test pod answers behind it, and"],
  ])("is asked for what its load balancers need, on %s with %j", (provider, reach, needs, proof) => {
    const balancers = items({ provider, provisioning: "existing" }, { "loadBalancer.clusters.seed.kind": "cloud", ...reach }).find(({ id }) => id.includes("balancers"));
    expect(balancers?.title).toMatch(new RegExp(`in seed${needs}$`));
    expect(balancers?.verify).toContain(proof);
  });

  test.each([
    ["digitalocean", "Hosts and networks that nodes of DOKS call for themselves, told by DigitalOcean for seed"],
    ["alibaba", "Hosts and networks that nodes of ACK call for themselves, told by Alibaba Cloud for seed"],
    ["aws", undefined],
  ])("has its vendor tell what its nodes call where no page does: %s", (provider, title) => {
    const { checklist } = planWith({ provisioning: "managed", apiHost: "api.example.com", apiPort: 443, provider });
    expect(checklist.find(({ id }) => id === "todo.existing-cluster-hosts[seed]")?.title).toBe(title);
  });
});

describe.each(["managed", "existing"])("a cluster that is %s", (provisioning) => {
  const changes = { provisioning, provider: "aws", apiHost: "eks.example.com", apiPort: 443, nodePods: 110 };
  const plan = planWith(changes);

  test("has no control-plane machines, no steps of KubeOne and no SSH", () => {
    expect(plan.sizing.controlPlanes).toEqual([]);
    expect(plan.runbook.map(({ id }) => id)).toContain("step.take-over[seed]");
    expect(plan.runbook.filter(({ id }) => /step\.(terraform|kubeone)/.test(id))).toEqual([]);
    expect(plan.firewall.flows.filter(({ ports, destination }) => ports === "22" && destination === "nodes[seed]")).toEqual([]);
  });

  test("is entered through its own Kubernetes API on its own port", () => {
    const flows = plan.firewall.flows.filter(({ destination }) => destination === "api[seed]");
    expect(flows.map(({ refs, source, ports }) => `${refs.join()} ${source} ${ports}`)).toEqual(["E12 bastion[main] 443", ...(provisioning === "managed" ? ["E12 nodes[seed] 443"] : [])]);
    expect(plan.firewall.endpoints.find(({ id }) => id === "api[seed]")?.addresses).toEqual([{ kind: "known", value: "eks.example.com" }]);
  });

  test("is handed over with the machines of this plan and a login that is no person's", () => {
    const items = plan.checklist.filter(({ id }) => id.startsWith("todo.existing-cluster"));
    expect(items.map(({ id }) => id)).toEqual(["todo.existing-cluster[seed]", "todo.existing-cluster-login[seed]", "todo.existing-cluster-driver[seed]", "todo.existing-cluster-webhooks[seed]"]);
    expect(items[0]?.title).toMatch(/^seed handed over with \d+ workers of 8 vCPU and 32 GiB/);
    // Whoever runs it makes the login, so no engineer needs the command of the cloud.
    expect(items[1]).toMatchObject({
      team: "infrastructure",
      title: `Login to seed that belongs to no person and runs no command of a cloud, made by kubermatic-installer convert-kubeconfig ${provisioning === "managed" ? "on a machine that is logged in to AWS" : "where a login to it works"}`,
      why: provisioning === "managed"
        ? "Kubeconfigs of EKS call aws eks get-token, for which installing engineers get no command, no account and no firewall row, and the master uses the login to seed at any hour; convert-kubeconfig turns it into a service account's token."
        : "The master uses it at any hour; kubermatic-installer convert-kubeconfig turns a login of the cluster into a service account's token.",
    });
    expect(items[0]?.verify).toMatch(/shows at least \d+ workers as Ready/);
  });

  test("needs no room for machines that it has, room for those that it lacks, and none while nobody says how many it has", () => {
    const ordered = (workersThere?: number) => planWith({ ...changes, workersThere }).checklist.find(({ id }) => id === "todo.machines[seed]");
    const needed = plan.sizing.clusters[0]?.workers ?? 0;
    expect(needed).toBeGreaterThan(3);
    if (provisioning === "managed") {
      expect(ordered(40)?.title).toBe(`Room for ${needed} worker machines of seed`);
      return;
    }
    expect([ordered(), ordered(needed), ordered(40)]).toEqual([undefined, undefined, undefined]);
    expect(ordered(needed - 2)?.title).toBe("Room for 2 more worker machines of seed");
    // Two workers and one that replaces others, each of 8 vCPU, 32 GiB and a root disk of 100 GB.
    expect(ordered(needed - 2)?.verify).toContain("shows 24 vCPU, 96 GiB of memory and 300 GB of root disks, 1 worker among them that replaces others for a while");
    expect(ordered(needed - 1)?.title).toBe("Room for 1 more worker machine of seed");
  });

  test("its address and port are open until somebody names them", () => {
    const open = planWith({ ...changes, apiHost: undefined, apiPort: undefined }).openPoints.map(({ path }) => path);
    expect(open).toEqual(expect.arrayContaining(["infrastructure.clusters.seed.apiHost", "infrastructure.clusters.seed.apiPort"]));
  });
});
