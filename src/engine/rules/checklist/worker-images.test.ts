import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const SERVER = "infrastructure.places.hall.kubevirtImages";
const NETWORK = "infrastructure.places.hall.kubevirtServers";
const SYSTEMS = "infrastructure.datacenters.hall-vms.operatingSystems";
const plan = (changes: Changes = {}) => planFrom(changed(starterAnswers("kubevirt-on-bare-metal"), changes));
const todo = (changes: Changes, id: string) => plan(changes).checklist.find((item) => item.id === `todo.${id}`);

describe("images that KubeVirt loads by URL", () => {
  test("are served by a web server, which its importer reaches", () => {
    const item = todo({}, "worker-images[hall-vms]");
    expect(item?.title).toBe("Images of Ubuntu 24.04 for hall-vms served by images.example.com");
    expect(item?.verify).toContain("prints the size of each image on images.example.com, and a test DataVolume of each URL that images.http of the Seed holds");
    expect(item?.verify).not.toContain("account of the tenants");
    expect(item?.why).toContain("the importer of CDI loads the image anew");
    expect(todo({ [SERVER]: undefined }, "worker-images[hall-vms]")).toMatchObject({ title: "Images of Ubuntu 24.04 for hall-vms served by a web server", blockedBy: [SERVER] });
  });

  test("have a row from the servers of the KubeVirt cluster to the web server", () => {
    const { firewall } = plan();
    expect(firewall.flows.filter(({ refs }) => refs.includes("S2"))).toMatchObject([{ id: "flow.S2[hall.kubevirt]", source: "carriers[hall.kubevirt]", destination: "image-server[hall.kubevirt]", protocol: "TCP", ports: "443", lifetime: "operation" }]);
    const addresses = (id: string, changes: Changes = {}) => plan(changes).firewall.endpoints.find((end) => end.id === id)?.addresses;
    expect(addresses("carriers[hall.kubevirt]")).toEqual([{ kind: "known", value: "10.82.0.0/24" }]);
    expect(addresses("image-server[hall.kubevirt]")).toEqual([{ kind: "known", value: "images.example.com" }]);
    expect(addresses("carriers[hall.kubevirt]", { [NETWORK]: undefined })).toEqual([{ kind: "open", question: NETWORK }]);
    expect(plan({ "infrastructure.datacenters.hall-vms.provider": "vsphere" }).firewall.flows.some(({ refs }) => refs.includes("S2"))).toBe(false);
  });

  test("stay on the list with the system that stands in while none is chosen", () => {
    const without = plan({ [SYSTEMS]: undefined });
    expect(without.checklist.find(({ id }) => id === "todo.worker-images[hall-vms]")?.title).toBe("Images of Ubuntu 24.04 for hall-vms served by images.example.com");
    expect(without.assumptions.map(({ path }) => path)).toContain(SYSTEMS);
  });
});

test("images that are uploaded are still shown to the account of the tenants", () => {
  expect(referencePlan({ "project.upgradeFrom": "none" }).checklist.find(({ id }) => id === "todo.worker-images[fra-vsphere]")?.verify).toContain("shows each image to the account of the tenants");
});

describe("network policies of KubeVirt", () => {
  const LOAD_BALANCER = "infrastructure.places.hall.kubevirtLoadBalancer";

  test("let machines out to private addresses, whoever balances load", () => {
    for (const given of [true, false]) expect(todo({ [LOAD_BALANCER]: given }, "kubevirt-policies[hall]")?.why).toContain("10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16");
  });

  test("are tried with a balanced Service where KubeVirt's cloud controller makes load balancers", () => {
    expect(todo({ [LOAD_BALANCER]: true }, "kubevirt-balanced[hall]")?.verify).toBe("A test Service of type LoadBalancer in the KubeVirt cluster answers for a test virtual machine behind it");
    expect(todo({ [LOAD_BALANCER]: false }, "kubevirt-balanced[hall]")).toBeUndefined();
  });
});

describe("images that workers of Tinkerbell load themselves", () => {
  const TINKERBELL = "infrastructure.places.main.tinkerbellImages";
  const factory = (changes: Changes = {}) => planFrom(changed(installationAnswers("factory-on-tinkerbell"), changes));

  test("have a row from each datacenter's workers to the web server", () => {
    const { firewall } = factory();
    expect(firewall.flows.filter(({ refs }) => refs.includes("S2"))).toMatchObject([{ id: "flow.S2[workers.halls]", source: "workers[halls]", destination: "image-server[main.tinkerbell]", protocol: "TCP", ports: "443", lifetime: "operation", why: "Each new worker of halls loads its image in Linz before anything else runs on it. URLs that begin with http want TCP 80 in its place." }]);
    expect(firewall.endpoints.find(({ id }) => id === "image-server[main.tinkerbell]")?.addresses).toEqual([{ kind: "known", value: "images.factory.example" }]);
  });

  test("keep their row, with a question, while nobody has named the server", () => {
    const open = factory({ [TINKERBELL]: undefined });
    expect(open.firewall.endpoints.find(({ id }) => id === "image-server[main.tinkerbell]")?.addresses).toEqual([{ kind: "open", question: TINKERBELL }]);
    expect(open.checklist.find(({ id }) => id === "todo.worker-images[halls]")?.blockedBy).toEqual([TINKERBELL]);
  });
});
