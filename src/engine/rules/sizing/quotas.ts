import { rule, type Reader } from "../../kernel/rule.ts";
import type { QuotaSizing } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { formatFigure } from "../../values/figures.ts";
import { accountApart } from "../basics/account-apart.ts";
import { placeName, runsAlready } from "../basics/platform.ts";
import { quotaOfCluster, quotaOfDatacenter, type QuotaPart } from "./quota-parts.ts";
import { standingAt, type Standing } from "./standers.ts";

/** Whether an infrastructure keeps a quota that the plan can count against. */
const counts = ({ prepare }: Provider): boolean => prepare.some((preparation) => preparation.counts !== undefined);

/** What the plan takes of the quotas at a place: machines, volumes and load balancers of the platform, and nodes of user clusters; those of an account of their own by themselves. */
export const quotaSizing = rule<readonly QuotaSizing[]>({
  id: "sizing.quotas",
  title: "Quotas of the infrastructure",
  per: "place",
  sources: [],
  derive: (read, place) => {
    if (runsAlready(read)) return read.notApplicable("What runs already counts against its quota today.");
    const standing = standingAt(read, place, counts);
    if (standing.length === 0) return read.notApplicable("The plan knows of no quota at this place.");
    return standing.flatMap((one) => byAccount(read, one).flatMap((counted) => sumOf(read, place, one.provider, counted)));
  },
});

/** What counts against one quota: that of the management, or that of an account that user clusters have for themselves. */
interface Counted {
  readonly account: string | undefined;
  /** Id of its first subject that is not of the management. */
  readonly first: string | undefined;
  readonly parts: QuotaPart[];
}

/** What stands at a place, by the account in which it lies. Those of the management come first. */
function byAccount(read: Reader, { there }: Standing): readonly Counted[] {
  const found = new Map<string | undefined, Counted>([[undefined, { account: undefined, first: undefined, parts: [] }]]);
  for (const { kind, id } of there) {
    const part = read.optionalRule(kind === "cluster" ? quotaOfCluster : quotaOfDatacenter, id);
    if (!part) continue;
    const apart = kind === "datacenter" ? read.optionalRule(accountApart, id) : undefined;
    const account = apart && `${apart.title} ${apart.name}`;
    const counted = found.get(account) ?? { account, first: id, parts: [] };
    counted.parts.push(part);
    found.set(account, counted);
  }
  return [...found.values()];
}

/** The sum over one quota; none where nothing of it is planned. */
function sumOf(read: Reader, place: string, provider: Provider, { account, first, parts }: Counted): readonly QuotaSizing[] {
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
      id: `sizing.quota[${place}.${provider.id}${first === undefined ? "" : `.${first}`}]`,
      place,
      infrastructure: provider.title,
      ...(account === undefined ? {} : { account }),
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
      why: `${provider.title} refuses whatever exceeds the quota of ${account === undefined ? placeName(read, place) : `the ${account}`}, one machine after the other. Volumes and further load balancers that workloads claim are not among these figures, nor is the size of nodes of user clusters, which their templates name.`,
    },
  ];
}
