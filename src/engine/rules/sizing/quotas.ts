import { rule, type Reader } from "../../kernel/rule.ts";
import type { QuotaSizing } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { formatFigure } from "../../values/figures.ts";
import { placeName, runsAlready } from "../basics/platform.ts";
import { quotaOfCluster, quotaOfDatacenter, type QuotaPart } from "./quota-parts.ts";
import { standingAt, type Standing } from "./standers.ts";

/** Whether an infrastructure keeps a quota that the plan can count against. */
const counts = ({ prepare }: Provider): boolean => prepare.some((preparation) => preparation.counts !== undefined);

/** Id of the row of one infrastructure at a place. */
export const quotaId = (place: string, provider: string): string => `sizing.quota[${place}.${provider}]`;

/** What the plan takes of the quotas at a place: machines, volumes and load balancers of the platform, and nodes of user clusters. */
export const quotaSizing = rule<readonly QuotaSizing[]>({
  id: "sizing.quotas",
  title: "Quotas of the infrastructure",
  per: "place",
  sources: [],
  derive: (read, place) => {
    if (runsAlready(read)) return read.notApplicable("What runs already counts against its quota today.");
    const standing = standingAt(read, place, counts);
    if (standing.length === 0) return read.notApplicable("The plan knows of no quota at this place.");
    return standing.flatMap((one) => sumAt(read, place, one));
  },
});

/** The sum over one infrastructure; none where nothing of it is planned. */
function sumAt(read: Reader, place: string, { provider, there }: Standing): readonly QuotaSizing[] {
  const parts: readonly QuotaPart[] = there.flatMap(({ kind, id }) => read.optionalRule(kind === "cluster" ? quotaOfCluster : quotaOfDatacenter, id) ?? []);
  const groups = parts.flatMap(({ machines }) => machines);
  const sum = (of: (part: QuotaPart) => number) => parts.reduce((so, part) => so + of(part), 0);
  const ofMachines = (each: "cpu" | "memory" | "disk") => groups.reduce((so, group) => so + group.machines * group[each], 0);
  const words = (each: "cpu" | "memory" | "disk") => groups.map((group) => `${formatFigure(group.machines)} × ${formatFigure(group[each])}`).join(" + ");
  const machines = groups.reduce((so, group) => so + group.machines, 0);
  const [bastions, nodes, volumes, volumeSize, balancers] = [sum((part) => part.bastions), sum((part) => part.nodes), sum((part) => part.volumes), sum((part) => part.volumeSize), sum((part) => part.balancers)];
  const rules = parts.flatMap((part) => part.groupRules ?? []);
  if (machines + nodes + volumes + balancers === 0) return [];
  read.cite(...provider.prepare.flatMap((preparation) => (preparation.counts === undefined ? [] : preparation.sources)));
  const [cpu, memory, disk] = [ofMachines("cpu"), ofMachines("memory"), ofMachines("disk")];
  return [
    {
      id: quotaId(place, provider.id),
      place,
      infrastructure: provider.title,
      machines,
      cpu,
      memory,
      disk,
      bastions,
      nodes,
      volumes,
      volumeSize,
      balancers,
      ...(rules.length === 0 ? {} : { groupRules: Math.max(...rules) }),
      arithmetic: [
        ...groups.map(({ step }) => step),
        ...(machines === 0
          ? []
          : [
              `${words("cpu")} = ${formatFigure(cpu)} vCPU of machines of the platform.`,
              `${words("memory")} = ${formatFigure(memory)} GiB of memory.`,
              `${words("disk")} = ${formatFigure(disk)} GB of root disks.`,
            ]),
        ...parts.flatMap(({ steps }) => steps),
      ],
      from: read.cell,
      why: `${provider.title} refuses whatever exceeds a quota of ${placeName(read, place)}, one machine after the other. Volumes and further load balancers that workloads claim are not among these figures, nor is the size of nodes of user clusters, which their templates name.`,
    },
  ];
}
