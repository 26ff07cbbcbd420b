import { dns } from "../../answers/chapters/dns.ts";
import type { DnsService } from "../../dns-services/dns-service.ts";
import type { Reader } from "../../kernel/rule.ts";
import { issuer } from "../certificates/issuer.ts";

/** The zone that an account may change, and what it is kept from where two zones have one name: one for each view. */
export interface ZoneGranted {
  readonly zone: string;
  readonly kept: readonly string[];
}

/** What external-dns or cert-manager may change: the one fills the inner view, the other writes where its authority looks. */
export function zoneGranted(read: Reader, { zones }: DnsService, seenBy: "inside" | "internet" | "authority"): ZoneGranted {
  if (!zones) return { zone: "the zone", kept: [] };
  const seen = read.answer(dns.plan.zone);
  if (seen !== "split") return { zone: seen === "private" ? zones.private : zones.one, kept: [] };
  if (seenBy === "authority") return { zone: `${zones.private} or ${zones.public} of this name, whichever of the two ${read.rule(issuer).authority} asks`, kept: [] };
  const [zone, other] = seenBy === "inside" ? [zones.private, zones.public] : [zones.public, zones.private];
  return { zone, kept: [`Nothing on ${other} of the same name`] };
}
