import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { deadKeys } from "../../facts/monitoring.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const FRESH = { "project.release": "2.31", "project.upgradeFrom": "none" } as const;
const GATEWAY = { "project.release": "2.30", "loadBalancer.entry": "gateway" } as const;
const OWN = { ...FRESH, "loadBalancer.entry": "own", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayAddress": "10.20.30.9" } as const;

const BALANCED = { "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.pool": "10.20.30.0/26" } as const;

/** `object: field` → value. */
const fieldsOf = (plan: Plan): Readonly<Record<string, string>> => Object.fromEntries(plan.settings.map(({ object, field, value }) => [`${object}: ${field}`, value.kind === "known" ? value.value : value.kind]));
const fields = (changes: Changes = {}) => fieldsOf(referencePlan(changes));
const starter = (name: string, changes: Changes = {}) => fieldsOf(planFrom(changed(starterAnswers(name), changes)));
const CONFIGURATION = "KubermaticConfiguration: spec";

describe("KubermaticConfiguration", () => {
  test.each<[string, Changes, string, string | undefined]>([
    ["the base domain stands in every release", {}, "ingress.domain", "kubermatic.example.com"],
    ["NodePort is what KKP does unasked", {}, "exposeStrategy", undefined],
    ["Tunneling is not", { "loadBalancer.exposeStrategy": "Tunneling" }, "exposeStrategy", "Tunneling"],
    ["the pull secret belongs to the Enterprise Edition", {}, "imagePullSecret", "<fill-in:kkp/pull-secret>"],
    ["the Community Edition has none", { "project.edition": "CE" }, "imagePullSecret", undefined],
    ["the gate of the user-cluster MLA", {}, "featureGates.UserClusterMLA", "true"],
    ["no gate without the MLA", { "monitoring.userClusterMla": false }, "featureGates.UserClusterMLA", undefined],
    ["the autoscaler has a gate", { "infrastructure.seedExtras": ["vpa"] }, "featureGates.VerticalPodAutoscaler", "true"],
    ["2.30 adds no listener for interfaces by itself", { ...GATEWAY, "certificates.issuance": "dns01" }, "featureGates.HTTPRouteGatewaySync", "true"],
    ["2.31 does", { ...FRESH, "certificates.issuance": "dns01" }, "featureGates.HTTPRouteGatewaySync", undefined],
    ["a supplied certificate is presented by a listener for each name as well", GATEWAY, "featureGates.HTTPRouteGatewaySync", "true"],
    ["a Gateway of one's own is named", OWN, "ingress.gateway.externalGateway.namespace", "ingress"],
    ["beside it no issuer may stand", { ...OWN, "certificates.issuance": "dns01" }, "ingress.certificateIssuer.name", undefined],
    ["and no Secret", OWN, "ingress.gateway.tls.secretRef.name", undefined],
    ["KKP's own Gateway takes the Secret", FRESH, "ingress.gateway.tls.secretRef.name", "kubermatic-tls"],
    ["2.29 takes none", { ...GATEWAY, "project.release": "2.29" }, "ingress.gateway.tls.secretRef.name", undefined],
  ])("%s", (_name, changes, field, value) => {
    expect(fields(changes)[`${CONFIGURATION}.${field}`]).toBe(value);
  });

  test("says why the strategy is written, and from which answer", () => {
    const plan = referencePlan({ "loadBalancer.exposeStrategy": "Tunneling" });
    const row = plan.settings.find(({ field }) => field === "spec.exposeStrategy");
    expect(row?.why).toContain("NodePort");
    expect(plan.cells.get(row?.from ?? "")?.answers).toEqual(["loadBalancer.exposeStrategy"]);
  });
});

describe("values of the entry", () => {
  test.each<[string, Changes, string, string | undefined]>([
    ["NGINX names the host of Dex twice", {}, "dex.ingress.tls[].hosts", "kubermatic.example.com"],
    ["a route has one place for it", {}, "httpRoute.domain", undefined],
    ["2.31 has that place", FRESH, "httpRoute.domain", "kubermatic.example.com"],
    ["the opt-in is switched in the values", GATEWAY, "migrateGatewayAPI", "true"],
    ["2.31 has no switch", FRESH, "migrateGatewayAPI", undefined],
    ["cert-manager looks at Gateways when told to", { ...GATEWAY, "certificates.issuance": "dns01" }, "cert-manager.config.enableGatewayAPI", "true"],
    ["it is not there with a supplied certificate", GATEWAY, "cert-manager.config.enableGatewayAPI", undefined],
    ["node ports of Envoy stand in one patch", { ...FRESH, "loadBalancer.clusters.seed.kind": "none" }, "envoyProxy.service.patch", "port 80: nodePort 30080, targetPort 10080; port 443: nodePort 30443, targetPort 10443"],
    ["every node then answers", { ...FRESH, "loadBalancer.clusters.seed.kind": "none" }, "envoyProxy.service.externalTrafficPolicy", "Cluster"],
    ["NGINX has node ports of its own", { "loadBalancer.clusters.seed.kind": "none" }, "nginx.controller.service.nodePorts", "http: 32080, https: 32443"],
    ["a load balancer needs none of it", FRESH, "envoyProxy.service.type", undefined],
  ])("%s", (_name, changes, field, value) => {
    expect(fields(changes)[`values.yaml: ${field}`]).toBe(value);
  });
});

describe("the entry of a Seed apart from the master", () => {
  const AT = "loadBalancer.clusters.azure-seed.kind";
  const values = (changes: Changes) => {
    const { settings } = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes));
    return Object.fromEntries(settings.flatMap(({ object, field, value }) => (object === "azure-seed/values-seed.yaml" && /service\.(type|patch|nodePorts|externalTrafficPolicy)/.test(field) ? [[field, value.kind === "known" ? value.value : value.kind]] : [])));
  };

  test.each<[string, Changes, Readonly<Record<string, string>>]>([
    ["Envoy Gateway on ports of the nodes", { ...FRESH, [AT]: "none" }, {
      "envoyProxy.service.type": "NodePort",
      "envoyProxy.service.patch": "port 80: nodePort 30080, targetPort 10080; port 443: nodePort 30443, targetPort 10443",
      "envoyProxy.service.externalTrafficPolicy": "Cluster",
    }],
    ["Envoy Gateway behind Cilium in layer 2", { ...FRESH, [AT]: "cilium-l2" }, { "envoyProxy.service.externalTrafficPolicy": "Cluster" }],
    ["NGINX on ports of the nodes", { "project.release": "2.29", "project.upgradeFrom": "none", [AT]: "none" }, { "nginx.controller.service.type": "NodePort", "nginx.controller.service.nodePorts": "http: 32080, https: 32443" }],
    ["what the infrastructure gives an address", FRESH, {}],
    ["a Seed that serves no interface", { ...FRESH, [AT]: "none", "monitoring.userClusterMla": false, "monitoring.ownUis": [] }, {}],
  ])("%s", (_name, changes, expected) => {
    expect(values(changes)).toEqual(expected);
  });

  test("names nothing that a Gateway of the customer on the master would do for it", () => {
    const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...FRESH, [AT]: "none", "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "edge", "loadBalancer.gatewayName": "front" }));
    const rows = plan.settings.filter(({ id }) => id.startsWith("setting.platform.seed-"));
    expect(rows).toHaveLength(3);
    expect(rows.filter(({ why }) => why.includes("your Gateway"))).toEqual([]);
  });
});

