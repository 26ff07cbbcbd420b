import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";

/** What lets a node of a cluster run more pods; sentences begin with a capital and end without a full stop. */
interface MorePods {
  /** Who decides how many they are, where a service does; a sentence with a blank before it. */
  readonly decidedBy: string;
  readonly more: string;
  /** Whether machines of another size may run another number of pods. */
  readonly byMachine: boolean;
  /** The answer that then changes, where somebody says how many they are. */
  readonly answers: readonly AnswerPath[];
}

/** What lets a node of a platform cluster run more pods: the service that runs it decides, or the kubelet of machines that somebody sets up. */
export function morePods(read: Reader, cluster: string): MorePods {
  const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
  if (provisioning === "kubeone") return { decidedBy: "", more: "Raise the pods on a worker among the planning values, and kubelets follow as the plan says", byMachine: false, answers: [] };
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const service = provisioning === "managed" ? provider.managedKubernetes?.nodePods : undefined;
  if (service) read.cite(...service.sources);
  return {
    decidedBy: service ? ` ${service.decidedBy}` : "",
    more: service?.more ?? "Raise maxPods of the kubelet where ranges for pods allow it",
    byMachine: service?.byMachine === true,
    answers: [read.path(versions.cluster.nodePods, cluster)],
  };
}
