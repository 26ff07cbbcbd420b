import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { NO_SEED } from "./seed-charts.ts";
import { atCluster, onlyInstalling, type StepRule } from "./step.ts";

/** The policy under the name by which the operator would keep it; no answer enters. */
const POLICY = [
  "kubectl apply -f - <<'EOF'",
  "apiVersion: cilium.io/v2",
  "kind: CiliumClusterwideNetworkPolicy",
  "metadata: { name: cilium-seed-apiserver-allow }",
  "spec:",
  "  endpointSelector: { matchLabels: { app: apiserver } }",
  "  egress: [{ toEntities: [kube-apiserver] }]",
  "EOF",
];

/** Lets API servers of user clusters reach their Seed's own API where Cilium is the network. */
export const ciliumPolicy: StepRule = rule({
  id: "runbook.cilium-policy",
  title: "Step: network policy of a Seed on Cilium",
  per: "cluster",
  sources: ["kkp.add-seed", "kkp.code.seed-network-policy"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    if (read.answer(fronts.cluster.cni, cluster) !== "cilium") return read.notApplicable("This cluster does not run Cilium.");
    const name = clusterName(read, cluster);
    return [
      {
        id: `step.cilium-policy[${cluster}]`,
        title: `Let API servers out of Cilium on ${name}`,
        text: "The documentation wants this policy before the Seed is added; the operator writes one of the same name when it finds Cilium, so that nothing is left over.",
        commands: [atCluster(read, cluster), ...POLICY, "kubectl get ciliumclusterwidenetworkpolicies"],
        from: read.cell,
        why: `Without it API servers of user clusters on ${name} do not start: Cilium does not match the Kubernetes API by its address.`,
      },
    ];
  },
});
