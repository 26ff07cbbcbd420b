import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const fields = (plan: Plan) => Object.fromEntries(plan.settings.filter(({ topic }) => topic === "internet").map(({ object, field, value }) => [`${object}: ${field}`, value.kind === "known" ? value.value : value.kind]));

/** Written by hand: KKP's own list, the names, NodeLocal DNS, the four ranges, the directory; then network, block and vCenter. */
const BASE =
  "127.0.0.1/8,localhost,.local,.local.,kubernetes,.default,.svc,kubermatic.example.com,.kubermatic.example.com,169.254.20.10,172.25.0.0/16,10.240.16.0/20,10.244.0.0/16,10.96.0.0/12,ldap.example.com";
/** What the four ranges say of master and Seeds, where somebody other than KubeOne makes one of them. */
const RANGES = { "network.platformPods": "10.244.0.0/16", "network.platformServices": "10.96.0.0/12" };
const PROXY = {
  "network.places.main.internet": "proxy",
  "network.places.main.proxyAddress": "proxy.example.com",
  "network.places.main.proxyPort": 3128,
  "authentication.ldapHost": "ldap.example.com",
  "infrastructure.places.main.vsphereServer": "vcenter.example.com",
};

describe("behind a proxy", () => {
  const plan = referencePlan(PROXY);

  test("each level has its own fields, and NO_PROXY names the plan's own blocks", () => {
    const around = "10.20.0.0/24,10.20.30.0/28,vcenter.example.com";
    expect(fields(plan)).toEqual({
      "KubermaticConfiguration: spec.proxy.http": "http://proxy.example.com:3128",
      "KubermaticConfiguration: spec.proxy.https": "http://proxy.example.com:3128",
      "KubermaticConfiguration: spec.proxy.noProxy": `${BASE},${around}`,
      "Seed seed: spec.proxySettings.httpProxy": "http://proxy.example.com:3128",
      "Seed seed: spec.proxySettings.noProxy": `${BASE},${around}`,
      "kubeone.yaml of seed: proxy.http": "http://proxy.example.com:3128",
      "kubeone.yaml of seed: proxy.https": "http://proxy.example.com:3128",
      "kubeone.yaml of seed: proxy.noProxy": `${BASE},${around}`,
    });
  });

  test("dual stack adds the IPv6 ranges, Vault its host", () => {
    const noProxy = (changes: Changes) => fields(referencePlan({ ...PROXY, ...changes }))["Seed seed: spec.proxySettings.noProxy"]?.split(",");
    expect(noProxy({ "network.ipFamily": "dual", "network.datacenters.fra-vsphere.workerNetwork6": "2001:db8:21::/64" })).toEqual(expect.arrayContaining(["fd01::/48", "fd02::/108", "2001:db8:21::/64"]));
    expect(noProxy({ "network.ipFamily": "dual" })).toEqual(["open"]);
    expect(noProxy({ "certificates.issuance": "vault", "certificates.vaultHost": "vault.example.com" })).toContain("vault.example.com");
    expect(noProxy({})).not.toContain("fd01::/48");
  });

  test("a platform of both families adds those of master and Seeds, of nodes, workers and virtual addresses", () => {
    const six = { "network.ipFamily": "dual", "network.platformFamily": "dual", "network.platformPods6": "fd03::/48", "network.platformServices6": "fd04::/112", "network.places.main.nodeNetwork6": "2001:db8:20::/64", "loadBalancer.clusters.seed.pool6": "2001:db8:30::/64" };
    const own = { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.21.0.0/23", "network.datacenters.fra-vsphere.workerNetwork6": "2001:db8:21::/64" };
    const noProxy = (changes: Changes) => fields(referencePlan({ ...PROXY, ...six, ...own, ...changes }))["Seed seed: spec.proxySettings.noProxy"];
    expect(noProxy({})?.split(",")).toEqual(expect.arrayContaining(["fd03::/48", "fd04::/112", "2001:db8:20::/64", "2001:db8:30::/64", "2001:db8:21::/64"]));
    expect(noProxy({ "network.places.main.nodeNetwork6": undefined })).toBe("open");
    expect(noProxy({ "network.platformFamily": "ipv4", "network.places.main.nodeNetwork6": undefined })?.split(",").filter((part) => part.includes("::"))).toEqual(["fd01::/48", "fd02::/108", "2001:db8:21::/64"]);
  });

  test("both hosts of OpenShift bypass the proxy: Dex asks the one and fetches tokens at the other", () => {
    const openshift = { "authentication.connector": "openshift", "authentication.openshiftHost": "api.ocp.example.com", "authentication.openshiftLoginHost": "oauth-openshift.apps.ocp.example.com" };
    const noProxy = fields(referencePlan({ ...PROXY, ...openshift }))["Seed seed: spec.proxySettings.noProxy"]?.split(",");
    expect(noProxy).toEqual(expect.arrayContaining(["api.ocp.example.com", "oauth-openshift.apps.ocp.example.com"]));
  });

  test("a Seed passes by the infrastructure of every datacenter that it serves, wherever the workers stand", () => {
    const answers = starterAnswers("vsphere-plus-azure");
    const workers = String(answers.given["network.places.azure.nodeNetwork"] ?? answers.given["network.datacenters.azure-westeurope.workerNetwork"]);
    const noProxy = planFrom(changed(answers, PROXY)).settings.find(({ field }) => field === "spec.proxySettings.noProxy")?.value;
    expect(noProxy?.kind === "known" && noProxy.value.split(",")).toContain(workers);
  });

  test("the private registry of another place without internet bypasses the proxy", () => {
    const changes = { ...PROXY, "network.places.azure.internet": "offline", "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 443 };
    const noProxy = planFrom(changed(starterAnswers("vsphere-plus-azure"), changes)).settings.find(({ field }) => field === "spec.proxySettings.noProxy")?.value;
    expect(noProxy?.kind === "known" && noProxy.value.split(",")).toContain("registry.example.com");
  });

  test("the address of a Kubernetes API outside the node network bypasses the proxy at every level and on the bastion", () => {
    const external = referencePlan({ ...PROXY, "access.bastion": true, "access.places.main.bastionAddress": "bastion.example.com", "loadBalancer.clusters.seed.apiEndpoint": "external", "loadBalancer.clusters.seed.apiAddress": "10.9.9.9" });
    const lists = Object.entries(fields(external)).filter(([field]) => field.endsWith("noProxy"));
    expect(lists.map(([, value]) => value.split(",").includes("10.9.9.9"))).toEqual([true, true, true]);
    const exports = external.runbook.flatMap(({ commands }) => commands).filter((line) => line.includes("NO_PROXY="));
    expect(exports.length).toBeGreaterThan(0);
    expect(exports.every((line) => line.includes("10.9.9.9"))).toBe(true);
    // In the node network it is covered.
    expect(fields(plan)["kubeone.yaml of seed: proxy.noProxy"]).not.toContain("10.20.0.10");
    expect(fields(referencePlan({ ...PROXY, "loadBalancer.clusters.seed.apiAddress": undefined }))["kubeone.yaml of seed: proxy.noProxy"]).toBe("open");
  });

  test("the master passes by the APIs of Seeds that others run", () => {
    const run = { "infrastructure.clusters.azure-seed.provisioning": "managed", "infrastructure.clusters.azure-seed.apiHost": "10.8.8.8", "infrastructure.clusters.azure-seed.apiPort": 443, "network.clusters.azure-seed.podsSeen": "nodes", ...RANGES };
    const lists = fields(planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...PROXY, ...run })));
    expect(lists["KubermaticConfiguration: spec.proxy.noProxy"]?.split(",")).toContain("10.8.8.8");
    expect(lists["kubeone.yaml of seed: proxy.noProxy"]?.split(",")).not.toContain("10.8.8.8");
  });

  test("and by the customer's infrastructure of datacenters elsewhere, which the dashboard asks; a vendor's is on the internet", () => {
    const [place] = Object.entries(starterAnswers("vsphere-plus-azure-seed").given).flatMap(([path, value]) => (path === "infrastructure.datacenters.azure-weu.place" ? [String(value)] : []));
    const list = (changes: Changes) => fields(planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...PROXY, ...changes })))["KubermaticConfiguration: spec.proxy.noProxy"];
    const elsewhere = { "infrastructure.datacenters.azure-weu.provider": "vsphere", [`infrastructure.places.${place}.vsphereServer`]: "vcenter.west.example.com" };
    expect(list(elsewhere)?.split(",")).toContain("vcenter.west.example.com");
    expect(list({ ...elsewhere, [`infrastructure.places.${place}.vsphereServer`]: undefined })).toBe("open");
    expect(list({})).not.toContain("azure.com");
  });

  test("and by the API of its own cluster, where that is a Seed as well and others run it", () => {
    const shared = (changes: Changes) => fields(planFrom(changed(starterAnswers("behind-a-proxy"), changes)))["KubermaticConfiguration: spec.proxy.noProxy"];
    const [cluster] = starterAnswers("behind-a-proxy").subjects.cluster;
    const run = { [`infrastructure.clusters.${cluster}.provisioning`]: "existing", [`infrastructure.clusters.${cluster}.apiHost`]: "k8s.corp.example.net", [`infrastructure.clusters.${cluster}.apiPort`]: 6443, ...RANGES };
    expect(shared(run)?.split(",")).toContain("k8s.corp.example.net");
    expect(shared({ ...run, [`infrastructure.clusters.${cluster}.apiHost`]: undefined })).toBe("open");
    expect(shared({})).not.toContain("k8s.corp");
  });

  test("whoever calls the API of KubeLB passes by the proxy", () => {
    const answers = starterAnswers("managed-service-kubelb");
    const list = (changes: Changes) => fields(planFrom(changed(answers, { ...PROXY, "authentication.oidcHost": "login.example.com", "authentication.oidcHosts": [], "loadBalancer.kubelbApi": "10.66.6.6", ...changes })))["Seed seed: spec.proxySettings.noProxy"];
    expect(list({})?.split(",")).toContain("10.66.6.6");
    expect(list({ "loadBalancer.kubelbApi": undefined })).toBe("open");
  });

  test("hosts that a discovery document names are reached as their issuer is", () => {
    const plan = (proxied: readonly string[]) => referencePlan({ ...PROXY, "authentication.connector": "oidc", "authentication.oidcHost": "accounts.google.com", "network.proxiedHosts": proxied });
    const list = (proxied: readonly string[]) => fields(plan(proxied))["Seed seed: spec.proxySettings.noProxy"]?.split(",");
    const listed = (proxied: readonly string[]) => plan(proxied).firewall.external.filter(({ id }) => id.startsWith("external.named.")).map(({ host }) => host).sort();
    expect(list([])).toEqual(expect.arrayContaining(["accounts.google.com", "oauth2.googleapis.com", "openidconnect.googleapis.com", "www.googleapis.com"]));
    expect(list(["accounts.google.com"])?.some((host) => host.includes("google"))).toBe(false);
    expect(listed(["accounts.google.com"])).toEqual(["accounts.google.com", "oauth2.googleapis.com", "openidconnect.googleapis.com", "www.googleapis.com"]);
    expect(listed([])).toEqual([]);
  });

  test("a Seed passes by the block and the API of the KubeLB that serves it, and by further issuers of its user clusters", () => {
    const noProxy = (changes: Changes) => fields(referencePlan({ ...PROXY, ...changes }))["Seed seed: spec.proxySettings.noProxy"]?.split(",");
    const hub = { "loadBalancer.clusters.seed.kind": "kubelb", "loadBalancer.kubelbPlace": "main", "loadBalancer.kubelbApi": "10.40.0.10", "loadBalancer.kubelbNodes": "10.40.0.0/24", "loadBalancer.kubelbBlock": "10.40.30.0/28" };
    expect(noProxy(hub)).toEqual(expect.arrayContaining(["10.40.30.0/28", "10.40.0.10"]));
    expect(noProxy({})).not.toContain("10.40.30.0/28");
    expect(noProxy({ "project.release": "2.31", "project.upgradeFrom": "none", "authentication.clusters.seed.furtherIssuers": ["ci.example.com"] })).toContain("ci.example.com");
  });

  describe("hosts that only the proxy reaches", () => {
    const named = { "access.repository": "https://git.example.net/kkp.git", "access.bastion": true, "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.net" };
    const distant = { ...PROXY, ...named, "authentication.connector": "gitlab", "authentication.gitlabHost": "login.example.net", "network.proxiedHosts": ["git.example.net", "S3.example.net", "login.example.net"] };
    const through = referencePlan(distant);
    const rows = (plan: Plan, word: string) => plan.firewall.flows.filter(({ id }) => id.startsWith(`flow.${word}[`)).map(({ source, destination, ports, hosts }) => `${source} ${destination} ${ports} ${hosts?.join() ?? ""}`);

    test("get rows that lead to the proxy, and stand on its allow-list", () => {
      expect(rows(through, "installer-git")).toEqual(["bastion[main] proxy[main] 3128 "]);
      expect(rows(through, "E8")).toEqual(["nodes[seed] proxy[main] 3128 "]);
      // Jobs, etcd and the exporter take no proxy.
      expect(rows(through, "E8-past")).toEqual(["nodes[seed] s3[seed] 443 "]);
      expect(rows(through, "E5")).toEqual(["nodes[seed] proxy[main] 3128 "]);
      const listed = through.firewall.external.filter(({ id }) => id.startsWith("external.named.")).map(({ source, host, ports, purpose }) => `${source} ${host} ${ports} ${purpose}`);
      expect(listed).toEqual(["bastion[main] git.example.net 443 Git repository", "nodes[seed] login.example.net 443 GitLab", "nodes[seed] s3.example.net 443 S3 for backups"]);
    });

    test("stand in no NO_PROXY, and whoever calls them is told the proxy", () => {
      const values = [...Object.values(fields(through)), ...through.runbook.flatMap(({ commands }) => commands).filter((line) => line.includes("NO_PROXY="))];
      expect(values.filter((value) => value.includes("example.net"))).toEqual([]);
      expect(fields(through)["values.yaml: dex.env.HTTPS_PROXY"]).toBe("http://proxy.example.com:3128");
    });

    test("are called only after the shell knows the proxy", () => {
      const lines = through.runbook[0]?.commands ?? [];
      const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
      expect(at("export HTTP_PROXY=")).toBeGreaterThan(-1);
      expect(at("export HTTP_PROXY=")).toBeLessThan(at("git clone"));
    });

    test("are reached directly while nobody says so, and where no proxy stands", () => {
      const silent = referencePlan({ ...distant, "network.proxiedHosts": undefined });
      expect(rows(silent, "E8")).toEqual(["nodes[seed] s3[seed] 443 "]);
      expect(fields(silent)["KubermaticConfiguration: spec.proxy.noProxy"]).toContain("s3.example.net");
      expect(rows(referencePlan({ ...distant, "network.places.main.internet": "direct" }), "E8")).toEqual(["nodes[seed] s3[seed] 443 "]);
    });

    test("an issuer in place of Dex is one as well", () => {
      const keycloak = referencePlan({ ...distant, "authentication.connector": "keycloak", "authentication.keycloakHost": "login.example.net" });
      expect(rows(keycloak, "E4")).toEqual(["nodes[seed] proxy[main] 3128 "]);
      const shown = referencePlan({ ...distant, "authentication.connector": "keycloak", "authentication.keycloakHost": "login.example.net", "monitoring.mla": true, "monitoring.platformUis": ["grafana"] });
      expect(rows(shown, "E4-past")).toEqual(["nodes[seed] identity 443 "]);
      // No Dex is there to be told the proxy, and the bastion, whose shell knows it, tries the issuer through it.
      expect(Object.keys(fields(keycloak)).filter((field) => field.includes("dex.env"))).toEqual([]);
      expect(rows(keycloak, "installer-issuer")).toEqual(["bastion[main] proxy[main] 3128 "]);
      expect(keycloak.firewall.external.filter(({ host }) => host === "login.example.net").map(({ source }) => source).sort()).toEqual(["bastion[main]", "nodes[seed]"]);
      expect(rows(referencePlan({ ...distant, "authentication.connector": "keycloak", "authentication.keycloakHost": "login.example.net", "network.proxiedHosts": undefined }), "installer-issuer")).toEqual(["bastion[main] identity 443 "]);
    });

    test("leave Git over SSH where it is: no HTTP proxy carries it", () => {
      expect(rows(referencePlan({ ...distant, "access.repository": "git@git.example.net:kkp.git" }), "installer-git")).toEqual(["bastion[main] git 22 "]);
    });

    test("asked by pods without a proxy keep a way past it, and everything else is told the proxy", () => {
      const stores = { ...distant, "storage.further": ["velero", "user-clusters"], "storage.store": "far.example.net", "storage.furtherBucket": "kkp", "monitoring.userClusterMla": true, "monitoring.objectStore": "s3", "monitoring.objectStoreAddress": "far.example.net", "monitoring.objectStoreRegion": "eu", "network.proxiedHosts": ["far.example.net"] };
      const plan = referencePlan(stores);
      expect(rows(plan, "store-further")).toEqual(["nodes[seed] proxy[main] 3128 "]);
      expect(rows(plan, "store-further-past")).toEqual([]);
      expect(rows(plan, "store-mla")).toEqual(["nodes[seed] proxy[main] 3128 "]);
      // Velero in user clusters has no field for a proxy.
      expect([...rows(plan, "workers-store-further"), ...rows(plan, "workers-store-further-past")]).toEqual(["workers[fra-vsphere] store-further 443 "]);
      const given = plan.settings.filter(({ field }) => field.endsWith(": HTTPS_PROXY")).map(({ object, field }) => `${object}: ${field}`);
      expect(given).toEqual([
        "seed/values-velero.yaml: velero.configuration.extraEnvVars: HTTPS_PROXY",
        "seed/values-usercluster-mla.yaml: cortex.{alertmanager, compactor, ingester, querier, ruler, store_gateway}.env: HTTPS_PROXY",
        "seed/values-usercluster-mla.yaml: loki-distributed.{compactor, ingester, querier, ruler, tableManager}.extraEnv: HTTPS_PROXY",
      ]);
      const lists = plan.settings.filter(({ field }) => field.endsWith(": NO_PROXY")).map(({ value }) => (value.kind === "known" ? value.value.split(",") : []));
      expect(lists.map((list) => [list.includes("far.example.net"), list.includes("10.244.0.0/16"), list.includes("loki-distributed-query-frontend-headless")])).toEqual([[false, true, false], [false, true, false], [false, true, true]]);
      expect(referencePlan({ ...stores, "network.proxiedHosts": [] }).settings.filter(({ field }) => field.endsWith(": HTTPS_PROXY"))).toEqual([]);
    });

    test("a webhook beside cert-manager goes past it, the one of external-dns through it", () => {
      const grid = referencePlan({ ...distant, "dns.zone": "internal", "dns.automation": "infoblox", "dns.infobloxHost": "grid.example.net", "dns.externalDns": true, "certificates.issuance": "acme-dns01", "network.proxiedHosts": ["grid.example.net"] });
      expect(rows(grid, "records")).toEqual(["nodes[seed] proxy[main] 3128 "]);
      expect(grid.firewall.flows.filter(({ id }) => id.endsWith("zone-api]")).map(({ destination, why }) => `${destination}: ${why.split(",")[0]}`)).toEqual(["zone-server: Nothing leads the webhook beside cert-manager through a proxy"]);
      expect(grid.settings.filter(({ field }) => field.endsWith("HTTPS_PROXY")).map(({ field }) => field)).toEqual(["provider.webhook.env: HTTPS_PROXY"]);
    });

    test("the backup of etcd by KubeOne goes past the proxy alone", () => {
      const etcd = referencePlan({ ...distant, "storage.further": ["platform-etcd"], "storage.store": "far.example.net", "network.proxiedHosts": ["far.example.net"] });
      expect([...rows(etcd, "store-further"), ...rows(etcd, "store-further-past")]).toEqual(["nodes[seed] store-further 443 "]);
      expect(etcd.firewall.external.filter(({ id }) => id.startsWith("external.named."))).toEqual([]);
    });

    test("change nothing where the plan names no such system", () => {
      const named = { ...distant, "access.vaultAddress": "vault.example.com" };
      const before = referencePlan({ ...named, "network.proxiedHosts": [] });
      const after = referencePlan({ ...named, "network.proxiedHosts": ["vcenter.example.com", "kkp.example.com", "nobody.example"] });
      expect(after.firewall).toEqual(before.firewall);
      expect(fields(after)).toEqual(fields(before));
    });

    test("may be those that nobody has named yet, so that a row to these waits", () => {
      const vault = (hosts: readonly string[]) => referencePlan({ ...distant, "network.proxiedHosts": hosts }).firewall.flows.filter(({ id }) => id.startsWith("flow.installer-vault"));
      expect(vault([])).toHaveLength(1);
      expect(vault(["nobody.example"])).toEqual([]);
    });

    test("the API of Akamai is one of them unasked", () => {
      const akamai = referencePlan({ ...PROXY, "dns.zone": "public", "dns.automation": "akamai", "dns.akamaiHost": "akab-x.luna.akamaiapis.net", "dns.externalDns": true, "certificates.issuance": "acme-dns01" });
      expect(rows(akamai, "E21")).toContain("nodes[seed] proxy[main] 3128 ");
      // Rows to systems of the customer wait for nothing on its account.
      expect(rows(akamai, "E5").length).toBeGreaterThan(0);
      expect(Object.values(fields(akamai)).filter((value) => value.includes("akamaiapis"))).toEqual([]);
      expect(akamai.firewall.external.map(({ host }) => host)).toContain("akab-x.luna.akamaiapis.net");
    });
  });

  test("a list without blanks, which waits for what is not known", () => {
    expect(Object.values(fields(plan)).join()).not.toContain(" ");
    const { "authentication.ldapHost": _without, ...rest } = PROXY;
    const value = referencePlan(rest).settings.find(({ field }) => field === "spec.proxy.noProxy")?.value;
    expect(value).toEqual({ kind: "open", question: "authentication.ldapHost" });
  });

  test("NO_PROXY waits while nobody says whether there is a store that stands in it", () => {
    const without = fields(referencePlan({ ...PROXY, "monitoring.userClusterMla": undefined }));
    expect(without["KubermaticConfiguration: spec.proxy.noProxy"]).toBe("open");
  });

  test("workers behind a proxy of their own get fields of their own, and only they", () => {
    const changes = { ...PROXY, "network.places.azure.internet": "proxy", "network.places.azure.proxyAddress": "10.50.0.9", "network.places.azure.proxyPort": 8080 };
    const mine = fields(planFrom(changed(starterAnswers("vsphere-plus-azure"), changes)));
    expect(Object.keys(mine).filter((key) => key.includes("datacenters"))).toEqual(["Seed seed: spec.datacenters.azure-westeurope.node.httpProxy", "Seed seed: spec.datacenters.azure-westeurope.node.noProxy"]);
  });

  test("the security team makes sure that the proxy passes", () => {
    expect(plan.checklist.find(({ id }) => id === "todo.proxy[main]")?.verify).toContain("http://proxy.example.com:3128");
  });
});

