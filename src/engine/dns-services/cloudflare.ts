import type { DnsService } from "./dns-service.ts";

export const cloudflare = {
  id: "cloudflare",
  title: "Cloudflare",
  help: "An API token that may read and edit the zone.",
  apiHosts: ["api.cloudflare.com"],
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.cloudflare.apiTokenSecretRef", value: "cloudflare-credentials, key api-token", why: "It refers to a token with Zone Read and DNS Edit for this zone, in a Secret of the namespace cert-manager." },
    ],
    secret: { name: "cloudflare-credentials", keys: { "api-token": "the token" } },
  },
  externalDns: {
    provider: "cloudflare",
    kind: "built-in",
    publicOnly: true,
    fields: [
      { field: "extraArgs", value: "--zone-id-filter=<fill-in: id of the zone, from the DNS team>", why: "Without it external-dns asks for all zones of the account, which a token for this zone alone may not." },
      { field: "env: CF_API_TOKEN", value: "valueFrom.secretKeyRef: cloudflare-credentials, key api-token", why: "It refers to the token in a Secret of the namespace external-dns, never to its value." },
    ],
    secret: { name: "cloudflare-credentials", keys: { "api-token": "the token" } },
    sources: ["external-dns.cloudflare"],
  },
  apexAlias: "CNAME flattening of Cloudflare",
  credential: { title: "Cloudflare API token with Zone: Read and DNS: Edit", fields: ["api-token"] },
  questions: {},
  sources: ["cert-manager.cloudflare", "external-dns.providers"],
} as const satisfies DnsService;
