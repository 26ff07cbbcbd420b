import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { planFrom } from "../plan/plan-from.ts";
import type { Plan } from "../plan/plan.ts";
import { changed, referenceAnswers, type Changes } from "../testing/reference.ts";
import { dnsServices } from "./registry.ts";

const DOMAIN = "kubermatic.example.com";
const ANSWERS: Changes = {
  "dns.zone": "public",
  "dns.zoneName": "example.com",
  "dns.updateServer": "ns1.example.com",
  "dns.updateKey": "kkp-update",
  "dns.recordsKey": "kkp-records",
  "dns.powerdnsHost": "pdns.example.com",
  "dns.infobloxHost": "grid.example.com",
  "dns.route53Zone": "Z0123456789EXAMPLE",
  "dns.azureSubscription": "platform-dns",
  "dns.azureZoneGroup": "rg-dns",
  "dns.clouddnsProject": "example-dns",
  "dns.clouddnsZone": "example-com-public",
  "dns.akamaiHost": "akab-example.luna.akamaiapis.net",
  "dns.acmednsHost": "acme-dns.example.com",
  "dns.dnsApiHost": "dns.example.net",
};
const planOf = (service: string, changes: Changes): Plan => planFrom(referenceAnswers({ ...ANSWERS, "dns.automation": service, ...changes }));
const RECORDS = { "dns.externalDns": true };
const CHALLENGES = { "certificates.issuance": "dns01" };

/** Where changes of the zone go, and what external-dns and cert-manager know, as their documentation says it. */
const KNOWN = [
  ["none", undefined, undefined, undefined],
  ["bind", "zone-server 53", "built-in", "rfc2136"],
  ["powerdns", "zone-server 8081", "webhook", "pdns"],
  ["infoblox", "zone-server 443", "webhook", "webhook"],
  ["rfc2136", "zone-server 53", "built-in", "rfc2136"],
  ["route53", "zone-server 443", "built-in", "aws"],
  ["azuredns", "zone-server 443", "built-in", "azure"],
  ["clouddns", "zone-server 443", "built-in", "google"],
  ["cloudflare", "zone-server 443", "built-in", "cloudflare"],
  ["digitalocean", "zone-server 443", "built-in", "webhook"],
  ["akamai", "zone-server 443", "built-in", undefined],
  ["acmedns", "zone-server 443", "built-in", undefined],
  ["other", "zone-server 443", "webhook", "webhook"],
] as const;

test("every service is worked out here", () => expect(KNOWN.map(([id]) => id)).toEqual(dnsServices.map(({ id }) => id)));

describe.each(KNOWN)("%s", (id, way, solver, provider) => {
  const changes = (plan: Plan, word: string) => plan.firewall.flows.filter((flow) => flow.id.includes(word)).map(({ destination, ports }) => `${destination} ${ports}`);

  test("takes challenges of cert-manager as documented", () => {
    const plan = planOf(id, CHALLENGES);
    expect(changes(plan, "seed.zone-api")).toEqual(way === undefined ? [] : [way]);
    expect(plan.findings.some((finding) => finding.id === "certificates.acme-zone#by-hand")).toBe(solver === undefined);
    expect(plan.findings.some((finding) => finding.check === "certificates.solver-webhook")).toBe(solver === "webhook");
    expect(plan.settings.some(({ field }) => field.startsWith("spec.acme.solvers[].dns01."))).toBe(solver !== undefined);
    expect(plan.accounts.some((account) => account.id === "account.zone")).toBe(solver !== undefined);
  });

  test("has the Secret that the solver refers to made before the issuer, on each cluster with one", () => {
    const plan = planOf(id, CHALLENGES);
    const credential = dnsServices.find((service) => service.id === id)?.solver?.secret;
    const row = plan.secrets.find((secret) => secret.id === "secret.zone");
    const commands = plan.runbook.find((step) => step.id === "step.issuer[seed]")?.commands ?? [];
    expect(row === undefined).toBe(credential === undefined);
    if (!credential) return;
    expect(row?.files).toEqual([`Secret cert-manager/${credential.name} of seed`]);
    const made = commands.findIndex((line) => line.startsWith(`if kubectl -n cert-manager create secret generic ${credential.name} `));
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(commands.indexOf("kubectl apply -f seed/clusterissuer.yaml"));
    const referred = plan.settings.filter(({ object, value }) => object === "ClusterIssuer platform" && value.kind === "known" && value.value.startsWith(credential.name)).map(({ value }) => JSON.stringify(value)).join();
    for (const key of Object.keys(credential.keys ?? {})) {
      expect(commands[made]).toContain(`--from-file=${key}=seed/dns01-${key} `);
      expect(referred).toContain(key);
      expect(row?.form).toContain(`${key}: `);
    }
  });

  test("takes records of external-dns as documented", () => {
    const plan = planOf(id, RECORDS);
    expect(changes(plan, "flow.records")).toEqual(provider === undefined || way === undefined ? [] : [way]);
    const value = plan.settings.find(({ field }) => field === "provider.name")?.value;
    expect(value).toEqual(provider === undefined ? undefined : { kind: "known", value: provider });
    expect(plan.runbook.some((step) => step.id === "step.external-dns[seed]")).toBe(provider !== undefined);
    expect(plan.accounts.some((account) => account.id === "account.external-dns")).toBe(provider !== undefined);
  });

  test("leaves nothing open", () => {
    expect(planOf(id, { ...RECORDS, ...CHALLENGES }).openPoints.map(({ path }) => path).filter((path) => path.startsWith("dns."))).toEqual([]);
  });
});

