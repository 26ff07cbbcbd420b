import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const datacenter = (changes: Changes): Changes => Object.fromEntries(Object.entries(changes).map(([key, value]) => [`infrastructure.datacenters.fra-vsphere.${key}`, value]));
const item = (changes: Changes, id: string) => referencePlan(changes).checklist.find((row) => row.id === `todo.${id}`);

describe("objects of user clusters", () => {
  test("are named in the Preset, or made by KKP with the range that nobody chose", () => {
    const openstack = item(datacenter({ provider: "openstack", openstackNetwork: "tenant-net" }), "cloud-objects[fra-vsphere]");
    expect(openstack?.title).toBe("Preset of fra-vsphere names what exists: network, subnetID, routerID, securityGroups, floatingIPPool; network tenant-net");
    const pool = { "infrastructure.places.main.openstackExternalNetwork": "public" };
    expect(item({ ...datacenter({ provider: "openstack", openstackNetwork: "tenant-net" }), ...pool }, "cloud-objects[fra-vsphere]")?.title).toMatch(/; network tenant-net, floatingIPPool public$/);
    expect(openstack?.why).toContain("192.168.1.0/24");
    expect(item(datacenter({ provider: "azure" }), "cloud-objects[fra-vsphere]")?.why).toContain("10.0.0.0/16");
  });

  test("are no network where KKP is to make one for each user cluster, and nobody is asked for its name", () => {
    const made = datacenter({ provider: "openstack", openstackMadeNetworks: true });
    expect(item(made, "cloud-objects[fra-vsphere]")?.title).toBe("Preset of fra-vsphere names what exists: securityGroups, floatingIPPool");
    const open = (changes: Changes) => referencePlan(changes).openPoints.map(({ path }) => path).filter((path) => path.endsWith("openstackNetwork"));
    expect(open(datacenter({ provider: "openstack" }))).toHaveLength(1);
    expect(open(made)).toEqual([]);
  });

  test("want no network prepared where KKP makes it", () => {
    const plan = (made: boolean) => referencePlan(datacenter({ provider: "openstack", openstackMadeNetworks: made })).checklist.map(({ id }) => id);
    expect(plan(false)).toContain("todo.openstack-network[main]");
    expect(plan(true)).not.toContain("todo.openstack-network[main]");
  });

  test.each([
    ["2.28", "vpcName, subnetName"],
    ["2.29", "vpcName, subnetName"],
    ["2.30", "vpcName, subnetName"],
    ["2.31", "vpcName, subnets"],
  ])("on KubeVirt go by the fields that KKP %s knows", (release, fields) => {
    const row = item({ "project.release": release, ...datacenter({ provider: "kubevirt" }) }, "cloud-objects[fra-vsphere]");
    expect(row?.title).toBe(`Preset of fra-vsphere names what exists: ${fields}`);
    expect(row?.verify).toContain("vpcs.kubeovn.io,subnets.kubeovn.io");
  });

  test("are none where KKP makes nothing but machines", () => expect(item(datacenter({ provider: "hetzner" }), "cloud-objects[fra-vsphere]")).toBeUndefined());
});

describe("drivers of user clusters", () => {
  test.each([
    ["edge", "Storage driver and a load balancer of your own for user clusters in fra-vsphere", "neither storage driver nor cloud controller"],
    ["tinkerbell", "Storage driver and a load balancer of your own for user clusters in fra-vsphere", "neither storage driver nor cloud controller"],
    ["anexia", "Storage driver of your own for user clusters in fra-vsphere", "no storage driver"],
  ])("%s has none", (provider, title, why) => {
    const row = item({ ...datacenter({ provider }), "loadBalancer.datacenters.fra-vsphere.workloads": "own" }, "user-cluster-drivers[fra-vsphere]");
    expect(row?.title).toBe(title);
    expect(row?.why).toContain(`KKP brings ${why} into user clusters`);
  });

  test.each(["kubelb", "metallb-addon", "metallb-app"])("are no load balancer where %s gives Services their addresses", (workloads) => {
    expect(item({ ...datacenter({ provider: "tinkerbell" }), "loadBalancer.datacenters.fra-vsphere.workloads": workloads }, "user-cluster-drivers[fra-vsphere]")?.title).toBe("Storage driver of your own for user clusters in fra-vsphere");
  });

  test("KKP brings that of vSphere", () => expect(item({}, "user-cluster-drivers[fra-vsphere]")).toBeUndefined());
});

