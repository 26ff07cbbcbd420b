import { describe, expect, test } from "vitest";
import { NO_ANSWERS, planFrom, withAnswer, type Plan } from "../../src/engine/index.ts";
import { markdownOf } from "../support/markdown-of.ts";
import { differenceLines, planLines } from "../support/plan-lines.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

const reference = planFrom(starterAnswers("reference-setup"));
const onlyDomain = withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com");

describe("whole plans, reviewed as text", () => {
  test.each(starterNames)("%s", async (name) => {
    const answers = starterAnswers(name);
    await expect(`${planLines(planFrom(answers)).join("\n")}\n`).toMatchFileSnapshot(`plans/${name}.txt`);
    await expect(await markdownOf(answers)).toMatchFileSnapshot(`plans/${name}.md`);
  });

  test("only the domain answered: no invented value, and a useful list of open points", async () => {
    const plan = planFrom(onlyDomain);
    expect(plan.addresses.assignments).toEqual([]);
    expect(plan.firewall.flows).toEqual([]);
    expect(plan.sizing.clusters).toEqual([]);
    expect(plan.findings.filter(({ check }) => check.includes("could-not-run"))).toEqual([]);
    expect(plan.openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining(["project.release", "project.edition"]));
    await expect(await markdownOf(onlyDomain)).toMatchFileSnapshot("plans/only-the-domain.md");
  });
});

const lines = (plan: Plan, start: string) => differenceLines(reference, plan).filter((line) => line.startsWith(start));
const openPaths = (plan: Plan) => plan.openPoints.map(({ path }) => path).toSorted();

describe("an Azure datacenter, option I: workers only", () => {
  const plan = planFrom(starterAnswers("vsphere-plus-azure"));

  test("no new record, no pool address, no blocker", () => {
    expect(lines(plan, "+ record")).toEqual([]);
    expect(lines(plan, "+ address")).toEqual([]);
    expect(plan.findings.filter(({ severity }) => severity === "blocker")).toEqual([]);
  });

  test("Azure workers dial the nodeport-proxy; Seed and workers call the Azure API", () => {
    const flows = lines(plan, "+ flow");
    expect(flows).toContainEqual("+ flow P7 workers[azure-weu] → nodeport-proxy[seed] 10.20.30.2 TCP 30000-32767");
    const azure = "provider-api[azure.azure] management.azure.com management.core.windows.net login.microsoftonline.com TCP 443";
    expect(flows.filter((line) => line.includes(azure)).map((line) => line.replace(/^.*?(nodes|workers)(\[[^\]]*\]).*$/, "$1$2")).toSorted()).toEqual(["nodes[seed]", "workers[azure-weu]"]);
  });

  test("open beyond the base: the route to the block and name resolution there", () => {
    const base = new Set(openPaths(reference));
    expect(openPaths(plan).filter((path) => !base.has(path))).toEqual([
      "network.datacenters.azure-weu.resolvesDomain",
      "network.datacenters.azure-weu.routeToSeed",
    ]);
  });
});

