import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { providerOf } from "../../providers/registry.ts";
import type { Value } from "../../kernel/outcome.ts";
import { known, openFor } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import type { AddressAssignment, DnsRecord } from "../../plan/plan.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { formerEntryAddress } from "../addresses/assignments.ts";
import { entryAt, installedRelease } from "../basics/platform.ts";
import { parseAddress } from "../../values/address.ts";
import { balancerOf } from "../basics/balancer.ts";

/**
 * Where a record leads: the assigned address, or a hole while the assignment waits. So names can be asked for before
 * the addresses are known.
 */
export function targetOf(read: Reader, assignment: Rule<AddressAssignment>, cluster: string, purpose: string): Pick<DnsRecord, "target" | "leadsTo" | "type"> {
  const outcome = read.outcome(assignment, cluster);
  if (outcome.kind === "not-applicable") return read.notApplicable(outcome.why);
  const leadsTo = `address.${purpose}[${cluster}]`;
  const target: Value<string> = outcome.kind === "known" ? outcome.value.address : openFor(outcome);
  return {
    target,
    leadsTo,
    // An address that nobody knows yet may turn out to be a name.
    type: target.kind !== "known" && !statedEntry(read, cluster, purpose) && answersByName(read, cluster) ? "CNAME" : typeOf(target),
  };
}

/** Whether it is a Gateway of the customer, whose address people state, as far as it is known what serves the entry. */
function statedEntry(read: Reader, cluster: string, purpose: string): boolean {
  if (purpose !== "entry") return false;
  const entry = read.aside(() => read.outcome(entryAt, cluster));
  return entry.kind === "known" && entry.value.own === true;
}

/** Whether load balancers of a cluster answer with a host name, so that records to them are CNAMEs. */
export const answersByName = (read: Reader, cluster: string): boolean =>
  balancerOf(read, cluster).addressesFrom === "provider" && providerOf(read.answer(infrastructure.cluster.provider, cluster)).loadBalancerAnswers === "name";

/** The type at the top of a zone, where no CNAME may stand: what the DNS service offers in its place, if anything. */
export function atApex(read: Reader, name: string, type: DnsRecord["type"]): DnsRecord["type"] {
  if (type !== "CNAME" || read.answer(dns.plan.zoneName) !== name) return type;
  return dnsServiceOf(read.answer(dns.plan.automation)).apexAlias === undefined ? type : "ALIAS";
}

/** Record type for a target. */
export function typeOf(target: Value<string>): DnsRecord["type"] {
  return target.kind === "known" && parseAddress(target.value)?.family === 6 ? "AAAA" : "A";
}

/** When a record can be entered: at once for a fixed address, unless `fixed` says otherwise, and after somebody has handed the address out. */
export function whenOf(target: Value<string>, service: string, fixed = "Any time, the address is fixed by this plan"): string {
  if (target.kind === "later") return target.lacking ? `When there is ${target.who}` : `When ${target.who} has given ${service} its address`;
  return target.kind === "known" ? fixed : "When the address is known";
}

/** When a record is entered whose address an upgrade leaves alone. */
export const STAYS = "It is there, and the upgrade leaves it";

/** Whether an address that this plan cannot know has been handed out before an upgrade. */
export const isThere = (read: Reader, target: Value<string>): boolean => target.kind === "later" && stays(read, target);

/** Whether a running Service holds an address through an upgrade, and the record that leads to it with it. */
export const stays = (read: Reader, target: Value<string>): boolean => !(target.kind === "later" && target.lacking === true) && read.outcome(installedRelease).kind === "known";

/** When a record that leads to a fixed address is entered, where external-dns writes it: not before it runs, since it leaves alone what is there already. */
export const fixedIn = ({ by }: Pick<DnsRecord, "by">): string | undefined => (by === undefined ? undefined : `When ${by} runs, and not before: it leaves alone what it did not write`);

/** The same for a record that leads to an entry: on an upgrade that replaces the entry the name is there, and moves, unless the upgrade brings it (`added`). */
export function whenEntry(read: Reader, cluster: string, target: Value<string>, service: string, entered: Pick<DnsRecord, "by">, added = false): string {
  const former = read.outcome(formerEntryAddress, cluster);
  const ports = former.kind === "known" ? portsAt(read, cluster) : undefined;
  if (ports && target.kind === "known") return `${entered.by === undefined ? "Any time" : "It is there"}: the address stays through the upgrade, and ${ports.dialled ? "the ports in URLs change" : "what stands in front is led to other ports"}`;
  if (former.kind !== "known" && stays(read, target) && !added) return STAYS;
  return former.kind === "known" && !added ? `At the switch to the new entry; until then the name leads to ${spoken(former.value.address)}` : whenOf(target, service, fixedIn(entered));
}

/** A target in sentences. */
export const spoken = (target: Value<string>): string => (target.kind === "known" ? target.value : target.kind === "later" ? `an address from ${target.who}` : "an address still open");

/** The value of a known target. */
export const knownTarget = (address: string): Pick<DnsRecord, "target" | "type"> => ({ target: known(address), type: typeOf(known(address)) });
