import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { machineSurge } from "../../facts/quality.ts";
import { rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { datacenterName } from "../basics/platform.ts";
import { replacing, type MachinePart } from "./machine-parts.ts";
import { nodesToMake } from "./nodes.ts";

/** The question that a record names, which is a number by its own definition. */
export function hostedQuestion(kind: "place" | "datacenter", key: string): Question<number> {
  const question = providerQuestions[kind][key] as Question<number> | undefined;
  if (!question) throw new Error(`No provider asks ${key}`);
  return question;
}

/** Virtual machines that are the nodes of a datacenter's user clusters. */
export const hostedNodes = rule<MachinePart>({
  id: "sizing.hosted-nodes",
  title: "Virtual machines of user clusters",
  per: "datacenter",
  sources: ["kubeone.machine-deployments"],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const { hosted, title } = provider;
    if (!hosted) return read.notApplicable(`The plan sizes no servers of ${title}.`);
    const made = nodesToMake(read, datacenter);
    if (!made) return read.notApplicable("No user cluster is planned here.");
    const [cpuOf, memoryOf, diskOf] = [hosted.cpu, hosted.memory, hosted.disk].map((key) => hostedQuestion("datacenter", key)) as [Question<number>, Question<number>, Question<number>];
    read.need([cpuOf, datacenter], [memoryOf, datacenter], [diskOf, datacenter]);
    const [cpu, memory, disk] = [read.answer(cpuOf, datacenter), read.answer(memoryOf, datacenter), read.answer(diskOf, datacenter)];
    const { clusters, nodes, surge, sum } = made;
    const machines = nodes + surge;
    const name = datacenterName(read, datacenter);
    return {
      machines,
      cpu,
      memory,
      disk,
      step: `${name}: ${sum} = ${formatFigure(nodes)} virtual machines, and ${formatFigure(clusters)} × ${read.fact(machineSurge)} = ${formatFigure(surge)} that ${replacing(surge)} for a while: ${formatFigure(machines)}.`,
      why: `${formatCount(nodes, "virtual machine")} of ${cpu} vCPU, ${formatFigure(memory)} GiB and a disk of ${formatFigure(disk)} GiB ${nodes === 1 ? "is the node" : "are the nodes"} of ${formatCount(clusters, "user cluster")} of ${name}, and ${surge} more ${replacing(surge)} for a while`,
    };
  },
});
