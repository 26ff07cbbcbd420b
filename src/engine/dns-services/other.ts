import { host } from "../answers/kinds.ts";
import { httpsPortOf } from "../answers/port-of-server.ts";
import type { DnsService } from "./dns-service.ts";

export const otherService = {
  id: "other",
  title: "Another service, by a webhook",
  named: "your DNS service",
  help: "Hetzner, OVH, Infomaniak, IONOS, Gandi, netcup, Exoscale and others have webhooks of their own.",
  apiHosts: [],
  endpoint: { title: "API of the DNS service", addressQuestion: "dnsApiHost", portQuestion: "dnsApiPort", protocol: "TCP" },
  solver: {
    kind: "webhook",
    fields: [
      { field: "dns01.webhook.groupName and solverName", value: "as the webhook's own documentation says", why: "cert-manager finds the webhook by both." },
      { field: "dns01.webhook.config", value: "<fill-in: what its documentation asks for, from whoever keeps the webhook>", why: "What is secret refers to the Secret webhook-credentials of the namespace cert-manager." },
    ],
    secret: { name: "webhook-credentials" },
  },
  externalDns: {
    provider: "webhook",
    kind: "webhook",
    fields: [
      { field: "provider.webhook.image.repository and tag", value: "<fill-in: image of the webhook and its release, from whoever keeps it>", why: "The chart names no image of a webhook by itself." },
      { field: "provider.webhook.env", value: "<fill-in: what its documentation asks for, from whoever keeps the webhook>", why: "The webhook connects to {dnsApiHost} with it; what is secret refers by valueFrom.secretKeyRef to the Secret webhook-credentials of the namespace external-dns." },
    ],
    secret: { name: "webhook-credentials" },
    sources: ["external-dns.chart"],
  },
  credential: { title: "Credential of the DNS service", fields: ["what the webhook asks for"] },
  questions: {
    dnsApiHost: host({
      section: "DNS service",
      label: "Which host serves its API?",
      short: "API of the DNS service",
      help: "The webhook connects to it at every change.",
      example: "dns.example.net",
      source: "cert-manager.dns01",
      team: "dns",
      server: { title: "API of the DNS service", dialledBy: ["platform"] },
    }),
    dnsApiPort: httpsPortOf({ section: "DNS service", title: "the API of the DNS service", source: "cert-manager.dns01", team: "dns" }),
  },
  sources: ["external-dns.chart", "cert-manager.dns01", "external-dns.providers"],
} as const satisfies DnsService;
