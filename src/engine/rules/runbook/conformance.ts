import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { conformanceTest, smokeTest } from "../../facts/quality.ts";
import { rule } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { atCluster, onlyInstalling, type StepRule } from "./step.ts";

/** Proof that a cluster behaves as Kubernetes does, before KKP stands on it. */
export const conformance: StepRule = rule({
  id: "runbook.conformance",
  title: "Step: conformance",
  per: "cluster",
  sources: ["cncf.conformance", "kkp.setup-checklist"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    const name = clusterName(read, cluster);
    const production = read.answer(project.plan.purpose) === "production";
    const built = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    return [
      {
        id: `step.conformance[${cluster}]`,
        title: `Test Kubernetes on ${name}`,
        text: production
          ? "The whole test takes about two hours and must end without a failed test; keep its report for the acceptance."
          : "The quick mode is enough for a trial; a platform for production passes the whole conformance test.",
        commands: [atCluster(read, cluster), production ? read.fact(conformanceTest) : read.fact(smokeTest), 'sonobuoy results "$(sonobuoy retrieve)"', "sonobuoy delete --wait"],
        from: read.cell,
        why: `Nodes of ${name} that cannot reach each other, and a cluster network that drops packets, show here and not in the first user cluster${built ? "" : "; it also tells whoever built the cluster from whoever installs KKP"}.`,
      },
    ];
  },
});
