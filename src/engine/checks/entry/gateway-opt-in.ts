import { certificates } from "../../answers/chapters/certificates.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { project } from "../../answers/chapters/project.ts";
import { issuerOf } from "../../issuers/registry.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";

/** Gateway API before it is the only way: what is missing yet. Its switches stand among the fields and values of the plan. */
export const gatewayOptIn = check({
  id: "entry.gateway-opt-in",
  title: "The Gateway takes the certificate",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.gateway-api"],
  examine: (read, _plan, report) => {
    const { id, gatewayEntry, suppliedThroughGateway } = releaseIn(read);
    if (!gatewayEntry || read.answer(platformEntry.plan.entry) !== "gateway") return;
    const path = read.path(platformEntry.plan.entry);
    if (suppliedThroughGateway || issuerOf(read.answer(certificates.plan.issuance)).by !== "hand") return;
    report({
      title: `KKP ${id} puts no supplied certificate on its Gateway`,
      message: "The Secret of a supplied certificate can be named from KKP 2.30.1 on; before, the Gateway serves HTTPS by an issuer only, and HTTP alone without one.",
      remedy: "Keep NGINX in this release, use an issuer, or plan with 2.30.",
      fixes: [{ title: "Keep the entry of the release", set: [{ path, value: "standard" }] }],
      answers: [path, read.path(certificates.plan.issuance), read.path(project.plan.release)],
    });
  },
});