describe("systems of workers", () => {
  test("are the newest that KKP has a profile for, with the kernels that fail", () => {
    const row = item(datacenter({ operatingSystems: ["ubuntu", "flatcar", "rhel"] }), "worker-images[fra-vsphere]");
    expect(row?.title).toBe("Images of Ubuntu 24.04, Flatcar Stable and RHEL 9 for fra-vsphere and machines of seed");
    expect(row?.how).toContain("Cilium 1.18 fails on Ubuntu 22.04 with the kernel 5.15.0-47 or an older one. Version 8 of RHEL lacks the kernel 4.19");
  });

  test("are the older ones that somebody named, and what the profiles of the release are made for", () => {
    const title = (changes: Changes) => item(changes, "worker-images[fra-vsphere]")?.title;
    const systems = datacenter({ operatingSystems: ["ubuntu", "rhel"], olderSystems: ["rhel-8"] });
    expect(title(systems)).toBe("Images of Ubuntu 24.04 and RHEL 8 for fra-vsphere and machines of seed");
    expect(title({ ...systems, ...datacenter({ operatingSystems: ["ubuntu"] }) })).toBe("Images of Ubuntu 24.04 for fra-vsphere and machines of seed");
    expect(title({ "project.release": "2.28", ...datacenter({ operatingSystems: ["rocky"] }) })).toBe("Images of Rocky Linux 8 or 9 for fra-vsphere");
  });

  test("are installed by people on machines of their own", () => {
    expect(item(datacenter({ provider: "bring-your-own", operatingSystems: ["rocky"] }), "worker-images[fra-vsphere]")?.title).toBe("Machines of fra-vsphere installed with Rocky Linux 9");
  });

  test("come from the catalogue of a cloud", () => expect(item(datacenter({ provider: "aws", operatingSystems: ["ubuntu"] }), "worker-images[fra-vsphere]")).toBeUndefined());
});

test("platform machines are amd64 with a system that KubeOne takes", () => {
  const row = item({}, "machines[seed]");
  expect(row?.how).toContain("they are amd64, and KubeOne takes Ubuntu 24.04, Rocky Linux 9, RHEL 9 or Flatcar");
  expect(row?.verify).toContain("`uname -m` prints x86_64");
  expect(item({ "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.workersThere": 1 }, "machines[seed]")?.how).not.toContain("Ubuntu");
});

describe("listeners of a load balancer whose limit no source states", () => {
  const openstack = (changes: Changes) => planFrom(changed(starterAnswers("openstack-two-tenants"), changes)).checklist.find(({ id }) => id === "todo.listener-limit[seed]");

  test("16 user clusters with 2 each, and those of the nodeport-proxy itself", () => {
    const row = openstack({});
    expect(row?.title).toMatch(/^OpenStack carries \d+ listeners on one load balancer of seed$/);
    const needed = Number(/\d+/.exec(row?.title ?? "")?.[0]);
    expect(Number(/\d+/.exec(openstack({ "infrastructure.datacenters.retail.smallClusters": 11 })?.title ?? "")?.[0])).toBe(needed + 2);
    expect(needed).toBeGreaterThan(32);
  });

  test("matter with NodePort alone, and not where the limit is known", () => {
    expect(openstack({ "loadBalancer.exposeStrategy": "Tunneling" })).toBeUndefined();
    expect(planFrom(starterAnswers("aws-single-region")).checklist.find(({ id }) => id.startsWith("todo.listener-limit"))).toBeUndefined();
  });
});

test("the type of a load balancer is looked up before the plan is built on it", () => {
  const row = planFrom(starterAnswers("proof-of-concept")).checklist.find(({ id }) => id === "todo.listener-limit[kubermatic]");
  expect(row?.title).toBe("Hetzner Cloud carries 7 listeners on one load balancer of kubermatic, with lb21");
  expect(row?.verify).toMatch(/^`hcloud load-balancer-type describe lb21` prints 7 or more as services, and \d+ or more as targets$/);
});

