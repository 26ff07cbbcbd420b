import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { answersOf, referencePlan, type Changes } from "../../testing/reference.ts";

const SYSTEM = "infrastructure.clusters.seed.operatingSystem";
const SERVER = "infrastructure.places.main.kubevirtImages";
const SERVERS = "infrastructure.places.main.kubevirtServers";

/** A cluster that KubeOne builds on an infrastructure, and nothing else. */
const seedOn = (provider: string, more: Changes = {}): Changes => ({
  "project.release": "2.31",
  "project.upgradeFrom": "none",
  "infrastructure.places.main.name": "Jena",
  "network.places.main.internet": "direct",
  "infrastructure.clusters.seed.name": "seed",
  "infrastructure.clusters.seed.role": "master-and-seed",
  "infrastructure.clusters.seed.place": "main",
  "infrastructure.clusters.seed.provider": provider,
  "infrastructure.clusters.seed.provisioning": "kubeone",
  "infrastructure.clusters.seed.controlPlanes": 3,
  ...more,
});
const KUBEVIRT: Changes = { [SERVER]: "images.example.com", [SERVERS]: "10.26.24.0/24" };
const workers = (provider: string, systems: readonly string[], id = "dc"): Changes => ({
  [`infrastructure.datacenters.${id}.name`]: id,
  [`infrastructure.datacenters.${id}.place`]: "main",
  [`infrastructure.datacenters.${id}.provider`]: provider,
  [`infrastructure.datacenters.${id}.seed`]: "seed",
  [`infrastructure.datacenters.${id}.operatingSystems`]: systems,
});
const second = (provider: string): Changes => ({
  "infrastructure.clusters.second.name": "second",
  "infrastructure.clusters.second.role": "seed",
  "infrastructure.clusters.second.place": "main",
  "infrastructure.clusters.second.provider": provider,
  "infrastructure.clusters.second.provisioning": "kubeone",
  "infrastructure.clusters.second.controlPlanes": 3,
});
const plan = (changes: Changes) => planFrom(answersOf(changes));
/** In the order of their names: that of the list hangs on what else they wait for. */
const images = (changes: Changes) => plan(changes).checklist.flatMap(({ id, title }) => (/^todo\.(?:platform-image|worker-images)/.test(id) ? [`${id}: ${title}`] : [])).sort();
const item = (changes: Changes, id: string) => plan(changes).checklist.find((one) => one.id === `todo.${id}`);
const s2 = (changes: Changes) => plan(changes).firewall.flows.filter(({ refs }) => refs.includes("S2"));

describe("terms of images on Azure", () => {
  const terms = (changes: Changes) => plan(changes).checklist.filter(({ id }) => id.startsWith("todo.image-terms"));
  const ofSeed = (system: string) => seedOn("azure", { [SYSTEM]: system });

  test("are accepted for systems that are sold with a plan, once for workers and the platform", () => {
    expect(terms(ofSeed("rocky"))).toMatchObject([{ id: "todo.image-terms[main]", title: "Terms of the images of Rocky Linux accepted on Azure, Jena", team: "infrastructure" }]);
    expect(terms({ ...ofSeed("rocky"), ...workers("azure", ["ubuntu", "rhel"]) })).toMatchObject([{ title: "Terms of the images of RHEL and Rocky Linux accepted on Azure, Jena" }]);
    expect(terms({ ...ofSeed("ubuntu"), ...workers("azure", ["rocky"]) })[0]?.why).toMatch(/^Machines of dc start from them\. /);
  });

  test("are nobody's for other systems, elsewhere and on an upgrade", () => {
    for (const system of ["ubuntu", "flatcar"]) expect(terms(ofSeed(system))).toEqual([]);
    expect(terms(seedOn("aws", { [SYSTEM]: "rocky" }))).toEqual([]);
    expect(terms({ ...ofSeed("rocky"), "project.upgradeFrom": "2.30" })).toEqual([]);
    expect(terms({ ...ofSeed("rocky"), "infrastructure.clusters.seed.provisioning": "managed" })).toEqual([]);
  });
});

describe("package sources of machines that KubeOne sets up", () => {
  const packages = (system: string) => {
    const { flows, external } = referencePlan({ [SYSTEM]: system }).firewall;
    return { plain: flows.filter(({ id }) => id.startsWith("flow.E6-packages")).flatMap(({ hosts }) => hosts ?? []), hosts: external.filter(({ source }) => source === "nodes[seed]").map(({ host }) => host) };
  };

  test("are those of their system", () => {
    expect(packages("ubuntu").plain).toEqual(["archive.ubuntu.com", "security.ubuntu.com"]);
    expect(packages("rocky")).toMatchObject({ plain: [], hosts: expect.arrayContaining(["mirrors.rockylinux.org", "dl.rockylinux.org"]) as unknown });
    expect(packages("rhel").hosts).toEqual(expect.arrayContaining(["subscription.rhsm.redhat.com", "cdn.redhat.com"]));
    expect(packages("rocky").hosts).not.toContain("archive.ubuntu.com");
    expect(packages("flatcar").hosts.filter((host) => /ubuntu|rocky|redhat/.test(host))).toEqual([]);
  });
});

