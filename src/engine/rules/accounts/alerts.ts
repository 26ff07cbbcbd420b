import { alerting } from "../../answers/chapters/alerting.ts";
import { alertServices } from "../../facts/monitoring.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { alertTarget, onDuty } from "../monitoring/alert-target.ts";

const named = (host: Value<string>, what: string): string => (host.kind === "known" ? host.value : what);

/** What Alertmanager may do where it sends alerts. */
export const alertAccount = rule<readonly AccountRow[]>({
  id: "accounts.alerts",
  title: "Account where alerts go",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    const target = read.rule(alertTarget);
    if (isRunning(read, "alerts")) return read.notApplicable("Alertmanager that runs keeps its configuration.");
    const row = { id: "account.alerts", team: "platform", from: read.cell, why: `Alertmanager tells ${onDuty(read)} with it and reads nothing there.` } as const;
    if (target.kind === "service") {
      const { title, permission, field } = read.fact(alertServices[target.form]).account;
      return [{ ...row, title, where: target.host, permissions: [permission], fields: [field] }];
    }
    const host = read.maybe(alerting.plan.alertReceiver);
    if (target.form === "webhook") return [{ ...row, title: "Webhook for alerts", where: named(host, "Receiver of alerts"), permissions: ["Take alerts in the form of Alertmanager"], fields: ["URL of the webhook"] }];
    const login = read.answer(alerting.plan.alertLogin);
    return [
      {
        ...row,
        title: login ? "User at the mail server for alerts" : "Mail server that takes alerts without a login",
        where: named(host, "Mail server"),
        permissions: [`Send mail from the platform's address to ${onDuty(read)}`, ...(login ? [] : ["Take mail from the addresses that nodes of master and Seeds show it"])],
        fields: login ? ["User", "Password"] : [],
      },
    ];
  },
});

/** What shows that alerts arrive before there are any. */
export const alertProof = rule<string>({
  id: "accounts.alert-proof",
  title: "Proof that alerts arrive",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    const target = read.rule(alertTarget);
    if (target.kind === "service") return read.fact(alertServices[target.form]).account.proof;
    if (target.form === "webhook") return `An alert in the form of Alertmanager that \`curl\` posts to the URL reaches ${onDuty(read)}`;
    return read.answer(alerting.plan.alertLogin) ? `A mail that \`curl\` hands to the mail server with user and password reaches ${onDuty(read)}` : `A mail that \`curl\` hands to the mail server from a network of the nodes reaches ${onDuty(read)}`;
  },
});
