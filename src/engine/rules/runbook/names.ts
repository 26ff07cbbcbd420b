import { dns } from "../../answers/chapters/dns.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { clusterName, replacedAt, runsAlready, seeds } from "../basics/platform.ts";
import { newHosts } from "../certificates/new-hosts.ts";
import { aliasesSeen } from "../dns/written-alias.ts";
import { rowsFrom, soFar } from "../basics/rows-from.ts";
import { dashboardRecord, platformRecords } from "../dns/platform-records.ts";
import { outerRecords, publicRecords } from "../dns/public-records.ts";
import { seedInterfaceRecords, seedWildcardRecord } from "../dns/seed-records.ts";
import { isInBoth, isOuter, isWritten, namesOf } from "../dns/entered.ts";
import { secondFamilyRecords } from "../dns/second-family.ts";
import { secondId } from "../addresses/second-family.ts";
import { askedFor } from "./asked-names.ts";
import { movesLater, servesRecords, whoMoves } from "./external-dns.ts";
import { onlyInstalling, type Step, type StepRule } from "./step.ts";

/** Records with those of the second address family that stand beside them. */
function inBoth(read: Reader, rows: readonly DnsRecord[]): readonly DnsRecord[] {
  const second = new Map(rowsFrom(read, [secondFamilyRecords]).rows.map((row) => [row.id, row]));
  return rows.flatMap((row) => [row, ...[second.get(secondId(row.id))].filter((other) => other !== undefined)]);
}

interface Words extends Pick<Step, "id" | "title" | "why"> {
  /** Whether records are there and move. */
  readonly moving?: boolean;
  /** Answers that further records of the step wait for. */
  readonly missing?: readonly AnswerPath[];
}

/**
 * Enters records and asks for each. What external-dns writes is looked for and never entered, since it would leave that
 * alone for ever; a name that the outer view alone answers is not asked for inside.
 */
function stepFor(read: Reader, { id, title, why, moving = false, missing = [] }: Words, rows: readonly DnsRecord[]): readonly Step[] {
  const required = inBoth(read, rows).filter(({ need }) => need === "required");
  if (required.length === 0) return [];
  const driven = servesRecords(read);
  const written = required.filter(isWritten);
  const outer = required.filter(isOuter);
  const entered = required.filter((record) => !isWritten(record) && !isOuter(record));
  const inside = [...written, ...entered];
  // What moves with an upgrade is told with who moves it.
  const both = inside.filter((record) => isInBoth(record) && !(isWritten(record) && moving));
  return [
    {
      id,
      title: written.length === 0 ? title : title.replace("Enter", written.length === required.length && both.length === 0 ? "Look for" : "Look for and enter"),
      text: [
        ...(written.length === 0 ? [] : [ofExternalDns(read, written, moving, missing)]),
        ...(entered.length === 0 ? [] : [driven ? `Enter by hand what neither a route nor an annotation tells external-dns: ${listed(namesOf(entered))}.` : `${formatCount(entered.length, "record")} of the DNS chapter${soFar(missing)}${outer.length === 0 ? "" : " for machines inside"}. ${whence(entered)}`]),
        ...intoOuter(read, both, outer),
      ].join(" "),
      commands: askedFor(inside),
      from: read.cell,
      why,
    },
  ];
}

/** Records that external-dns writes or, on an upgrade, moves with their routes. */
function ofExternalDns(read: Reader, written: readonly DnsRecord[], moving: boolean, missing: readonly AnswerPath[]): string {
  read.cite("external-dns.registry");
  const one = written.length === 1;
  const there = `${one ? "its route or Service is" : "their routes or Services are"} there by now`;
  const count = `${formatCount(written.length, "record")} of the DNS chapter${soFar(missing)}`;
  return moving
    ? `${count} ${one ? "moves" : "move"} now that ${one ? "its route hangs" : "their routes hang"} on the new entry. ${whoMoves(read, written)}Where a name does not lead to the target of the record table after some minutes, the log of external-dns says why.${aliasesSeen(read, written)}`
    : `${count} ${one ? "is" : "are"} written by external-dns: ${there}. Where a name does not lead to the target of the record table after some minutes, its log says why; one entered by hand it would never keep up.${aliasesSeen(read, written)}`;
}

/** Where the addresses of records come from that somebody enters. */
function whence(rows: readonly DnsRecord[]): string {
  if (rows.some(({ target }) => target.kind === "open")) return "Addresses that it shows as open must be named before.";
  const [later, fixed] = [rows.filter(({ target }) => target.kind === "later"), rows.filter(({ target }) => target.kind !== "later")];
  if (later.length === 0) return "The addresses are fixed; if the records are there already, this is the check.";
  return fixed.length === 0 ? "The addresses have just been handed out." : `The ${later.length === 1 ? "address" : "addresses"} of ${listed(namesOf(later))} ${later.length === 1 ? "has" : "have"} just been handed out; the others are fixed.`;
}

/** What people enter into the outer view: names of a public entry at the same addresses, and those that lead to a public address of their own. */
function intoOuter(read: Reader, both: readonly DnsRecord[], outer: readonly DnsRecord[]): readonly string[] {
  const same = both.length === 0 ? [] : [servesRecords(read) && both.some(isWritten) ? `external-dns fills the inner view; the DNS team enters the same by hand into the outer one: ${listed(namesOf(both))}.` : `The DNS team enters the same into the outer view: ${listed(namesOf(both))}.`];
  const own = outer.length === 0 ? [] : [`The DNS team enters by hand into the outer view what the record table has for the internet: ${listed(namesOf(outer))}.`];
  return same.length + own.length === 0 ? [] : [...same, ...own, `A resolver on the internet shows ${both.length + outer.length === 1 ? "it" : "them"}.`];
}

