import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const bank = (changes: Changes = {}) => planFrom(changed(starterAnswers("air-gapped-bank"), changes));
const SYSTEMS = "infrastructure.datacenters.zrh.operatingSystems";
/** Listed workers: profiles of operating systems then reach workers of user clusters alone. */
const LISTED = { "infrastructure.clusters.seed.workerAddressing": "fixed", "infrastructure.clusters.seed.workerAddresses": ["172.20.10.21", "172.20.10.22", "172.20.10.23"] };
const item = (plan: ReturnType<typeof bank>, id: string) => plan.checklist.find((one) => one.id === `todo.${id}`);
const records = (plan: ReturnType<typeof bank>) => plan.dns.records.filter(({ need }) => need === "offline").map(({ name, type, target }) => `${name} ${type} ${target.kind === "known" ? target.value : target.kind === "later" ? target.who : target.question}`);
const why = (plan: ReturnType<typeof bank>, id: string) => plan.firewall.flows.find((flow) => flow.id === id)?.why;

describe("names that machines without internet ask for", () => {
  test("profiles of Ubuntu, RHEL and Rocky Linux add Docker's packages; Flatcar brings its container runtime", () => {
    for (const system of ["ubuntu", "rhel", "rocky"]) {
      expect(why(bank({ ...LISTED, [SYSTEMS]: [system] }), "flow.E7-binaries[zrh]")).toBe("Workers of zrh-vsphere ask for dl.k8s.io, github.com and download.docker.com; DNS inside answers with the mirror.");
    }
    const flatcar = bank({ ...LISTED, [SYSTEMS]: ["flatcar"] });
    expect(why(flatcar, "flow.E7-binaries[zrh]")).toBe("Workers of zrh-vsphere ask for dl.k8s.io and github.com; DNS inside answers with the mirror.");
    expect(item(flatcar, "mirror-binaries")?.title).toBe("Mirror of binaries that answers for dl.k8s.io and github.com inside, with a certificate for these names");
  });

  test("workers that a cluster of KubeOne makes itself start by the same profiles", () => {
    expect(why(bank({ [SYSTEMS]: ["flatcar"] }), "flow.E6-binaries[seed]")).toContain("dl.k8s.io, github.com and download.docker.com");
    expect(why(bank({ ...LISTED, [SYSTEMS]: ["ubuntu"] }), "flow.E6-binaries[seed]")).toContain("ask for dl.k8s.io and github.com;");
  });

  test("mirror and whoever fills it hear of each", () => {
    const plan = bank({ [SYSTEMS]: ["ubuntu"] });
    expect(item(plan, "mirror-binaries")?.title).toBe("Mirror of binaries that answers for dl.k8s.io, github.com and download.docker.com inside, with a certificate for these names");
    expect(item(plan, "mirror-binaries")?.verify).toContain("`curl -sSI` of https://dl.k8s.io, https://github.com and https://download.docker.com prints a status");
    expect(item(plan, "mirror-filling")?.verify).toContain("below each of https://dl.k8s.io, https://github.com and https://download.docker.com gets an answer");
  });
});

describe("the DNS team", () => {
  test("is asked for records outside the domain, for places without internet", () => {
    const plan = bank({ [SYSTEMS]: ["ubuntu"], "network.mirrorBinaries": "172.20.1.9" });
    expect(records(plan)).toEqual(["dl.k8s.io A 172.20.1.9", "github.com A 172.20.1.9", "download.docker.com A 172.20.1.9"]);
    const asked = item(plan, "led-names");
    expect(asked).toMatchObject({ team: "dns", title: "dl.k8s.io, github.com and download.docker.com lead to the mirror of binaries, for machines in Zurich" });
    expect(asked?.verify).toContain("on the mirror workstation it still prints addresses on the internet");
    // It is tried from a test machine, so its network comes first as well.
    expect(item(plan, "mirror-binaries")?.dependsOn).toEqual(["todo.led-names", "todo.node-network[vault]"]);
    expect(item(plan, "records")?.title).not.toContain("dl.k8s.io");
  });

  test("leads to the name of a mirror that has one", () => {
    expect(records(bank({ [SYSTEMS]: ["flatcar"], ...LISTED }))).toEqual(["dl.k8s.io CNAME mirror.bank.example", "github.com CNAME mirror.bank.example"]);
    expect(records(bank({ [SYSTEMS]: ["flatcar"], ...LISTED, "network.mirrorBinaries": undefined }))).toEqual(["dl.k8s.io A network.mirrorBinaries", "github.com A network.mirrorBinaries"]);
  });

  test("has nothing to enter where machines reach the internet, or nobody of the plan sets them up", () => {
    expect(records(referencePlan())).toEqual([]);
    const shared: Changes = { "network.places.vault.internet": "proxy", "network.places.vault.proxyAddress": "172.20.1.8", "network.places.vault.proxyPort": 3128 };
    expect(records(bank(shared))).toEqual([]);
  });

  test("is asked nothing anew at an upgrade", () => {
    const plan = bank({ "project.upgradeFrom": "2.29" });
    expect(item(plan, "led-names")).toBeUndefined();
    expect(plan.dns.records.find(({ need }) => need === "offline")?.when).toBe("It is there, and the upgrade leaves it");
  });
});

