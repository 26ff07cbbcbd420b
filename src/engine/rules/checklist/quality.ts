import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { insidePorts } from "../../facts/ports.ts";
import { etcdNetwork } from "../../facts/sizing/machines.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { clusterName } from "../basics/platform.ts";
import { selfMade, usesTerraform } from "../basics/provisioning.ts";
import { continued } from "../../values/sentence.ts";
import { handMadeRow } from "./hand-made.ts";
import { afterNetwork, madeWithMachines } from "./made-network.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";

/** Control planes that no single fault takes together. */
const spread = rule<readonly Draft[]>({
  id: "checklist.spread",
  title: "Checklist: control planes apart",
  per: "cluster",
  sources: ["kkp.setup-checklist", "kubeone.infrastructure"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    if (machines < 2) return read.notApplicable("One machine cannot be spread.");
    const { spread: how, title, zonesQuestion, kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const zones = zonesQuestion === undefined ? undefined : placeAnswer(read, zonesQuestion, read.answer(infrastructure.cluster.place, cluster));
    if (how) read.cite(...how.sources);
    const name = clusterName(read, cluster);
    const { common, large } = read.fact(etcdNetwork);
    const seen = how?.verify ?? `The infrastructure shows ${machines} machines on ${machines} hosts, and a rule that keeps them apart when machines move`;
    return [
      itemOf(read, `spread[${cluster}]`, {
        title: `Control planes of ${name} kept on ${machines} different hosts, or in different zones${zones?.kind === "known" ? ` (${zones.value})` : ""}`,
        team: "infrastructure",
        chapter: "infrastructure",
        // Whoever makes the machines by hand puts them apart then: the hand-over shows it as well, and nobody waits for it first.
        uses: [handMadeRow(cluster), ...(how?.uses ?? []).map((id) => `${id}[${read.answer(infrastructure.cluster.place, cluster)}]`)],
        verify: usesTerraform(read, cluster) || (kubeone?.ownMachines !== undefined && read.optionalRule(selfMade, cluster) !== undefined) ? `Whoever runs ${title} names the rule that will keep them apart; as soon as the machines are there, ${continued(seen)}` : seen,
        why: `etcd of ${name} survives the loss of ${Math.floor((machines - 1) / 2)} of ${machines} machines, but only if one failing host does not take more of them.`,
        how: `They stay in one data centre where possible, with ${common} GbE between them, or ${large} GbE in a large cluster.`,
      }),
    ];
  },
});

/** What shows that nothing filters traffic among nodes, with two machines of their network. */
export const unfiltered = (read: Reader): string => `TCP ${read.fact(insidePorts.kubelet)} is refused and not dropped, and \`iperf3 --udp\` carries packets of 1,400 bytes on port ${read.fact(insidePorts.vxlan)}`;

/** Nodes of one cluster that reach each other without a filter. */
const nodeToNode = rule<readonly Draft[]>({
  id: "checklist.node-to-node",
  title: "Checklist: traffic among nodes",
  per: "cluster",
  sources: ["kkp.cluster-requirements", "kubernetes.ports"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("Whoever runs the cluster opens what Kubernetes needs inside it.");
    if (madeWithMachines(read, read.answer(infrastructure.cluster.place, cluster))) return read.notApplicable("Terraform makes the network with its rules, and the runbook tries it then.");
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `node-to-node[${cluster}]`, {
        title: `No filter among the nodes of ${name}`,
        team: "network",
        chapter: "network",
        verify: `From one test machine of the node network to another: ${unfiltered(read)}`,
        after: afterNetwork(read, read.answer(infrastructure.cluster.place, cluster)),
        why: `Every node of ${name} speaks to every other; a security group or micro-segmentation between them shows as pods that hang, never as an error.`,
      }),
    ];
  },
});

export const qualityItems: readonly Rule<readonly Draft[]>[] = [spread, nodeToNode];
