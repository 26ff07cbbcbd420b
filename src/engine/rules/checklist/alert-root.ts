import { alerting } from "../../answers/chapters/alerting.ts";
import { alertReceivers } from "../../facts/monitoring.ts";
import { alertRoot } from "../../facts/store-root.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { hostPort } from "../../values/url-host.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { alertRootIsPrivate } from "../monitoring/alert-root.ts";
import { alertTarget } from "../monitoring/alert-target.ts";
import { dialledFrom } from "./dialled.ts";
import { itemOf, openIn, type Draft } from "./item.ts";
import { afterNetworks, leftToTrials } from "./made-network.ts";

/** The root of the server that takes alerts, in the hands of whoever installs. */
const alertRootItem = rule<readonly Draft[]>({
  id: "checklist.alert-root",
  title: "Checklist: root of the receiver of alerts",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    if (!alertRootIsPrivate(read) || isRunning(read, "alerts")) return read.notApplicable("Alertmanager trusts whatever takes its alerts as it is.");
    const { file } = read.fact(alertRoot);
    const [host, port] = [read.maybe(alerting.plan.alertReceiver), read.maybe(alerting.plan.alertPort)];
    const server = serverIn(host, port);
    return [
      itemOf(read, "alert-root", {
        title: `Root certificate of ${server.kind === "known" ? server.value : "the receiver of alerts"} as ${file}, in PEM`,
        team: "platform",
        chapter: "access",
        verify: `From a machine in the node network, ${shown(read, server, file)} ends with verify return code 0${leftToTrials(read)}`,
        after: afterNetworks(read),
        uses: dialledFrom(read),
        why: "Alertmanager trusts public roots alone until it is given this one; without it no alert leaves the platform.",
        blockedBy: openIn(host, port),
      }),
    ];
  },
});

const serverIn = (host: Value<string>, port: Value<number>): Value<string> => (host.kind !== "known" ? host : port.kind === "known" ? known(hostPort(host.value, port.value)) : port);

/** The command that shows whether the root fits: a mail server is asked for TLS as Alertmanager asks it. */
function shown(read: Reader, server: Value<string>, file: string): string {
  const { tlsPort } = read.fact(alertReceivers);
  const to = read.rule(alertTarget);
  const later = to.kind === "server" && to.form === "mail" && !(server.kind === "known" && server.value.endsWith(`:${tlsPort}`));
  return `\`openssl s_client -connect ${server.kind === "known" ? server.value : "<receiver of alerts>"}${later ? " -starttls smtp" : ""} -CAfile ${file}\``;
}

export const alertRootItems: readonly Rule<readonly Draft[]>[] = [alertRootItem];