describe("packages of KubeOne's machines", () => {
  const SOURCES = "setting.internet.kubeone-packages[seed]";

  test("come from the sources of the image alone", () => {
    expect(bank().settings.find(({ id }) => id === SOURCES)).toMatchObject({ object: "kubeone.yaml of zrh", field: "systemPackages.configureRepositories", value: { kind: "known", value: "false" } });
    expect(referencePlan().settings.some(({ id }) => id === SOURCES)).toBe(false);
    expect(bank({ "infrastructure.clusters.seed.provisioning": "existing" }).settings.some(({ id }) => id === SOURCES)).toBe(false);
  });

  test.each([
    ["2.29", "`containerd.io` 1.7 there"],
    ["2.30", "`containerd.io` 1.7 for KubeOne 1.12 and 2.2 for KubeOne 1.13 there"],
    ["2.31", "`containerd.io` 2.2 there"],
  ])("stand in the mirror in the versions that KubeOne pins (KKP %s)", (release, runtime) => {
    const packages = item(bank({ "project.release": release }), "mirror-packages");
    expect(packages?.title).toBe("Mirror of the operating system's packages, with those of Kubernetes and the container runtime that KubeOne installs, named in the machine image");
    expect(packages?.verify).toContain(`finds \`kubelet\`, \`kubeadm\` and \`kubectl\` in the version that kubeone.yaml names, \`kubernetes-cni\`, \`cri-tools\` and ${runtime}; with Flatcar KubeOne needs none`);
  });

  test("are none on Flatcar, which brings its container runtime and takes Kubernetes from the mirror of binaries", () => {
    const machines: Changes = { "infrastructure.clusters.seed.operatingSystem": "flatcar" };
    const ids = (plan: ReturnType<typeof bank>) => [...plan.firewall.flows, ...plan.firewall.endpoints, ...plan.checklist, ...plan.settings].map(({ id }) => id).filter((id) => id.includes("packages"));
    const hosts = (plan: ReturnType<typeof bank>) => plan.firewall.external.filter(({ source }) => source === "mirror-host").map(({ host }) => host);
    const FROM_PACKAGES = ["pkgs.k8s.io", "prod-cdn.packages.k8s.io", "download.docker.com", "storage.googleapis.com"];
    // Workers with Ubuntu install theirs all the same, Docker's among them.
    const mixed = bank({ ...machines, [SYSTEMS]: ["ubuntu"] });
    expect(ids(mixed)).toEqual(["flow.E7-packages[zrh]", "flow.mirror-packages[mirror]", "flow.mirror-fill-packages[mirror]", "mirror-packages", "todo.mirror-packages"]);
    expect(hosts(mixed).filter((host) => FROM_PACKAGES.includes(host))).toEqual(["download.docker.com"]);
    expect(why(mixed, "flow.E6-binaries[seed]")).toContain("ask for dl.k8s.io and github.com;");
    const flatcar = bank({ ...machines, [SYSTEMS]: ["flatcar"], "network.mirrorPackages": undefined });
    expect(ids(flatcar)).toEqual([]);
    expect(hosts(flatcar).filter((host) => FROM_PACKAGES.includes(host))).toEqual([]);
    expect(hosts(flatcar)).toEqual(expect.arrayContaining(["dl.k8s.io", "github.com"]));
    expect(item(flatcar, "mirror-filling")).toMatchObject({ title: "Somebody named who fills the mirror of binaries, now and with every release", dependsOn: ["todo.mirror-host", "todo.mirror-binaries"] });
    expect(flatcar.openPoints.map(({ path }) => path)).not.toContain("network.mirrorPackages");
  });

  test("are no business of machines with Flatcar that reach the internet either", () => {
    const plan = referencePlan({ "infrastructure.clusters.seed.operatingSystem": "flatcar" });
    const hosts = plan.firewall.external.filter(({ source }) => source === "nodes[seed]").map(({ host }) => host);
    expect(hosts.filter((host) => ["pkgs.k8s.io", "download.docker.com", "storage.googleapis.com"].includes(host))).toEqual([]);
    expect(hosts).toEqual(expect.arrayContaining(["dl.k8s.io", "github.com"]));
  });

  test("are nobody's matter where others have built the cluster", () => {
    expect(item(bank({ "infrastructure.clusters.seed.provisioning": "existing" }), "mirror-packages")?.title).toBe("Mirror of the operating system's packages, named in the machine image");
  });
});