test("external-dns watches what the release has, and the wildcard comes from the nodeport-proxy", () => {
  const sourcesOf = (changes: Changes) => planOf("route53", { ...RECORDS, ...changes }).settings.find(({ field }) => field === "sources")?.value;
  expect(sourcesOf({})).toEqual({ kind: "known", value: "ingress, service" });
  expect(sourcesOf({ "project.release": "2.31", "project.upgradeFrom": "none" })).toEqual({ kind: "known", value: "gateway-httproute, service" });
  const wildcard = (changes: Changes) => planOf("route53", { ...RECORDS, ...changes }).settings.find(({ field }) => field.includes("external-dns.alpha"))?.value;
  expect(wildcard({})).toEqual({ kind: "known", value: `*.seed.${DOMAIN}` });
  expect(wildcard({ "loadBalancer.exposeStrategy": "LoadBalancer" })).toBeUndefined();
});

describe("load balancers that answer with a host name", () => {
  const aws = (changes: Changes) => {
    const base = referenceAnswers({ "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "cloud", "dns.platformNames": "wildcard", ...ANSWERS, ...changes });
    const plan = planFrom(changed(base, {}));
    return { plan, types: Object.fromEntries(plan.dns.records.filter(({ need }) => need === "required").map(({ name, type }) => [name, type])) };
  };

  test("get CNAMEs", () => {
    expect(aws({}).types).toMatchObject({ [DOMAIN]: "CNAME", [`*.${DOMAIN}`]: "CNAME", [`*.seed.${DOMAIN}`]: "CNAME" });
  });

  test("cannot have the zone itself as base domain, unless the service has aliases", () => {
    const atTop = (automation: string) => aws({ "dns.zoneName": DOMAIN, "dns.automation": automation });
    expect(atTop("bind").plan.findings.filter(({ check }) => check === "dns.apex-cname").map(({ title }) => title)).toEqual([`${DOMAIN} cannot be a CNAME`]);
    expect(atTop("route53").types).toMatchObject({ [DOMAIN]: "ALIAS", [`*.${DOMAIN}`]: "CNAME" });
    // Aliases of Azure DNS lead to resources of Azure and to the zone itself alone.
    expect(atTop("azuredns").plan.findings.filter(({ check }) => check === "dns.apex-cname")).toHaveLength(1);
    expect(atTop("route53").plan.findings.filter(({ check }) => check === "dns.apex-cname")).toEqual([]);
  });

  test("are aliases where external-dns writes them to Route 53, and CNAMEs where people or others do", () => {
    const driven = { ...RECORDS, "dns.automation": "route53" };
    expect(aws(driven).types).toMatchObject({ [DOMAIN]: "ALIAS", [`*.${DOMAIN}`]: "CNAME", [`*.seed.${DOMAIN}`]: "ALIAS" });
    expect(aws({ ...driven, "dns.externalDns": false }).types).toMatchObject({ [DOMAIN]: "CNAME", [`*.seed.${DOMAIN}`]: "CNAME" });
    expect(aws({ ...driven, "dns.automation": "cloudflare" }).types).toMatchObject({ [DOMAIN]: "CNAME", [`*.seed.${DOMAIN}`]: "CNAME" });
    const { plan } = aws(driven);
    expect(plan.dns.records.find(({ name }) => name === DOMAIN)?.why).toMatch(/ external-dns leads to the load balancer's own name by an A and an AAAA record that Route 53 keeps in step with the load balancer\.$/);
    expect(plan.runbook.find(({ id }) => id === "step.platform-names")?.text).toContain("For each of type ALIAS the zone shows an A and an AAAA record");
    expect(aws({ ...driven, "dns.automation": "cloudflare" }).plan.runbook.find(({ id }) => id === "step.platform-names")?.text).not.toContain("ALIAS");
    // The mark of the top is named for the type that stands there.
    expect(aws({ ...driven, "dns.zoneName": DOMAIN }).types).toMatchObject({ [DOMAIN]: "ALIAS" });
  });

  test("let a wildcard answer for challenges", () => {
    const found = aws({ ...CHALLENGES, "dns.automation": "route53" }).plan.findings.filter(({ check }) => check === "dns.wildcard-catches-challenge");
    expect(found.map(({ fixes }) => fixes[0]?.set)).toEqual([[{ path: "dns.platformNames", value: "single" }]]);
  });
});

test("people outside get the public address in the outer view", () => {
  const outer = (changes: Changes) => planFrom(referenceAnswers({ "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.10", ...changes })).dns.records.filter(({ view }) => view === "public");
  expect(outer({}).map(({ target }) => target)).toEqual(Array.from({ length: 6 }, () => ({ kind: "known", value: "203.0.113.10" })));
  expect(outer({ "dns.outside": false })).toEqual([]);
});

describe("a webhook of cert-manager", () => {
  const commandsOf = (plan: Plan) => plan.runbook.find(({ id }) => id === "step.issuer[seed]")?.commands ?? [];

  test.each([
    ["powerdns", "helm upgrade --install cert-manager-webhook-pdns cert-manager-webhook-pdns --repo https://zachomedia.github.io/cert-manager-webhook-pdns", "zachomedia.github.io"],
    ["infoblox", "helm upgrade --install cert-manager-webhook-infoblox-wapi cert-manager-webhook-infoblox-wapi --repo https://sarg3nt.github.io/cert-manager-webhook-infoblox-wapi", "sarg3nt.github.io"],
  ])("%s: is chosen before, let through, installed before the issuer and named by it", (service, line, host) => {
    const plan = planOf(service, CHALLENGES);
    const commands = commandsOf(plan);
    const at = commands.findIndex((command) => command.startsWith(line));
    expect(at).toBeGreaterThan(0);
    expect(commands[at]).toContain(`groupName=acme.${DOMAIN}`);
    expect(at).toBeLessThan(commands.findIndex((command) => command.includes("clusterissuer.yaml")));
    expect(plan.settings.find(({ field }) => field === "spec.acme.solvers[].dns01.webhook.groupName")?.value).toEqual({ kind: "known", value: `acme.${DOMAIN}` });
    expect(plan.settings.some(({ field }) => field === "spec.acme.solvers[].dns01.webhook.config.host")).toBe(true);
    expect(plan.checklist.some(({ id }) => id === "todo.solver-webhook")).toBe(true);
    expect(JSON.stringify(plan.firewall.external)).toContain(host);
  });

  test("checks the certificate of the Infoblox grid, which it does not by itself", () => {
    const row = planOf("infoblox", CHALLENGES).settings.find(({ field }) => field === "spec.acme.solvers[].dns01.webhook.config.sslVerify");
    expect(row?.value).toEqual({ kind: "known", value: "true" });
    expect(row?.why).toContain("Left out it is false");
  });

  test("of a service that is not listed is a placeholder to fill in", () => {
    const plan = planOf("other", CHALLENGES);
    expect(commandsOf(plan).some((command) => command.includes("'<fill-in: chart of the webhook"))).toBe(true);
    expect(plan.findings.find(({ check }) => check === "certificates.solver-webhook")?.title).toBe("cert-manager needs a webhook for your DNS service");
  });

  test("is not spoken of where cert-manager knows the service", () => {
    const plan = planOf("bind", CHALLENGES);
    expect(plan.checklist.some(({ id }) => id === "todo.solver-webhook")).toBe(false);
    expect(commandsOf(plan).some((command) => command.startsWith("helm"))).toBe(false);
  });
});

describe("a webhook of external-dns", () => {
  const valueOf = (plan: Plan, field: string) => plan.settings.find((row) => row.field === field && row.object.startsWith("Helm values of external-dns"))?.value;
  const IMAGE = "ghcr.io/absaoss/external-dns-infoblox-webhook";

  test("has its image and the address of the grid, and stops where a placeholder is left", () => {
    const plan = planOf("infoblox", RECORDS);
    expect(valueOf(plan, "provider.webhook.image.repository")).toEqual({ kind: "known", value: IMAGE });
    expect(valueOf(plan, "provider.webhook.env: INFOBLOX_HOST")).toEqual({ kind: "known", value: "grid.example.com" });
    expect(planOf("infoblox", { ...RECORDS, "dns.infobloxHost": undefined }).openPoints.map(({ path }) => path)).toContain("dns.infobloxHost");
    const { commands = [] } = plan.runbook.find(({ id }) => id === "step.external-dns[seed]") ?? {};
    const check = commands.findIndex((line) => line.startsWith("if grep") && line.includes("values-external-dns.yaml;"));
    expect(check).toBeGreaterThan(-1);
    expect(check).toBeLessThan(commands.findIndex((line) => line.startsWith("helm")));
    expect(plan.settings.filter(({ field }) => field.includes("webhook")).map(({ why }) => why).join()).not.toContain("{");
  });

  test("takes a root of the customer's own for the grid, without switching the check off", () => {
    const plan = planOf("infoblox", RECORDS);
    expect(valueOf(plan, "provider.webhook.env: SSL_CERT_FILE")).toMatchObject({ kind: "known", value: expect.stringContaining("/etc/grid-root/ca.crt") as string });
    expect(valueOf(plan, "extraVolumes and provider.webhook.extraVolumeMounts")).toMatchObject({ kind: "known", value: expect.stringContaining("mounted as /etc/grid-root") as string });
    expect(plan.runbook.find(({ id }) => id === "step.external-dns[seed]")?.text).toContain("create configmap grid-root");
  });

  test("is mirrored where there is no internet, since no chart prints it", () => {
    const text = (service: string) => planFrom(changed(starterAnswers("air-gapped-bank"), { ...ANSWERS, ...RECORDS, "dns.automation": service })).runbook.find(({ id }) => id === "step.mirror")?.text ?? "";
    expect(text("infoblox")).toContain(IMAGE);
    expect(text("bind")).not.toContain("webhook");
  });

  test("of a service that is not listed is a placeholder; a built-in provider has none", () => {
    expect(valueOf(planOf("other", RECORDS), "provider.webhook.image.repository and tag")).toMatchObject({ kind: "known" });
    expect(planOf("other", RECORDS).settings.find(({ field }) => field === "provider.webhook.env")?.why).toContain("dns.example.net");
    expect(planOf("powerdns", RECORDS).settings.filter(({ field }) => field.startsWith("provider.webhook"))).toEqual([]);
  });
});

describe("names that only the inside sees", () => {
  const shown = (service: string, zone: string) => {
    const plan = planOf(service, { ...RECORDS, "dns.zone": zone, "dns.outside": false });
    const value = (id: string) => {
      const found = plan.settings.find((row) => row.id.endsWith(`dns.${id}[seed]`))?.value;
      return found?.kind === "known" ? found.value : undefined;
    };
    return [value("provider"), value("visibility"), plan.accounts.find(({ id }) => id === "account.external-dns")?.permissions[1]];
  };

  test.each([
    ["azuredns", "azure-private-dns", undefined, "Private DNS Zone Contributor on the private zone, and Reader on its resource group", "azure"],
    ["route53", "aws", "--aws-zone-type=private", expect.stringContaining("route53:ListHostedZones on *"), "aws"],
    ["clouddns", "google", "--google-zone-visibility=private", "roles/dns.admin on the private managed zone, and roles/dns.reader on its project, whose zones it lists", "google"],
  ])("%s: private zones have a provider or an argument of their own", (service, provider, argument, role, outside) => {
    for (const zone of ["private", "split"]) expect(shown(service, zone), zone).toEqual([provider, argument, role]);
    expect(shown(service, "public")).toEqual([outside, undefined, service === "route53" ? role : service === "azuredns" ? "DNS Zone Contributor on the zone, and Reader on its resource group" : "roles/dns.admin on the managed zone, and roles/dns.reader on its project, whose zones it lists"]);
  });

  test.each([
    ["azuredns", "the private zone", "the public zone"],
    ["route53", "the private hosted zone", "the public hosted zone"],
    ["clouddns", "the private managed zone", "the public managed zone"],
  ])("%s: of two zones of one name, each account changes its own", (service, inner, outer) => {
    const granted = (changes: Changes) => Object.fromEntries(planOf(service, { ...RECORDS, ...CHALLENGES, "dns.outside": false, ...changes }).accounts.map(({ id, permissions }) => [id, permissions]));
    const split = granted({ "dns.zone": "split" });
    expect(split["account.external-dns"]?.[0]).toBe(`List ${inner}; create, change and delete A, AAAA, CNAME and TXT records of ${DOMAIN} and below there`);
    expect(split["account.external-dns"]?.[1]).toContain(` on ${inner}`);
    expect(split["account.external-dns"]?.at(-1)).toBe(`Nothing on ${outer} of the same name`);
    expect(split["account.zone"]?.[1]).toContain(` on ${outer}`);
    expect(split["account.zone"]?.at(-1)).toBe(`Nothing on ${inner} of the same name`);
    expect(Object.values(granted({ "dns.zone": "public" })).flat().join()).not.toContain("Nothing on");
    const own = granted({ "dns.zone": "split", "certificates.issuance": "acme-dns01" });
    // The cert-manager of KKP 2.30 writes to public zones of Azure DNS alone.
    expect(own["account.zone"]?.join()).toContain(service === "azuredns" ? "DNS Zone Contributor on the public zone" : `${inner} or ${outer} of this name, whichever of the two your ACME server asks`);
  });

  describe("the zone to which cert-manager writes challenges", () => {
    const NEW = { "project.release": "2.31", "project.upgradeFrom": "none" };
    const zoneRow = (service: string, zone: string, changes: Changes = {}) => {
      const plan = planOf(service, { ...CHALLENGES, "dns.zone": zone, "dns.outside": false, ...changes });
      const row = plan.settings.find(({ id }) => id === "setting.certificates.solver-zone");
      return row && [row.field.replace("spec.acme.solvers[].dns01.", ""), row.value.kind === "known" ? row.value.value : row.value.kind];
    };
    const OWN = { "certificates.issuance": "acme-dns01", "certificates.acmeHost": "acme.example.com", "certificates.acmeBinding": false, "certificates.rootTrust": "public" };

    test.each<[string, string, Changes, readonly string[] | undefined]>([
      ["clouddns", "split", {}, ["cloudDNS.hostedZoneName", "example-com-public"]],
      ["clouddns", "split", OWN, ["cloudDNS.hostedZoneName", "example-com-public"]],
      ["clouddns", "split", { "dns.clouddnsZone": undefined }, ["cloudDNS.hostedZoneName", "open"]],
      ["clouddns", "public", {}, undefined],
      ["clouddns", "private", OWN, undefined],
      // Route 53 is given the id of the zone in every plan.
      ["route53", "split", {}, undefined],
      ["azuredns", "split", {}, undefined],
      ["azuredns", "split", NEW, undefined],
      ["azuredns", "private", { ...OWN, ...NEW }, ["azureDNS.zoneType", "AzurePrivateZone"]],
      ["azuredns", "split", { ...OWN, ...NEW }, ["azureDNS.zoneType", "<fill-in: AzurePrivateZone or AzurePublicZone, the kind of the zone that your ACME server asks>"]],
      ["azuredns", "private", OWN, undefined],
    ])("%s, %s, %o", (service, zone, changes, expected) => expect(zoneRow(service, zone, changes)).toEqual(expected));

    test("is asked for where two have one name, and for challenges alone", () => {
      const asked = (changes: Changes) => planOf("clouddns", { ...CHALLENGES, "dns.outside": false, "dns.clouddnsZone": undefined, ...changes }).openPoints.some(({ path }) => path === "dns.clouddnsZone");
      expect(asked({ "dns.zone": "split" })).toBe(true);
      expect(asked({ "dns.zone": "public" })).toBe(false);
      expect(asked({ "dns.zone": "split", "certificates.issuance": "supplied", ...RECORDS })).toBe(false);
    });

    const rights = (service: string, changes: Changes) => planOf(service, { ...CHALLENGES, "dns.outside": false, ...changes }).accounts.find(({ id }) => id === "account.zone")?.permissions[1];
    test("is all that its account may change", () => {
      expect(rights("clouddns", { "dns.zone": "split" })).toBe("roles/dns.admin on the public managed zone");
      expect(rights("clouddns", { "dns.zone": "public" })).toBe("roles/dns.admin on the managed zone, and roles/dns.reader on its project, whose zones it lists");
      expect(rights("azuredns", { "dns.zone": "private", ...OWN, ...NEW })).toBe("Private DNS Zone Contributor on the private zone");
      expect(rights("azuredns", { "dns.zone": "split", ...OWN, ...NEW })).toBe("DNS Zone Contributor on the public zone, or Private DNS Zone Contributor on the private zone, whichever of the two your ACME server asks");
    });

    test.each<[string, Changes, readonly string[]]>([
      ["inside only", { "dns.zone": "private", ...OWN }, ["blocker"]],
      ["split", { "dns.zone": "split", ...OWN }, ["warning"]],
      ["public", { "dns.zone": "public", ...OWN }, []],
      ["asked from the internet", { "dns.zone": "split" }, []],
      ["with the cert-manager of 2.31", { "dns.zone": "private", ...OWN, ...NEW }, []],
    ])("is out of reach at Azure DNS up to 2.30 where it is private: %s", (_case, changes, expected) => {
      const found = (service: string) => planOf(service, { ...CHALLENGES, "dns.outside": false, ...changes }).findings.filter(({ check }) => check === "certificates.private-zone-solver").map(({ severity }) => severity);
      expect(found("azuredns")).toEqual(expected);
      expect(found("clouddns")).toEqual([]);
    });
  });

  test("the webhook of DigitalOcean answers probes on the port that external-dns calls", () => {
    const row = planOf("digitalocean", RECORDS).settings.find(({ field }) => field.startsWith("provider.webhook.livenessProbe"));
    expect(row?.value).toEqual({ kind: "known", value: "8888" });
    expect(row?.why).toContain("the chart asks port 8080 of it, where nothing listens");
  });

  test.each([["cloudflare", "cloudflare"], ["digitalocean", "webhook"]])("%s: has no private zones, so people enter the records", (service, provider) => {
    for (const zone of ["private", "split"]) {
      const plan = planOf(service, { ...RECORDS, "dns.zone": zone, "dns.outside": false });
      expect(shown(service, zone)).toEqual([undefined, undefined, undefined]);
      expect(plan.runbook.filter(({ id }) => id.startsWith("step.external-dns"))).toEqual([]);
      expect(plan.runbook.find(({ id }) => id === "step.platform-names")?.title).toBe("Enter the records of the platform");
      expect(plan.checklist.find(({ id }) => id === "todo.records")?.title).toBe("7 DNS records entered");
    }
    expect(shown(service, "public")[0]).toBe(provider);
  });
});

describe("what external-dns is told of a service", () => {
  const rowsOf = (plan: Plan) => plan.settings.filter(({ object }) => object.startsWith("Helm values of external-dns"));
  const told = (plan: Plan) => rowsOf(plan).map(({ field, value }) => `${field} = ${value.kind === "known" ? value.value : value.kind}`);
  const stepOf = (plan: Plan) => plan.runbook.find(({ id }) => id === "step.external-dns[seed]");
  const fresh = { ...RECORDS, "project.upgradeFrom": "none" };
  const used = KNOWN.flatMap(([id, , , provider]) => (provider === undefined ? [] : [id]));

  test.each([
    ["bind", ["extraArgs = --rfc2136-host=ns1.example.com", "extraArgs = --rfc2136-port=53", "extraArgs = --rfc2136-zone=example.com", "extraArgs = --rfc2136-tsig-keyname=kkp-update", "extraArgs = --rfc2136-tsig-secret-alg=hmac-sha256", "extraArgs = --rfc2136-tsig-axfr"]],
    ["powerdns", ["extraArgs = --pdns-server=http://pdns.example.com:8081", "env: EXTERNAL_DNS_PDNS_API_KEY = valueFrom.secretKeyRef: powerdns-credentials, key api-key"]],
    ["azuredns", ["extraArgs = --azure-subscription-id=platform-dns", "extraArgs = --azure-resource-group=rg-dns", "extraVolumeMounts = mountPath: /etc/kubernetes, readOnly"]],
    ["clouddns", ["extraArgs = --google-project=example-dns"]],
    ["route53", ["env: AWS_SECRET_ACCESS_KEY = valueFrom.secretKeyRef: route53-credentials, key secret-access-key"]],
    ["cloudflare", ["env: CF_API_TOKEN = valueFrom.secretKeyRef: cloudflare-credentials, key api-token"]],
    ["digitalocean", ["provider.webhook.env: DO_DOMAIN_FILTER = example.com"]],
  ])("%s: server, zone and account", (service, rows) => expect(told(planOf(service, fresh))).toEqual(expect.arrayContaining(rows)));

  test.each(used)("%s: the Secret of the credential is in the table, named by the values, and there before the chart", (service) => {
    const plan = planOf(service, fresh);
    const { secret } = dnsServices.find(({ id }) => id === service)?.externalDns ?? {};
    if (!secret) throw new Error(`${service} has no Secret`);
    const { commands = [], text = "" } = stepOf(plan) ?? {};
    const at = (part: string) => commands.findIndex((line) => line.includes(part));
    expect(at("create namespace external-dns")).toBeGreaterThan(-1);
    expect(at(`create secret generic ${secret.name} `)).toBeGreaterThan(at("create namespace external-dns"));
    expect(at("helm upgrade")).toBeGreaterThan(at(`create secret generic ${secret.name} `));
    expect(text).toContain(secret.name);
    expect(plan.secrets.find(({ id }) => id === "secret.records")?.files).toEqual([`Secret external-dns/${secret.name} of seed`]);
    const named = rowsOf(plan).map(({ value, why }) => `${value.kind === "known" ? value.value : ""} ${why}`).filter((words) => words.includes(secret.name)).join("; ");
    expect(named).not.toBe("");
    // A key that a whole file stands under is found where the Secret is mounted.
    for (const key of Object.keys(secret.keys ?? {})) expect(rowsOf(plan).some(({ value, why }) => `${value.kind === "known" ? value.value : ""} ${why}`.includes(key)), key).toBe(true);
  });

  test("the Secret stays as it is on an upgrade, where a command looks for it", () => {
    const step = stepOf(planOf("powerdns", { ...RECORDS, "project.release": "2.30", "project.upgradeFrom": "2.29" }));
    expect(step?.commands.some((line) => line.includes("create secret"))).toBe(false);
    expect(step?.commands[1]).toBe("kubectl -n external-dns get secret powerdns-credentials");
  });

  test("an answer that is missing leaves a hole in its row", () => {
    const plan = planOf("powerdns", { ...fresh, "dns.powerdnsHost": undefined });
    expect(told(plan)).toContain("extraArgs = open");
    expect(plan.openPoints.map(({ path }) => path)).toContain("dns.powerdnsHost");
  });

  test("a wildcard gets a mark whose name services take", () => {
    expect(told(planOf("bind", fresh))).toContain("extraArgs = --txt-wildcard-replacement=any");
    expect(told(planOf("bind", { ...fresh, "loadBalancer.exposeStrategy": "LoadBalancer" }))).not.toContain("extraArgs = --txt-wildcard-replacement=any");
  });

  test("marks of the top of the zone stay inside of it", () => {
    expect(told(planOf("bind", fresh)).join()).not.toContain("txtPrefix");
    expect(told(planOf("bind", { ...fresh, "dns.zoneName": DOMAIN }))).toContain("txtPrefix = kkp-%{record_type}.");
  });

  test("an upgrade keeps the owner and the names of the marks that are there", () => {
    const changes = { ...RECORDS, "project.release": "2.31", "project.upgradeFrom": "2.30", "dns.zoneName": DOMAIN };
    const rows = told(planOf("bind", changes));
    expect(rows.filter((row) => row.startsWith("txt"))).toEqual([
      "txtOwnerId = <fill-in: that of the installed external-dns, or kkp-seed where none is installed>",
      "txtPrefix, txtSuffix and extraArgs: --txt-wildcard-replacement = <fill-in: those of the installed external-dns, as far as it has them>",
    ]);
    expect(rows.join()).not.toMatch(/= (kkp-|--txt)/);
    const plan = planOf("bind", changes);
    expect(stepOf(plan)?.commands).toContain("helm -n external-dns get values external-dns --all");
    expect(plan.runbook.some(({ text }) => text.includes(`${DOMAIN} is the top of the zone: it moves by itself only where txtPrefix`))).toBe(true);
    expect(planOf("bind", { ...changes, "dns.zoneName": "example.com" }).runbook.some(({ text }) => text.includes("is the top of the zone"))).toBe(false);
  });

  test("Route 53 grants what both programs call, beside the zone as well", () => {
    const plan = planOf("route53", { ...fresh, ...CHALLENGES });
    const rights = (id: string) => plan.accounts.find((account) => account.id === id)?.permissions.join("; ");
    expect(rights("account.external-dns")).toMatch(/ListHostedZones on \*/);
    expect(rights("account.zone")).toMatch(/ListResourceRecordSets on the hosted zone; route53:GetChange on arn:aws:route53:::change\/\*/);
  });

  test("a key for updates reads the zone as well", () => {
    expect(planOf("rfc2136", fresh).accounts.find(({ id }) => id === "account.external-dns")).toMatchObject({ where: "Your server for RFC 2136 updates", permissions: [expect.any(String), "Transfer of the zone (AXFR) with the same key"] });
  });
});

describe("what cert-manager is told of a service", () => {
  const told = (service: string) =>
    planOf(service, CHALLENGES).settings.flatMap(({ object, field, value }) => (object === "ClusterIssuer platform" && field.startsWith("spec.acme.solvers[].dns01.") ? [`${field.replace("spec.acme.solvers[].dns01.", "")} = ${value.kind === "known" ? value.value : value.kind}`] : []));
  const BY_UPDATE = ["rfc2136.nameserver = ns1.example.com:53", "rfc2136.tsigKeyName = kkp-update", "rfc2136.tsigAlgorithm = HMACSHA256", "rfc2136.tsigSecretSecretRef = rfc2136-key, key tsig-secret"];

  /** Fields of the solver as cert-manager and the webhooks publish them, with the answers of this plan; all of them, and no others. */
  test.each<[string, readonly string[]]>([
    ["none", []],
    ["bind", BY_UPDATE],
    ["rfc2136", BY_UPDATE],
    ["powerdns", [`webhook.groupName = acme.${DOMAIN}`, "webhook.solverName = pdns", "webhook.config.host = http://pdns.example.com:8081", "webhook.config.apiKeySecretRef = powerdns-credentials, key api-key"]],
    ["infoblox", [`webhook.groupName = acme.${DOMAIN}`, "webhook.solverName = infoblox-wapi", "webhook.config.host = grid.example.com", "webhook.config.sslVerify = true", "webhook.config.view = <fill-in: DNS view of the zone, from the DNS team>", "webhook.config.usernameSecretRef and passwordSecretRef = infoblox-credentials, keys username and password"]],
    ["route53", ["route53.hostedZoneID = Z0123456789EXAMPLE", "route53.region = us-east-1", "route53.accessKeyIDSecretRef and secretAccessKeySecretRef = route53-credentials, keys access-key-id and secret-access-key"]],
    ["azuredns", ["azureDNS.subscriptionID = platform-dns", "azureDNS.resourceGroupName = rg-dns", "azureDNS.clientID and tenantID = <fill-in: those of the service principal, from the DNS team>", "azureDNS.clientSecretSecretRef = azuredns-credentials, key client-secret"]],
    ["clouddns", ["cloudDNS.project = example-dns", "cloudDNS.serviceAccountSecretRef = clouddns-credentials, key key.json"]],
    ["cloudflare", ["cloudflare.apiTokenSecretRef = cloudflare-credentials, key api-token"]],
    ["digitalocean", ["digitalocean.tokenSecretRef = digitalocean-credentials, key access-token"]],
    ["akamai", ["akamai.serviceConsumerDomain = akab-example.luna.akamaiapis.net", "akamai.clientTokenSecretRef, clientSecretSecretRef and accessTokenSecretRef = akamai-credentials, keys client-token, client-secret and access-token"]],
    ["acmedns", ["acmeDNS.host = https://acme-dns.example.com", "acmeDNS.accountSecretRef = acme-dns-accounts, key acmedns.json", "cnameStrategy = Follow"]],
    ["other", ["webhook.groupName and solverName = as the webhook's own documentation says", "webhook.config = <fill-in: what its documentation asks for, from whoever keeps the webhook>"]],
  ])("%s: server, zone and credential, field by field", (service, rows) => expect(told(service)).toEqual(rows));

  test("each service has its row above", () => expect(dnsServices.length).toBe(13));
});

test("PowerDNS of the inner view takes the records, the other the challenges", () => {
  const plan = planOf("powerdns", { ...RECORDS, ...CHALLENGES, "dns.zone": "split", "dns.powerdnsHost": "pdns.example.com", "dns.powerdnsRecordsHost": "pdns-inside.example.com" });
  const values = plan.settings.flatMap(({ value }) => (value.kind === "known" && value.value.includes("http://pdns") ? [value.value] : []));
  expect(values.toSorted()).toEqual(["--pdns-server=http://pdns-inside.example.com:8081", "http://pdns.example.com:8081"]);
  expect(plan.firewall.flows.filter(({ destination }) => destination === "records-server").map(({ refs, ports }) => `${refs.join()} ${ports}`)).toEqual(["D1 8081"]);
  expect(planOf("powerdns", { ...RECORDS, ...CHALLENGES, "dns.zone": "split" }).openPoints.map(({ path }) => path)).toContain("dns.powerdnsRecordsHost");
  expect(planOf("powerdns", { ...RECORDS, ...CHALLENGES, "dns.zone": "private" }).openPoints.map(({ path }) => path)).not.toContain("dns.powerdnsRecordsHost");
});

describe.each(["bind", "rfc2136"])("external-dns and cert-manager both send updates to %s", (service) => {
  const told = (changes: Changes) => {
    const plan = planOf(service, { ...RECORDS, ...CHALLENGES, "dns.recordsKey": undefined, ...changes });
    const valueOf = (part: string) => plan.settings.flatMap(({ field, value }) => (value.kind === "known" && `${field} ${value.value}`.includes(part) ? [value.value] : []))[0];
    return { plan, host: valueOf("--rfc2136-host="), key: valueOf("--rfc2136-tsig-keyname="), challenges: [valueOf("rfc2136.nameserver"), valueOf("rfc2136.tsigKeyName")] };
  };
  const asked = (plan: Plan) => plan.openPoints.map(({ path }) => path).filter((path) => path.startsWith("dns.records"));

  test("each has a key of its own, for one name has one key", () => {
    expect(asked(told({}).plan)).toEqual(["dns.recordsKey"]);
    const { key, host, challenges, plan } = told({ "dns.recordsKey": "kkp-records" });
    expect([host, key]).toEqual(["--rfc2136-host=ns1.example.com", "--rfc2136-tsig-keyname=kkp-records"]);
    expect(challenges).toEqual(["ns1.example.com:53", "kkp-update"]);
    expect(plan.accounts.find(({ id }) => id === "account.external-dns")?.permissions).toContain("The TSIG key kkp-records, beside the key kkp-update of cert-manager");
  });

  test("in a zone with two views external-dns may write to another server", () => {
    expect(asked(told({ "dns.zone": "split" }).plan).toSorted()).toEqual(["dns.recordsKey", "dns.recordsServer"]);
    const { key, host, challenges, plan } = told({ "dns.zone": "split", "dns.recordsKey": "kkp-records", "dns.recordsServer": "ns-inside.example.com" });
    expect([host, key]).toEqual(["--rfc2136-host=ns-inside.example.com", "--rfc2136-tsig-keyname=kkp-records"]);
    expect(challenges).toEqual(["ns1.example.com:53", "kkp-update"]);
    const rowsTo = (end: string) => plan.firewall.flows.filter(({ destination }) => destination === end).map(({ refs, protocol, ports }) => `${refs.join()} ${protocol} ${ports}`);
    const addressesOf = (end: string) => plan.firewall.endpoints.find(({ id }) => id === end)?.addresses;
    expect(addressesOf("zone-server")).toEqual([{ kind: "known", value: "ns1.example.com" }]);
    expect(addressesOf("records-server")).toEqual([{ kind: "known", value: "ns-inside.example.com" }]);
    expect([rowsTo("zone-server"), rowsTo("records-server")]).toEqual([["E21 TCP and UDP 53"], ["D1 TCP and UDP 53"]]);
    const same = told({ "dns.zone": "split", "dns.recordsKey": "kkp-records", "dns.recordsServer": "ns1.example.com" }).plan.firewall;
    expect(same.endpoints.some(({ id }) => id === "records-server")).toBe(false);
    expect(same.flows.filter(({ destination }) => destination === "zone-server").flatMap(({ refs }) => refs).toSorted()).toEqual(["D1", "E21"]);
  });

  test("alone it takes the server and the key that are asked for", () => {
    const { plan, host, key } = told({ "certificates.issuance": "supplied", "dns.zone": "split" });
    expect(asked(plan)).toEqual([]);
    expect([host, key]).toEqual(["--rfc2136-host=ns1.example.com", "--rfc2136-tsig-keyname=kkp-update"]);
  });
});

test.each([
  ["ns1.example.com", "ns1.example.com:53"],
  ["2001:db8:9::53", "[2001:db8:9::53]:53"],
])("cert-manager is told %s as %s", (server, nameserver) => {
  const plan = planOf("bind", { ...CHALLENGES, ...RECORDS, "dns.updateServer": server });
  expect(plan.settings.find(({ field }) => field.endsWith("rfc2136.nameserver"))?.value).toEqual({ kind: "known", value: nameserver });
});
