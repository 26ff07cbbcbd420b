import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { workerDisk } from "../../facts/sizing/machines.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { platformSystem } from "../basics/image-takers.ts";
import { clusterName } from "../basics/platform.ts";
import { platformWorkers, selfMade, usesTerraform } from "../basics/provisioning.ts";
import { controlPlaneSizing } from "../sizing/control-planes.ts";
import { figureOf } from "../sizing/figures.ts";
import { workersToCome } from "../sizing/workers.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { afterNetwork } from "./made-network.ts";

/** The row whose item brings machines of a cluster that somebody makes by hand. */
export const handMadeRow = (cluster: string): string => `hand-made[${cluster}]`;

/** Figures of one machine, as a part of a sentence. */
const sized = (cpu: number, memory: number, disk: number): string => `${cpu} vCPU, ${formatFigure(memory)} GiB of memory and a root disk of ${disk} GB`;

/** Who makes machines of a platform cluster where neither Terraform nor KubeOne does. Workers are among them where each is listed. */
const handMade = rule<readonly Draft[]>({
  id: "checklist.hand-made",
  title: "Checklist: machines made by hand",
  per: "cluster",
  sources: ["kubeone.infrastructure", "kubeone.static-nodes"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    if (usesTerraform(read, cluster)) return read.notApplicable("Terraform makes its machines.");
    if (read.optionalRule(selfMade, cluster) !== undefined) return read.notApplicable("KubeOne makes its control planes, and these its workers.");
    const [control] = read.rule(controlPlaneSizing, cluster);
    if (!control) return read.notApplicable("The cluster has no control plane of its own.");
    const place = read.answer(infrastructure.cluster.place, cluster);
    const block = read.maybe(network.place.nodeNetwork, place);
    const name = clusterName(read, cluster);
    const workers = read.rule(platformWorkers, cluster) === "static" ? workersOf(read, cluster) : undefined;
    const count = `${formatCount(control.machines, "control plane")}${workers ? ` and ${formatCount(workers.count, "worker")}` : ""}`;
    const figures = listed([`${control.machines === 1 ? "the control plane has" : "each control plane has"} ${sized(control.cpu, control.memory, control.disk)}`, ...(workers ? [`each worker ${sized(workers.cpu, workers.memory, workers.disk)}`] : [])]);
    const apart = control.machines === 1 ? "" : ", no two control planes on one host";
    return [
      itemOf(read, handMadeRow(cluster), {
        title: `${count} of ${name} on ${provider.title} handed over, with ${platformSystem(read, cluster)}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `Somebody is named who hands them over, and another one in place of one that fails. The list of machines shows ${count} in ${block.kind === "known" ? block.value : "the node network"} with the addresses of this plan${apart}; ${figures}, as \`lscpu\`, \`lsmem\` and \`lsblk\` print it at the console of each`,
        after: [`machines[${cluster}]`, `fixed-addresses[${cluster}]`, `platform-image[${cluster}]`, ...afterNetwork(read, place)],
        why: `KubeOne makes no machine of ${name}: it enters ${control.machines + (workers?.count ?? 0) === 1 ? "one that is" : "those that are"} there by SSH. Smaller ones carry less than this plan counts on.`,
        blockedBy: openIn(block),
      }),
    ];
  },
});

const workersOf = (read: Reader, cluster: string) => ({
  count: read.rule(workersToCome, cluster),
  cpu: read.answer(infrastructure.cluster.workerCpu, cluster),
  memory: read.answer(infrastructure.cluster.workerMemory, cluster),
  disk: figureOf(read)(workerDisk),
});

export const handMadeItems: readonly Rule<readonly Draft[]>[] = [handMade];
