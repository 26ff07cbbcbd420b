import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { ListedKind } from "../../answers/answers.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { HostedSizing } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { HostedMachines } from "../../providers/contract/machines.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { hostedNodes, hostedPlatform, hostedQuestion, type HostedPart } from "./hosted-parts.ts";

const MIB = 1024;
type Kind = Exclude<ListedKind, "place">;

/** What may stand on servers of the customer; place and provider as far as they are answered. */
interface Stander {
  readonly kind: Kind;
  readonly id: string;
  readonly place: string | undefined;
  readonly provider: ProviderId | undefined;
}

/** Clusters and datacenters on infrastructures whose servers the plan sizes, or on those that nobody has named. One pass, so that many places stay linear. */
const standers = rule<readonly Stander[]>({
  id: "sizing.hosted-standers",
  title: "What stands on servers of virtual machines",
  per: "plan",
  sources: [],
  derive: (read) =>
    (["datacenter", "cluster"] as const).flatMap((kind) =>
      read.subjects(kind).flatMap((id): readonly Stander[] => {
        const provider = read.maybe(infrastructure[kind].provider, id);
        if (provider.kind === "known" && !(providerOf(provider.value) as Provider).hosted) return [];
        const place = read.maybe(infrastructure[kind].place, id);
        return [{ kind, id, place: place.kind === "known" ? place.value : undefined, provider: provider.kind === "known" ? provider.value : undefined }];
      }),
    ),
});

/** MiB that one virtual machine takes beside its own memory, rounded up. */
const besides = ({ each, perCpu, perMille }: HostedMachines["overhead"]["value"], { cpu, memory }: HostedPart): number => Math.ceil(each + perCpu * cpu + (memory * MIB * perMille) / 1000);

/** What all virtual machines of the plan take of the servers of a place that carry them: those of user clusters, and those of the platform beside them. */
export const hostedSizing = rule<readonly HostedSizing[]>({
  id: "sizing.hosted-machines",
  title: "Servers of the virtual machines",
  per: "place",
  sources: [],
  derive: (read, place) => {
    const all = read.aside(() => read.rule(standers));
    const ids = [...new Set(all.flatMap((one) => (one.place === place && one.provider !== undefined ? one.provider : [])))];
    if (ids.length === 0) return read.notApplicable("No servers of this place are sized by the plan.");
    return ids.flatMap((id) => {
      // What may stand there as well is part of the sum, or the sum waits for it.
      const there = all.filter((one) => (one.place ?? place) === place && (one.provider ?? id) === id);
      read.need(...there.flatMap(({ kind, id: subject }) => [[infrastructure[kind].place, subject] as const, [infrastructure[kind].provider, subject] as const]));
      return sumOn(read, place, id, there);
    });
  },
});

/** The sum over one set of servers; none where nothing is planned on them. */
function sumOn(read: Reader, place: string, id: ProviderId, there: readonly Stander[]): readonly HostedSizing[] {
  const { hosted }: Provider = providerOf(id);
  if (!hosted) return [];
  const carried = there.flatMap(({ kind, id: subject }) => {
    const nodes = kind === "datacenter" ? read.optionalRule(hostedNodes, subject) : undefined;
    const parts = kind === "cluster" ? hostedPlatform(read, subject) : nodes ? [nodes] : [];
    return parts.length === 0 ? [] : [{ kind, subject, parts }];
  });
  const parts = carried.flatMap((one) => one.parts);
  if (parts.length === 0) return [];
  read.cite(...hosted.sources);
  const perCore = read.answer(hostedQuestion("place", hosted.perCore), place);
  const overhead = read.fact(hosted.overhead);
  const sum = (of: (part: HostedPart) => number) => parts.reduce((so, part) => so + of(part), 0);
  const words = (of: (part: HostedPart) => string) => parts.map(of).join(" + ");
  const machines = sum((part) => part.machines);
  const vcpus = sum((part) => part.machines * part.cpu);
  const cores = Math.ceil(vcpus / perCore);
  const memory = Math.ceil(sum((part) => part.machines * part.memory) + sum((part) => part.machines * besides(overhead, part)) / MIB);
  const disk = sum((part) => part.machines * part.disk);
  const of = (kind: Kind) => carried.flatMap((one) => (one.kind === kind ? [one.subject] : []));
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
