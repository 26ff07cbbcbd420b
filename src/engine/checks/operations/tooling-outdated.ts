import { operations } from "../../answers/chapters/operations.ts";
import { toolingContent } from "../../facts/operations.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";

/** A tooling container whose KubeOne and kubectl are older than the Kubernetes of the release. */
export const toolingOutdated = check({
  id: "operations.tooling-outdated",
  title: "The tooling container knows the Kubernetes of the release",
  severity: "warning",
  per: "plan",
  sources: ["kubermatic.tooling", "kubeone.compatibility"],
  examine: (read, _plan, report) => {
    if (read.answer(operations.plan.toolset) !== "container") return;
    const { id, kubernetes } = releaseIn(read);
    const content = read.fact(toolingContent);
    const minor = (version: string) => Number(version.split(".")[1] ?? 0);
    if (minor(kubernetes.default) <= minor(content.newestKubernetes) && minor(kubernetes.default) - minor(content.kubectl) <= 1) return;
    const path = read.path(operations.plan.toolset);
    report({
      title: `The tooling container is older than Kubernetes ${kubernetes.default}`,
      message: `KKP ${id} starts with Kubernetes ${kubernetes.default}; KubeOne ${content.kubeone} in the container ends at ${content.newestKubernetes}, and its kubectl ${content.kubectl} may differ by one minor version only.`,
      remedy: "Install KubeOne and kubectl in the versions of the tool table, or build the container anew with them.",
      fixes: [{ title: "Use installed tools", set: [{ path, value: "installed" }] }],
      answers: [path],
    });
  },
});
