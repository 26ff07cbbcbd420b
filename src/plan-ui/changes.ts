import { comparePlans, type AddressAssignment, type Derived, type DnsRecord, type Finding, type Flow, type Plan, type PlanDifference, type RedirectUri, type ServedHost } from "../engine/index.ts";
import { count, countInWords, figure, signed } from "./words.ts";

type Row = PlanDifference["rows"][number];
type Part = Row["part"];

/** One line of "Changed by your last answer". */
export interface ChangeLine {
  readonly key: string;
  /** `+1`, `−24`, or `≠` for rows that say something else now. */
  readonly sign: string;
  readonly text: string;
  /** What it is about, for machines: a name, an address. */
  readonly code?: string;
  readonly tone: "better" | "worse" | "neutral";
  /** The same as part of a sentence: "24 addresses fewer". */
  readonly spoken: string;
}

interface Wording {
  readonly one: string;
  readonly many: string;
  readonly code: (row: Derived) => string;
}

const WORDING: Readonly<Partial<Record<Part, Wording>>> = {
  records: { one: "DNS record", many: "DNS records", code: (row) => (row as DnsRecord).name },
  hosts: { one: "certificate name", many: "certificate names", code: (row) => (row as ServedHost).name },
  flows: { one: "firewall row", many: "firewall rows", code: (row) => `${(row as Flow).protocol} ${(row as Flow).ports}`.trim() },
  redirectUris: { one: "redirect URI", many: "redirect URIs", code: (row) => (row as RedirectUri).uri },
};

const latest = new WeakMap<Plan, { readonly before: Plan; readonly lines: readonly ChangeLine[] }>();

/** What one answer changed, in the order of the panel: addresses, names, firewall, logins, findings. */
export function changesBetween(before: Plan, after: Plan): readonly ChangeLine[] {
  const known = latest.get(after);
  if (known?.before === before) return known.lines;
  const lines = linesBetween(before, after);
  latest.set(after, { before, lines });
  return lines;
}

function linesBetween(before: Plan, after: Plan): readonly ChangeLine[] {
  const { rows } = comparePlans(...withoutShared(before, after));
  // A row that is gone because its answer is open now is not fewer of anything.
  const waits = ({ change, before: row }: Row) => change === "removed" && row !== undefined && after.cells.get(row.from)?.state === "waiting";
  const of = (part: Part) => rows.filter((row) => row.part === part && !waits(row));
  const waiting = (part: Part) => rows.filter((row) => row.part === part && waits(row));
  return [
    ...addressLines(of("assignments")),
    ...waitingLines("assignments", waiting("assignments"), { one: "address", many: "addresses" }),
    ...(Object.entries(WORDING) as [Part, Wording][]).flatMap(([part, wording]) => [...countedLines(part, of(part), wording), ...waitingLines(part, waiting(part), wording)]),
    ...findingLines(of("findings")),
  ];
}

/** Both plans without the rows that an edit left alone, which in a large plan are nearly all. */
function withoutShared(before: Plan, after: Plan): [Plan, Plan] {
  return [without(before, rowsOf(after)), without(after, rowsOf(before))];
}

const rowsOf = ({ addresses, dns, certificates, firewall, identity, findings }: Plan): ReadonlySet<Derived> =>
  new Set<Derived>([addresses.assignments, dns.records, certificates.hosts, certificates.requests, firewall.flows, identity.redirectUris, findings].flat());

function without(plan: Plan, rows: ReadonlySet<Derived>): Plan {
  const rest = <R extends Derived>(all: readonly R[]): readonly R[] => all.filter((row) => !rows.has(row));
  const { addresses, dns, certificates, firewall, identity, findings } = plan;
  return {
    ...plan,
    addresses: { ...addresses, assignments: rest(addresses.assignments) },
    dns: { ...dns, records: rest(dns.records) },
    certificates: { ...certificates, hosts: rest(certificates.hosts), requests: rest(certificates.requests) },
    firewall: { ...firewall, flows: rest(firewall.flows) },
    identity: { ...identity, redirectUris: rest(identity.redirectUris) },
    findings: rest(findings),
  };
}