/** Records that lead to the platform entry, once it has its address. */
export const platformNames: StepRule = rule({
  id: "runbook.platform-names",
  title: "Step: records of the platform",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    onlyInstalling(read);
    const rules: readonly Rule<readonly DnsRecord[]>[] = [dashboardRecord, platformRecords, publicRecords, outerRecords];
    const { rows, missing } = rowsFrom(read, rules);
    const why = "Browsers find the platform entry by them, and every login comes back to it; nobody gets in before they answer.";
    return stepFor(read, { id: "step.platform-names", title: "Enter the records of the platform", why, missing }, rows.filter((record) => !comesLater(record)));
  },
});

/** Whether a record of the platform has to wait for the route that external-dns reads it from: those of interfaces come with their stack. */
const comesLater = (record: DnsRecord): boolean => isWritten(record) && record.carrier === "stack";

/** What the installer prints about records of Seeds, where that leads astray: it names the first Seed only, and knows no label in place of a Seed's name. */
function misleading(read: Reader, cluster: string, name: string): string {
  const label = read.optional(dns.cluster.seedDnsOverwrite, cluster);
  const renamed = label !== undefined && label !== name;
  if (!renamed && read.rule(seeds).length < 2) return "";
  read.cite("kkp.code.seed-stack");
  return renamed
    ? ` The installer's own hint names ${name} in place of ${label}: go by these records.`
    : " The installer's own hint names the first Seed only: go by these records.";
}

/** What waits for the records below a Seed: its user clusters by the wildcard, its interfaces by names of their own. */
function whyOfSeed(name: string, balanced: boolean, wildcard: readonly DnsRecord[], interfaces: readonly DnsRecord[]): string {
  const clusters = wildcard.map((record) => `No worker joins a user cluster of ${name}${balanced ? " that has no address of its own" : ""} before ${record.name} answers`);
  const browsers = interfaces.length === 0 ? [] : [`browsers open the interfaces of ${name} by names of their own`];
  return `${capital([...clusters, ...browsers].join(", and "))}.`;
}

/** Records below a Seed, once its nodeport-proxy has its address. */
export const seedNames: StepRule = rule({
  id: "runbook.seed-names",
  title: "Step: records of the Seed",
  per: "cluster",
  sources: ["kkp.add-seed"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    const [wildcard = [], interfaces = []] = [seedWildcardRecord, seedInterfaceRecords].map((source) => read.optionalRule(source, cluster) ?? []);
    const name = clusterName(read, cluster);
    const balanced = wildcard.length > 0 && read.rule(strategiesOf, cluster).includes("LoadBalancer");
    const hint = misleading(read, cluster, name);
    const now = servesRecords(read) ? [] : interfaces;
    const words = { id: `step.seed-names[${cluster}]`, title: `Enter the records below ${name}`, why: whyOfSeed(name, balanced, wildcard, now) };
    return stepFor(read, words, [...wildcard, ...now]).map((step) => ({ ...step, text: `${step.text}${hint}` }));
  },
});

/** Records of interfaces that external-dns writes: their routes come with the stacks. On an upgrade those of a Seed apart are looked for with the rest of its names. */
export const interfaceNames: StepRule = rule({
  id: "runbook.interface-names",
  title: "Step: records of interfaces",
  per: "cluster",
  sources: ["external-dns.providers", "kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    const added = newHosts(read, cluster);
    const upgrade = runsAlready(read);
    const moves = upgrade && replacedAt(read, cluster) !== undefined;
    if (added.length > 0 && !(moves && servesRecords(read))) return addedNames(read, cluster, added);
    if (!servesRecords(read)) return read.notApplicable("Somebody enters them with the others.");
    if (upgrade && (replacedAt(read, cluster) === undefined || movesLater(read, cluster) || portsAt(read, cluster))) return read.notApplicable("Its step of the upgrade asks for those that move.");
    const rows = [platformRecords, seedInterfaceRecords].flatMap((source) => read.optionalRule(source, cluster) ?? []).filter(isWritten);
    const name = clusterName(read, cluster);
    return stepFor(read, { id: `step.interface-names[${cluster}]`, moving: upgrade, title: `Enter the records of interfaces of ${name}`, why: `Their routes came with the stacks of ${name}, and external-dns knows no name before its route is there.` }, rows);
  },
});

/** Records of interfaces that come with an upgrade, at an entry that has its address. */
function addedNames(read: Reader, cluster: string, added: readonly string[]): readonly Step[] {
  const rows = [platformRecords, seedInterfaceRecords].flatMap((source) => read.optionalRule(source, cluster) ?? []).filter(({ name, carrier }) => carrier === "stack" && added.includes(name));
  const name = clusterName(read, cluster);
  return stepFor(read, { id: `step.interface-names[${cluster}]`, title: `Enter the records of new interfaces of ${name}`, why: `${listed(added)} ${added.length === 1 ? "comes" : "come"} with this upgrade, and nobody has entered ${added.length === 1 ? "it" : "them"} yet.` }, rows);
}
