import { describe, expect, test } from "vitest";
import { isAsked, type Answers } from "../../answers/answers.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referenceAnswers, referencePlan, type Changes, HELD_BEFORE } from "../../testing/reference.ts";
import { asUpgrade } from "../../../../tests/support/as-upgrade.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const DOMAIN = "kubermatic.example.com";

const rows = (answers: Answers, wanted: (row: { need: string; view: string }) => boolean = () => true) =>
  planFrom(answers).dns.records.filter(wanted).map(({ name, type, target }) => `${name} ${type} ${target.kind === "known" ? target.value : target.kind === "later" ? target.who : "open"}`);
const required = (changes: Changes = {}) => rows(referenceAnswers(changes), ({ need, view }) => need === "required" && view === "any");

const BASE = [
  `${DOMAIN} A 10.20.30.1`,
  `prometheus.${DOMAIN} A 10.20.30.1`,
  `grafana.${DOMAIN} A 10.20.30.1`,
  `alertmanager.${DOMAIN} A 10.20.30.1`,
  `*.seed.${DOMAIN} A 10.20.30.2`,
  `grafana.seed.${DOMAIN} A 10.20.30.1`,
  `alertmanager.seed.${DOMAIN} A 10.20.30.1`,
];
const SEED = BASE.slice(4);

describe("the reference setup", () => {
  test("needs seven records", () => expect(required()).toEqual(BASE));

  test("is recommended a name for the API", () => {
    expect(rows(referenceAnswers(), ({ need }) => need === "recommended")).toEqual([`kube-api.${DOMAIN} A 10.20.0.10`]);
  });

  test("says that the wildcard would catch the Seed's interfaces", () => {
    const [grafana] = planFrom(referenceAnswers()).dns.records.filter(({ id }) => id === "record.seed-grafana[seed]");
    expect(grafana?.why).toBe(
      `*.seed.${DOMAIN} would catch this name and lead it to the nodeport-proxy at 10.20.30.2; an explicit record wins over a wildcard.`,
    );
  });
});