/** One sentence for people who listen: "NodePort chosen. 24 addresses fewer, one blocker solved." */
export function changeSentence(label: string, lines: readonly ChangeLine[]): string {
  const shown = lines.slice(0, 4).map(({ spoken }) => spoken);
  const rest = lines.length - shown.length;
  if (shown.length === 0) return `${label}. Nothing else changes.`;
  return `${label}. ${shown.join(", ")}${rest > 0 ? ` and ${count(rest, "more change")}` : ""}.`;
}

function addressLines(rows: readonly Row[]): readonly ChangeLine[] {
  const sizeOf = (row: Derived | undefined) => (row ? (row as AddressAssignment).count : 0);
  const difference = rows.reduce((sum, { before, after }) => sum + sizeOf(after) - sizeOf(before), 0);
  // A row whose title alone is another, because a cluster was renamed, has moved nowhere.
  const addressOf = (row: Derived | undefined) => JSON.stringify((row as AddressAssignment | undefined)?.address);
  const moved = rows.filter(({ change }) => change === "changed").filter(({ before, after }) => sizeOf(before) === sizeOf(after) && addressOf(before) !== addressOf(after));
  const lines: ChangeLine[] = [];
  if (difference !== 0) {
    const [only] = rows.filter(({ change }) => change !== "changed");
    const title = rows.length === 1 && only ? (only.after ?? only.before) : undefined;
    lines.push({
      key: "addresses",
      sign: signed(difference),
      text: `${Math.abs(difference) === 1 ? "address" : "addresses"}${title ? `: ${(title as AddressAssignment).title}` : ""}`,
      tone: "neutral",
      spoken: `${count(Math.abs(difference), "address", "addresses")} ${difference > 0 ? "more" : "fewer"}`,
    });
  }
  if (moved.length > 0) {
    lines.push({
      key: "addresses-moved",
      sign: "≠",
      text: count(moved.length, "address changes", "addresses change"),
      tone: "neutral",
      spoken: count(moved.length, "address changes", "addresses change"),
    });
  }
  return lines;
}

/** Rows that wait for an answer now. */
function waitingLines(part: Part, rows: readonly Row[], { one, many }: Pick<Wording, "one" | "many">): readonly ChangeLine[] {
  const size = rows.reduce((sum, { before }) => sum + ((before as Partial<AddressAssignment> | undefined)?.count ?? 1), 0);
  if (size === 0) return [];
  const text = count(size, `${one} waits for an answer`, `${many} wait for an answer`);
  return [{ key: `${part}-waiting`, sign: "?", text, tone: "neutral", spoken: text }];
}

function countedLines(part: Part, rows: readonly Row[], { one, many, code }: Wording): readonly ChangeLine[] {
  return (["added", "removed", "changed"] as const).flatMap((change) => {
    const these = rows.filter((row) => row.change === change);
    const [first] = these;
    if (!first) return [];
    const subject = these.length === 1 ? one : many;
    const single = these.length === 1 ? (first.after ?? first.before) : undefined;
    const sign = change === "changed" ? "≠" : signed(change === "added" ? these.length : -these.length);
    return [
      {
        key: `${part}-${change}`,
        sign,
        text: change === "changed" ? (single ? `${one} changes:` : `${figure(these.length)} ${many} change`) : subject,
        ...(single ? { code: code(single) } : {}),
        tone: "neutral",
        spoken: change === "changed" ? count(these.length, `${one} changes`, `${many} change`) : `${count(these.length, one, many)} ${change === "added" ? "more" : "fewer"}`,
      } satisfies ChangeLine,
    ];
  });
}

function findingLines(rows: readonly Row[]): readonly ChangeLine[] {
  return rows
    .filter(({ change }) => change !== "changed")
    .map(({ id, change, before, after }) => {
      const finding = (after ?? before) as Finding;
      const added = change === "added";
      return {
        key: `finding-${id}`,
        sign: added ? "+1" : "−1",
        text: `${finding.severity === "advice" ? "piece of advice" : finding.severity}: ${finding.title}`,
        tone: finding.severity === "advice" ? "neutral" : added ? "worse" : "better",
        spoken: `${countInWords(1, finding.severity === "advice" ? "piece of advice" : finding.severity).toLowerCase()} ${added ? `more: ${finding.title}` : "solved"}`,
      } satisfies ChangeLine;
    });
}
