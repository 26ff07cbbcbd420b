import { certificates } from "../../answers/chapters/certificates.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { project } from "../../answers/chapters/project.ts";
import { issuerOf } from "../../issuers/registry.ts";
import { check } from "../../kernel/check.ts";
import { release } from "../../rules/basics/platform.ts";

/** Gateway API before it is the only way: what must be switched on, and what is missing yet. */
export const gatewayOptIn = check({
  id: "entry.gateway-opt-in",
  title: "Gateway API is switched on completely",
  severity: "warning",
  per: "plan",
  sources: ["kkp.gateway-api", "kkp.code.cert-manager-values"],
  examine: (read, _plan, report) => {
    const { id, gatewayEntry, gatewayEntryFrom, suppliedThroughGateway } = read.rule(release);
    if (!gatewayEntry || read.answer(platformEntry.plan.entry) !== "gateway") return;
    const path = read.path(platformEntry.plan.entry);
    report({
      key: "switches",
      title: `Three switches belong to Gateway API in KKP ${id}`,
      message: "The flag alone makes the Gateway, but no listener or certificate for interfaces: the gate HTTPRouteGatewaySync and enableGatewayAPI of cert-manager are off in this release, and routes are taken only from namespaces with the label kubermatic.io/gateway-access.",
      remedy: `Set migrateGatewayAPI, the feature gate and the value of cert-manager, and label the namespaces${gatewayEntryFrom === undefined ? "" : `; use ${gatewayEntryFrom} or later, for patches before miss the chart or the option`}.`,
      answers: [path],
    });
    if (suppliedThroughGateway || issuerOf(read.answer(certificates.plan.issuance)).by !== "hand") return;
    report({
      key: "supplied",
      severity: "blocker",
      title: `KKP ${id} puts no supplied certificate on its Gateway`,
      message: "The Secret of a supplied certificate can be named from KKP 2.30.1 on; before, the Gateway serves HTTPS by an issuer only, and HTTP alone without one.",
      remedy: "Keep NGINX in this release, use an issuer, or plan with 2.30.",
      fixes: [{ title: "Keep the entry of the release", set: [{ path, value: "standard" }] }],
      answers: [path, read.path(certificates.plan.issuance), read.path(project.plan.release)],
    });
  },
});
