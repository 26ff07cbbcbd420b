import { alerting } from "../../answers/chapters/alerting.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { network } from "../../answers/chapters/network.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { alertReceivers, alertServices } from "../../facts/monitoring.ts";
import { alertRoot, mountedRoot } from "../../facts/store-root.ts";
import { internetFacts } from "../../facts/internet.ts";
import { known, openFor, type Outcome, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { hostPort, urlHost } from "../../values/url-host.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { secretNames } from "../access/secret-names.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { nameOfCluster, placeName } from "../basics/platform.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { alertRootIsPrivate } from "../monitoring/alert-root.ts";
import { alertTarget, onDuty, type AlertTarget } from "../monitoring/alert-target.ts";
import { AS_IT_RUNS } from "./kept-volumes.ts";
import { proxyUrl } from "./proxy.ts";
import { mlaValues, setting } from "./setting.ts";

/** What Alertmanager calls a server that people name, in words that take its secret; open while an answer is missing. */
function serverFields(read: Reader, form: "mail" | "webhook"): Value<string> {
  const { tlsPort, httpsPort } = read.fact(alertReceivers);
  const [host, port] = [read.maybe(alerting.plan.alertReceiver), read.maybe(alerting.plan.alertPort)];
  if (host.kind !== "known") return host;
  if (port.kind !== "known") return port;
  const secret = (words: (text: string) => string): Value<string> => placeholderOf(read, secretNames.alerts, "fill-in", words);
  if (form === "webhook") return secret((path) => `webhook_configs: url https://${urlHost(host.value)}${port.value === httpsPort ? "" : `:${port.value}`}/${path}`);
  const login = read.maybe(alerting.plan.alertLogin);
  if (login.kind !== "known") return login;
  const hint = read.answer(operations.plan.service) === "managed" ? ", from the managed service" : "";
  const mail = `email_configs: smarthost ${hostPort(host.value, port.value)}, to <fill-in: mail address of whoever is on duty${hint}>, from <fill-in: mail address of the platform, which the mail server lets through>`;
  const tls = port.value === tlsPort ? ", require_tls false" : "";
  return login.value ? secret((password) => `${mail}, auth_username <fill-in: user at the mail server${hint}>, auth_password ${password}${tls}`) : known(`${mail}${tls}`);
}

/** What it calls a service on the internet, with the proxy of the cluster's place where only that leads there. */
function serviceFields(read: Reader, { form, region }: Extract<AlertTarget, { kind: "service" }>, cluster: string): Value<string> {
  const words = read.fact(alertServices[form]).receiver[region];
  const place = placeOfCluster(read, cluster);
  const way = read.maybe(network.place.internet, place);
  if (way.kind !== "known") return way;
  const fields = placeholderOf(read, secretNames.alerts, "fill-in", (secret) => words.replace("{secret}", secret));
  if (way.value !== "proxy" || fields.kind !== "known") return fields;
  const url = proxyUrl(read, place);
  return url.kind === "known" ? known(`${fields.value}, ${read.fact(internetFacts.alertProxy).url} ${url.value}`) : url;
}

/** Why the list stands there, with what becomes of alerts otherwise. */
function reason(read: Reader, to: Outcome<AlertTarget>, cluster: string): string {
  const { drops } = read.fact(alertReceivers);
  const kept = `the list is replaced as a whole, and the route of the chart goes on sending to ${drops} what nobody is told`;
  if (to.kind === "not-applicable") return "The chart would post every alert to a channel of Slack without keys and fail; a receiver with nothing but its name tells nobody, and fails at nothing.";
  const place = placeOfCluster(read, cluster);
  const way = to.kind === "known" && to.value.kind === "service" ? read.maybe(network.place.internet, place) : undefined;
  const proxied = way?.kind === "known" && way.value === "proxy" ? ` Nothing but the proxy leads from ${placeName(read, place)} to the internet, and Alertmanager takes one only from its own configuration.` : "";
  return `The chart would tell a channel of Slack without keys, and no alert would reach ${onDuty(read)}; ${kept}.${proxied}`;
}

/** Whom Alertmanager of a master or Seed tells. */
export const alertReceiverFields = rule<readonly Setting[]>({
  id: "settings.alert-receiver",
  title: "Receiver of alerts in the values of the MLA stack",
  per: "cluster",
  sources: ["kkp.code.alertmanager-values", "alertmanager.configuration"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed, so nothing sends alerts.");
    const { field, drops, tells } = read.fact(alertReceivers);
    const to = read.outcome(alertTarget);
    const target = to.kind === "known" ? to.value : undefined;
    const runs = isRunning(read, "alerts");
    const value = (): Value<string> => {
      if (runs) return known(AS_IT_RUNS);
      const open = openFor(to);
      if (open) return open;
      if (!target) return known(`name ${drops}; name ${tells}`);
      const fields = target.kind === "server" ? serverFields(read, target.form) : serviceFields(read, target, cluster);
      return fields.kind === "known" ? known(`name ${drops}; name ${tells}, ${fields.value}, send_resolved true`) : fields;
    };
    const why = runs ? keptReason(read, target) : reason(read, to, cluster);
    return [setting(read, { topic: "monitoring", object: mlaValues(nameOfCluster(read, cluster)), id: `monitoring.alert-receiver[${cluster}]`, field, value: value(), why })];
  },
});

/** Why an upgrade leaves the list alone. */
function keptReason(read: Reader, target: AlertTarget | undefined): string {
  if (!target) return "Alertmanager that runs keeps its configuration; no row of the firewall leads to whatever it tells.";
  const at = target.kind === "service" ? target.host : serverOf(read);
  return `Alertmanager that runs tells somebody already and keeps its configuration; rows of the firewall lead to ${at}, so what else it names is not reached.`;
}

/** The server that people name for alerts, with its port. */
function serverOf(read: Reader): string {
  const [host, port] = [read.maybe(alerting.plan.alertReceiver), read.maybe(alerting.plan.alertPort)];
  return host.kind === "known" && port.kind === "known" ? hostPort(host.value, port.value) : "the receiver of alerts";
}

/** The root of the server that takes alerts, where Alertmanager trusts it. */
export const alertRootFields = rule<readonly Setting[]>({
  id: "settings.alert-root",
  title: "Root of the receiver of alerts in the values of the MLA stack",
  per: "cluster",
  sources: ["kkp.code.alertmanager-values"],
  derive: (read, cluster) => {
    if (!alertRootIsPrivate(read)) return read.notApplicable("Alertmanager trusts whatever takes its alerts as it is.");
    const runs = isRunning(read, "alerts");
    const { field } = read.aside(() => read.fact(alertRoot));
    const value = (): string => {
      const { secret, key, file } = read.fact(alertRoot);
      return runs ? AS_IT_RUNS : `Secret ${secret} with ${key} as ${read.fact(mountedRoot).folder}/${file}, by subPath`;
    };
    const at = serverOf(read);
    return [setting(read, { topic: "monitoring", object: mlaValues(nameOfCluster(read, cluster)), id: `monitoring.alert-root[${cluster}]`, field, value, why: `Alertmanager trusts the roots of its image and what lies beside them in this folder; without it no alert reaches ${at}.` })];
  },
});