describe("preparations of a place", () => {
  const gcp = (changes: Changes) => planFrom(changed(starterAnswers("edge-from-google-cloud"), changes)).checklist.map(({ id }) => id).filter((id) => id.startsWith("todo.gcp-"));
  const provisioning = "infrastructure.clusters.seed.provisioning";

  test("are its quota alone where the vendor runs the only cluster there", () => expect(gcp({})).toEqual(["todo.gcp-quota[gcp]"]));

  test("leave out what user clusters alone need, where none has machines there", () => {
    expect(gcp({ [provisioning]: "kubeone" })).toEqual(["todo.gcp-api[gcp]", "todo.gcp-network[gcp]", "todo.gcp-quota[gcp]"]);
  });

  test("are all where user clusters have machines there", () => {
    const [datacenter = ""] = starterAnswers("edge-from-google-cloud").subjects.datacenter;
    const at = { [`infrastructure.datacenters.${datacenter}.provider`]: "gcp", [`infrastructure.datacenters.${datacenter}.place`]: "gcp" };
    expect(gcp(at)).toEqual(["todo.gcp-api[gcp]", "todo.gcp-network[gcp]", "todo.gcp-node-ports[gcp]", "todo.gcp-ssh[gcp]", "todo.gcp-quota[gcp]"]);
  });
});

test("only routers of the customer's own network answer a ping", () => {
  const verify = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.node-network[main]")?.verify;
  expect(verify({})).toBe("Two test machines in 10.20.0.0/24 `ping 10.20.0.1` and reach each other on every port");
  expect(verify({ "infrastructure.clusters.seed.provider": "aws", "infrastructure.datacenters.fra-vsphere.provider": "aws" })).toBe("Two test machines in 10.20.0.0/24 reach each other on every port");
});

test("nothing is prepared for machines of a cluster before it is known who makes them", () => {
  const prepared = (way: string | undefined) =>
    planFrom(changed(starterAnswers("edge-from-google-cloud"), { "infrastructure.clusters.seed.provisioning": way })).checklist.some(({ id }) => id === "todo.gcp-api[gcp]");
  expect([prepared("kubeone"), prepared("managed"), prepared(undefined)]).toEqual([true, false, false]);
});

describe("fields of the datacenter", () => {
  test("are said to be refused only where the Seed refuses", () => {
    const why = (provider: string) => item(datacenter({ provider }), "datacenter-fields[fra-vsphere]")?.why;
    expect(why("kubevirt")).toBe("The Seed takes fra-vsphere without them, but then user clusters have no class for their volumes and nobody finds an image to start machines from.");
    expect(why("hetzner")).toBe("The Seed refuses fra-vsphere while one of them is missing, since no machine of it could be created.");
  });
});

describe("the network of a datacenter on Hetzner", () => {
  const hetzner = (changes: Changes = {}) => planFrom(changed(starterAnswers("proof-of-concept"), changes));
  const id = "hetzner-hel1";
  const row = (changes: Changes, of: string) => hetzner(changes).checklist.find((item) => item.id === `todo.${of}[${id}]`);
  const at = `network.datacenters.${id}`;
  const own = { [`${at}.workersIn`]: "own-network", [`${at}.workerNetwork`]: "10.99.0.0/20" };

  test("is the node network of the place where workers stand beside its machines", () => {
    expect(row({}, "datacenter-fields")?.verify).toContain("the file seed.yaml names kkp as network");
  });

  test("is their own where they have one, and nobody takes the name of the place for it", () => {
    const open = row(own, "datacenter-fields");
    expect(open?.verify).toContain("the infrastructure team states network in writing");
    expect(open?.verify).not.toContain("kkp as network");
    expect(open?.blockedBy).toEqual([`${at}.workerNetworkName`]);
    const named = { ...own, [`${at}.workerNetworkName`]: "tenants" };
    expect(row(named, "datacenter-fields")?.verify).toContain("the file seed.yaml names tenants as network");
    expect(row(named, "worker-network")?.title).toMatch(/^Worker network 10\.99\.0\.0\/20, called tenants, for /);
  });

  test("is open while nobody has said where they stand", () => {
    expect(row({ [`${at}.workersIn`]: undefined }, "datacenter-fields")?.blockedBy).toEqual([`${at}.workersIn`]);
  });
});

