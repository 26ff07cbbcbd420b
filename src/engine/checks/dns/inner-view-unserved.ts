import { dns } from "../../answers/chapters/dns.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { check } from "../../kernel/check.ts";

/** A zone that only the inside sees, or an inner view, by a service that serves public zones. */
export const innerViewUnserved = check({
  id: "dns.inner-view-unserved",
  title: "The zone that the inside sees can be filled by external-dns",
  severity: "warning",
  per: "plan",
  sources: ["external-dns.providers"],
  examine: (read, _plan, report) => {
    if (read.optional(dns.plan.externalDns) !== true) return;
    const service = dnsServiceOf(read.answer(dns.plan.automation));
    if (!service.externalDns?.publicOnly) return;
    const zone = read.answer(dns.plan.zone);
    if (zone === "public") return;
    const name = serviceName(service);
    const inner = zone === "split" ? "inner view" : "zone";
    report({
      title: `external-dns for ${name} fills no ${zone === "split" ? inner : "zone that only the inside sees"}`,
      message: `${name} serves public zones. external-dns would write the inner addresses of Services where everybody reads them, and nothing where machines inside look, so this plan installs none.`,
      remedy: `Have whoever runs your name servers inside enter the records of the ${inner} from the record table${zone === "split" ? `, and the DNS team those of the outer view at ${name}` : ""}.`,
      fixes: [{ title: "Have people enter the records", set: [{ path: read.path(dns.plan.externalDns), value: false }] }],
      answers: [read.path(dns.plan.externalDns), read.path(dns.plan.zone), read.path(dns.plan.automation)],
    });
  },
});
