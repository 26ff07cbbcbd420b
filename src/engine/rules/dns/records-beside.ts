import { dns } from "../../answers/chapters/dns.ts";
import type { DnsService, RecordsProvider } from "../../dns-services/dns-service.ts";
import { openFor, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { issuer } from "../certificates/issuer.ts";

type Beside = NonNullable<RecordsProvider["beside"]>;

/** What external-dns is told in place of answers that cert-manager takes, where both change the zone; open while nobody knows whether they do. */
export function besideSolver(read: Reader, { externalDns }: DnsService): { readonly kind: "known"; readonly value: Beside } | Exclude<Value<string>, { readonly kind: "known" }> {
  const all = externalDns?.beside ?? [];
  if (all.length === 0) return { kind: "known", value: [] };
  const signing = read.outcome(issuer);
  const open = openFor(signing);
  if (open) return open;
  if (signing.kind !== "known" || signing.value.challenge !== "dns01") return { kind: "known", value: [] };
  const zone = read.maybe(dns.plan.zone);
  if (zone.kind !== "known") return zone;
  const told = all.filter(({ views }) => views !== true || zone.value === "split");
  read.cite(...told.flatMap(({ sources }) => sources));
  return { kind: "known", value: told };
}
