import { dashboardSettings } from "../../facts/dashboard.ts";
import { rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { platformPort } from "../addresses/url-port.ts";
import { masterCluster } from "../basics/platform.ts";
import { switchesToSet } from "../settings/dashboard-switches.ts";
import { atCluster, domainWord, type StepRule } from "./step.ts";

/** Switches on what the plan asks for and the dashboard keeps back. */
export const dashboardSwitchesStep: StepRule = rule({
  id: "runbook.dashboard-switches",
  title: "Step: switches of the dashboard",
  per: "plan",
  sources: ["kkp.admin-panel"],
  derive: (read) => {
    const switches = switchesToSet(read);
    if (switches.length === 0) return read.notApplicable("Nothing of this plan is switched off in the dashboard.");
    const { resource, name, firstAsked } = read.fact(dashboardSettings);
    const fields = switches.map(({ setting }) => setting.field.replace(/^spec\./, ""));
    return [
      {
        id: "step.dashboard-switches",
        title: "Switch on what the dashboard keeps back",
        text: `The table of settings says why. KKP's API makes ${name} when it is first asked for it, which the first command does. Administrators find ${switches.length === 1 ? "the switch" : "the switches"} in the admin panel as ${listed(switches.map(({ label }) => `“${label}”`))}.`,
        commands: [
          `curl -fsS https://${domainWord(read)}${platformPort(read)}${firstAsked}`,
          atCluster(read, read.rule(masterCluster)),
          `kubectl patch ${resource} ${name} --type merge --patch '${JSON.stringify({ spec: Object.fromEntries(fields.map((field) => [field, true])) })}'`,
          `kubectl get ${resource} ${name} -o jsonpath='{.spec}'`,
        ],
        from: read.cell,
        why: `KKP leaves ${switches.length === 1 ? "it" : "them"} off on every new platform, whatever the other files say.`,
      },
    ];
  },
});