describe("the image of machines that KubeOne builds a cluster of", () => {
  test("lies on a web server for KubeVirt, whose importer loads it by URL", () => {
    const seed = seedOn("kubevirt", KUBEVIRT);
    expect(item(seed, "platform-image[seed]")).toMatchObject({
      title: "Image of Ubuntu 24.04 for machines of seed served by images.example.com",
      team: "infrastructure",
      verify: "`curl -fsI` from a pod of the KubeVirt cluster prints the size of the image on images.example.com, and a test DataVolume of the URL that kubeone.yaml names for machines of seed shows the phase Succeeded",
    });
    expect(item(seed, "platform-image[seed]")?.why).toContain("the importer of CDI loads the image anew from its URL");
    expect(item(seed, "platform-image[seed]")?.why).not.toContain("customNetworkPolicies");
    expect(item({ ...seed, [SERVER]: undefined }, "platform-image[seed]")).toMatchObject({ title: "Image of Ubuntu 24.04 for machines of seed served by a web server", blockedBy: [SERVER] });
    expect(plan({ ...seed, [SERVER]: undefined, [SERVERS]: undefined }).openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining([SERVER, SERVERS]));
  });

  test("has a row from the servers of the KubeVirt cluster, at the installation and later", () => {
    expect(s2(seedOn("kubevirt", KUBEVIRT))).toMatchObject([{ id: "flow.S2[main.kubevirt]", source: "carriers[main.kubevirt]", destination: "image-server[main.kubevirt]", ports: "443", lifetime: "installation and operation" }]);
    expect(s2(seedOn("kubevirt", { ...KUBEVIRT, ...workers("kubevirt", ["ubuntu"]) }))).toMatchObject([{ id: "flow.S2[main.kubevirt]", lifetime: "installation and operation" }]);
    expect(s2(seedOn("kubevirt", { "infrastructure.clusters.seed.provisioning": "existing" }))).toEqual([]);
  });

  test.each([
    ["ubuntu", "Image of Ubuntu 24.04 for machines of seed"],
    ["flatcar", "Image of Flatcar Stable for machines of seed"],
    ["rhel", "Image of RHEL 9 for machines of seed"],
    ["rocky", "Image of Rocky Linux 9 for machines of seed"],
  ])("is one of %s as somebody chose", (system, title) => expect(item(seedOn("openstack", { [SYSTEM]: system }), "platform-image[seed]")?.title).toBe(title));

  test.each([
    ["vsphere", "vSphere shows it to the account of KubeOne, under the name that template_name in terraform.tfvars holds"],
    ["openstack", "OpenStack shows it to the account of KubeOne, under the name that image in terraform.tfvars holds"],
    ["nutanix", "Nutanix shows it to the account of KubeOne, under the name that image_name in terraform.tfvars holds"],
    ["vmware-cloud-director", "VMware Cloud Director shows it to the account of KubeOne, under the name that template_name in terraform.tfvars holds"],
  ])("is uploaded to %s, under the name that Terraform takes", (provider, verify) => expect(item(seedOn(provider), "platform-image[seed]")?.verify).toBe(verify));

  test.each(["azure", "aws", "gcp", "hetzner", "digitalocean", "bare-metal"])("comes from nobody of the customer on %s", (provider) => expect(images(seedOn(provider))).toEqual([]));

  test("is one item with that of workers beside it, where both run the same system", () => {
    expect(images(seedOn("kubevirt", { ...KUBEVIRT, ...workers("kubevirt", ["flatcar", "ubuntu"]) }))).toEqual(["todo.worker-images[dc]: Images of Flatcar Stable and Ubuntu 24.04 for dc and machines of seed served by images.example.com"]);
    expect(item(seedOn("openstack", workers("openstack", ["ubuntu"])), "worker-images[dc]")).toMatchObject({
      title: "Images of Ubuntu 24.04 for dc and machines of seed",
      verify: "OpenStack shows each image to the account of the tenants, under the name that images of the Seed holds, and that of Ubuntu 24.04 to the account of KubeOne, under the name that image in terraform.tfvars holds",
    });
  });

  test("is an item of its own beside workers with another system, elsewhere or on another infrastructure", () => {
    const own = "todo.platform-image[seed]: Image of Ubuntu 24.04 for machines of seed";
    expect(images(seedOn("openstack", workers("openstack", ["flatcar"])))).toEqual([own, "todo.worker-images[dc]: Images of Flatcar Stable for dc"]);
    expect(images(seedOn("openstack", workers("vsphere", ["ubuntu"])))).toEqual([own, "todo.worker-images[dc]: Images of Ubuntu 24.04 for dc"]);
    const elsewhere = { ...workers("openstack", ["ubuntu"]), "infrastructure.datacenters.dc.place": "other", "infrastructure.places.other.name": "Elsewhere" };
    expect(images(seedOn("openstack", elsewhere))).toEqual([own, "todo.worker-images[dc]: Images of Ubuntu 24.04 for dc"]);
  });

  test("is named once for several datacenters and clusters", () => {
    expect(images(seedOn("openstack", { ...workers("openstack", ["ubuntu"], "one"), ...workers("openstack", ["ubuntu"], "two") }))).toEqual(["todo.worker-images[one]: Images of Ubuntu 24.04 for one and machines of seed", "todo.worker-images[two]: Images of Ubuntu 24.04 for two"]);
    expect(images(seedOn("openstack", second("openstack")))).toEqual(["todo.platform-image[seed]: Image of Ubuntu 24.04 for machines of seed and second"]);
    expect(images(seedOn("openstack", { ...second("openstack"), "infrastructure.clusters.second.operatingSystem": "rocky" }))).toEqual(["todo.platform-image[second]: Image of Rocky Linux 9 for machines of second", "todo.platform-image[seed]: Image of Ubuntu 24.04 for machines of seed"]);
  });

  test("is nobody's on an upgrade or where somebody else builds the cluster", () => {
    expect(images(seedOn("openstack", { "project.upgradeFrom": "2.30" }))).toEqual([]);
    expect(images(seedOn("openstack", { "infrastructure.clusters.seed.provisioning": "existing" }))).toEqual([]);
  });

  test("waits for what stands beside it", () => {
    expect(images(seedOn("openstack", { ...workers("openstack", ["ubuntu"]), "infrastructure.datacenters.dc.provider": undefined }))).toEqual([]);
  });
});
