import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../../testing/reference.ts";

const MANAGED: Changes = { "access.service": "managed", "access.serviceNetworks": ["10.99.0.0/24"], "access.alertReceiver": "mail.example.com", "access.alertPort": 587 };
const plan = (changes: Changes = {}) => referencePlan({ ...MANAGED, ...changes });
const rows = (changes: Changes = {}) => plan(changes).firewall.flows.filter(({ refs }) => refs.some((ref) => ref.startsWith("M"))).map(({ source, destination, ports }) => `${source} → ${destination} ${ports}`);

const alertRows = (changes: Changes) => plan(changes).firewall.flows.filter(({ refs }) => refs.includes("M2")).map(({ source, destination, ports, reason }) => `${source} → ${destination} ${ports} ${reason}`);

describe.each([
  ["slack", {}, "Slack", "hooks.slack.com"],
  ["pagerduty", { "access.alertRegion": "us" }, "PagerDuty", "events.pagerduty.com"],
  ["opsgenie", { "access.alertRegion": "eu" }, "Opsgenie", "api.eu.opsgenie.com"],
])("alerts through %s", (form, region, title, host) => {
  const changes: Changes = { "access.service": "self", "access.alertForm": form, ...region };

  test("have a row and a box of their own", () => {
    expect(alertRows(changes)).toEqual([`nodes[seed] → alerts 443 Alertmanager tells whoever is on duty through ${title}`]);
    expect(plan(changes).firewall.endpoints.find(({ id }) => id === "alerts")).toMatchObject({ title, addresses: [{ kind: "known", value: host }] });
  });

  test("go to the proxy where only that leads out, which the values name", () => {
    const proxied: Changes = { ...changes, "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 };
    expect(alertRows(proxied)).toEqual([`nodes[seed] → proxy[main] 3128 Alertmanager tells whoever is on duty through ${title}`]);
    expect(plan(proxied).firewall.flows.find(({ id }) => id === "flow.alerts[seed]")?.why).toContain("sends from its nodes, through the proxy of Frankfurt, which its own configuration names;");
  });

  test("have none where nothing leads out", () => expect(alertRows({ ...changes, "network.places.main.internet": "offline" })).toEqual([]));
});

describe("a managed service", () => {
  test("comes in by the bastion and opens the interfaces, and alerts go out", () => {
    expect(rows()).toEqual(["service-engineers → bastion[main] 22", "service-engineers → entry[seed] 443", "nodes[seed] → alerts 587"]);
  });

  test("reaches machines and Kubernetes API itself where there is no bastion", () => {
    expect(rows({ "access.bastion": false })).toEqual(["service-engineers → entry[seed] 443", "service-engineers → nodes[seed] 22", "service-engineers → api[seed] 6443", "nodes[seed] → alerts 587"]);
    expect(rows({ "access.bastion": false, "infrastructure.clusters.seed.provisioning": "managed", "infrastructure.clusters.seed.apiPort": 443 })).toEqual(["service-engineers → entry[seed] 443", "service-engineers → api[seed] 443", "nodes[seed] → alerts 587"]);
  });

  test("comes when the platform runs: no row of it is for the installation alone", () => {
    for (const bastion of [true, false]) {
      const own = plan({ "access.bastion": bastion, "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "kkp" }).firewall.flows.filter(({ refs }) => refs.some((ref) => ref.startsWith("M")));
      expect(own.length).toBeGreaterThan(3);
      expect([...new Set(own.map(({ lifetime }) => lifetime))]).toEqual(["operation"]);
    }
  });

  test("names its networks and the receiver, which are open with an owner while nobody does", () => {
    const addresses = (changes: Changes = {}) => Object.fromEntries(plan(changes).firewall.endpoints.filter(({ id }) => id === "service-engineers" || id === "alerts").map(({ id, addresses: shown }) => [id, shown]));
    expect(addresses()).toEqual({ "service-engineers": [{ kind: "known", value: "10.99.0.0/24" }], alerts: [{ kind: "known", value: "mail.example.com" }] });
    const open = plan({ "access.serviceNetworks": undefined, "access.alertReceiver": undefined, "access.alertPort": undefined });
    expect(addresses({ "access.serviceNetworks": undefined, "access.alertReceiver": undefined })).toEqual({ "service-engineers": [{ kind: "open", question: "access.serviceNetworks" }], alerts: [{ kind: "open", question: "access.alertReceiver" }] });
    expect(open.openPoints.filter(({ path }) => /serviceNetworks|alert/.test(path)).map(({ path, team }) => `${path} ${team}`)).toEqual(["access.serviceNetworks security", "access.alertReceiver platform", "access.alertPort platform"]);
  });

  test.each<[string, Changes, readonly string[]]>([
    ["sends its browsers where it stands", { "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "kkp" }, ["service-engineers → identity 443"]],
    ["stands on the internet", { "authentication.connector": "github" }, []],
    ["is asked by Dex alone", {}, []],
  ])("logs in as everybody does: the source %s", (_name, changes, expected) => {
    const logins = plan(changes).firewall.flows.filter(({ id }) => id.startsWith("flow.service-login"));
    expect(logins.map(({ refs, source, destination, ports }) => `${source} → ${destination} ${ports}${refs.join() === "M1" ? "" : refs.join()}`)).toEqual(expected);
    for (const { why } of logins) expect(why).toBe("The entry sends their browsers there for the login, and rows for users need not name the networks that they come from.");
  });

  test("logs in to user clusters of a Seed at the issuer of that Seed, where it stands inside", () => {
    const rowsOf = (changes: Changes) =>
      planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...MANAGED, "authentication.clusters.azure-seed.ownIssuer": "login.example.com", "authentication.clusters.azure-seed.ownIssuerPort": 8443, ...changes })).firewall.flows.filter(({ id }) => id.startsWith("flow.service-own-login")).map(({ id, refs, source, destination, ports }) => `${id} ${refs.join()} ${source} → ${destination} ${ports}`);
    expect(rowsOf({})).toEqual(["flow.service-own-login[azure-seed] M1 service-engineers → seed-issuer[azure-seed] 8443"]);
    expect(rowsOf({ "access.service": "self" })).toEqual([]);
  });

  test("reaches no login where the own team runs the platform", () => {
    const own = { "access.service": "self", "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "kkp" };
    expect(plan(own).firewall.flows.filter(({ source }) => source === "service-engineers")).toEqual([]);
  });

  test("gets no alert without monitoring, and no engineer of a service any row where the own team runs the platform", () => {
    expect(rows({ "monitoring.mla": false })).toEqual(["service-engineers → bastion[main] 22", "service-engineers → entry[seed] 443"]);
    expect(rows({ "access.service": "self" })).toEqual(["nodes[seed] → alerts 587"]);
    expect(plan({ "access.service": "self" }).firewall.endpoints.some(({ id }) => id === "service-engineers")).toBe(false);
    expect(rows({ "access.service": "self", "access.alertForm": "none" })).toEqual([]);
  });

  test("has alerts taken by a service on the internet, whose host every master and Seed reaches", () => {
    const paged = plan({ "access.alertForm": "pagerduty", "access.alertRegion": "eu" });
    expect(alertRows({ "access.alertForm": "pagerduty", "access.alertRegion": "eu" })).toEqual(["nodes[seed] → alerts 443 Alertmanager tells whoever is on duty at the managed service through PagerDuty"]);
    expect(paged.firewall.endpoints.find(({ id }) => id === "alerts")).toMatchObject({ title: "PagerDuty", addresses: [{ kind: "known", value: "events.eu.pagerduty.com" }] });
    expect(paged.firewall.flows.find(({ id }) => id === "flow.alerts[seed]")?.why).toBe("Alertmanager runs on seed itself and sends from its nodes; while the way is closed, its alerts reach nobody.");
    expect(paged.firewall.external.filter(({ host }) => host.endsWith("pagerduty.com"))).toMatchObject([{ source: "nodes[seed]", host: "events.eu.pagerduty.com", ports: "443", purpose: "Alerts through PagerDuty", why: "Alertmanager on seed tells whoever is on duty at the managed service through PagerDuty; closed, its alerts reach nobody." }]);
  });
});
