import type { DnsService } from "./dns-service.ts";

export const digitalocean = {
  id: "digitalocean",
  title: "DigitalOcean DNS",
  help: "An API token with write access to domains.",
  apiHosts: ["api.digitalocean.com"],
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.digitalocean.tokenSecretRef", value: "<fill-in: Secret in the namespace cert-manager>", why: "It refers to the token, never to its value." },
    ],
  },
  externalDns: { provider: "digitalocean", kind: "built-in", publicOnly: true },
  credential: { title: "DigitalOcean API token for domains", fields: ["access-token"] },
  questions: {},
  sources: ["cert-manager.dns01", "external-dns.providers"],
} as const satisfies DnsService;
