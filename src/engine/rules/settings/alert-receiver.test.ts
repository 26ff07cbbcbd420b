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
        why: "The chart would tell a channel of Slack without keys, and no alert would reach the managed service; the list is replaced as a whole, and the route of the chart goes on sending to blackhole what nobody is told.",
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

  test("is nobody's business without a service or without the stack", () => {
    expect(rows({ "access.service": "self" })).toEqual([]);
    expect(rows({ "monitoring.mla": false })).toEqual([]);
  });
});

describe("its secret", () => {
  const secret = (changes: Changes = {}) => plan(changes).secrets.find(({ id }) => id === "secret.alerts");
  test("is the password, or the path of the webhook, in every file that carries it", () => {
    expect(secret()).toMatchObject({ name: "kkp/alerts", form: "password of the user at the mail server", files: ["seed/values-seed-mla.yaml"] });
    expect(secret({ "access.alertForm": "webhook", "access.alertLogin": undefined })).toMatchObject({ form: "path and query of the URL, without the first slash" });
    expect(secret({ "access.alertLogin": false })).toBeUndefined();
  });
});

describe("the step of the stack", () => {
  const step = (changes: Changes = {}) => plan(changes).runbook.find(({ id }) => id === "step.mla[seed]");
  const TRIAL = "kubectl -n monitoring exec alertmanager-0 -c alertmanager -- amtool --alertmanager.url=http://localhost:9093 alert add alertname=InstallationTest";

  test("lets no placeholder through and ends with an alert that whoever is on duty confirms", () => {
    const own = step({ "monitoring.platformUis": [] });
    expect(own?.commands).toContain("! grep -nE '<[A-Za-z][^<>]*>' seed/values-seed-mla.yaml");
    expect(own?.commands.at(-1)).toBe(TRIAL);
    expect(own?.text).toContain("The last command raises a test alert: whoever is on duty at the managed service confirms it.");
  });

  test("raises none where the own team runs the platform", () => {
    expect(step({ "access.service": "self" })?.commands).not.toContain(TRIAL);
    expect(step({ "access.service": "self", "monitoring.platformUis": [] })?.commands.join("\n")).not.toContain("grep");
  });
});
