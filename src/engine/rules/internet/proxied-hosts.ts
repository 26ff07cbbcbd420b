import { isAskedThrough } from "../../answers/answers.ts";
import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import { proxied } from "../../answers/chapters/proxied-hosts.ts";
import type { Question } from "../../answers/question.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { wayOut } from "../firewall/way-out.ts";
import { namedHosts } from "./named-hosts.ts";

/** Systems of the customer that only the proxy reaches, as far as the plan names them. */
const listedHosts = rule<ReadonlySet<string>>({
  id: "internet.listed-hosts",
  title: "Systems that only the proxy reaches",
  per: "plan",
  sources: [],
  derive: (read) => {
    const question = proxied.plan.proxiedHosts;
    // Where somebody is asked for them, the list that stands in for theirs is told as assumed.
    const asked = read.aside(() => isAskedThrough(read, question, PLAN));
    const listed = (asked ? read.answer(question) : (read.optional(question) ?? [])).map((host) => host.toLowerCase());
    // Whatever the plan names elsewhere is dialled by programs that take no proxy, or by people: naming it here changes nothing.
    const named = listed.length === 0 ? [] : read.rule(namedHosts);
    const known = new Set(named.map(({ host }) => host.toLowerCase()));
    const discovered = named.filter(({ of }) => of !== undefined && listed.includes(of.toLowerCase())).map(({ host }) => host.toLowerCase());
    return new Set([...listed.filter((host) => known.has(host)), ...discovered]);
  },
});

/** These and the API of a DNS service on the internet: machines behind a proxy reach them through it alone. */
export const proxiedHosts = rule<ReadonlySet<string>>({
  id: "internet.proxied-hosts",
  title: "Hosts that only the proxy reaches",
  per: "plan",
  sources: [],
  derive: (read) => {
    const automation = read.optional(dns.plan.automation);
    const endpoint = automation === undefined ? undefined : dnsServiceOf(automation).endpoint;
    const question = endpoint?.onInternet ? (dnsServiceQuestions.plan[endpoint.addressQuestion] as Question<string> | undefined) : undefined;
    const vendor = question && read.optional(question);
    return new Set([...read.rule(listedHosts), ...(vendor === undefined ? [] : [vendor.toLowerCase()])]);
  },
});

/** Where a row to a named host ends instead, at the address of the proxy, when only the proxy of the place leads there; waits for the host while some are reached so. */
export function throughProxy(read: Reader, place: string, question: Question<string>, subject?: string): { readonly destination: string; readonly ports: string } | undefined {
  // A host that is listed may be the very one that nobody has named here yet.
  const some = read.rule(listedHosts).size > 0 || (read.optional(proxied.plan.proxiedHosts) ?? []).length > 0;
  return some ? hostThroughProxy(read, place, read.answer(question, subject)) : undefined;
}

/** The same of a host that is known. */
export function hostThroughProxy(read: Reader, place: string, host: string): ReturnType<typeof throughProxy> {
  if (!read.rule(proxiedHosts).has(host.toLowerCase())) return undefined;
  const out = read.rule(wayOut, place);
  return out.kind === "proxy" ? { destination: out.end, ports: out.ports } : undefined;
}
