import { monitoring } from "../../answers/chapters/monitoring.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { alertReceivers } from "../../facts/monitoring.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { urlHost } from "../../values/url-host.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { secretNames } from "../access/secret-names.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { AS_IT_RUNS } from "./kept-volumes.ts";
import { mlaValues, setting } from "./setting.ts";

const ADDRESSES = "to <fill-in: mail address of whoever is on duty, from the managed service>, from <fill-in: mail address of the platform, which the mail server lets through>";

/** What Alertmanager calls the receiver, in words that take its secret; open while an answer is missing. */
function receiver(read: Reader, host: string, port: number): Value<string> {
  const { tlsPort, httpsPort } = read.fact(alertReceivers);
  const secret = (words: (text: string) => string): Value<string> => placeholderOf(read, secretNames.alerts, "fill-in", words);
  const form = read.maybe(operations.plan.alertForm);
  if (form.kind !== "known") return form;
  if (form.value === "webhook") return secret((path) => `webhook_configs: url https://${urlHost(host)}${port === httpsPort ? "" : `:${port}`}/${path}`);
  const login = read.maybe(operations.plan.alertLogin);
  if (login.kind !== "known") return login;
  const mail = `email_configs: smarthost ${urlHost(host)}:${port}, ${ADDRESSES}`;
  const tls = port === tlsPort ? ", require_tls false" : "";
  return login.value ? secret((password) => `${mail}, auth_username <fill-in: user at the mail server, from the managed service>, auth_password ${password}${tls}`) : known(`${mail}${tls}`);
}

/** Whom Alertmanager of a master or Seed tells, where somebody outside is on duty. */
export const alertReceiverFields = rule<readonly Setting[]>({
  id: "settings.alert-receiver",
  title: "Receiver of alerts in the values of the MLA stack",
  per: "cluster",
  sources: ["kkp.code.alertmanager-values", "alertmanager.configuration"],
  derive: (read, cluster) => {
    if (read.answer(operations.plan.service) === "self") return read.notApplicable("Nobody outside is on duty.");
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed, so nothing sends alerts.");
    const { field, drops, tells } = read.fact(alertReceivers);
    const [host, port] = [read.maybe(operations.plan.alertReceiver), read.maybe(operations.plan.alertPort)];
    const at = host.kind === "known" && port.kind === "known" ? `${urlHost(host.value)}:${port.value}` : "the receiver of alerts";
    const runs = isRunning(read, "alerts");
    const value = (): Value<string> => {
      if (runs) return known(AS_IT_RUNS);
      if (host.kind !== "known") return host;
      if (port.kind !== "known") return port;
      const told = receiver(read, host.value, port.value);
      return told.kind === "known" ? known(`name ${drops}; name ${tells}, ${told.value}, send_resolved true`) : told;
    };
    const why = runs
      ? `Alertmanager that runs tells somebody already and keeps its configuration; rows of the firewall lead to ${at}, so what else it names is not reached.`
      : `The chart would tell a channel of Slack without keys, and no alert would reach the managed service; the list is replaced as a whole, and the route of the chart goes on sending to ${drops} what nobody is told.`;
    return [setting(read, { topic: "monitoring", object: mlaValues(nameOfCluster(read, cluster)), id: `monitoring.alert-receiver[${cluster}]`, field, value: value(), why })];
  },
});
