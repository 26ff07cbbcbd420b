import { withAnswer, type AnswerPath, type Answers, type AnswerValue, type Plan } from "../../engine/index.ts";
import { planIf } from "../../plan-ui/plan-if.ts";
import { totalsOf, type Figure } from "../../plan-ui/totals.ts";
import { count, dashed } from "../../plan-ui/words.ts";

/** Figures of a plan that people weigh options by, in a fixed order. */
export interface Figures {
  readonly addresses: string;
  readonly records: string;
  readonly names: string;
  readonly flows: string;
  readonly ports: string;
  readonly limit: string;
}

/** What an option costs: figures, and faults that only this option has. */
export interface Consequence {
  readonly figures: Figures;
  readonly findings: readonly { readonly id: string; readonly severity: "blocker" | "warning"; readonly title: string }[];
  /** Missing answers that only this option asks for. */
  readonly open: readonly AnswerPath[];
}

const FIGURES: readonly (keyof Figures)[] = ["addresses", "records", "names", "flows", "ports", "limit"];

/** The plan with one option chosen, weighed. */
export function consequenceOf(answers: Answers, path: AnswerPath, value: AnswerValue): Consequence {
  const plan = planIf(withAnswer(answers, path, value));
  return {
    figures: figuresOf(plan),
    findings: plan.findings.flatMap(({ id, severity, title }) => (severity === "advice" ? [] : [{ id, severity, title }])),
    open: plan.openPoints.map((point) => point.path),
  };
}

/** What to show at one option among all that are weighed. */
export interface Shown {
  readonly figures: readonly string[];
  readonly findings: Consequence["findings"];
  readonly moreOpen: number;
}

/** Leaves out what is the same for every option, so that only what the choice decides is said. */
export function differing(all: ReadonlyMap<string, Consequence>, option: string): Shown {
  const own = all.get(option);
  const others = [...all.values()];
  if (!own || others.length < 2) return { figures: [], findings: [], moreOpen: 0 };
  const ids = others.map(({ findings }) => new Set(findings.map(({ id }) => id)));
  const everywhere = (id: string) => ids.every((of) => of.has(id));
  const fewestOpen = Math.min(...others.map(({ open }) => open.length));
  return {
    figures: FIGURES.filter((key) => others.some(({ figures }) => figures[key] !== own.figures[key])).map((key) => own.figures[key]).filter(Boolean),
    findings: own.findings.filter(({ id }) => !everywhere(id)),
    moreOpen: own.open.length - fewestOpen,
  };
}

/** Whether an option brings a blocker that others do not, so that nobody can recommend it here. */
export function isBlocked(all: ReadonlyMap<string, Consequence>, option: string): boolean {
  return differing(all, option).findings.some(({ severity }) => severity === "blocker");
}

function figuresOf(plan: Plan): Figures {
  const { addresses, records, flows } = totalsOf(plan);
  const names = plan.certificates.requests.reduce((sum, request) => sum + request.names.length, 0);
  return {
    addresses: weighed(addresses, "address", "addresses"),
    records: weighed(records, "DNS record"),
    names: weighed(names, "certificate name"),
    flows: weighed(flows, "firewall row"),
    ports: portsOf(plan),
    limit: limitOf(plan),
  };
}

/** A figure that options are weighed by; none and not known weigh nothing. */
const weighed = (value: Figure, one: string, many?: string): string => (value === "waiting" || value === 0 ? "" : count(value, one, many));

/** Ports on which people reach user-cluster API servers. */
function portsOf({ firewall }: Plan): string {
  const fronts = new Set(firewall.endpoints.filter(({ kind }) => kind === "nodeport-proxy" || kind === "user-cluster-front").map(({ id }) => id));
  const users = new Set(firewall.endpoints.filter(({ kind }) => kind === "users").map(({ id }) => id));
  const ports = new Set(firewall.flows.filter(({ source, destination }) => users.has(source) && fronts.has(destination)).map((flow) => dashed(flow.ports)));
  return ports.size === 0 ? "" : `${ports.size === 1 && !/[,–]/.test([...ports][0] ?? "") ? "Port" : "Ports"} ${[...ports].join(", ")}`;
}

/** Number of user clusters at which the first limit binds. */
function limitOf({ sizing, addresses }: Plan): string {
  // What another worker or a longer range raises is no end.
  const limits = [...sizing.ceilings.filter(({ raisedBy }) => raisedBy === undefined), ...addresses.pools].map(({ maxUserClusters }) => maxUserClusters).filter((limit) => limit !== "unlimited");
  return limits.length === 0 ? "" : `Ends at ${count(Math.min(...limits), "user cluster")}`;
}
