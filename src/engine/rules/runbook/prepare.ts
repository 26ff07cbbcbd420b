import { access } from "../../answers/chapters/access.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { project } from "../../answers/chapters/project.ts";
import { toolingImage } from "../../facts/storage.ts";
import { rule } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { release, replacedEntry } from "../basics/platform.ts";
import { installerVersion, noPlaceholder, type StepRule } from "./step.ts";

/** The working copy and the tools. */
export const workplace: StepRule = rule({
  id: "runbook.workplace",
  title: "Step: working copy and tools",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.code.installer"],
  derive: (read) => {
    read.need([access.plan.repository], [access.plan.bastion]);
    const repository = read.answer(access.plan.repository);
    const copy = repository.toLowerCase() === "none" ? "mkdir -p platform" : `git clone -- ${quote(repository)} platform`;
    const container = read.answer(operations.plan.toolset) === "container" ? `All tools but the installer run in ${read.fact(toolingImage)}. ` : "";
    const where = read.answer(access.plan.bastion) ? "Work on the bastion. " : "";
    return [
      {
        id: "step.workplace",
        title: "Prepare the working copy and the tools",
        text: `${where}${container}The checklist is done. All commands below run in the folder platform; each cluster has a folder of its own in it. Secrets come from the secret store and are never committed.`,
        commands: [copy, "cd platform", "kubermatic-installer version", "helm version", "kubectl version --client", "kubeone version", "terraform version"],
        from: read.cell,
        why: `The installer must answer ${installerVersion(read)}: it installs its own release and no other.`,
      },
    ];
  },
});

/** The two files that describe the platform. */
export const configuration: StepRule = rule({
  id: "runbook.configuration",
  title: "Step: configuration files",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.install-ee", "kkp.code.example-values"],
  derive: (read) => {
    const domain = read.answer(project.plan.domain);
    const { id, entry, dashboardFlow, severalValues } = read.rule(release);
    const enterprise = read.answer(project.plan.edition) === "EE";
    const upgrade = read.optionalRule(replacedEntry);
    const apart = severalValues ? " Secrets may stand in a file of their own, given as a last --helm-values: maps are merged, lists replaced as a whole." : "";
    const route = entry.suppliedCertificate === "single" ? ` values.yaml repeats the domain as httpRoute.domain, which has no default.` : "";
    return [
      {
        id: "step.configuration",
        title: upgrade ? `Adapt kubermatic.yaml and values.yaml to KKP ${id}` : "Write kubermatic.yaml and values.yaml",
        text: `spec.ingress.domain, the Dex issuer and all redirect URIs carry ${domain}.${route} The dashboard logs in as client ${dashboardFlow.client}.${enterprise ? " The pull secret goes into spec.imagePullSecret." : ""} The search below must find no placeholder.${apart}`,
        commands: [noPlaceholder("kubermatic.yaml", "values.yaml")],
        from: read.cell,
        why: `The installer stops when a key of ${domain} is missing, but it takes a placeholder for a real secret.`,
      },
    ];
  },
});