describe("an Azure datacenter, option II: an additional Seed", () => {
  const plan = planFrom(starterAnswers("vsphere-plus-azure-seed"));

  test("three addresses wait for Azure", () => {
    const later = plan.addresses.assignments.filter(({ cluster, address }) => cluster === "azure-seed" && address.kind === "later");
    expect(later.map(({ purpose }) => purpose).toSorted()).toEqual(["entry", "kubernetes-api", "nodeport-proxy"]);
  });

  test("records, and a certificate of its own for two hosts", () => {
    const names = lines(plan, "+ record").map((line) => line.split(" ")[2]);
    expect(names).toEqual(expect.arrayContaining(["*.azure-seed.kubermatic.example.com", "grafana.azure-seed.kubermatic.example.com", "alertmanager.azure-seed.kubermatic.example.com"]));
    const request = plan.certificates.requests.find(({ cluster }) => cluster === "azure-seed");
    expect(request?.names.toSorted()).toEqual(["alertmanager.azure-seed.kubermatic.example.com", "grafana.azure-seed.kubermatic.example.com"]);
  });

  test("who talks to whom", () => {
    const flows = plan.firewall.flows.map(({ refs, source, destination, ports }) => `${refs.join("=")} ${source} → ${destination} ${ports}`);
    expect(flows).toContain("P2 nodes[seed] → api[azure-seed] 6443");
    expect(flows).toContain("P7 workers[azure-weu] → nodeport-proxy[azure-seed] 30000-32767");
    expect(flows).not.toContain("P7 workers[azure-weu] → nodeport-proxy[seed] 30000-32767");
    expect(flows).toContain("P9 users → nodeport-proxy[azure-seed] 30000-32767");
    expect(flows.some((flow) => flow.startsWith("E11 bastion[azure] → nodes[azure-seed]") || flow.startsWith("E11 bastion[main] → nodes[azure-seed]"))).toBe(true);
    const issuer = plan.firewall.flows.find(({ refs, source }) => refs.includes("E4") && source === "nodes[azure-seed]");
    expect(issuer?.reason).toContain("https://kubermatic.example.com/dex");
  });

  test("the ceiling by Azure's rules, and a blocker in CE", () => {
    const ceilings = plan.sizing.ceilings.filter(({ cluster }) => cluster === "azure-seed").map(({ maxUserClusters }) => maxUserClusters);
    expect(ceilings).toContain(98);
    const ce = planFrom(withAnswer(starterAnswers("vsphere-plus-azure-seed"), "project.edition", "CE"));
    expect(ce.findings.filter(({ check, severity }) => severity === "blocker" && check === "platform.ce-second-seed")).toHaveLength(1);
  });
});

describe("a proof of concept on Hetzner", () => {
  const plan = planFrom(starterAnswers("proof-of-concept"));

  test("three cloud addresses, three records, one certificate name", () => {
    expect(plan.addresses.assignments.map(({ purpose, address }) => [purpose, address.kind])).toEqual([
      ["entry", "later"],
      ["nodeport-proxy", "later"],
      ["kubernetes-api", "later"],
    ]);
    expect(new Set(plan.dns.records.map(({ name }) => name))).toEqual(new Set(["poc.example.com", "*.kubermatic.poc.example.com", "kube-api.poc.example.com"]));
    expect(plan.certificates.requests.flatMap(({ names }) => names)).toEqual(["poc.example.com"]);
  });

  test("no blocker", () => {
    expect(plan.findings.filter(({ severity }) => severity === "blocker")).toEqual([]);
  });
});

describe("a bank without internet", () => {
  const plan = planFrom(starterAnswers("air-gapped-bank"));

  test("only the mirror workstation reads from the internet", () => {
    expect(new Set(plan.firewall.external.map(({ source }) => source))).toEqual(new Set(["mirror-host"]));
    expect(new Set(plan.firewall.flows.filter(({ destination }) => ["registries", "acme", "internet"].includes(destination)).map(({ source }) => source))).toEqual(new Set(["mirror-host"]));
  });

  test("the root of the bank stands in KKP's bundle and before both kinds of proxies", () => {
    expect(plan.settings.filter(({ topic, id }) => topic === "certificates" && id.includes("root")).map(({ object }) => object)).toEqual(["ConfigMap kubermatic/platform-ca-bundle", "KubermaticConfiguration", "Helm values of iap in monitoring", "Helm values of iap in mla"]);
  });
});

describe("Azure with Keycloak, DNS-01 and external-dns", () => {
  const plan = planFrom(starterAnswers("azure-keycloak"));

  test("every client is registered at Keycloak", () => {
    expect(plan.identity.redirectUris.every(({ registeredAt }) => registeredAt === "identity-provider")).toBe(true);
    expect(plan.settings.find(({ field }) => field === "spec.auth.tokenIssuer")?.value).toEqual({ kind: "known", value: "https://login.example.com/realms/company" });
  });

  test("cert-manager and external-dns have an account each for the same zone", () => {
    expect(plan.accounts.filter(({ where }) => where === "Azure DNS").map(({ id }) => id)).toEqual(["account.zone", "account.external-dns"]);
  });
});