describe("Seeds", () => {
  test("the reference setup has what its answers decide, and nothing else", () => {
    expect(Object.keys(fields()).filter((key) => key.startsWith("Seed seed: "))).toEqual([
      "Seed seed: spec.kubeconfig",
      "Seed seed: spec.mla.userClusterMLAEnabled",
      "Seed seed: spec.datacenters.fra-vsphere.spec.vsphere.infraManagementUser.username",
      "Seed seed: spec.datacenters.fra-vsphere.spec.vsphere.infraManagementUser.password",
      "Seed seed: spec.nodeportProxy.envoy.loadBalancerService.annotations: metallb.io/loadBalancerIPs",
      "Seed seed: spec.etcdBackupRestore.defaultDestination",
      "Seed seed: spec.etcdBackupRestore.destinations.minio.endpoint",
      "Seed seed: spec.etcdBackupRestore.destinations.minio.bucketName",
      "Seed seed: spec.etcdBackupRestore.destinations.minio.credentials",
    ]);
  });

  test.each<[string, Changes, string, string | undefined]>([
    ["another label in DNS", { "dns.clusters.seed.seedDnsOverwrite": "fra" }, "seedDNSOverwrite", "fra"],
    ["the name itself is no overwrite", { "dns.clusters.seed.seedDnsOverwrite": "seed" }, "seedDNSOverwrite", undefined],
    ["a strategy of its own", { "loadBalancer.departures": ["seeds"], "loadBalancer.clusters.seed.exposeStrategy": "Tunneling" }, "exposeStrategy", "Tunneling"],
    ["the platform's strategy is not repeated", { "loadBalancer.departures": ["seeds"], "loadBalancer.clusters.seed.exposeStrategy": "NodePort" }, "exposeStrategy", undefined],
    ["a proxy that is switched off", { "loadBalancer.departures": ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled" }, "nodeportProxy.disable", "true"],
    ["metering", { "infrastructure.seedExtras": ["metering"] }, "metering.storageSize", "100Gi"],
    ["no metering in the Community Edition", { "infrastructure.seedExtras": ["metering"], "project.edition": "CE" }, "metering.enabled", undefined],
    ["audit logging", { "infrastructure.seedExtras": ["audit"] }, "auditLogging.enabled", "true"],
    ["audit logging that its datacenters enforce, since 2.30", { "infrastructure.seedExtras": ["audit"], "project.release": "2.30" }, "datacenters.fra-vsphere.spec.enforceAuditLogging", "true"],
    ["audit logging that each user cluster takes over, up to 2.29", { "infrastructure.seedExtras": ["audit"], "project.release": "2.29" }, "datacenters.fra-vsphere.spec.enforceAuditLogging", undefined],
    ["no audit logging", { "project.release": "2.31" }, "datacenters.fra-vsphere.spec.enforceAuditLogging", undefined],
    ["networks of the nodeport-proxy", { "loadBalancer.departures": ["proxy-sources"], "loadBalancer.clusters.seed.proxySources": ["10.0.0.0/8", "192.168.4.0/24"] }, "nodeportProxy.envoy.loadBalancerService.sourceRanges", "10.0.0.0/8, 192.168.4.0/24"],
    ["source ranges", { "loadBalancer.departures": ["sources"], "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.datacenters.fra-vsphere.sourceRanges": ["10.0.0.0/8"] }, "defaultAPIServerAllowedIPRanges", "10.0.0.0/8"],
    ["source ranges where KKP takes none", { "loadBalancer.departures": ["sources"], "loadBalancer.datacenters.fra-vsphere.sourceRanges": ["10.0.0.0/8"] }, "defaultAPIServerAllowedIPRanges", undefined],
    ["S3 outside", { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.com" }, "etcdBackupRestore.destinations.s3.endpoint", "https://s3.example.com"],
    ["S3 that nobody named yet", { "storage.clusters.seed.backupTarget": "s3" }, "etcdBackupRestore.destinations.s3.endpoint", "open"],
    ["a schedule of one's own", { "storage.schedule": "own", "storage.interval": 60, "storage.kept": 30 }, "etcdBackupRestore.backupInterval", "60m"],
    ["no block without backups", { "storage.clusters.seed.backupTarget": "none" }, "etcdBackupRestore.defaultDestination", undefined],
    ["an API server with an address of its own", { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true }, "datacenters.fra-vsphere.spec.apiServerServiceType", "LoadBalancer"],
    ["KubeLB", { "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb" }, "kubelb.kubeconfig", "name kubelb-management-cluster, namespace kubermatic"],
    ["whose workers have private addresses", { "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb" }, "datacenters.fra-vsphere.spec.kubelb.nodeAddressType", "InternalIP"],
  ])("%s", (_name, changes, field, value) => {
    expect(fields(changes)[`Seed seed: spec.${field}`]).toBe(value);
  });

  test("the Secret of KubeLB is made on the Seed whose controller reads it, before the Seed object names it", () => {
    const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "infrastructure.datacenters.fra-vsphere.seed": "azure-seed", "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb", "loadBalancer.kubelbApi": "10.66.6.6" }));
    const at = (id: string) => plan.runbook.findIndex((step) => step.id === id);
    const step = plan.runbook[at("step.hub-secret[azure-seed]")];
    expect(step?.commands).toContain("if kubectl -n kubermatic create secret generic kubelb-management-cluster --from-file=kubeconfig=azure-seed/kubelb-kubeconfig --dry-run=client -o yaml | kubectl apply -f -; then rm azure-seed/kubelb-kubeconfig; else false; fi");
    expect(step?.commands[0]).toContain("azure-seed/kubeconfig");
    expect(step?.text).toContain("https://10.66.6.6:6443");
    expect(at("step.hub-secret[azure-seed]")).toBeLessThan(at("step.seed-object[azure-seed]"));
    expect(at("step.hub-secret[seed]")).toBe(-1);
    expect(plan.secrets.find(({ id }) => id === "secret.hub")?.files).toEqual(["Secret kubermatic/kubelb-management-cluster of azure-seed"]);
  });

  const RANGES = { "loadBalancer.departures": ["sources"], "loadBalancer.datacenters.fra-vsphere.sourceRanges": ["10.0.0.0/8", "192.0.2.0/24"] };
  const rangesOf = (changes: Changes) => fields(changes)["User clusters of fra-vsphere: spec.apiServerAllowedIPRanges.cidrBlocks"];

  test("each user cluster names its source ranges, since those of the Seed stand for none, and only where KKP takes them", () => {
    expect(rangesOf({ ...RANGES, "loadBalancer.exposeStrategy": "LoadBalancer" })).toBe("10.0.0.0/8, 192.0.2.0/24");
    expect(rangesOf(RANGES)).toBeUndefined();
    const answers = (departures: readonly string[], proxySources: readonly string[] | undefined = ["10.20.0.0/24"]) =>
      referencePlan({ ...RANGES, "loadBalancer.departures": departures, "loadBalancer.clusters.seed.proxySources": proxySources, "loadBalancer.exposeStrategy": "LoadBalancer" });
    const why = (departures: readonly string[], proxySources?: readonly string[]) => answers(departures, proxySources).settings.find(({ field }) => field === "spec.apiServerAllowedIPRanges.cidrBlocks")?.why;
    expect(why(["sources"])).toContain("answers everybody.");
    expect(why(["sources", "proxy-sources"])).toContain("answers 10.20.0.0/24 alone, the allowed networks of its nodeport-proxy.");
    expect(why(["sources", "proxy-sources"], [])).toContain("answers everybody.");
    expect(answers(["sources", "proxy-sources"]).runbook.find(({ id }) => id === "step.source-ranges")?.why).toContain("answers 10.20.0.0/24 alone");
    expect(rangesOf({ "loadBalancer.exposeStrategy": "LoadBalancer" })).toBeUndefined();
    const { settings } = referencePlan({ ...RANGES, "loadBalancer.exposeStrategy": "LoadBalancer" });
    expect(settings.find(({ field }) => field === "spec.defaultAPIServerAllowedIPRanges")?.why).toContain("restricts nothing where a user cluster names none");
  });

  test("an address of S3 is asked for only where backups go there", () => {
    expect(referencePlan().openPoints.map(({ path }) => path)).not.toContain("storage.clusters.seed.s3Endpoint");
  });

  test("a master alone has no Seed object", () => {
    expect(Object.keys(starter("telco-cilium-bgp")).filter((key) => key.startsWith("Seed master"))).toEqual([]);
  });
});

describe("load balancers", () => {
  test("MetalLB with BGP names pool, routers and advertisement", () => {
    expect(Object.entries(fields()).filter(([key]) => / on seed: /.test(key))).toEqual([
      ["IPAddressPool platform on seed: spec.addresses", "10.20.30.0/28"],
      ["BGPPeer of 10.20.0.2 on seed: spec.peerAddress, peerASN and myASN", "10.20.0.2, 64500, 64512"],
      ["BGPPeer of 10.20.0.3 on seed: spec.peerAddress, peerASN and myASN", "10.20.0.3, 64500, 64512"],
      ["BGPAdvertisement platform on seed: spec.ipAddressPools", "platform"],
    ]);
  });

  test("BFD is named where it is wanted, with more hops where routers are further away", () => {
    const bfd = (value: string) => Object.keys(fields({ "loadBalancer.clusters.seed.bfd": value })).filter((key) => /bfdProfile|BFDProfile|ebgpMultiHop/.test(key));
    expect(bfd("none")).toEqual([]);
    // A profile that no object makes stops the whole configuration of MetalLB.
    const watched = ["Each BGPPeer on seed: spec.bfdProfile", "BFDProfile platform on seed: spec.receiveInterval, transmitInterval and detectMultiplier"];
    expect(bfd("single-hop")).toEqual(watched);
    expect(bfd("multi-hop")).toEqual([...watched, "BFDProfile platform on seed: spec.minimumTtl", "BGPPeer of 10.20.0.2 on seed: spec.ebgpMultiHop", "BGPPeer of 10.20.0.3 on seed: spec.ebgpMultiHop"]);
  });

  test("more than one hop is allowed to routers outside the nodes' network, with and without BFD", () => {
    const peers = { "loadBalancer.clusters.seed.peers": [{ address: "10.20.0.2", asn: 64500 }, { address: "10.99.0.3", asn: 64500 }] };
    const hops = (changes: Changes) => Object.entries(fields({ ...peers, ...changes })).filter(([key]) => /ebgpMulti[hH]op/.test(key));
    expect(hops({})).toEqual([["BGPPeer of 10.99.0.3 on seed: spec.ebgpMultiHop", "true"]]);
    expect(hops({ "loadBalancer.clusters.seed.kind": "cilium-bgp" })).toEqual([["CiliumBGPPeerConfig platform on seed: spec.ebgpMultihop", "255"]]);
    expect(hops({ "loadBalancer.clusters.seed.localAsn": 64500 })).toEqual([]);
  });

  test("Services ask for the addresses of the plan, by the annotation of their load balancer", () => {
    expect(fields()["values.yaml: nginx.controller.service.annotations: metallb.io/loadBalancerIPs"]).toBe("10.20.30.1");
    expect(fields(FRESH)["KubermaticConfiguration: spec.ingress.gateway.infrastructureAnnotations: metallb.io/loadBalancerIPs"]).toBe("10.20.30.1");
    expect(starter("telco-cilium-bgp")["seed-middle/values-seed.yaml: envoyProxy.service.annotations: lbipam.cilium.io/ips"]).toBe("10.32.41.2");
    expect(Object.keys(fields(OWN)).some((key) => key.includes("infrastructureAnnotations"))).toBe(false);
  });

  test("with LoadBalancer the shared proxy has a pool of its own, which the large one leaves out", () => {
    const mine = fields(BALANCED);
    expect(mine["IPAddressPool nodeport-proxy on seed: spec.addresses"]).toBe("10.20.30.2/32");
    // Of 64 addresses the proxy has .2, and 12 user clusters have those below the last.
    expect(mine["IPAddressPool platform on seed: spec.addresses"]).toBe("10.20.30.0-10.20.30.1, 10.20.30.3-10.20.30.50, 10.20.30.63/32");
    expect(mine["BGPAdvertisement platform on seed: spec.ipAddressPools"]).toBe("platform, nodeport-proxy, user-clusters");
    expect(Object.keys(mine).some((key) => key.includes("loadBalancerService.annotations"))).toBe(false);
  });

  test("an address pool of user clusters names its share, whichever way it is cut", () => {
    const telco = starter("telco-cilium-bgp");
    expect(telco["IPAMPool metallb on seed-north: spec.datacenters.north.allocationPrefix"]).toBe("30");
    expect(telco["IPAMPool metallb on seed-middle: spec.datacenters.middle.allocationRange"]).toBe("4");
  });

  test("clouds hand out addresses as they like", () => {
    expect(Object.keys(starter("aws-single-region")).filter((key) => /IPAddressPool|loadBalancerIPs|lbipam/.test(key))).toEqual([]);
  });
});

describe("issuers and Gateways", () => {
  test("the solver leads through the entry of the release", () => {
    const solver = (changes: Changes) => Object.entries(fields({ "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.7", ...changes })).filter(([key]) => key.includes("solvers[].http01"));
    expect(solver({})).toEqual([["ClusterIssuer platform: spec.acme.solvers[].http01.ingress.ingressClassName", "nginx"]]);
    expect(solver(FRESH)).toEqual([["ClusterIssuer platform: spec.acme.solvers[].http01.gatewayHTTPRoute.parentRefs", "kind Gateway, name kubermatic, namespace kubermatic"]]);
    expect(solver(OWN)).toEqual([["ClusterIssuer platform: spec.acme.solvers[].http01.gatewayHTTPRoute.parentRefs", "kind Gateway, name public, namespace ingress"]]);
  });

  test("an ACME issuer always has the key of its account, once", () => {
    for (const issuance of ["http01", "dns01", "acme-dns01"]) {
      const rows = referencePlan({ "certificates.issuance": issuance, "dns.automation": "rfc2136", "certificates.acmeBinding": false }).settings.filter(({ field }) => field === "spec.acme.privateKeySecretRef.name");
      expect(rows).toHaveLength(1);
    }
  });

  test("the Gateway of a Seed apart from the master is written by hand, from 2.31 on", () => {
    const gateway = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes)).settings.filter(({ object }) => object.startsWith("Gateway "));
    expect(gateway({ "project.release": "2.30" })).toEqual([]);
    expect(gateway({ ...FRESH }).filter(({ field }) => field === "spec.listeners[].hostname")).toHaveLength(2);
  });
});

