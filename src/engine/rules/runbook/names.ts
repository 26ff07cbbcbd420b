import { dns } from "../../answers/chapters/dns.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { capital } from "../../values/sentence.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { clusterName, seeds } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { dashboardRecord, platformRecords } from "../dns/platform-records.ts";
import { publicRecords } from "../dns/public-records.ts";
import { seedInterfaceRecords, seedWildcardRecord } from "../dns/seed-records.ts";
import { externalDns } from "../dns/external-dns.ts";
import { secondFamilyRecords } from "../dns/second-family.ts";
import { secondId } from "../addresses/second-family.ts";
import { askedFor } from "./asked-names.ts";
import { onlyInstalling, type Step, type StepRule } from "./step.ts";

/** Records with those of the second address family that stand beside them. */
function inBoth(read: Reader, rows: readonly DnsRecord[]): readonly DnsRecord[] {
  const second = new Map(rowsFrom(read, [secondFamilyRecords]).rows.map((row) => [row.id, row]));
  return rows.flatMap((row) => [row, ...[second.get(secondId(row.id))].filter((other) => other !== undefined)]);
}

/** Enters records and asks for each. */
function stepFor(read: Reader, id: string, title: string, rows: readonly DnsRecord[], why: string): readonly Step[] {
  const required = inBoth(read, rows).filter(({ need }) => need === "required");
  if (required.length === 0) return [];
  const driven = read.optionalRule(externalDns) !== undefined;
  const [later, open] = [required.some(({ target }) => target.kind === "later"), required.some(({ target }) => target.kind === "open")];
  const addresses = open
    ? "Addresses that it shows as open must be named before."
    : later ? "The addresses are those that the Services just got." : "The addresses are fixed; if the records are there already, this is the check.";
  return [
    {
      id,
      title: driven ? title.replace("Enter", "Look for") : title,
      text: `${formatCount(required.length, "record")} of the DNS chapter. ${driven ? "external-dns writes them once their Services and routes are there; enter by hand what it does not find." : addresses}`,
      commands: askedFor(required),
      from: read.cell,
      why,
    },
  ];
}

/** Records that lead to the platform entry, once it has its address. */
export const platformNames: StepRule = rule({
  id: "runbook.platform-names",
  title: "Step: records of the platform",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    onlyInstalling(read);
    const rules: readonly Rule<readonly DnsRecord[]>[] = [dashboardRecord, platformRecords, publicRecords];
    return stepFor(read, "step.platform-names", "Enter the records of the platform", rowsFrom(read, rules).rows, "Browsers find the platform entry by them, and every login comes back to it; nobody gets in before they answer.");
  },
});

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
    return stepFor(read, `step.seed-names[${cluster}]`, `Enter the records below ${name}`, [...wildcard, ...interfaces], whyOfSeed(name, balanced, wildcard, interfaces)).map((step) => ({ ...step, text: `${step.text}${hint}` }));
  },
});