describe("variations", () => {
  test("a wildcard for the platform leaves five", () => {
    expect(required({ "dns.platformNames": "wildcard" })).toEqual([BASE[0], `*.${DOMAIN} A 10.20.30.1`, ...SEED]);
  });

  test("LoadBalancer needs no wildcard for the Seed, and keeps both explicit records", () => {
    expect(required({ "loadBalancer.exposeStrategy": "LoadBalancer" })).toEqual(BASE.filter((row) => !row.startsWith("*")));
  });

  test.each<[string, Changes]>([
    ["which strategy the Seed has", { "loadBalancer.departures": ["seeds"], "loadBalancer.clusters.seed.exposeStrategy": undefined }],
    ["whether the zone takes wildcards for Seeds", { "dns.seedWildcard": undefined }],
  ])("explicit records stand while it is open %s", (_name, open) => {
    expect(required(open)).toEqual(BASE.filter((row) => !row.startsWith("*")));
    const why = planFrom(referenceAnswers(open)).dns.records.find(({ id }) => id === "record.seed-grafana[seed]")?.why;
    expect(why).toBe(`Whether a wildcard answers below seed.${DOMAIN} is open, and grafana.seed.${DOMAIN} has a record of its own either way.`);
  });

  test("Tunneling keeps it", () => expect(required({ "loadBalancer.exposeStrategy": "Tunneling" })).toEqual(BASE));

  test("no wildcard anywhere drops it", () => expect(required({ "dns.seedWildcard": false })).toEqual(BASE.filter((row) => !row.startsWith("*"))));

  test("an upgrade leads everything to the new entry", () => {
    const upgraded = required({ "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE });
    expect(upgraded).toEqual(BASE.map((row) => row.replace("10.20.30.1", "10.20.30.3")));
  });

  test("a renamed Seed carries its name, an overwrite replaces it", () => {
    const renamed = { "infrastructure.clusters.seed.name": "kubermatic" };
    expect(required(renamed)).toEqual(BASE.map((row) => row.replace(".seed.", ".kubermatic.")));
    expect(required({ ...renamed, "dns.clusters.seed.seedDnsOverwrite": "seed" })).toEqual(BASE);
    expect(required({ ...renamed, "dns.clusters.seed.seedDnsOverwrite": "self.seed" })).toEqual(BASE.map((row) => row.replace(".seed.", ".self.seed.").replace("*.seed.", "*.self.seed.")));
  });

  test("HTTP-01 publishes all six names, at the stated address once somebody has stated it", () => {
    const publicRows = (changes: Changes) => rows(referenceAnswers({ "certificates.issuance": "http01", ...changes }), ({ view }) => view === "public");
    const at = (address: string) => BASE.filter((row) => !row.startsWith("*")).map((row) => row.replace("10.20.30.1", address));
    expect(publicRows({})).toEqual(at("open"));
    expect(publicRows({ "certificates.publicAddress": "203.0.113.9" })).toEqual(at("203.0.113.9"));
    expect(publicRows({ "certificates.publicAddress": "2001:db8::9" })[0]).toBe(`${DOMAIN} AAAA 2001:db8::9`);
  });
});

test("names can be asked for before the addresses are known", () => {
  expect(required({ "loadBalancer.clusters.seed.pool": undefined })).toEqual(BASE.map((row) => row.replace(/10\.20\.30\.\d/, "open")));
});

test("a Seed in Azure adds three records, each waiting for Azure", () => {
  const added = rows(starterAnswers("vsphere-plus-azure-seed"), ({ need }) => need === "required").filter((row) => row.includes("azure"));
  expect(added).toEqual([`*.azure-seed.${DOMAIN} A Azure`, `grafana.azure-seed.${DOMAIN} A Azure`, `alertmanager.azure-seed.${DOMAIN} A Azure`]);
});

test("Azure workers of the Seed in Frankfurt add none", () => {
  expect(rows(starterAnswers("vsphere-plus-azure"))).toEqual(rows(referenceAnswers()));
});

test("the proof of concept has two that it needs, and one for the load balancer that KubeOne's example makes before the API", () => {
  expect(rows(starterAnswers("proof-of-concept"), ({ need }) => need === "required")).toEqual(["poc.example.com A Hetzner Cloud", "*.kubermatic.poc.example.com A Hetzner Cloud"]);
  expect(rows(starterAnswers("proof-of-concept"), ({ need }) => need === "recommended")).toEqual(["kube-api.poc.example.com A Hetzner Cloud"]);
});

test("with Tunneling nobody enters a single user cluster beside the wildcard", () => {
  const why = (changes: Changes) => referencePlan(changes).dns.records.find(({ id }) => id === "record.seed-wildcard[seed]")?.why;
  expect(why({ "loadBalancer.exposeStrategy": "Tunneling" })).toContain("A record of its own for one user cluster would hide the names below it");
  expect(why({})).not.toContain("would hide");
});

test("the outer view needs records of its own only where the entry is private", () => {
  const outside = { "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.5" };
  const outer = (answers: Answers) => rows(changed(answers, outside), ({ view }) => view === "public");
  expect(outer(referenceAnswers())).toHaveLength(6);
  expect(outer(starterAnswers("aws-single-region"))).toEqual([]);
  expect(isAsked(dns.plan.publicEntry, changed(referenceAnswers(), outside))).toBe(true);
  expect(isAsked(dns.plan.publicEntry, changed(starterAnswers("aws-single-region"), outside))).toBe(false);
});

test("nobody enters what external-dns writes, whose records it leaves alone once they are there", () => {
  const driven = { "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9" };
  const when = (changes: Changes) => referencePlan({ ...driven, ...changes }).dns.records.filter(({ need }) => need === "required").map((record) => `${record.by ?? "people"}: ${record.when}`);
  expect([...new Set(when({}))]).toEqual([
    "external-dns: When external-dns runs, and not before: it leaves alone what it did not write",
    "people: Any time; it opens when the firewall leads the public address to the entry",
  ]);
  expect(when({ "project.upgradeFrom": "2.29" })).toContain("external-dns: It is there, and the upgrade leaves it");
  expect([...new Set(when({ "dns.externalDns": false, "dns.zone": "private" }))]).toEqual(["people: Any time, the address is fixed by this plan"]);
});

test("nobody outside looks the Kubernetes API up, to which no row leads from there", () => {
  const split = planFrom(changed(starterAnswers("aws-single-region"), { "dns.zone": "split", "dns.outside": true, "dns.automation": "route53", "dns.externalDns": true, "loadBalancer.clusters.seed.apiEndpoint": "provider" }));
  const seen = (end: string) => split.dns.records.filter((record) => record.end === end).map(({ seenBy, views }) => [seenBy, views]);
  expect(seen("api")).toEqual([[{ kind: "known", value: "your networks" }, { kind: "known", value: "inner" }]]);
  expect(seen("entry")[0]).toEqual([{ kind: "known", value: "everybody" }, { kind: "known", value: "both" }]);
});

describe("challenges by acme-dns", () => {
  const ACME = { "certificates.issuance": "dns01", "dns.automation": "acmedns", "dns.zone": "public" };
  const challenges = (changes: Changes) => planFrom(referenceAnswers(changes)).dns.records.filter(({ id }) => id.startsWith("record.challenge"));

  test("one CNAME for each host, whatever a file says of wildcards", () => {
    const names = ["kubermatic", "prometheus.kubermatic", "grafana.kubermatic", "alertmanager.kubermatic", "grafana.seed.kubermatic", "alertmanager.seed.kubermatic"];
    for (const more of [{}, { "certificates.names": "wildcard" }]) {
      expect(challenges({ ...ACME, ...more }).map(({ name, type, target, view }) => [name, type, target.kind, view])).toEqual(names.map((name) => [`_acme-challenge.${name}.example.com`, "CNAME", "later", "public"]));
    }
  });

  test("nothing where cert-manager changes the zone itself, or meets no challenge", () => {
    expect(challenges({ ...ACME, "dns.automation": "rfc2136" })).toEqual([]);
    expect(challenges({})).toEqual([]);
  });
});

test("on an upgrade, names of a Seed's interfaces move with its entry", () => {
  const { dns } = planFrom(asUpgrade(starterAnswers("telco-cilium-bgp"), { "project.upgradeFrom": "2.30" }));
  expect(dns.records.find(({ name }) => name === "grafana.seed-north.kkp.telco.example.com")?.when).toBe("At the switch to the new entry; until then the name leads to 10.31.40.2");
  expect(dns.records.find(({ name }) => name === "*.seed-north.kkp.telco.example.com")?.when ?? "").not.toContain("switch");
});

test("an upgrade enters no record again whose address it leaves alone", () => {
  const when = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes)).dns.records.filter(({ name }) => name.includes("azure-seed")).map((row) => row.when);
  expect(when({})[0]).toBe("After azure-seed is added, when Azure has given its nodeport-proxy its address");
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
  expect(when({ ...upgrade, "loadBalancer.entryBefore": "gateway" })).toEqual([...Array.from({ length: 3 }, () => "It is there, and the upgrade leaves it"), "Any time, the API has its address"]);
  const [wildcard, ...interfaces] = when({ ...upgrade, "loadBalancer.entryBefore": "nginx" });
  expect(wildcard).toBe("It is there, and the upgrade leaves it");
  for (const one of interfaces.slice(0, 2)) expect(one).toContain("At the switch to the new entry");
});