describe("logins", () => {
  test("Dex has a client for each row of redirect URIs, and the type of its connector", () => {
    expect(fields()["values.yaml: dex.config.staticClients[].id"]).toBe("kubermatic, kubermaticIssuer, prometheus, grafana, alertmanager, mla-grafana, mla-alertmanager");
    expect(fields(FRESH)["values.yaml: dex.config.staticClients[].id"]).not.toContain("kubermatic,");
    expect(fields()["values.yaml: dex.config.connectors[].type"]).toBe("ldap");
  });

  test("users in Dex need a switch and a list", () => {
    const mine = fields({ "authentication.connector": "static-users" });
    expect(mine["values.yaml: dex.config.enablePasswordDB"]).toBe("true");
    expect(mine["values.yaml: dex.config.connectors[].type"]).toBeUndefined();
  });
});

describe("monitoring", () => {
  const files = "prometheus.ruleFiles";
  test.each<[string, string, Changes, string, string]>([
    ["a Seed apart from the master drops the master's rules", "vsphere-plus-azure-seed", {}, "azure-seed", "kubermatic-seed"],
    ["managed Kubernetes drops what nobody reaches", "reference-setup", { "infrastructure.clusters.seed.provisioning": "managed" }, "seed", "kubermatic-master"],
  ])("%s", (_name, plan, changes, cluster, stays) => {
    const value = starter(plan, changes)[`${cluster}/values-seed-mla.yaml: ${files}`] ?? "";
    expect(value).toContain(stays);
    expect(value).toContain("usercluster-mla");
    expect(value).not.toContain(cluster === "seed" ? "managed" : "kubermatic-master");
  });

  test("each file of values tells its proxies about the Gateway", () => {
    const route = (changes: Changes) => Object.entries(fields(changes)).filter(([key]) => key.startsWith("seed/values-usercluster-mla.yaml") && /httpRoute|migrate/.test(key)).map(([key, value]) => `${key.split(": ")[1] ?? ""} ${value}`);
    expect(route({})).toEqual([]);
    expect(route(FRESH)).toEqual(["httpRoute.domain kubermatic.example.com"]);
    expect(route(GATEWAY)).toEqual(["httpRoute.domain kubermatic.example.com", "migrateGatewayAPI true"]);
    expect(route(OWN)).toEqual(["httpRoute.domain kubermatic.example.com", "httpRoute.gatewayName public", "httpRoute.gatewayNamespace ingress"]);
  });

  test("nothing is written where the chart's own list fits", () => {
    expect(fields({ "monitoring.userClusterMla": false })[`seed/values-seed-mla.yaml: ${files}`]).toBeUndefined();
  });

  test("retention is written with the size it needs, under the keys that are read", () => {
    const mine = fields({ "monitoring.retention": "own", "monitoring.metricsDays": 30, "monitoring.logsDays": 60 });
    expect(mine["seed/values-seed-mla.yaml: prometheus.tsdb.retentionTime"]).toBe("30d");
    // 100 GiB × 30 ÷ 15, 15 GiB × 60 ÷ 30
    expect(mine["seed/values-seed-mla.yaml: prometheus.storageSize"]).toBe("200Gi");
    expect(mine["seed/values-seed-mla.yaml: loki.loki.limits_config.retention_period"]).toBe("1440h");
    expect(mine["seed/values-seed-mla.yaml: loki.singleBinary.persistence.size"]).toBe("30Gi");
  });

  test("objects of user clusters expire one day after the retention", () => {
    const load = { "monitoring.expectedLoad": "stated", "monitoring.series": 1000, "monitoring.scrapeInterval": 30, "monitoring.logs": 1 };
    const expiry = (days: number) => fields({ ...load, "monitoring.userRetention": days })["seed/values-usercluster-mla.yaml: lifecycleMgr.buckets[].expirationDays"];
    expect(expiry(14)).toBe("15");
    expect(expiry(7)).toBeUndefined();
  });

  test("the two stacks have proxies of their own, with clients and keys of their own", () => {
    const mine = fields();
    expect(mine["seed/values-seed-mla.yaml: iap.deployments.grafana"]).toContain("name grafana, client_id grafana, ingress.host grafana.kubermatic.example.com, upstream_service grafana.monitoring.svc.cluster.local, upstream_port 3000,");
    expect(mine["seed/values-usercluster-mla.yaml: iap.deployments.grafana"]).toContain("name grafana, client_id mla-grafana, ingress.host grafana.seed.kubermatic.example.com, upstream_service grafana.mla.svc.cluster.local, upstream_port 80,");
  });

  test("proxies let in whom somebody named, everybody unless somebody did, and tell Grafana who it is", () => {
    const config = (changes: Changes, stack: string, proxy: string) => fields(changes)[`seed/values-${stack}.yaml: iap.deployments.${proxy}.config`];
    expect(config({}, "seed-mla", "prometheus")).toBe("email_domains ['*'], scope groups openid email, skip_auth_regex [/-/healthy]");
    expect(config({}, "seed-mla", "grafana")).toBe("email_domains ['*'], scope groups openid email, skip_auth_regex [/api/health], pass_user_headers true");
    expect(config({}, "usercluster-mla", "alertmanager")).toContain("pass_user_headers true");
    expect(referencePlan().assumptions.map(({ path }) => path)).toContain("monitoring.viewers");
    const some = { "monitoring.viewers": "domains", "monitoring.viewerDomains": ["ops.example.com", "example.net"] };
    expect(config(some, "seed-mla", "alertmanager")).toBe("email_domains [ops.example.com, example.net], scope groups openid email, skip_auth_regex [/-/healthy]");
    expect(config(some, "usercluster-mla", "grafana")).toContain("email_domains ['*']");
    expect(referencePlan({ "monitoring.viewers": "domains" }).openPoints.map(({ path }) => path)).toContain("monitoring.viewerDomains");
    // An issuer in place of Dex refuses a scope that nobody made there.
    expect(config({ "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "kkp" }, "seed-mla", "prometheus")).toContain("scope openid email,");
  });
});

test.each(starterNames)("%s: no key that no chart reads, and no field twice", (name) => {
  const { settings } = planFrom(starterAnswers(name));
  expect(settings.filter(({ field }) => Object.keys(deadKeys.value).some((key) => field === key || field.startsWith(`${key}.`)))).toEqual([]);
  expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length);
});

test("external-dns reads what the chosen entry publishes, not what its release brings", () => {
  const sources = (changes: Changes) => Object.entries(fields({ "dns.automation": "route53", "dns.externalDns": true, "dns.zoneName": "example.com", ...changes })).find(([key]) => /external-dns.*: sources$/.test(key))?.[1];
  expect(sources({})).toBe("ingress, service");
  expect(sources(GATEWAY)).toBe("gateway-httproute, service");
});

describe("external-dns leads to what stands in front of node ports, not to what the entry shows there", () => {
  const ON_NODES = { "dns.automation": "route53", "dns.externalDns": true, "dns.zoneName": "example.com", "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.9.5", "loadBalancer.clusters.seed.nodeFrontSources": ["10.20.9.4/31"], "loadBalancer.clusters.seed.nodeFrontPorts": "usual", "loadBalancer.exposeStrategy": "NodePort" } as const;
  const led = (changes: Changes) => referencePlan({ ...ON_NODES, ...changes }).settings.find(({ id }) => id === "setting.dns.targets[seed]");

  test("NGINX shows the address of its Service inside the cluster", () => {
    expect(led({})).toMatchObject({ field: "extraArgs", value: { kind: "known", value: "--default-targets=10.20.9.5, --force-default-targets" } });
    expect(led({})?.why).toContain("the address that its Service has inside the cluster");
  });

  test("a Gateway shows the addresses of nodes", () => {
    expect(led(GATEWAY)?.why).toContain("Envoy Gateway shows the addresses of nodes");
    expect(led(GATEWAY)?.value).toEqual({ kind: "known", value: "--default-targets=10.20.9.5, --force-default-targets" });
  });

  test("while nobody has said what stands in front, it is open", () => {
    expect(led({ "loadBalancer.clusters.seed.nodeFront": undefined })?.value).toMatchObject({ kind: "open", question: "loadBalancer.clusters.seed.nodeFront" });
  });

  test("an entry with an address of its own shows it, and a Gateway of the customer's is not asked", () => {
    expect(led({ "loadBalancer.clusters.seed.kind": "metallb-l2" })).toBeUndefined();
    expect(led(OWN)).toBeUndefined();
  });
});

describe("cert-manager of a Seed apart from the master gets what that of the master gets", () => {
  const seeded = (name: string, changes: Changes = {}) => planFrom(changed(starterAnswers(name), changes)).settings.filter(({ object }) => /\/values-seed\.yaml$/.test(object));
  const APART = { "certificates.issuance": "dns01", "dns.automation": "route53", "dns.zone": "split", "dns.zoneName": "example.com" };

  test("resolvers that see the outer view", () => {
    const rows = seeded("vsphere-plus-azure-seed", APART).filter(({ field }) => field.startsWith("cert-manager.extraArgs"));
    expect(rows.map(({ object }) => object)).toEqual(["azure-seed/values-seed.yaml"]);
  });

  test("the proxy of its own place", () => {
    const place = starterAnswers("vsphere-plus-azure-seed").given["infrastructure.clusters.azure-seed.place"];
    const rows = seeded("vsphere-plus-azure-seed", { ...APART, [`network.places.${String(place)}.internet`]: "proxy", [`network.places.${String(place)}.proxyAddress`]: "10.60.9.80", [`network.places.${String(place)}.proxyPort`]: 3128 });
    expect(rows.flatMap(({ field, value }) => (field.startsWith("cert-manager.https_proxy") && value.kind === "known" ? [value.value] : []))).toEqual(["http://10.60.9.80:3128"]);
    expect(rows.some(({ field }) => field === "cert-manager.no_proxy")).toBe(true);
  });

  test("the Gateway that it presents challenges at", () => {
    const fieldsAt = (changes: Changes) => seeded("vsphere-plus-azure-seed", { ...APART, "project.release": "2.30", "project.upgradeFrom": "none", ...changes }).map(({ field }) => field);
    expect(fieldsAt({ "loadBalancer.entry": "gateway" })).toEqual(expect.arrayContaining(["migrateGatewayAPI", "cert-manager.config.enableGatewayAPI"]));
    expect(fieldsAt({})).not.toContain("migrateGatewayAPI");
  });
});

describe("datacenters and Presets of some tenants", () => {
  const TENANTS: Changes = { "infrastructure.severalTenants": true, "infrastructure.tenants": ["Freight", "Cargo"] };
  const rows = (changes: Changes) => referencePlan(changes).settings.flatMap(({ object, field, value }) => (field.endsWith("requiredEmails") ? [[object, field, value.kind === "known" ? value.value : ""]] : []));

  test("are kept from users of the others, by addresses that the platform team fills in", () => {
    const one = { ...TENANTS, "infrastructure.datacenters.fra-vsphere.tenants": ["Freight"] };
    expect(rows(one)).toEqual([
      ["Seed seed", "spec.datacenters.fra-vsphere.spec.requiredEmails", "<fill-in: mail domains of Freight>"],
      ["Preset of fra-vsphere", "spec.requiredEmails", "<fill-in: mail domains of Freight>"],
    ]);
    expect(referencePlan(one).runbook.find(({ id }) => id === "step.presets")?.text).toContain("neither the Preset of fra-vsphere nor the datacenter");
  });

  test("are open to all where all use them, or there is one owner", () => {
    expect(rows({ ...TENANTS, "infrastructure.datacenters.fra-vsphere.tenants": ["Cargo", "Freight"] })).toEqual([]);
    expect(rows({ "infrastructure.severalTenants": false })).toEqual([]);
  });
});