describe("fields of a datacenter on OpenStack", () => {
  const on = (changes: Changes) => item({ ...datacenter({ provider: "openstack" }), ...changes }, "datacenter-fields[fra-vsphere]");
  const zones = "infrastructure.places.main.openstackZones";

  test("name an availability zone of the place, and the zones are asked for", () => {
    expect(on({ [zones]: ["az1"] })?.verify).toContain("names az1 as availabilityZone");
    expect(on({ [zones]: ["az1", "az2"] })?.verify).toContain("names one of az1, az2 as availabilityZone");
    expect(on({})?.blockedBy).toContain(zones);
    expect(on({})?.why).toContain("The Seed takes fra-vsphere without the others, but then workers whose node pool names no zone stand in one that the cloud chooses.");
  });

  test("name resolvers for networks that KKP makes, and for no other", () => {
    const servers = { "network.places.main.dnsServers": ["10.20.0.53", "10.20.1.53"] };
    expect(on(servers)?.title).not.toContain("dnsServers");
    const made = on({ ...servers, ...datacenter({ openstackMadeNetworks: true }) });
    expect(made?.title).toMatch(/, dnsServers$/);
    expect(made?.verify).toContain("names 10.20.0.53, 10.20.1.53 as dnsServers");
  });
});

test("the proof of a DHCP range wants the room of machines that come for a while", () => {
  // 6 workers and 60 nodes stay; one more for the workers and one for each of 12 user clusters.
  expect(item({}, "dhcp[main]")?.verify).toContain("the server shows at least 79 of 171 free, 66 for machines that stay and 13 for those that come on top for a while");
});

test.each([
  ["azure", "tenantID, subscriptionID, clientID and clientSecret"],
  ["vmware-cloud-director", "apiToken, or username and password"],
])("the secret store holds what is secret of %s, and no name of a thing", (provider, words) => {
  const { checklist } = referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": provider });
  expect(checklist.find(({ id }) => id.includes("account.tenants-"))?.verify).toContain(`The secret store holds ${words};`);
});

test("nobody is sent to the network of a bastion that the plan has not", () => {
  const verify = (bastion: boolean) => referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": "gcp", "access.bastion": bastion }).checklist.find(({ id }) => id === "todo.gcp-ssh[main]")?.verify;
  expect(verify(false)).toBe("`gcloud compute firewall-rules list` shows TCP 22 from the networks that people log in to nodes from, and from no other");
  expect(verify(true)).toBe(verify(false));
});

describe("volumes of Nutanix", () => {
  const NEW = { "project.upgradeFrom": "none", "infrastructure.clusters.seed.provider": "nutanix" } as const;

  test("want a Prism Central that KubeOne's driver takes, where KubeOne builds a cluster", () => {
    expect(item(NEW, "nutanix-prism-version[main]")?.title).toBe("Prism Central pc.2024.2 or newer, Frankfurt");
    expect(item({ ...NEW, "infrastructure.clusters.seed.provisioning": "existing", ...datacenter({ provider: "nutanix" }) }, "nutanix-prism-version[main]")).toBeUndefined();
  });

  test("may want the Data Services IP, which nobody confirms", () => {
    expect(item({ ...NEW, ...datacenter({ provider: "nutanix" }) }, "nutanix-data-services[main]")?.why).toContain("no source says whether");
    expect(referencePlan(NEW).cells.get(item(NEW, "nutanix-data-services[main]")?.from ?? "")?.facts).toContain("providers.nutanix-data-services");
  });
});

test.each([
  [{}, "40 devices named, with the system that is chosen for their workers, Shops"],
  [{ "infrastructure.datacenters.shop-devices.nodesPerCluster": undefined }, "Devices named, with the system that is chosen for their workers, Shops"],
])("devices that join by hand are counted: 20 user clusters with 2 each, and %j", (changes, title) => {
  const plan = planFrom(changed(starterAnswers("edge-from-google-cloud"), changes));
  expect(plan.checklist.find(({ id }) => id === "todo.edge-devices[shops]")?.title).toBe(title);
});
