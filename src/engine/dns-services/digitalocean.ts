import type { DnsService } from "./dns-service.ts";

/** The webhook that external-dns lists for DigitalOcean, since its own provider went with 0.21. */
const RECORDS_IMAGE = "ghcr.io/amoniacou/external-dns-digitalocean-webhook";

export const digitalocean = {
  id: "digitalocean",
  title: "DigitalOcean DNS",
  help: "An API token with write access to domains.",
  apiHosts: ["api.digitalocean.com"],
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.digitalocean.tokenSecretRef", value: "digitalocean-credentials, key access-token", why: "It refers to the token in a Secret of the namespace cert-manager, never to its value." },
    ],
    secret: { name: "digitalocean-credentials", keys: { "access-token": "the token" } },
  },
  externalDns: {
    provider: "webhook",
    kind: "webhook",
    publicOnly: true,
    image: RECORDS_IMAGE,
    fields: [
      { field: "provider.webhook.image.repository", value: RECORDS_IMAGE, why: "external-dns had a provider of its own for DigitalOcean up to 0.20 and lists this webhook since; the chart names no image by itself." },
      { field: "provider.webhook.image.tag", value: "<fill-in: release that was tested>", why: "The chart knows no tag of it either." },
      { field: "provider.webhook.env: DO_TOKEN", value: "valueFrom.secretKeyRef: digitalocean-credentials, key token", why: "It refers to the token in a Secret of the namespace external-dns, never to its value." },
      { field: "provider.webhook.env: DO_DOMAIN_FILTER", value: "{zoneName}", why: "Left out it asks for every domain of the account." },
      { field: "provider.webhook.livenessProbe.httpGet.port and readinessProbe.httpGet.port", value: "8888", why: "external-dns calls the webhook on this port, and it answers probes there as well; the chart asks port 8080 of it, where nothing listens." },
    ],
    secret: { name: "digitalocean-credentials", keys: { token: "the token" } },
    sources: ["external-dns.digitalocean", "external-dns.chart"],
  },
  credential: { title: "DigitalOcean API token for domains", fields: ["access-token"] },
  questions: {},
  sources: ["cert-manager.dns01", "external-dns.providers"],
} as const satisfies DnsService;