test("who enters the records is told as an assumption where a program could and nobody has said whether it does", () => {
  const said = (changes: Changes) => planFrom(referenceAnswers({ "dns.automation": "rfc2136", ...changes })).assumptions.find(({ path }) => path === "dns.externalDns")?.sentence;
  expect(said({})).toBe("KKP brings no external-dns and writes no record itself, so people enter them all.");
  expect(said({ "dns.externalDns": false })).toBeUndefined();
  expect(said({ "dns.automation": "none" })).toBeUndefined();
});

test("nobody enters records in place of an external-dns that waits for who sees the zone", () => {
  const plan = (changes: Changes) => referencePlan({ "dns.automation": "cloudflare", "dns.externalDns": true, ...changes });
  const ids = ({ runbook, checklist, accounts }: ReturnType<typeof plan>) => [...runbook.map(({ id }) => id), ...checklist.map(({ id }) => id), ...accounts.map(({ id }) => id)].filter((id) => /external-dns|names|records/.test(id) && !id.startsWith("waiting."));
  const open = plan({ "dns.zone": undefined });
  expect(ids(open)).toEqual([]);
  expect(open.dns.records.length).toBe(plan({ "dns.zone": "private" }).dns.records.length);
  const [point] = open.openPoints.filter(({ path }) => path === "dns.zone");
  expect(JSON.stringify(point)).toContain("external-dns");
  expect(ids(plan({ "dns.zone": "public" }))).toContain("account.external-dns");
  expect(ids(plan({ "dns.zone": "private" }))).toContain("step.platform-names");
});

test("the name of the Kubernetes API stands while its address is open, and waits for it", () => {
  const path = "loadBalancer.clusters.seed.apiAddress";
  const { dns, openPoints } = referencePlan({ [path]: undefined });
  expect(dns.records.find(({ id }) => id === "record.kubernetes-api[seed]")).toMatchObject({ type: "A", target: { kind: "open", question: path }, need: "recommended", when: "When the address is known" });
  expect(openPoints.find((point) => point.path === path)?.waiting).toContain("Record of the Kubernetes API");
});

test("a Gateway of the customer has an address, whatever load balancers of its cloud answer with", () => {
  const own = changed(starterAnswers("aws-single-region"), { "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public" });
  expect(rows(own)).toEqual(["kkp.example.com A open", "grafana.kkp.example.com A open", "*.kubermatic.kkp.example.com CNAME AWS", "kube-api.kkp.example.com CNAME AWS"]);
});
