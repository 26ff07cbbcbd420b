import { describe, expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";

const hostsOf = ({ firewall }: Plan, source: string): readonly string[] => firewall.external.filter((row) => row.source === source).map(({ host, ports }) => `${host} ${ports}`);

test("nodes of the reference setup load from registries, package sources and the repositories of 2.30", () => {
  expect(hostsOf(referencePlan(), "nodes[seed]")).toEqual([
    "registry.k8s.io 443",
    "quay.io 443",
    "docker.io 443",
    "ghcr.io 443",
    "pkg-containers.githubusercontent.com 443",
    "gcr.io 443",
    "*.quay.io 443",
    "*.docker.io 443",
    "*.docker.com 443",
    "docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com 443",
    "pkgs.k8s.io 443",
    "prod-cdn.packages.k8s.io 443",
    "dl.k8s.io 443",
    "cdn.dl.k8s.io 443",
    "download.docker.com 443",
    "storage.googleapis.com 443",
    "github.com 443",
    "release-assets.githubusercontent.com 443",
    "archive.ubuntu.com 80",
    "security.ubuntu.com 80",
    "quay.io/kubermatic-mirror/helm-charts 443",
    "docker.io/envoyproxy/envoy 443",
    "registry.k8s.io/ingress-nginx 443",
    "quay.io/kubermatic 443",
    "telemetry.k8c.io 443",
  ]);
});

test("workers load binaries and packages themselves", () => {
  expect(hostsOf(referencePlan(), "workers[fra-vsphere]")).toEqual([
    "registry.k8s.io 443",
    "quay.io 443",
    "docker.io 443",
    "gcr.io 443",
    "*.quay.io 443",
    "*.docker.io 443",
    "*.docker.com 443",
    "docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com 443",
    "dl.k8s.io 443",
    "cdn.dl.k8s.io 443",
    "github.com 443",
    "release-assets.githubusercontent.com 443",
    "download.docker.com 443",
    "archive.ubuntu.com 80",
    "security.ubuntu.com 80",
  ]);
});

describe("GitHub's registry is named for what these answers pull from it", () => {
  const purpose = (changes: Changes, source = "nodes[seed]") => referencePlan(changes).firewall.external.filter((row) => row.host === "ghcr.io" && row.source === source).map((row) => row.purpose);
  const NO_DEX = { "authentication.connector": "keycloak", "monitoring.mla": false };
  const WORKERS = "infrastructure.datacenters.fra-vsphere.operatingSystems";

  test.each<[string, Changes, readonly string[]]>([
    ["Dex and the monitoring", { "monitoring.mla": true }, ["Images of Dex, Karma and the reloader of Prometheus"]],
    ["Dex alone", { "monitoring.mla": false }, ["Images of Dex"]],
    ["kube-vip in front of the API", { ...NO_DEX, "loadBalancer.clusters.seed.apiEndpoint": "kube-vip" }, ["Images of kube-vip"]],
    ["restic where KubeOne saves etcd", { ...NO_DEX, "storage.further": ["platform-etcd"] }, ["Images of restic for the backups of etcd"]],
    ["the cloud controller where KubeOne brings it from there", { ...NO_DEX, "infrastructure.clusters.seed.provider": "nutanix" }, ["Images of the cloud controller of Nutanix"]],
    ["nothing", NO_DEX, []],
    ["nothing that anybody could tell yet", { ...NO_DEX, "authentication.connector": undefined }, []],
    ["what is known, while it is open whether Dex runs", { "authentication.connector": undefined, "monitoring.mla": true }, ["Images of Karma and the reloader of Prometheus"]],
    ["what is known, while it is open what stands in front of the API", { "loadBalancer.clusters.seed.apiEndpoint": undefined }, ["Images of Dex, Karma and the reloader of Prometheus"]],
    ["what is known, while the number of control planes is open", { "infrastructure.clusters.seed.controlPlanes": undefined }, ["Images of Dex, Karma and the reloader of Prometheus"]],
    ["what is known, while further backups are open", { "storage.further": undefined }, ["Images of Dex, Karma and the reloader of Prometheus"]],
  ])("%s", (_name, changes, expected) => {
    expect(purpose(changes)).toEqual(expected);
    expect(hostsOf(referencePlan(changes), "nodes[seed]").includes("pkg-containers.githubusercontent.com 443"), "where it keeps their content").toBe(expected.length > 0);
  });

  test("keeps no other host off the list while it is not known", () => {
    expect(hostsOf(referencePlan({ "authentication.connector": undefined }), "nodes[seed]")).toContain("quay.io 443");
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["workers on Flatcar", ["ubuntu", "flatcar"], ["Image of Flatcar's update operator"]],
    ["other workers", ["ubuntu"], []],
  ])("%s", (_name, systems, expected) => {
    expect(purpose({ [WORKERS]: systems }, "workers[fra-vsphere]")).toEqual(expected);
  });
});

test("workers with RHEL register and load by Red Hat's hosts, those with Rocky Linux by its list of mirrors", () => {
  const at = (...systems: string[]) => referencePlan({ "infrastructure.datacenters.fra-vsphere.operatingSystems": systems });
  const packages = (plan: Plan) => hostsOf(plan, "workers[fra-vsphere]").filter((host) => /ubuntu|redhat|rocky|docker\.com|amazonaws/.test(host) && !host.startsWith("*.docker"));
  expect(packages(at("rhel"))).toEqual(["download.docker.com 443", "subscription.rhsm.redhat.com 443", "cdn.redhat.com 443"]);
  expect(packages(at("rocky"))).toEqual(["download.docker.com 443", "mirrors.rockylinux.org 443", "dl.rockylinux.org 443"]);
  expect(packages(at("flatcar"))).toEqual([]);
  expect(packages(at("ubuntu", "rhel"))).toEqual(["download.docker.com 443", "archive.ubuntu.com 80", "security.ubuntu.com 80", "subscription.rhsm.redhat.com 443", "cdn.redhat.com 443"]);
  const amazon = referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": "aws", "infrastructure.datacenters.fra-vsphere.operatingSystems": ["amazon-linux"] });
  expect(packages(amazon)).toEqual(["*.amazonaws.com 443"]);
  const both = at("ubuntu", "rocky");
  const flow = (id: string) => both.firewall.flows.find((row) => row.id === id);
  expect(flow("flow.E7-packages[fra-vsphere]")?.hosts).toEqual(["archive.ubuntu.com", "security.ubuntu.com"]);
  expect(flow("flow.E7-packages-tls[fra-vsphere]")).toMatchObject({ ports: "443", reason: "Packages of Rocky Linux", hosts: ["mirrors.rockylinux.org", "dl.rockylinux.org"] });
  expect(at("rhel").firewall.flows.filter(({ ports, source }) => source === "workers[fra-vsphere]" && ports === "80")).toEqual([]);
});

test.each([
  ["azure", ["mcr.microsoft.com 443", "*.data.mcr.microsoft.com 443"]],
  ["aws", ["public.ecr.aws 443", "d5l0dvt14r5h8.cloudfront.net 443"]],
])("registries of %s come with what they hand over to", (provider, expected) => {
  const plan = referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": provider, "infrastructure.clusters.seed.provider": provider });
  for (const source of ["nodes[seed]", "workers[fra-vsphere]"]) expect(hostsOf(plan, source)).toEqual(expect.arrayContaining(expected));
  expect(hostsOf(referencePlan(), "nodes[seed]")).not.toEqual(expect.arrayContaining(expected.slice(1)));
});

describe("machines with Ubuntu ask the mirror of their infrastructure", () => {
  const WORKERS_OF = "workers[fra-vsphere]";
  const at = (provider: string) =>
    referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": provider, "infrastructure.datacenters.fra-vsphere.operatingSystems": ["ubuntu"], "infrastructure.clusters.seed.provider": provider });

  test.each([
    ["aws", ["*.ec2.archive.ubuntu.com 80"]],
    ["openstack", ["*.clouds.archive.ubuntu.com 80"]],
    ["azure", ["azure.archive.ubuntu.com 80"]],
    ["gcp", ["*.gce.archive.ubuntu.com 80", "*.clouds.archive.ubuntu.com 80"]],
    ["digitalocean", ["mirrors.digitalocean.com 80", "*.clouds.archive.ubuntu.com 80"]],
    ["hetzner", ["mirror.hetzner.com 443"]],
    ["vsphere", []],
  ])("on %s", (provider, mirrors) => {
    const plan = at(provider);
    for (const source of [WORKERS_OF, "nodes[seed]"]) {
      expect(hostsOf(plan, source).filter((host) => /archive\.ubuntu|^mirrors?\./.test(host)).sort()).toEqual([...mirrors, "archive.ubuntu.com 80"].sort());
      expect(hostsOf(plan, source)).toContain("security.ubuntu.com 80");
    }
    const rows = (source: string) => plan.firewall.flows.filter((row) => row.source === source && row.hosts?.includes(mirrors[0]?.split(" ")[0] ?? "archive.ubuntu.com"));
    expect(rows(WORKERS_OF).map(({ ports, reason }) => [ports, reason])).toEqual([[provider === "hetzner" ? "443" : "80", "Packages of Ubuntu"]]);
    expect(rows("nodes[seed]").map(({ ports }) => ports)).toEqual([provider === "hetzner" ? "443" : "80"]);
  });
});

describe("the workstation that fills mirrors loads packages of the systems that machines without internet run, and of no other", () => {
  const UBUNTU = ["archive.ubuntu.com", "security.ubuntu.com"];
  const RHEL = ["subscription.rhsm.redhat.com", "cdn.redhat.com"];
  const ROCKY = ["mirrors.rockylinux.org", "dl.rockylinux.org"];
  const CLUSTER = "infrastructure.clusters.seed.operatingSystem";
  const WORKERS = "infrastructure.datacenters.zrh.operatingSystems";
  const copied = (changes: Changes) =>
    planFrom(changed(starterAnswers("air-gapped-bank"), changes)).firewall.external.filter(({ source, host }) => source === "mirror-host" && /ubuntu|redhat|rocky/.test(host)).map(({ host }) => host);

  test.each<[string, Changes, readonly string[]]>([
    ["Ubuntu everywhere, as the products have it", {}, UBUNTU],
    ["RHEL on workers alone", { [WORKERS]: ["rhel"] }, [...UBUNTU, ...RHEL]],
    ["RHEL on the platform's machines alone", { [CLUSTER]: "rhel" }, [...UBUNTU, ...RHEL]],
    ["RHEL everywhere", { [CLUSTER]: "rhel", [WORKERS]: ["rhel"] }, RHEL],
    ["two systems", { [CLUSTER]: "rocky", [WORKERS]: ["rhel"] }, [...RHEL, ...ROCKY]],
    ["Flatcar, which loads none", { [CLUSTER]: "flatcar", [WORKERS]: ["flatcar"] }, []],
    ["machines that somebody else sets up", { "infrastructure.clusters.seed.provisioning": "existing", [WORKERS]: ["rhel"] }, RHEL],
    ["workers whose system no page says", { [CLUSTER]: "rhel", "infrastructure.datacenters.zrh.provider": "anexia" }, [...UBUNTU, ...RHEL]],
  ])("%s", (_name, changes, expected) => {
    expect(copied(changes)).toEqual(expected);
  });

  test("those of a place with internet load their own", () => {
    const elsewhere = { "infrastructure.places.bern.name": "Bern", "network.places.bern.internet": "direct", "infrastructure.datacenters.zrh.place": "bern", [WORKERS]: ["rhel"] };
    const answers = withSubject(starterAnswers("air-gapped-bank"), "place", "bern");
    expect(planFrom(changed(answers, elsewhere)).firewall.external.filter(({ host }) => /ubuntu|redhat/.test(host)).map(({ source, host }) => `${source} ${host}`).filter((row) => row.startsWith("mirror-host"))).toEqual(UBUNTU.map((host) => `mirror-host ${host}`));
  });
});

test("the bastion loads the tools of the installation, or the engineers do", () => {
  const installed = ["get.helm.sh 443", "dl.k8s.io 443", "cdn.dl.k8s.io 443"];
  const tools = ["registry.terraform.io 443", "releases.hashicorp.com 443", "github.com 443", "release-assets.githubusercontent.com 443", ...installed, "metallb.github.io 443"];
  expect(hostsOf(referencePlan(), "bastion[main]")).toEqual(tools);
  expect(hostsOf(referencePlan({ "access.bastion": false }), "engineers")).toEqual(tools);
  const managed = hostsOf(referencePlan({ "infrastructure.clusters.seed.provisioning": "managed", "loadBalancer.clusters.seed.kind": "cloud" }), "bastion[main]");
  expect(managed).toEqual(["github.com 443", "release-assets.githubusercontent.com 443", ...installed]);
  const contained = hostsOf(referencePlan({ "access.toolset": "container" }), "bastion[main]");
  expect(contained.filter((host) => installed.includes(host))).toEqual([]);
});

test("an upgrade loads Terraform, whose state KubeOne is given, and nothing else that makes clusters or fits them out", () => {
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
  const left = ["registry.terraform.io 443", "releases.hashicorp.com 443", "github.com 443", "release-assets.githubusercontent.com 443", "get.helm.sh 443", "dl.k8s.io 443", "cdn.dl.k8s.io 443"];
  expect(hostsOf(referencePlan(upgrade), "bastion[main]")).toEqual(left);
  expect(hostsOf(referencePlan({ ...upgrade, "access.bastion": false }), "engineers")).toEqual(left);
  expect(hostsOf(referencePlan({ "project.release": "2.31", "project.upgradeFrom": undefined }), "bastion[main]")).toEqual(left);
});

describe("machines of the engineers", () => {
  const listed = (changes: Changes = {}) => hostsOf(planFrom(changed(starterAnswers("air-gapped-bank"), { "access.bastion": false, ...changes })), "engineers");

  test("load nothing where no cluster reaches the internet: the archive is carried, and charts lie in the private registry", () => {
    expect(listed()).toEqual([]);
    expect(listed({ "access.toolset": "container" })).toEqual([]);
    const { flows } = planFrom(changed(starterAnswers("air-gapped-bank"), { "access.bastion": false, "access.toolset": "container" })).firewall;
    expect(flows.filter(({ source, destination }) => source === "engineers" && destination === "mirror-registry").map(({ reason }) => reason)).toEqual(["Tooling image and charts from the private registry"]);
  });

  test("load what the clusters need that reach it, and wait while nobody says whether any does", () => {
    expect(hostsOf(referencePlan({ "access.bastion": false, "network.places.main.internet": "direct" }), "engineers")).toContain("github.com 443");
    const unsaid = referencePlan({ "access.bastion": false, "network.places.main.internet": undefined });
    expect(hostsOf(unsaid, "engineers")).toEqual([]);
    expect(unsaid.openPoints.find(({ path }) => path === "network.places.main.internet")).toBeDefined();
  });
});

describe("nodes of managed Kubernetes", () => {
  const cluster = starterAnswers("aws-single-region").subjects.cluster[0] ?? "";
  const managed = (changes: Changes = {}) => planFrom(changed(starterAnswers("aws-single-region"), { [`infrastructure.clusters.${cluster}.provisioning`]: "managed", [`infrastructure.clusters.${cluster}.apiPort`]: 443, ...changes }));
  const hosts = (plan: ReturnType<typeof planFrom>) => plan.firewall.external.filter(({ source, id }) => source === `nodes[${cluster}]` && id.startsWith("external.cluster")).map(({ host }) => host);
  const registry = ["*.dkr.ecr.eu-central-1.amazonaws.com", "api.ecr.eu-central-1.amazonaws.com", "*.s3.eu-central-1.amazonaws.com"];

  test("on AWS pull the images of its add-ons from the registry of their region, in list and row", () => {
    const plan = managed();
    expect(hosts(plan)).toEqual(expect.arrayContaining(registry));
    expect(plan.firewall.flows.find(({ id }) => id === `flow.E6[${cluster}]`)?.hosts).toEqual(expect.arrayContaining(registry));
    expect(hosts(planFrom(starterAnswers("aws-single-region"))).some((host) => host.includes("ecr.eu-central-1"))).toBe(false);
  });

  test("have no host of a region that nobody has named", () => {
    const plan = managed({ "infrastructure.places.frankfurt.awsRegion": undefined });
    expect(hosts(plan).filter((host) => /dkr|api\.ecr|s3\./.test(host))).toEqual([]);
    expect(hosts(plan)).toContain("quay.io");
    expect(plan.openPoints.map(({ path }) => path)).toContain("infrastructure.places.frankfurt.awsRegion");
  });

  test.each([
    ["azure", ["mcr.microsoft.com", "*.data.mcr.microsoft.com", "packages.aks.azure.com", "management.azure.com"]],
    ["gcp", ["*.gcr.io", "*.pkg.dev", "storage.googleapis.com"]],
  ])("on %s load what its service names", (provider, named) => {
    expect(hosts(managed({ [`infrastructure.clusters.${cluster}.provider`]: provider }))).toEqual(expect.arrayContaining(named));
  });

  test("reach the Kubernetes API that the provider runs", () => {
    expect(managed().firewall.flows.find(({ id }) => id === `flow.E12[${cluster}.nodes]`)).toMatchObject({ source: `nodes[${cluster}]`, destination: `api[${cluster}]`, ports: "443", reason: "Nodes reach the Kubernetes API that the provider runs" });
  });
});

describe("the API through which Terraform makes machines", () => {
  const aws = (changes: Changes = {}) => planFrom(changed(starterAnswers("aws-single-region"), changes)).firewall.external.filter(({ id }) => id.startsWith("external.installer-provider"));

  test("is opened for the machine that runs Terraform as well", () => {
    expect(aws().map(({ host, source }) => `${host} ${source}`)).toEqual(
      ["iam.amazonaws.com", "sts.eu-central-1.amazonaws.com", "ec2.eu-central-1.amazonaws.com", "elasticloadbalancing.eu-central-1.amazonaws.com"].map((host) => `${host} bastion[frankfurt]`),
    );
    expect(aws()[0]?.why).toBe("Terraform calls the AWS API from there for control planes in AWS Frankfurt.");
    expect(new Set(aws({ "access.bastion": false }).map(({ source }) => source))).toEqual(new Set(["engineers"]));
  });

  test("has few hosts for the parts of a cluster that AWS runs and that makes no machines", () => {
    const pure = withSubject(starterAnswers("aws-single-region"), "cluster", "control");
    const at = "infrastructure.clusters.control";
    const plan = planFrom(changed(pure, { [`${at}.name`]: "control", [`${at}.role`]: "master", [`${at}.place`]: "frankfurt", [`${at}.provider`]: "aws", [`${at}.provisioning`]: "managed", "infrastructure.clusters.kubermatic.role": "seed" }));
    const few = ["ec2.eu-central-1.amazonaws.com", "elasticloadbalancing.eu-central-1.amazonaws.com"];
    expect(plan.firewall.flows.find(({ refs, source }) => refs.includes("P5") && source === "nodes[control]")?.hosts).toEqual(few);
    const allowed = plan.firewall.external.filter(({ id, source }) => id.includes("provider") && source === "nodes[control]").map(({ host }) => host);
    expect(allowed).toEqual(expect.arrayContaining(few));
    expect(allowed).not.toContain("iam.amazonaws.com");
  });

  test("is not where nobody makes machines there, or where nothing leads there", () => {
    expect(aws(Object.fromEntries(starterAnswers("aws-single-region").subjects.cluster.map((id) => [`infrastructure.clusters.${id}.provisioning`, "managed"])))).toEqual([]);
    expect(aws({ "network.places.frankfurt.internet": "offline" })).toEqual([]);
    expect(referencePlan().firewall.external.filter(({ id }) => id.startsWith("external.installer-provider"))).toEqual([]);
    expect(planFrom(installationAnswers("anexia-engine")).firewall.external.filter(({ id }) => id.startsWith("external.installer-provider"))).toEqual([]);
  });
});

test("a public API that nobody has named keeps the list open, and its place alone", () => {
  const plan = (changes: Changes) => planFrom(changed(installationAnswers("anexia-engine"), changes));
  const place = Object.keys(installationAnswers("anexia-engine").given).find((path) => path.endsWith(".anexiaApi")) ?? "";
  const blockedBy = ({ checklist }: Plan) => checklist.find(({ id }) => id === "todo.external-hosts")?.blockedBy;
  expect(blockedBy(plan({}))).toEqual([]);
  const open = plan({ [place]: undefined });
  expect(blockedBy(open)).toEqual([place]);
  expect(open.openPoints.find(({ path }) => path === place)?.waiting).toContain("Hosts of the infrastructure's public APIs");
  expect(open.firewall.external.length).toBeGreaterThan(0);
});

test("a repository beside the service that people log in through is opened for those who fetch it", () => {
  const git = (changes: Changes) => planFrom(changed(installationAnswers("play-in-two-places"), changes)).firewall.external.filter(({ host }) => host === "bitbucket.org").map(({ source, ports, purpose }) => `${source} ${ports} ${purpose}`);
  expect(git({})).toEqual(["nodes[fra] 443 Login through Bitbucket Cloud", "bastion[fra] 443 Git repository", "bastion[vie] 443 Git repository"]);
  expect(git({ "access.bastion": false, "access.repository": "git@bitbucket.org:play/kkp.git" })).toEqual(["nodes[fra] 443 Login through Bitbucket Cloud", "engineers 22 Git repository"]);
  expect(git({ "access.repository": "https://git.play.example/kkp.git" })).toEqual(["nodes[fra] 443 Login through Bitbucket Cloud"]);
});

test("the bastion reaches quay.io and what lies behind it for the tooling container, or for the chart of KubeLB", () => {
  const quay = (changes: Changes) => hostsOf(referencePlan(changes), "bastion[main]").filter((host) => host.includes("quay.io"));
  expect(quay({})).toEqual([]);
  expect(quay({ "access.toolset": "container" })).toEqual(["quay.io 443", "*.quay.io 443"]);
  expect(quay({ "loadBalancer.clusters.seed.kind": "kubelb" })).toEqual(["quay.io 443", "*.quay.io 443"]);
  expect(referencePlan({ "access.toolset": "container" }).firewall.flows.find(({ source, hosts }) => source === "bastion[main]" && hosts?.includes("*.quay.io"))).toBeDefined();
});

test("mirrors name all images as what quay.io is for, whatever the tools come in", () => {
  for (const toolset of ["installed", "container"]) {
    const offline = planFrom(changed(starterAnswers("air-gapped-bank"), { "access.toolset": toolset }));
    expect(offline.firewall.external.filter(({ host, source }) => host === "quay.io" && source === "mirror-host").map(({ purpose }) => purpose)).toEqual(["Images of KKP, cert-manager, Calico and the monitoring"]);
    expect(offline.firewall.flows.some(({ reason }) => reason === "Tooling image and charts from the private registry")).toBe(toolset === "container");
  }
});

test("every host that a command of the runbook fetches from is opened for the workplace", () => {
  for (const name of starterNames) {
    const plan = planFrom(starterAnswers(name));
    const opened = new Set(plan.firewall.external.filter(({ source }) => /^(bastion|engineers|mirror)/.test(source)).map(({ host }) => host));
    const asked = plan.runbook.flatMap(({ commands }) => commands).flatMap((line) => [...line.matchAll(/(?:--repo|curl -fsSL) https:\/\/([^/\s]+)/g)].map(([, host]) => host ?? ""));
    expect(asked.filter((host) => !opened.has(host)), name).toEqual([]);
  }
});

test("2.31 takes Envoy Gateway instead of NGINX, CE no private images", () => {
  const fresh = referencePlan({ "project.release": "2.31", "project.upgradeFrom": "none", "project.edition": "CE" });
  const hosts = hostsOf(fresh, "nodes[seed]");
  expect(hosts).toContain("docker.io/envoyproxy/gateway 443");
  expect(hosts).not.toContain("registry.k8s.io/ingress-nginx 443");
  expect(hosts).not.toContain("quay.io/kubermatic 443");
  expect(hosts.filter((host) => host === "docker.io/envoyproxy/envoy 443")).toHaveLength(1);
  expect(fresh.firewall.external.find(({ host }) => host === "docker.io/envoyproxy/envoy")?.purpose).toBe("nodeport-proxy and Envoy Gateway");
});

test("2.28 still has the repositories of its time", () => {
  const hosts = hostsOf(referencePlan({ "project.release": "2.28" }), "nodes[seed]");
  expect(hosts).toContain("quay.io/kubermatic/helm-charts 443");
  expect(hosts).toContain("docker.io/envoyproxy/envoy-distroless 443");
});

test("Azure is reached from the Seed and from its own workers", () => {
  const plan = planFrom(starterAnswers("vsphere-plus-azure"));
  for (const source of ["nodes[seed]", "workers[azure-weu]"]) {
    expect(hostsOf(plan, source)).toEqual(expect.arrayContaining(["management.azure.com 443", "management.core.windows.net 443", "login.microsoftonline.com 443"]));
  }
  expect(hostsOf(plan, "workers[azure-weu]")).toContain("mcr.microsoft.com 443");
  expect(hostsOf(plan, "workers[fra-vsphere]")).not.toContain("management.azure.com 443");
});

test("DNS-01 names the issuer, and the API of the zone where it has a fixed host", () => {
  const hosts = hostsOf(referencePlan({ "certificates.issuance": "dns01", "dns.automation": "cloudflare" }), "nodes[seed]");
  expect(hosts.slice(-3)).toEqual(["acme-v02.api.letsencrypt.org 443", "acme-staging-v02.api.letsencrypt.org 443", "api.cloudflare.com 443"]);
  const byHand = hostsOf(referencePlan({ "certificates.issuance": "dns01", "dns.automation": "rfc2136" }), "nodes[seed]");
  expect(byHand.slice(-2)).toEqual(["acme-v02.api.letsencrypt.org 443", "acme-staging-v02.api.letsencrypt.org 443"]);
});

test("a separate Seed loads the entry of its own interfaces", () => {
  const answers = starterAnswers("vsphere-plus-azure-seed");
  expect(hostsOf(planFrom(answers), "nodes[azure-seed]")).toContain("registry.k8s.io/ingress-nginx 443");
  expect(hostsOf(planFrom(changed(answers, { "monitoring.seedUis": [] })), "nodes[azure-seed]")).not.toContain("registry.k8s.io/ingress-nginx 443");
});

test("a separate Seed's cert-manager calls the issuer as well", () => {
  const answers = changed(starterAnswers("vsphere-plus-azure-seed"), { "certificates.issuance": "dns01", "dns.automation": "cloudflare", "access.alertForm": "none" });
  expect(hostsOf(planFrom(answers), "nodes[azure-seed]").slice(-3)).toEqual(["acme-v02.api.letsencrypt.org 443", "acme-staging-v02.api.letsencrypt.org 443", "api.cloudflare.com 443"]);
});

test("usage reports leave the master until somebody says no", () => {
  const reports = (changes: Parameters<typeof referencePlan>[0]) => hostsOf(referencePlan(changes), "nodes[seed]").filter((host) => host.startsWith("telemetry"));
  expect(reports({})).toEqual(["telemetry.k8c.io 443"]);
  expect(reports({ "access.telemetry": "off" })).toEqual([]);
  expect(reports({ "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 })).toEqual([]);
  expect(reports({ "network.places.main.internet": "offline" })).toEqual([]);
});

describe("registries of a provider's own images", () => {
  const OWN = /ecr|vmware|mcr/;
  const own = (plan: Plan, source: string) => hostsOf(plan, source).filter((host) => OWN.test(host));
  const workersOn = (provider: string) => referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": provider, "infrastructure.datacenters.fra-vsphere.operatingSystems": ["ubuntu"] });
  const builtOn = (provider: string) => referencePlan({ "infrastructure.clusters.seed.provider": provider });

  test.each([
    ["aws", ["public.ecr.aws 443"]],
    ["azure", ["mcr.microsoft.com 443", "*.data.mcr.microsoft.com 443"]],
    ["vmware-cloud-director", ["projects.registry.vmware.com 443"]],
    ["vsphere", []],
  ])("%s: workers and a platform on it load the storage driver from there", (provider, hosts) => {
    expect(own(workersOn(provider), "workers[fra-vsphere]")).toEqual(hosts);
    expect(own(builtOn(provider), "nodes[seed]")).toEqual(hosts);
  });

  test("the Seed loads what runs beside the control planes of its user clusters, and a master does not", () => {
    expect(own(workersOn("vmware-cloud-director"), "nodes[seed]")).toEqual(["projects.registry.vmware.com 443"]);
    expect(own(workersOn("azure"), "nodes[seed]")).toEqual(["mcr.microsoft.com 443", "*.data.mcr.microsoft.com 443"]);
    expect(own(workersOn("aws"), "nodes[seed]")).toEqual([]);
    const apart = planFrom(changed(starterAnswers("large-data-centre"), { "infrastructure.datacenters.muc.provider": "azure" }));
    expect([own(apart, "nodes[master]"), own(apart, "nodes[seed]")]).toEqual([[], ["mcr.microsoft.com 443", "*.data.mcr.microsoft.com 443"]]);
  });

  test("no host stands twice for the same nodes", () => {
    const both = referencePlan({ "infrastructure.clusters.seed.provider": "azure", "infrastructure.datacenters.fra-vsphere.provider": "azure" });
    expect(own(both, "nodes[seed]")).toEqual(["mcr.microsoft.com 443", "*.data.mcr.microsoft.com 443"]);
  });
});

describe("what the mirror workstation reads", () => {
  const bank = (changes: Parameters<typeof referencePlan>[0] = {}) => planFrom(changed(starterAnswers("air-gapped-bank"), changes));
  const pulls = ({ firewall }: Plan) => firewall.flows.filter(({ source, destination }) => source === "mirror-host" && destination === "registries");

  test("every host of its list is in a row with the port of the list, and nothing else is", () => {
    const plan = bank();
    const rows = pulls(plan).flatMap(({ hosts = [], ports }) => hosts.map((host) => `${host} ${ports}`));
    expect(rows.toSorted()).toEqual(hostsOf(plan, "mirror-host").toSorted());
    expect(pulls(plan).map(({ ports }) => ports).toSorted()).toEqual(["443", "80"]);
  });

  test("it reaches all mirrors that it fills, by ports that whoever runs them names", () => {
    const rows = ({ firewall }: Plan) => firewall.flows.filter(({ source, destination }) => source === "mirror-host" && destination !== "registries").map(({ destination, ports }) => `${destination}: ${ports}`);
    expect(rows(bank())).toEqual(["mirror-registry: 443", "mirror-binaries: port by which it is filled", "mirror-packages: port by which it is filled"]);
  });

  test("mirror-images asks for the charts that all charts of the release stand on, and nobody else does", () => {
    const charts = (release: string) => hostsOf(bank({ "project.release": release, "project.upgradeFrom": "none" }), "mirror-host").filter((host) => /jetstack|dexidp|prometheus-community|grafana|shanestarcher|helm\.releases|cortexproject|charts\.min|kubernetes\.github/.test(host)).map((host) => host.replace(" 443", "")).sort();
    const always = ["charts.dexidp.io", "charts.jetstack.io", "charts.min.io", "grafana.github.io", "helm.releases.hashicorp.com", "kubernetes.github.io", "prometheus-community.github.io", "shanestarcher.com"];
    expect(charts("2.29")).toEqual(always);
    expect(charts("2.30")).toEqual([...always, "cortexproject.github.io"].sort());
    expect(charts("2.31")).toEqual([...always, "cortexproject.github.io", "grafana-community.github.io"].sort());
    expect(bank().firewall.external.filter(({ host, source }) => host === "charts.jetstack.io" && source !== "mirror-host")).toEqual([]);
    expect(hostsOf(referencePlan(), "bastion[main]")).not.toContain("charts.jetstack.io 443");
  });

  /** Registries of single providers, and of Kyverno, which the Enterprise Edition has in its list whether a Seed runs it or not. */
  const single = (changes: Changes = {}) => hostsOf(bank({ "project.upgradeFrom": "none", ...changes }), "mirror-host").filter((host) => /ecr|cloudfront|vmware|mcr|anx|kyverno/.test(host)).map((host) => host.replace(" 443", "")).sort();
  const ALL = ["*.data.mcr.microsoft.com", "anx-cr.io", "d5l0dvt14r5h8.cloudfront.net", "mcr.microsoft.com", "projects.registry.vmware.com", "public.ecr.aws"];

  test.each<[string, Changes, readonly string[]]>([
    ["no release before 2.30 can be told which providers matter", { "project.release": "2.28" }, ALL],
    ["nor can 2.29", { "project.release": "2.29" }, ALL],
    ["from 2.30 on, the driver of Cloud Director alone comes unasked", { "project.release": "2.30" }, ["projects.registry.vmware.com"]],
    ["so it does in 2.31", { "project.release": "2.31" }, ["projects.registry.vmware.com"]],
    ["beside those of the datacenters", { "project.release": "2.31", "infrastructure.datacenters.zrh.provider": "azure" }, ["*.data.mcr.microsoft.com", "mcr.microsoft.com", "projects.registry.vmware.com"]],
    ["also where a Seed alone loads them", { "project.release": "2.31", "infrastructure.datacenters.zrh.provider": "anexia" }, ["anx-cr.io", "projects.registry.vmware.com"]],
  ])("images of providers: %s", (_name, changes, expected) => {
    expect(single({ ...changes, "project.edition": "CE" })).toEqual(expected);
    expect(single({ ...changes, "project.edition": "EE" })).toEqual([...expected, "reg.kyverno.io"].sort());
  });

  test("what comes unasked says so, and nothing else does", () => {
    const purposes = (changes: Changes) => Object.fromEntries(bank(changes).firewall.external.filter(({ source, host }) => source === "mirror-host" && /vmware|kyverno|mcr/.test(host)).map(({ host, purpose }) => [host, purpose]));
    expect(purposes({})).toEqual({ "projects.registry.vmware.com": "Images of VMware Cloud Director, which mirror-images copies in any case", "reg.kyverno.io": "Images of Kyverno, which mirror-images copies in any case" });
    expect(purposes({ "infrastructure.datacenters.zrh.provider": "vmware-cloud-director", "infrastructure.seedExtras": ["kyverno"] })).toEqual({ "projects.registry.vmware.com": "Images of VMware Cloud Director", "reg.kyverno.io": "Images of Kyverno" });
  });

  test("user clusters of a place with internet take their images from the private registry as well", () => {
    const mixed = planFrom(changed(starterAnswers("vsphere-plus-azure"), { "project.release": "2.31", "project.upgradeFrom": "none", "network.places.main.internet": "offline", "network.places.azure.internet": "direct" }));
    expect(hostsOf(mixed, "mirror-host")).toContain("mcr.microsoft.com 443");
  });
});

test("Kyverno comes from a registry of its own, where EE runs it for every user cluster", () => {
  const hosts = (changes: Changes) => referencePlan(changes).firewall.external.filter(({ host }) => host === "reg.kyverno.io").map(({ source, purpose }) => `${source}: ${purpose}`);
  const kyverno: Changes = { "infrastructure.seedExtras": ["kyverno"], "project.edition": "EE" };
  expect(hosts({})).toEqual([]);
  expect(hosts({ ...kyverno, "project.edition": "CE" })).toEqual([]);
  expect(hosts(kyverno)).toEqual(["nodes[seed]: Images of Kyverno"]);
  expect(referencePlan(kyverno).firewall.flows.find(({ id }) => id === "flow.E6[seed]")?.hosts).toContain("reg.kyverno.io");
  expect(hosts({ ...kyverno, "network.places.main.internet": "offline" })).toEqual(["mirror-host: Images of Kyverno"]);
});

test("a public store is opened for the browsers that download from it", () => {
  const usage: Changes = { "infrastructure.seedExtras": ["metering"], "project.edition": "EE", "storage.meteringBucket": "example-reports" };
  const opened = (store: string) => planFrom(changed(starterAnswers("aws-single-region"), { ...usage, "storage.meteringStore": store })).firewall.external.filter(({ source }) => source === "users").map(({ host }) => host);
  expect(opened("s3.eu-central-1.amazonaws.com")).toContain("example-reports.s3.dualstack.eu-central-1.amazonaws.com");
  expect(opened("s3.example.com")).not.toContain("s3.example.com");
});

describe("the reason of a host says what is loaded there, and when", () => {
  const rows = (plan: Plan, host: string, source: RegExp) => plan.firewall.external.filter((row) => row.host === host && source.test(row.source)).map(({ why }) => why);
  const aws = planFrom(starterAnswers("aws-single-region"));
  const image = "A pod of kubermatic that starts on a node without its image loads it from there, at any hour and long after the installation.";
  const software = "A machine of kubermatic loads from there when it is set up and at each upgrade of its Kubernetes, and machines are replaced at any time.";

  test.each(["quay.io", "registry.k8s.io", "*.docker.io", "public.ecr.aws"])("%s holds images", (host) => expect(rows(aws, host, /^nodes/)).toEqual([image]));

  test.each(["pkgs.k8s.io", "prod-cdn.packages.k8s.io", "github.com", "dl.k8s.io", "archive.ubuntu.com"])("%s holds none", (host) => expect(rows(aws, host, /^nodes/)).toEqual([software]));

  test("workers load both", () => {
    expect(rows(aws, "quay.io", /^workers/)[0]).toMatch(/^A pod that starts on a worker of \S+ without its image/);
    expect(rows(aws, "dl.k8s.io", /^workers/)[0]).toMatch(/^Each new worker of \S+ loads from there before it joins its cluster/);
  });

  test("a host that another one sends downloads on to is needed beside that one", () => {
    expect(rows(aws, "cdn.dl.k8s.io", /^workers/)[0]).toMatch(/^dl\.k8s\.io sends each download on to it: with dl\.k8s\.io alone on the list the first new worker of \S+ waits for ever\.$/);
    expect(rows(aws, "release-assets.githubusercontent.com", /^nodes/)).toEqual(["github.com sends each download on to it: with github.com alone on the list no machine of kubermatic is set up or upgraded."]);
  });

  test("what is copied comes to another mirror", () => {
    const bank = planFrom(starterAnswers("air-gapped-bank"));
    const [copied] = [...rows(bank, "quay.io", /^mirror-host$/)];
    expect(copied).toBe("Images are copied from there to the private registry, the only one that machines in Zurich reach, for each release of KKP that is installed.");
    expect(rows(bank, "pkgs.k8s.io", /^mirror-host$/)).toEqual(["Machines in Zurich take Kubernetes and packages from mirrors inside, which are filled from there anew for each release and update."]);
    expect(bank.firewall.endpoints.find(({ id }) => id === "mirror-host")?.why).toBe("It reaches the internet and all mirrors; machines in Zurich reach the mirrors alone.");
  });
});