describe("without internet", () => {
  const OFFLINE = { "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 5000, "network.mirrorTrust": "private", "network.mirrorBinaries": "mirror.example.com", "network.mirrorPackages": "packages.example.com" };
  const plan = referencePlan(OFFLINE);

  test("no machine of the place is on the allow-list; the workstation is", () => {
    expect(new Set(plan.firewall.external.map(({ source }) => source))).toEqual(new Set(["mirror-host"]));
  });

  test("nodes and workers load from the mirrors", () => {
    const loaded = plan.firewall.flows.filter(({ destination }) => destination.startsWith("mirror-")).map(({ source, destination, ports }) => `${source} ${destination} ${ports}`);
    expect(loaded).toEqual([
      "nodes[seed] mirror-registry 5000",
      "nodes[seed] mirror-binaries 443",
      "nodes[seed] mirror-packages 443, 80",
      "workers[fra-vsphere] mirror-registry 5000",
      "workers[fra-vsphere] mirror-binaries 443",
      "workers[fra-vsphere] mirror-packages 443, 80",
      "mirror-host mirror-registry 5000",
      "mirror-host mirror-binaries port by which it is filled",
      "mirror-host mirror-packages port by which it is filled",
      "bastion[main] mirror-registry 5000",
    ]);
    expect(plan.firewall.flows.filter(({ destination }) => destination === "registries").map(({ source, ports }) => `${source} ${ports}`)).toEqual(["mirror-host 443", "mirror-host 80"]);
  });

  test("fields name the registry with its port", () => {
    expect(fields(plan)).toMatchObject({
      "KubermaticConfiguration: spec.userCluster.overwriteRegistry": "registry.example.com:5000",
      "KubermaticConfiguration: spec.userCluster.systemApplications.helmRepository": "oci://registry.example.com:5000/kubermatic-mirror/helm-charts",
      "kubeone.yaml of seed: registryConfiguration.overwriteRegistry": "registry.example.com:5000",
    });
    expect(Object.keys(fields(plan)).some((key) => key.includes("nsecure"))).toBe(false);
    const LOGIN = "reference to a Secret in the namespace kubermatic with the annotation apps.kubermatic.k8c.io/secret-type: helm";
    const logins = (edition: string) => Object.entries(fields(referencePlan({ ...OFFLINE, "project.edition": edition }))).filter(([key]) => key.endsWith("helmRegistryConfigFile"));
    expect(logins("CE")).toEqual([["KubermaticConfiguration: spec.userCluster.systemApplications.helmRegistryConfigFile", LOGIN]]);
    expect(logins("EE").map(([key]) => key.slice(key.indexOf("spec.")))).toEqual(["spec.userCluster.systemApplications.helmRegistryConfigFile", "spec.applications.defaultApplicationCatalog.helmRegistryConfigFile"]);
    const unchecked = (changes: Changes) => Object.keys(fields(referencePlan({ ...OFFLINE, "network.mirrorTrust": "insecure", ...changes }))).filter((key) => key.includes("nsecure")).map((key) => key.slice(key.indexOf(": ") + 2));
    const OF_NODES = ["registryConfiguration.insecureRegistry", "spec.datacenters.fra-vsphere.node.insecureRegistries"];
    const OF_CHARTS = ["spec.userCluster.systemApplications.insecureSkipTLSVerify"];
    expect(unchecked({ "project.release": "2.29" }).toSorted()).toEqual(OF_NODES);
    expect(unchecked({ "project.release": "2.30", "project.edition": "CE" }).toSorted()).toEqual([...OF_NODES, ...OF_CHARTS].toSorted());
    expect(unchecked({ "project.release": "2.30", "project.edition": "EE" }).toSorted()).toEqual([...OF_NODES, ...OF_CHARTS, "spec.userCluster.applications.insecureSkipTLSVerify"].toSorted());
    // Since 2.30 a worker looks for the name that it mirrors, and not for that of the mirror.
    const ofWorkers = (release: string) => fields(referencePlan({ ...OFFLINE, "network.mirrorTrust": "insecure", "project.release": release }))["Seed seed: spec.datacenters.fra-vsphere.node.insecureRegistries"];
    expect(["2.28", "2.29", "2.30", "2.31"].map(ofWorkers)).toEqual(["", "", ...["", ""].map(() => ", docker.io, quay.io, registry.k8s.io")].map((names) => `registry.example.com:5000${names}`));
    // insecureRegistry speaks of the registry's own name alone, and containerd asks it as a mirror of others too.
    const mirrored = (changes: Changes) => fields(referencePlan({ ...OFFLINE, ...changes }))["kubeone.yaml of seed: containerRuntime.containerd.registries"];
    expect(mirrored({ "network.mirrorTrust": "insecure" })).toContain("insecureSkipVerify: true");
    expect(mirrored({})).not.toContain("insecureSkipVerify");
  });

  // mirror-images copies charts as images, below the path that quay.io has for them.
  test.each([
    ["2.28", "kubermatic/helm-charts"],
    ["2.29", "kubermatic-mirror/helm-charts"],
    ["2.30", "kubermatic-mirror/helm-charts"],
    ["2.31", "kubermatic-mirror/helm-charts"],
  ])("KKP %s looks for its charts where mirror-images puts them", (release, path) => {
    const fieldsOf = fields(referencePlan({ ...OFFLINE, "project.release": release, "project.edition": "EE" }));
    expect(fieldsOf["KubermaticConfiguration: spec.userCluster.systemApplications.helmRepository"]).toBe(`oci://registry.example.com:5000/${path}`);
    expect(fieldsOf["KubermaticConfiguration: spec.applications.defaultApplicationCatalog.helmRepository"]).toBe("oci://registry.example.com:5000/kubermatic-mirror/helm-charts");
  });

  test.each([
    ["2.29", "v1.1.0"],
    ["2.31", "v1.1.0 v1.7.1"],
  ])("the chart of the catalogue that lies apart at quay.io is put beside the others, %s", (release, versions) => {
    const lines = (changes: Changes) => referencePlan({ ...OFFLINE, "project.release": release, ...changes }).runbook.find(({ id }) => id === "step.mirror")?.commands.filter((line) => line.includes("kubevirt"));
    const pushed = (flag: string) => [`if [ "$(grep -A 9 defaultApplicationCatalog: kubermatic.yaml | grep -c 'enable: true')" != 0 ]; then for version in ${versions}; do helm pull oci://quay.io/kubermatic/helm-charts/kubevirt --version "$version" && helm push kubevirt-"$version".tgz oci://registry.example.com:5000/kubermatic-mirror/helm-charts${flag}; done; fi`];
    expect(lines({ "project.edition": "EE" })).toEqual(pushed(""));
    expect(lines({ "project.edition": "EE", "network.mirrorTrust": "insecure" })).toEqual(pushed(" --insecure-skip-tls-verify"));
    expect(lines({ "project.edition": "CE" })).toEqual([]);
    // The catalogue is off unless somebody switches it on, and brings registries of its own.
    const told = (edition: string) => referencePlan({ ...OFFLINE, "project.release": release, "project.edition": edition }).runbook.find(({ id }) => id === "step.mirror")?.text.includes("public.ecr.aws for Argo CD, nvcr.io for NVIDIA's GPU operator and mirror.gcr.io for Trivy's operator");
    expect([told("EE"), told("CE")]).toEqual([true, false]);
  });

  test("the runbook mirrors before anything is built, with the filters of the release", () => {
    const at = (id: string) => plan.runbook.findIndex((step) => step.id === id);
    expect(at("step.mirror")).toBeGreaterThan(-1);
    expect(at("step.mirror")).toBeLessThan(at("step.terraform[seed]"));
    const filters = (changes: Changes) => referencePlan({ ...OFFLINE, ...changes }).runbook.find(({ id }) => id === "step.mirror")?.commands.filter((line) => line.startsWith("kubermatic-installer mirror-images")).map((line) => line.replace(" --dry-run", "").replace(/^.*?"\$KUBERMATIC_CHARTS_DIRECTORY"/, ""));
    const twice = (flags: string) => [flags, flags];
    expect(filters({})).toEqual(twice(" --provider-filter vsphere"));
    expect(filters({ "project.release": "2.30", "infrastructure.datacenters.fra-vsphere.provider": "vmware-cloud-director" })).toEqual(twice(" --provider-filter vmwareclouddirector"));
    expect(filters({ "infrastructure.datacenters.fra-vsphere.provider": "tinkerbell" })).toEqual(twice(" --provider-filter baremetal"));
    expect(filters({ "infrastructure.datacenters.fra-vsphere.provider": "bring-your-own" })).toEqual(twice(" --provider-filter bringyourown"));
    for (const release of ["2.28", "2.29"]) expect(filters({ "project.release": release })).toEqual(twice(""));
    expect(referencePlan().runbook.map(({ id }) => id)).not.toContain("step.mirror");
  });

  test("nodes pull from the private registry, and the checklist says so", () => {
    expect(plan.checklist.find(({ id }) => id === "todo.images")?.verify).toContain("registry.example.com:5000");
    expect(plan.checklist.find(({ id }) => id === "todo.images")?.dependsOn).toContain("todo.mirror-registry");
  });

  test("five lines prepare it, and an account by name", () => {
    expect(plan.checklist.filter(({ id }) => id.startsWith("todo.mirror")).map(({ id }) => id)).toEqual(["todo.mirror-registry", "todo.mirror-host", "todo.mirror-binaries", "todo.mirror-packages", "todo.mirror-filling"]);
    expect(plan.accounts.map(({ id }) => id)).toContain("account.registry-push");
  });

  test("somebody is named who fills the mirrors that the installer leaves empty", () => {
    const item = plan.checklist.find(({ id }) => id === "todo.mirror-filling");
    expect(item).toMatchObject({ team: "infrastructure", dependsOn: ["todo.mirror-host", "todo.mirror-binaries", "todo.mirror-packages"] });
    expect(item?.verify).toContain("`curl -sI` of a file that they have put below each of https://dl.k8s.io, https://github.com and https://download.docker.com gets an answer");
    expect(referencePlan().checklist.some(({ id }) => id === "todo.mirror-filling")).toBe(false);
  });

  test("the mirror of packages is kept from cloud-init, which writes Ubuntu's sources anew", () => {
    const item = plan.checklist.find(({ id }) => id === "todo.mirror-packages");
    expect(item?.how).toContain("a file in /etc/cloud/cloud.cfg.d of the image says preserve_sources_list: true below apt");
    expect(item?.verify).toContain("for the first time");
  });
});

describe("which hosts the proxy leads to", () => {
  const assumed = (changes: Changes): boolean => referencePlan({ ...PROXY, ...changes }).assumptions.some(({ path }) => path === "network.proxiedHosts");
  const nobody = { "access.bastion": false, "access.secretStore": "sops", "authentication.connector": "static-users", "certificates.issuance": "self-signed" };

  test.each<[string, Changes, boolean]>([
    ["a store of backups", { ...nobody, "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.com" }, true],
    ["a login", { ...nobody, "authentication.connector": "gitlab", "authentication.gitlabHost": "gitlab.example.com" }, true],
    ["Git over HTTPS from a bastion", { ...nobody, "access.bastion": true, "access.repository": "https://git.example.com/kkp.git" }, true],
    ["Git over SSH alone", { ...nobody, "access.bastion": true, "access.repository": "git@git.example.com:kkp.git" }, false],
    ["LDAP alone, which no HTTP proxy carries", { ...nobody, "authentication.connector": "ldap", "authentication.ldapHost": "ldap.example.com" }, false],
    ["the API of Akamai alone", { ...nobody, "dns.zone": "public", "dns.automation": "akamai", "dns.akamaiHost": "x.luna.akamaiapis.net", "dns.externalDns": true }, false],
    ["nobody", nobody, false],
    ["a host that is listed already", { ...nobody, "network.proxiedHosts": ["nobody.example"] }, false],
  ])("is asked about %s", (_case, changes, expected) => expect(assumed(changes)).toBe(expected));
});

test("the empty list of hosts behind the proxy is told as assumed wherever somebody is asked for it", () => {
  const assumed = (changes: Changes) => referencePlan({ ...PROXY, "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.com", "access.bastion": undefined, ...changes }).assumptions.some(({ path }) => path === "network.proxiedHosts");
  expect(assumed({})).toBe(true);
  expect(assumed({ "network.proxiedHosts": ["s3.example.com"] })).toBe(false);
});
