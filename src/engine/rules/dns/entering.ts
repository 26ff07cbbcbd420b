import { dns } from "../../answers/chapters/dns.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { isPrivate } from "../../values/address.ts";
import { handedOutReach } from "../addresses/entry-reach.ts";
import { reachBeside } from "../addresses/second-reach.ts";
import { issuance } from "../certificates/issuer.ts";
import { externalDns } from "./external-dns.ts";

/** How a zone is served, as far as it is known: records do not wait for it. */
interface ZoneUse {
  /** Who resolves it. */
  readonly zone: Value<"private" | "public" | "split">;
  /** Whether anybody looks names of the platform up in the outer view. */
  readonly lookedUp: Value<boolean>;
}

/** A value that follows from another: open with it. */
const then = <T, U>(value: Value<T>, next: (value: T) => Value<U>): Value<U> => (value.kind === "known" ? next(value.value) : value);

/** How the zone is served. */
export const zoneUse = rule<ZoneUse>({
  id: "dns.zone-use",
  title: "Views of the zone",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    const issuing = read.outcome(issuance);
    const { challenge, onInternet = false } = issuing.kind === "known" ? issuing.value : {};
    const zone = read.maybe(dns.plan.zone);
    const split = zone.kind === "known" && zone.value === "split";
    if (split && challenge === "http01") read.cite("letsencrypt.challenges");
    return {
      zone,
      lookedUp: !split ? known(false) : (openFor(issuing) ?? (challenge === "http01" && onInternet ? known(true) : read.maybe(dns.plan.outside))),
    };
  },
});

/** Whether the internet looks up what a record leads to, and reaches it. Nobody there asks for the Kubernetes API: no row leads to it from outside. */
function reachOf(read: Reader, { cluster, end, target }: Pick<DnsRecord, "cluster" | "end" | "target">, second: boolean): Value<boolean> {
  if (end === "api") return known(false);
  if (second && cluster !== undefined) return then(reachBeside(read, cluster, target), (reach) => known(reach.public));
  if (target.kind === "known") return known(!isPrivate(target.value));
  if (target.kind === "open") return target;
  const reach = read.outcome(handedOutReach, cluster);
  return openFor(reach) ?? known(reach.kind === "known" && reach.value.public);
}

/**
 * Which views carry a record, who finds it there and who enters it: what the record table, the checklist and the runbook
 * say of it.
 * @param second Whether it leads to the IPv6 address beside another one, which has a block of its own.
 */
export function entering(read: Reader, record: Pick<DnsRecord, "cluster" | "end" | "target" | "view" | "carrier">, second = false): Pick<DnsRecord, "seenBy" | "views" | "by"> {
  const { zone, lookedUp } = read.rule(zoneUse);
  if (record.view === "public") {
    return { seenBy: known("the internet"), views: then(zone, (kind) => known(kind === "split" ? "outer" : "one")) };
  }
  // The record stands while nobody knows whether external-dns can write it: what people do about it waits.
  const by = record.carrier !== undefined && read.outcome(externalDns).kind === "known" ? ({ by: "external-dns" } as const) : {};
  const reached = then(zone, (seen) => (seen === "private" ? known(false) : seen === "public" ? reachOf(read, record, second) : then(lookedUp, (looked) => (looked ? reachOf(read, record, second) : known(false)))));
  return {
    seenBy: then(reached, (outside) => known(outside ? "everybody" : "your networks")),
    views: then(zone, (seen) => (seen === "split" ? then(reached, (outside) => known(outside ? "both" : "inner")) : known("one"))),
    ...by,
  };
}
