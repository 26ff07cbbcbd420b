import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const MANAGED: Changes = { "project.upgradeFrom": "none", "access.service": "managed", "access.alertReceiver": "mail.example.com", "access.alertPort": 587, "access.alertForm": "mail", "access.alertLogin": true };
const plan = (changes: Changes = {}) => referencePlan({ ...MANAGED, ...changes });
const rows = (changes: Changes = {}) => plan(changes).settings.filter(({ field }) => field.startsWith("alertmanager.config"));
const value = (changes: Changes = {}) => rows(changes).map(({ value: found }) => (found.kind === "known" ? found.value : found))[0];

const PEOPLE = "to <fill-in: mail address of whoever is on duty, from the managed service>, from <fill-in: mail address of the platform, which the mail server lets through>";

describe("whom Alertmanager tells", () => {
  test("stands in the values of the stack, in place of the channel of Slack, and keeps what the route of the chart names", () => {
    expect(rows()).toMatchObject([
      {
        object: "seed/values-seed-mla.yaml",
        field: "alertmanager.config.receivers",
        why: "The chart would tell a channel of Slack without keys, and no alert would reach whoever is on duty at the managed service; the list is replaced as a whole, and the route of the chart goes on sending to blackhole what nobody is told.",
      },
    ]);
    expect(value()).toBe(`name blackhole; name default, email_configs: smarthost mail.example.com:587, ${PEOPLE}, auth_username <fill-in: user at the mail server, from the managed service>, auth_password <fill-in:kkp/alerts>, send_resolved true`);
  });

  test.each<[string, Changes, string]>([
    ["a relay without a login", { "access.alertPort": 25, "access.alertLogin": false }, `name blackhole; name default, email_configs: smarthost mail.example.com:25, ${PEOPLE}, send_resolved true`],
    ["TLS from the start", { "access.alertPort": 465, "access.alertLogin": false }, `name blackhole; name default, email_configs: smarthost mail.example.com:465, ${PEOPLE}, require_tls false, send_resolved true`],
    ["a server with an address of IPv6", { "access.alertReceiver": "2001:db8::25", "access.alertPort": 25, "access.alertLogin": false }, `name blackhole; name default, email_configs: smarthost [2001:db8::25]:25, ${PEOPLE}, send_resolved true`],
    ["a webhook", { "access.alertForm": "webhook", "access.alertLogin": undefined, "access.alertReceiver": "alerts.example.com", "access.alertPort": 443 }, "name blackhole; name default, webhook_configs: url https://alerts.example.com/<fill-in:kkp/alerts>, send_resolved true"],
    ["a webhook on another port", { "access.alertForm": "webhook", "access.alertLogin": undefined, "access.alertReceiver": "alerts.example.com", "access.alertPort": 8443 }, "name blackhole; name default, webhook_configs: url https://alerts.example.com:8443/<fill-in:kkp/alerts>, send_resolved true"],
  ])("%s", (_name, changes, expected) => {
    expect(value(changes)).toBe(expected);
  });

  test.each(["access.alertForm", "access.alertReceiver", "access.alertPort", "access.alertLogin"])("waits for %s", (path) => {
    expect(value({ [path]: undefined })).toEqual({ kind: "open", question: path });
  });

  test("stays as it runs on an upgrade, and asks for no secret", () => {
    const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
    expect(rows(upgrade)).toMatchObject([{ value: { kind: "known", value: "as it runs" }, why: "Alertmanager that runs tells somebody already and keeps its configuration; rows of the firewall lead to mail.example.com:587, so what else it names is not reached." }]);
    expect(plan(upgrade).secrets.some(({ id }) => id === "secret.alerts")).toBe(false);
  });

  test.each<[string, Changes, string]>([
    ["Slack", { "access.alertForm": "slack" }, "slack_configs: api_url https://hooks.slack.com/<fill-in:kkp/alerts>"],
    ["PagerDuty in the United States", { "access.alertForm": "pagerduty", "access.alertRegion": "us" }, "pagerduty_configs: routing_key <fill-in:kkp/alerts>"],
    ["PagerDuty in Europe", { "access.alertForm": "pagerduty", "access.alertRegion": "eu" }, "pagerduty_configs: routing_key <fill-in:kkp/alerts>, url https://events.eu.pagerduty.com/v2/enqueue"],
    ["Opsgenie, whose region nobody says", { "access.alertForm": "opsgenie" }, "opsgenie_configs: api_key <fill-in:kkp/alerts>"],
    ["Opsgenie in Europe", { "access.alertForm": "opsgenie", "access.alertRegion": "eu" }, "opsgenie_configs: api_key <fill-in:kkp/alerts>, api_url https://api.eu.opsgenie.com/"],
  ])("%s takes the fields of its own receiver", (_name, changes, expected) => {
    expect(value(changes)).toBe(`name blackhole; name default, ${expected}, send_resolved true`);
  });

  test("goes through the proxy of the place to a service on the internet, and says why", () => {
    const behind = { "access.alertForm": "slack", "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "10.20.0.9", "network.places.main.proxyPort": 3128 };
    expect(value(behind)).toBe("name blackhole; name default, slack_configs: api_url https://hooks.slack.com/<fill-in:kkp/alerts>, http_config.proxy_url http://10.20.0.9:3128, send_resolved true");
    expect(rows(behind)[0]?.why).toMatch(/ Nothing but the proxy leads from Frankfurt to the internet, and Alertmanager takes one only from its own configuration\.$/);
  });

  test("is a null receiver where nobody is told", () => {
    expect(rows({ "access.alertForm": "none" })).toMatchObject([{ value: { kind: "known", value: "name blackhole; name default" }, why: "The chart would post every alert to a channel of Slack without keys and fail; a receiver with nothing but its name tells nobody, and fails at nothing." }]);
  });

  test("is asked of the own team as well, and is nobody's business without the stack", () => {
    expect(value({ "access.service": "self" })).toBe(
      "name blackhole; name default, email_configs: smarthost mail.example.com:587, to <fill-in: mail address of whoever is on duty>, from <fill-in: mail address of the platform, which the mail server lets through>, auth_username <fill-in: user at the mail server>, auth_password <fill-in:kkp/alerts>, send_resolved true",
    );
    expect(rows({ "monitoring.mla": false })).toEqual([]);
  });
});

describe("its secret", () => {
  const secret = (changes: Changes = {}) => plan(changes).secrets.find(({ id }) => id === "secret.alerts");
  test("is the password, or the path of the webhook, in every file that carries it", () => {
    expect(secret()).toMatchObject({ name: "kkp/alerts", form: "password of the user at the mail server", files: ["seed/values-seed-mla.yaml"] });
    expect(secret({ "access.alertForm": "webhook", "access.alertLogin": undefined })).toMatchObject({ form: "path and query of the URL, without the first slash" });
    expect(secret({ "access.alertForm": "slack" })).toMatchObject({ form: "path of the webhook's URL, without the first slash: services/…" });
    expect(secret({ "access.alertForm": "pagerduty" })).toMatchObject({ form: "integration key of an Events API v2 integration" });
    expect(secret({ "access.alertForm": "opsgenie" })).toMatchObject({ form: "key of an API integration" });
    expect(secret({ "access.alertLogin": false })).toBeUndefined();
    expect(secret({ "access.alertForm": "none" })).toBeUndefined();
  });
});

describe("the step of the stack", () => {
  const step = (changes: Changes = {}) => plan(changes).runbook.find(({ id }) => id === "step.mla[seed]");
  const TRIAL = "kubectl -n monitoring exec alertmanager-0 -c alertmanager -- amtool --alertmanager.url=http://localhost:9093 alert add alertname=InstallationTest";

  test("lets no placeholder through and ends with an alert that whoever is on duty confirms", () => {
    const own = step({ "monitoring.platformUis": [] });
    expect(own?.commands).toContain("if grep -nE '<[A-Za-z][^<>]*>' kubermatic.yaml seed/values-seed-mla.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else");
    expect(own?.commands.at(-1)).toBe(TRIAL);
    expect(own?.text).toContain("The last command raises a test alert: whoever is on duty at the managed service confirms it.");
  });

  test("raises one for the own team as well, and none where nobody is told", () => {
    const own = step({ "access.service": "self" });
    expect(own?.commands.at(-1)).toBe(TRIAL);
    expect(own?.text).toContain("The last command raises a test alert: whoever is on duty confirms it.");
    const none = step({ "access.alertForm": "none", "monitoring.platformUis": [] });
    expect(none?.commands).not.toContain(TRIAL);
    expect(none?.text).toContain("Nobody is told of alerts: whoever looks after the platform opens Alertmanager.");
  });
});

describe("the account where alerts go", () => {
  const account = (changes: Changes = {}) => plan(changes).accounts.find(({ id }) => id === "account.alerts");
  const item = (changes: Changes = {}) => plan(changes).checklist.find(({ id }) => id === "todo.account.alerts");

  test.each<[string, Changes, object, string]>([
    ["mail with a login", {}, { title: "User at the mail server for alerts", where: "mail.example.com", fields: ["User", "Password"] }, "A mail that `curl` hands to the mail server with user and password reaches whoever is on duty at the managed service"],
    ["a relay", { "access.alertLogin": false, "access.service": "self" }, { title: "Mail server that takes alerts without a login", fields: [], permissions: ["Send mail from the platform's address to whoever is on duty", "Take mail from the addresses that nodes of master and Seeds show it"] }, "A mail that `curl` hands to the mail server from a network of the nodes reaches whoever is on duty"],
    ["a webhook", { "access.alertForm": "webhook" }, { title: "Webhook for alerts", where: "mail.example.com", fields: ["URL of the webhook"] }, "An alert in the form of Alertmanager that `curl` posts to the URL reaches whoever is on duty at the managed service"],
    ["Slack", { "access.alertForm": "slack" }, { title: "Incoming webhook of Slack", where: "hooks.slack.com" }, "A text that `curl` posts to the URL stands in the channel"],
    ["PagerDuty", { "access.alertForm": "pagerduty" }, { title: "Integration of PagerDuty", where: "events.pagerduty.com" }, "An event that `curl` posts with the key pages whoever is on duty"],
    ["Opsgenie", { "access.alertForm": "opsgenie" }, { title: "API integration of Opsgenie", where: "api.opsgenie.com" }, "An alert that `curl` posts with the key calls whoever is on duty"],
  ])("%s, with the proof that somebody is told", (_name, changes, row, verify) => {
    expect(account(changes)).toMatchObject(row);
    expect(item(changes)).toMatchObject({ team: "platform", verify });
  });

  test("waits for the server, and is none where nobody is told or on an upgrade", () => {
    expect(item({ "access.alertReceiver": undefined, "access.alertPort": undefined })?.blockedBy).toEqual(expect.arrayContaining(["access.alertReceiver", "access.alertPort"]));
    expect(account({ "access.alertForm": "none" })).toBeUndefined();
    expect(account({ "project.release": "2.31", "project.upgradeFrom": "2.30" })).toBeUndefined();
  });
});

test("Alertmanager is given the root of a server that no machine knows, and whoever runs it hands it over", () => {
  const plan = referencePlan({ "access.alertRoot": "private" });
  expect(plan.settings.find(({ id }) => id === "setting.monitoring.alert-root[seed]")).toMatchObject({ object: "seed/values-seed-mla.yaml", field: "alertmanager.extraSecretMounts", value: { kind: "known", value: "Secret alert-root with ca.crt as /etc/ssl/certs/alert-root.crt, by subPath" } });
  expect(plan.runbook.find(({ id }) => id === "step.mla[seed]")?.commands).toContain("kubectl -n monitoring create secret generic alert-root --from-file=ca.crt=alert-root.crt --dry-run=client -o yaml | kubectl apply -f -");
  expect(plan.checklist.find(({ id }) => id === "todo.alert-root")?.verify).toContain("-starttls smtp -CAfile alert-root.crt`");
  expect(referencePlan({}).checklist.map(({ id }) => id)).not.toContain("todo.alert-root");
});
