import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Question } from "../../answers/question.ts";
import { machineSurge } from "../../facts/quality.ts";
import { rule } from "../../kernel/rule.ts";
import type { HostedSizing } from "../../plan/plan.ts";
import type { HostedMachines, Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { datacenterName } from "../basics/platform.ts";
import { nodesBySize } from "./nodes.ts";

const MIB = 1024;

/** Questions that a record names, which are numbers by its own definition. */
const asked = (kind: "place" | "datacenter", key: string): Question<number> => {
  const question = providerQuestions[kind][key] as Question<number> | undefined;
  if (!question) throw new Error(`No provider asks ${key}`);
  return question;
};

/** MiB that one virtual machine takes beside its own memory, rounded up. */
const besides = ({ each, perCpu, perMille }: HostedMachines["overhead"]["value"], cpu: number, memory: number): number => Math.ceil(each + perCpu * cpu + (memory * MIB * perMille) / 1000);

/** What virtual machines of a datacenter take of the servers that carry them. */
export const hostedSizing = rule<HostedSizing>({
  id: "sizing.hosted-machines",
  title: "Servers of the virtual machines",
  per: "datacenter",
  sources: ["kubeone.machine-deployments"],
  derive: (read, datacenter) => {
    const { title, hosted }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!hosted) return read.notApplicable(`The plan sizes no servers of ${title}.`);
    read.cite(...hosted.sources);
    const [cpuOf, memoryOf, diskOf] = [hosted.cpu, hosted.memory, hosted.disk].map((key) => asked("datacenter", key)) as [Question<number>, Question<number>, Question<number>];
    const sizes = nodesBySize(read, datacenter);
    if (sizes.length === 0) return read.notApplicable("No user cluster is planned here.");
    read.need([cpuOf, datacenter], [memoryOf, datacenter], [diskOf, datacenter], [infrastructure.datacenter.place, datacenter]);
    const [cpu, memory, disk] = [read.answer(cpuOf, datacenter), read.answer(memoryOf, datacenter), read.answer(diskOf, datacenter)];
    const perCore = read.answer(asked("place", hosted.perCore), read.answer(infrastructure.datacenter.place, datacenter));
    const clusters = sizes.reduce((sum, { count }) => sum + count, 0);
    const nodes = sizes.reduce((sum, size) => sum + size.count * size.nodes, 0);
    const surge = read.fact(machineSurge);
    const machines = nodes + clusters * surge;
    const cores = Math.ceil((machines * cpu) / perCore);
    const overhead = besides(read.fact(hosted.overhead), cpu, memory);
    const inAll = Math.ceil(machines * memory + (machines * overhead) / MIB);
    const name = datacenterName(read, datacenter);
    return {
      id: `sizing.hosted[${datacenter}]`,
      datacenter,
      servers: hosted.servers,
      machines,
      cores,
      memory: inAll,
      disk: machines * disk,
      arithmetic: [
        `${name}: ${sizes.map(({ count, nodes: each }) => `${formatFigure(count)} × ${formatCount(each, "node")}`).join(" + ")} = ${formatFigure(nodes)} virtual machines, and ${formatFigure(clusters)} × ${surge} = ${formatFigure(clusters * surge)} that replace others for a while: ${formatFigure(machines)}.`,
        `${formatFigure(machines)} × ${cpu} vCPU = ${formatFigure(machines * cpu)} vCPU, of which ${perCore} share a core: ${formatCount(cores, "core")}.`,
        `${formatFigure(machines)} × (${formatFigure(memory)} GiB + ${formatFigure(overhead)} MiB that run each of them) = ${formatFigure(inAll)} GiB of memory.`,
        `${formatFigure(machines)} × ${formatFigure(disk)} GiB = ${formatFigure(machines * disk)} GiB of disk.`,
      ],
      from: read.cell,
      why: `${formatCount(nodes, "virtual machine")} of ${cpu} vCPU, ${formatFigure(memory)} GiB and a disk of ${formatFigure(disk)} GiB ${nodes === 1 ? "is the node" : "are the nodes"} of ${formatCount(clusters, "user cluster")} of ${name}, and ${clusters * surge} more replace others for a while; ${perCore === 1 ? "each vCPU has a core of its own" : `${perCore} vCPU share a core`}, and memory is held in full.`,
    };
  },
});