describe("behind a proxy with Vault", () => {
  const plan = planFrom(starterAnswers("behind-a-proxy"));

  test("Vault is called directly, registries and Entra ID through the proxy", () => {
    const to = (destination: string) => plan.firewall.flows.filter((flow) => flow.destination === destination).map(({ refs, ports }) => `${refs.join("=")} ${ports}`);
    expect(to("issuer")).toEqual(["E21 8200"]);
    expect(to("registries")).toEqual([]);
    expect(new Set(to("proxy[cgn]"))).toEqual(new Set(["E5 3128", "E6 3128", "E7 3128", "I2 3128"]));
  });

  test("NO_PROXY holds the plan's own blocks", () => {
    const value = plan.settings.find(({ object, field }) => object === "Seed cgn" && field === "spec.proxySettings.noProxy")?.value;
    for (const part of ["10.80.0.0/24", "10.80.4.0/22", "10.80.0.208/28", ".kkp.corp.example.com", "vcenter.corp.example.com", "s3.corp.example.com"]) {
      expect(value?.kind === "known" && value.value.split(",")).toContain(part);
    }
  });
});

describe("OpenStack with two tenants", () => {
  const answers = starterAnswers("openstack-two-tenants");
  const plan = planFrom(answers);

  test("each tenant has an account in a project of its own, a network, a datacenter and a line on the checklist", () => {
    expect(plan.accounts.filter(({ id }) => id.includes("openstack")).map(({ where }) => where)).toEqual([
      "OpenStack in the domain Default, management of seed",
      "OpenStack retail in the domain Default, Retail in os-retail",
      "OpenStack logistics in the domain Default, Logistics in os-logistics",
    ]);
    expect(plan.checklist.filter(({ id }) => /^todo\.(?:worker-network|tenant)\[/u.test(id)).map(({ title }) => title)).toEqual([
      "Worker network 10.71.0.0/22 for os-retail at Berlin",
      "Worker network 10.72.0.0/22 for os-logistics at Berlin",
      "OpenStack project and Preset of Retail in os-retail",
      "OpenStack project and Preset of Logistics in os-logistics",
    ]);
    expect(plan.findings.filter(({ check }) => check.startsWith("tenants."))).toEqual([]);
  });

  test("Seed and workers call Keystone, on ports that are said to be unconfirmed", () => {
    const calls = plan.firewall.flows.filter(({ refs }) => refs.includes("E15"));
    expect(calls.map(({ source, destination }) => `${source} → ${destination}`)).toEqual([
      "nodes[seed] → provider-api[berlin.openstack]",
      "workers[retail] → provider-api[berlin.openstack]",
      "workers[logistics] → provider-api[berlin.openstack]",
    ]);
    expect(calls[0]?.why).toContain("not confirmed for this cloud");
  });

  test("without Octavia nothing gives the Seed its addresses, nor stands in front of its Kubernetes API", () => {
    const without = planFrom(withAnswer(answers, "infrastructure.places.berlin.openstackOctavia", false));
    expect(without.findings.filter(({ severity }) => severity === "blocker").map(({ check }) => check)).toEqual(["providers.load-balancer-missing", "providers.api-endpoint"]);
  });
});

describe("KubeVirt on bare metal", () => {
  const plan = planFrom(starterAnswers("kubevirt-on-bare-metal"));

  test("KubeOne takes listed machines, no Terraform; every machine and virtual address is known", () => {
    expect(plan.runbook.map(({ id }) => id)).not.toContain("step.terraform[seed]");
    expect(plan.runbook.find(({ id }) => id === "step.kubeone[seed]")?.text).toContain("staticWorkers.hosts");
    expect(plan.addresses.assignments.filter(({ address }) => address.kind !== "known")).toEqual([]);
    expect(plan.addresses.assignments.filter(({ purpose }) => purpose === "worker")).toHaveLength(4);
  });

  test("kube-vip is prepared by hand, and no VRRP passes the segment", () => {
    expect(plan.checklist.find(({ id }) => id === "todo.api-endpoint[seed]")?.title).toBe("Manifest of kube-vip for the control planes of seed");
    expect(plan.firewall.flows.filter(({ protocol }) => protocol === "VRRP")).toEqual([]);
  });

  test("the Seed calls the KubeVirt cluster, and nothing of bare metal", () => {
    expect(plan.firewall.flows.filter(({ destination }) => destination.startsWith("provider-api")).map(({ destination, ports }) => `${destination} ${ports}`)).toEqual(["provider-api[hall.kubevirt] 6443"]);
  });
});

describe("AWS, one region", () => {
  const plan = planFrom(starterAnswers("aws-single-region"));

  test("the listeners of a Network Load Balancer end at 23 user clusters", () => {
    expect(plan.sizing.ceilings.find(({ id }) => id === "ceiling.listeners[kubermatic]")).toMatchObject({ limit: 50, used: 27, maxUserClusters: 23 });
  });

  test("hosts of the API carry the region", () => {
    const hosts = plan.firewall.external.filter(({ id }) => id.startsWith("external.provider")).map(({ host }) => host);
    expect(hosts).toEqual(["iam.amazonaws.com", "sts.eu-central-1.amazonaws.com", "ec2.eu-central-1.amazonaws.com", "elasticloadbalancing.eu-central-1.amazonaws.com"]);
  });

  test("machines fill three zones, and records lead to names", () => {
    const [sizing] = plan.sizing.clusters;
    expect((sizing?.workers ?? 1) % 3).toBe(0);
    expect(new Set(plan.dns.records.map(({ type }) => type))).toContain("CNAME");
  });
});

describe("edge devices with control planes in managed Kubernetes", () => {
  const plan = planFrom(starterAnswers("edge-from-google-cloud"));

  test("no machine is built, sized as control plane or entered by SSH", () => {
    expect(plan.sizing.controlPlanes).toEqual([]);
    expect(plan.runbook.filter(({ id }) => /step\.(terraform|kubeone)/.test(id))).toEqual([]);
    expect(plan.firewall.flows.filter(({ ports }) => ports === "22")).toEqual([]);
    expect(plan.firewall.flows.find(({ refs }) => refs.includes("E12"))).toMatchObject({ source: "engineers", destination: "api[seed]", ports: "443" });
  });

  test("devices open every connection, and no API creates them", () => {
    expect(plan.firewall.flows.filter(({ destination }) => destination.startsWith("workers["))).toEqual([]);
    expect(plan.firewall.flows.filter(({ destination }) => destination === "provider-api[shops.edge]")).toEqual([]);
    expect(plan.firewall.flows.find(({ refs }) => refs.includes("P6"))).toMatchObject({ source: "workers[shop-devices]", destination: "nodeport-proxy[seed]" });
  });

  test("the reader learns that edge is experimental", () => {
    expect(plan.decisions.find(({ id }) => id === "decision.integration[shop-devices]")?.why).toContain("KKP calls its edge provider experimental.");
    expect(plan.checklist.find(({ id }) => id === "todo.limited-support[edge]")?.team).toBe("platform");
  });
});

describe("a large data centre with a dedicated master", () => {
  const plan = planFrom(starterAnswers("large-data-centre"));

  test("workers of the Seed, those of the MLA apart", () => {
    const seed = plan.sizing.clusters.find(({ cluster }) => cluster === "seed");
    // Without the MLA: 7 + 25 + 1 for Velero + 80 × 20 + 12 × 21 = 1,885 pods ÷ (110 × 75 % = 82.5) = 23, 2 to spare, over 3 zones 27.
    // MLA: 190,999 MiB ÷ 48,384 = 4, 2 to spare, over 3 zones 6.
    expect(seed).toMatchObject({ workers: 33, dedicated: 6 });
  });

  test("volumes of etcd by size, and nothing of the MLA beside them", () => {
    const fast = plan.storage.classes.find(({ id }) => id === "class.kubermatic-fast[seed]");
    // 80 × 15 + 10 × 30 + 2 × 60
    expect(fast?.capacity).toBe(1620);
    expect(plan.storage.classes.map(({ name, cluster }) => `${name} ${cluster}`)).toContain("kubermatic-mla seed");
  });

  test("backups every half an hour for a day, in a bucket outside", () => {
    // (80 × 0.1 + 10 × 0.5 + 2 × 1) × 97 × 0.5 × 1.2 = 873
    expect(plan.storage.backups).toMatchObject([{ needed: 873, interval: 30, kept: 48, coverage: 1440, target: "S3 outside the cluster, bucket kkp-etcd-munich" }]);
    expect(plan.storage.routines.map(({ id }) => id)).toEqual(["routine.velero", "routine.platform-etcd", "routine.machines", "routine.mla"]);
  });

  test("the installation begins when the slowest chain is done: 10 working days for the network and 20 for the bucket in it, while its keys are made, from 23 November", () => {
    expect(plan.schedule).toMatchObject([{ workingDays: 30, earliest: "2027-01-04" }]);
  });

  test("no blocker", () => {
    expect(plan.findings.filter(({ severity }) => severity === "blocker")).toEqual([]);
  });
});
