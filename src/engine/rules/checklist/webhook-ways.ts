import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName } from "../basics/platform.ts";
import { webhookRules } from "../firewall/inside/webhooks.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";

/** The way from an API server that stands outside its nodes to the webhooks of the plan: where it is closed, the first object that one of them guards ends in a timeout. */
const ways = rule<readonly Draft[]>({
  id: "checklist.webhook-ways",
  title: "Checklist: way to admission webhooks",
  per: "cluster",
  sources: ["kubernetes.control-plane"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    if (provisioning === "kubeone") return read.notApplicable("KubeOne puts the API server among the nodes.");
    const { managedKubernetes }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const service = provisioning === "managed" ? managedKubernetes : undefined;
    const { says, open = [], verify, sources } = service?.webhooks ?? { says: `Whoever ${provisioning === "managed" ? "runs" : "built"} it decides what its control plane may reach.`, sources: [] };
    read.cite(...sources);
    const called = webhookRules.flatMap((one) => read.optionalRule(one, cluster) ?? []).map(({ ports }) => ports);
    const ports = [...new Set(called.filter((port) => /^\d+$/.test(port) && !open.includes(port)))].sort((one, other) => Number(one) - Number(other));
    const chart = called.some((port) => !/^\d+$/.test(port)) ? " and the port that the chart of the DNS-01 webhook names" : "";
    const name = clusterName(read, cluster);
    const shown = `\`kubectl get --raw /api/v1/namespaces/default/pods/reach:${ports[0] ?? ""}/proxy/\` prints what a test pod called reach answers there over HTTP, and likewise for each port`;
    return [
      itemOf(read, `existing-cluster-webhooks[${cluster}]`, {
        title: `API server of ${name} reaches pods on TCP ${listed(ports)}${chart}, for admission webhooks`,
        team: "infrastructure",
        chapter: "network",
        verify: `${verify === undefined ? "" : `${verify}. `}${shown}; the pod is deleted again`,
        why: `${says} KKP's own webhook and those beside it refuse what they guard while the API server of ${name} cannot ask them, so the installation would end in a timeout.`,
        after: [`existing-cluster[${cluster}]`],
      }),
    ];
  },
});

export const webhookWayItems: readonly Rule<readonly Draft[]>[] = [ways];
