import { host } from "../answers/kinds.ts";
import { portOfServer } from "../answers/port-of-server.ts";
import type { DnsService } from "./dns-service.ts";

export const powerdns = {
  id: "powerdns",
  title: "PowerDNS",
  help: "By the HTTP API of your own server; cert-manager needs a webhook for it.",
  apiHosts: [],
  endpoint: { title: "PowerDNS API", addressQuestion: "powerdnsHost", portQuestion: "powerdnsPort", protocol: "TCP" },
  solver: {
    kind: "webhook",
    chart: { name: "cert-manager-webhook-pdns", repository: "https://zachomedia.github.io/cert-manager-webhook-pdns", host: "zachomedia.github.io", image: "docker.io/zachomedia/cert-manager-webhook-pdns" },
    fields: [
      { field: "dns01.webhook.solverName", value: "pdns", why: "The webhook for PowerDNS is a chart of its own beside cert-manager." },
      { field: "dns01.webhook.config.host", value: "http://{powerdnsHost}:{powerdnsPort}", why: "The webhook takes the base URL of the API; PowerDNS itself answers without TLS, so write https where something in front of it adds that." },
      { field: "dns01.webhook.config.apiKeySecretRef", value: "powerdns-credentials, key api-key", why: "It refers to the API key in a Secret of the namespace cert-manager, never to the key itself." },
    ],
    secret: { name: "powerdns-credentials", keys: { "api-key": "the API key" } },
  },
  externalDns: {
    provider: "pdns",
    kind: "built-in",
    fields: [
      { field: "extraArgs", value: "--pdns-server=http://{powerdnsHost}:{powerdnsPort}", why: "Left out it is localhost. PowerDNS itself answers without TLS, so write https where something in front of it adds that." },
      { field: "env: EXTERNAL_DNS_PDNS_API_KEY", value: "valueFrom.secretKeyRef: powerdns-credentials, key api-key", why: "Each argument may come from the environment, so that the key stands in a Secret of the namespace external-dns and not in the values." },
    ],
    secret: { name: "powerdns-credentials", keys: { "api-key": "the API key" } },
    beside: [{ of: "powerdnsHost", question: "powerdnsRecordsHost", views: true, sources: ["powerdns.views"] }],
    sources: ["external-dns.pdns", "external-dns.flags"],
  },
  apexAlias: "ALIAS record of PowerDNS",
  credential: { title: "API key of PowerDNS", fields: ["api-key"] },
  questions: {
    powerdnsHost: host({
      section: "PowerDNS",
      label: "Under which name or address is the API of PowerDNS reached?",
      short: "Address of the PowerDNS API",
      help: "cert-manager and external-dns connect to it.",
      example: "pdns.example.com",
      source: "powerdns.api",
      team: "dns",
      server: { title: "PowerDNS", dialledBy: ["platform"] },
    }),
    powerdnsPort: portOfServer({
      section: "PowerDNS",
      title: "the PowerDNS API",
      port: 8081,
      sentence: "The web server of PowerDNS, which serves the API, listens on TCP 8081 unless webserver-port says otherwise.",
      help: "The firewall opens it, at the server of the inner view as well.",
      source: "powerdns.api",
      team: "dns",
    }),
    powerdnsRecordsHost: host({
      section: "PowerDNS",
      label: "Under which name or address is the API of the PowerDNS with the inner view reached?",
      short: "Address of the PowerDNS API, inner view",
      help: "external-dns writes there, cert-manager to the other. Before PowerDNS 5 one server has one zone of a name, and neither program names a variant of it.",
      example: "pdns-inside.example.com",
      source: "powerdns.views",
      team: "dns",
      server: { title: "PowerDNS of the inner view", dialledBy: ["platform"] },
    }),
  },
  sources: ["powerdns.api", "powerdns.webhook", "cert-manager.dns01"],
} as const satisfies DnsService;
