import { rule, type Reader } from "../../kernel/rule.ts";
import type { HostedSizing } from "../../plan/plan.ts";
import type { HostedMachines } from "../../providers/contract/machines.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { hostedNodes, hostedQuestion } from "./hosted-parts.ts";
import { platformMachines, type MachinePart } from "./machine-parts.ts";
import { standingAt, type StanderKind, type Standing } from "./standers.ts";

const MIB = 1024;

/** MiB that one virtual machine takes beside its own memory, rounded up. */
const besides = ({ each, perCpu, perMille }: HostedMachines["overhead"]["value"], { cpu, memory }: MachinePart): number => Math.ceil(each + perCpu * cpu + (memory * MIB * perMille) / 1000);

/** What all virtual machines of the plan take of the servers of a place that carry them: those of user clusters, and those of the platform beside them. */
export const hostedSizing = rule<readonly HostedSizing[]>({
  id: "sizing.hosted-machines",
  title: "Servers of the virtual machines",
  per: "place",
  sources: [],
  derive: (read, place) => {
    const standing = standingAt(read, place, ({ hosted }) => hosted !== undefined);
    if (standing.length === 0) return read.notApplicable("No servers of this place are sized by the plan.");
    return standing.flatMap((one) => sumOn(read, place, one));
  },
});

/** The sum over one set of servers; none where nothing is planned on them. */
function sumOn(read: Reader, place: string, { provider: { id, hosted }, there }: Standing): readonly HostedSizing[] {
  if (!hosted) return [];
  const carried = there.flatMap(({ kind, id: subject }) => {
    const nodes = kind === "datacenter" ? read.optionalRule(hostedNodes, subject) : undefined;
    const parts = kind === "cluster" ? platformMachines(read, subject) : nodes ? [nodes] : [];
    return parts.length === 0 ? [] : [{ kind, subject, parts }];
  });
  const parts = carried.flatMap((one) => one.parts);
  if (parts.length === 0) return [];
  read.cite(...hosted.sources);
  const perCore = read.answer(hostedQuestion("place", hosted.perCore), place);
  const overhead = read.fact(hosted.overhead);
  const sum = (of: (part: MachinePart) => number) => parts.reduce((so, part) => so + of(part), 0);
  const words = (of: (part: MachinePart) => string) => parts.map(of).join(" + ");
  const machines = sum((part) => part.machines);
  const vcpus = sum((part) => part.machines * part.cpu);
  const cores = Math.ceil(vcpus / perCore);
  const memory = Math.ceil(sum((part) => part.machines * part.memory) + sum((part) => part.machines * besides(overhead, part)) / MIB);
  const disk = sum((part) => part.machines * part.disk);
  const of = (kind: StanderKind) => carried.flatMap((one) => (one.kind === kind ? [one.subject] : []));
  return [
    {
      id: `sizing.hosted[${place}.${id}]`,
      place,
      datacenters: of("datacenter"),
      clusters: of("cluster"),
      servers: hosted.servers,
      machines,
      cores,
      memory,
      disk,
      arithmetic: [
        ...parts.map(({ step }) => step),
        `${words((part) => `${formatFigure(part.machines)} × ${part.cpu} vCPU`)} = ${formatFigure(vcpus)} vCPU, of which ${perCore} share a core: ${formatCount(cores, "core")}.`,
        `${words((part) => `${formatFigure(part.machines)} × (${formatFigure(part.memory)} GiB + ${formatFigure(besides(overhead, part))} MiB that run each of them)`)} = ${formatFigure(memory)} GiB of memory.`,
        `${words((part) => `${formatFigure(part.machines)} × ${formatFigure(part.disk)} GiB`)} = ${formatFigure(disk)} GiB of disk.`,
      ],
      from: read.cell,
      why: `${parts.map(({ why }) => why).join("; ")}; ${perCore === 1 ? "each vCPU has a core of its own" : `${perCore} vCPU share a core`}, and memory is held in full.`,
    },
  ];
}
