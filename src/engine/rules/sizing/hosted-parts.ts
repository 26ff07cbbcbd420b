import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { machineSurge } from "../../facts/quality.ts";
import { workerDisk } from "../../facts/sizing/machines.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { controlPlaneSizing } from "./control-planes.ts";
import { figureOf } from "./figures.ts";
import { nodesBySize } from "./nodes.ts";
import { clusterSizing, workerGroups, workersToCome } from "./workers.ts";

/** Virtual machines of one size that servers of the customer carry. */
export interface HostedPart {
  /** With those that replace others for a while. */
  readonly machines: number;
  /** vCPU, and GiB of memory, of each. */
  readonly cpu: number;
  readonly memory: number;
  /** GiB of each. */
  readonly disk: number;
  /** How their number comes about, as a full sentence. */
  readonly step: string;
  /** What they are, as the part of a sentence. */
  readonly why: string;
}

/** The question that a record names, which is a number by its own definition. */
export function hostedQuestion(kind: "place" | "datacenter", key: string): Question<number> {
  const question = providerQuestions[kind][key] as Question<number> | undefined;
  if (!question) throw new Error(`No provider asks ${key}`);
  return question;
}

const replacing = (count: number) => (count === 1 ? "replaces others" : "replace others");

/** Virtual machines that are the nodes of a datacenter's user clusters. */
export const hostedNodes = rule<HostedPart>({
  id: "sizing.hosted-nodes",
  title: "Virtual machines of user clusters",
  per: "datacenter",
  sources: ["kubeone.machine-deployments"],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const { hosted, title } = provider;
    if (!hosted) return read.notApplicable(`The plan sizes no servers of ${title}.`);
    const sizes = nodesBySize(read, datacenter);
    if (sizes.length === 0) return read.notApplicable("No user cluster is planned here.");
    const [cpuOf, memoryOf, diskOf] = [hosted.cpu, hosted.memory, hosted.disk].map((key) => hostedQuestion("datacenter", key)) as [Question<number>, Question<number>, Question<number>];
    read.need([cpuOf, datacenter], [memoryOf, datacenter], [diskOf, datacenter]);
    const [cpu, memory, disk] = [read.answer(cpuOf, datacenter), read.answer(memoryOf, datacenter), read.answer(diskOf, datacenter)];
    const clusters = sizes.reduce((sum, { count }) => sum + count, 0);
    const nodes = sizes.reduce((sum, size) => sum + size.count * size.nodes, 0);
    const surge = read.fact(machineSurge);
    const machines = nodes + clusters * surge;
    const name = datacenterName(read, datacenter);
    return {
      machines,
      cpu,
      memory,
      disk,
      step: `${name}: ${sizes.map(({ count, nodes: each }) => `${formatFigure(count)} × ${formatCount(each, "node")}`).join(" + ")} = ${formatFigure(nodes)} virtual machines, and ${formatFigure(clusters)} × ${surge} = ${formatFigure(clusters * surge)} that ${replacing(clusters * surge)} for a while: ${formatFigure(machines)}.`,
      why: `${formatCount(nodes, "virtual machine")} of ${cpu} vCPU, ${formatFigure(memory)} GiB and a disk of ${formatFigure(disk)} GiB ${nodes === 1 ? "is the node" : "are the nodes"} of ${formatCount(clusters, "user cluster")} of ${name}, and ${clusters * surge} more ${replacing(clusters * surge)} for a while`,
    };
  },
});

/** Virtual machines of a platform cluster that stands on such servers, as far as they are not there. */
export function hostedPlatform(read: Reader, cluster: string): readonly HostedPart[] {
  const name = clusterName(read, cluster);
  const [control] = read.optionalRule(controlPlaneSizing, cluster) ?? [];
  const parts: HostedPart[] = control
    ? [
        {
          machines: control.machines,
          cpu: control.cpu,
          memory: control.memory,
          disk: control.disk,
          step: `${name}: ${formatCount(control.machines, "control plane")}.`,
          why: `${formatCount(control.machines, "control plane")} of ${name} ${control.machines === 1 ? "has" : "have"} ${control.cpu} vCPU, ${formatFigure(control.memory)} GiB and a disk of ${formatFigure(control.disk)} GiB`,
        },
      ]
    : [];
  // Where no number of its workers carries the load, none is counted, and a finding says so.
  const workers = read.optionalRule(clusterSizing, cluster) === undefined ? 0 : read.rule(workersToCome, cluster);
  if (workers === 0) return parts;
  const [cpu, memory] = [read.answer(infrastructure.cluster.workerCpu, cluster), read.answer(infrastructure.cluster.workerMemory, cluster)];
  const disk = figureOf(read)(workerDisk);
  const [groups, surge] = [read.rule(workerGroups, cluster), read.fact(machineSurge)];
  read.cite("kubeone.machine-deployments");
  return [
    ...parts,
    {
      machines: workers + groups * surge,
      cpu,
      memory,
      disk,
      step: `${name}: ${formatCount(workers, "worker")}, and ${groups} × ${surge} = ${groups * surge} that ${replacing(groups * surge)} for a while: ${formatFigure(workers + groups * surge)}.`,
      why: `${formatCount(workers, "worker")} of ${name} ${workers === 1 ? "has" : "have"} ${cpu} vCPU, ${formatFigure(memory)} GiB and a root disk of ${formatFigure(disk)} GiB, and ${groups * surge} more ${replacing(groups * surge)} for a while`,
    },
  ];
}
