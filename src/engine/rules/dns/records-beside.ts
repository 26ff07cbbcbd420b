import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import type { Question } from "../../answers/question.ts";
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

/** The question for the server that external-dns changes, where cert-manager changes another one; undefined where both go to one, and while nobody knows whether they do. */
export function recordsServer(read: Reader, service: DnsService): Question<string> | undefined {
  const { endpoint } = service;
  const told = endpoint ? besideSolver(read, service) : undefined;
  const own = told?.kind === "known" ? told.value.find(({ of }) => of === endpoint?.addressQuestion) : undefined;
  if (!endpoint || !own) return undefined;
  const [theirs, ours] = [endpoint.addressQuestion, own.question].map((key) => dnsServiceQuestions.plan[key] as Question<string>);
  if (!theirs || !ours) return undefined;
  const [first, second] = [read.maybe(theirs), read.maybe(ours)];
  return first.kind === "known" && second.kind === "known" && first.value === second.value ? undefined : ours;
}

/** The same where nothing goes on before it is known whether both go to one server. */
export function settledRecordsServer(read: Reader, service: DnsService): Question<string> | undefined {
  if (besideSolver(read, service).kind !== "known") {
    read.rule(issuer);
    read.answer(dns.plan.zone);
  }
  const apart = recordsServer(read, service);
  if (apart && service.endpoint) read.need([dnsServiceQuestions.plan[service.endpoint.addressQuestion] as Question<string>], [apart]);
  return apart;
}
