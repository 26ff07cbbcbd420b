import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { tenantsOf } from "../../rules/basics/tenants.ts";
import { listed } from "../../values/sentence.ts";

/** Tenants that share a datacenter, and with it the Preset, the credentials and the network behind it. */
export const sharedDatacenter = check({
  id: "tenants.shared-datacenter",
  title: "A datacenter for each tenant",
  severity: "warning",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  examine: (read, datacenter, report) => {
    const names = read.rule(tenantsOf, datacenter);
    if (names.length < 2) return;
    const name = datacenterName(read, datacenter);
    report({
      title: `${names.length} tenants share ${name}`,
      message: `${listed(names)} get their workers through one datacenter: one set of credentials, one network and one quota, so each of them can use up what the others need and reaches their machines.`,
      remedy: `Give each tenant a datacenter of its own beside ${name}, with a network, a technical user or project and a Preset.`,
      answers: [read.path(infrastructure.datacenter.tenants, datacenter)],
    });
  },
});
