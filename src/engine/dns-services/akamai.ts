import { host } from "../answers/kinds.ts";
import type { DnsService } from "./dns-service.ts";

/** external-dns had a provider for it up to 0.21 and lists no webhook that takes its place. */
export const akamai = {
  id: "akamai",
  title: "Akamai Edge DNS",
  help: "An API client with read-write access to Edge DNS.",
  apiHosts: [],
  endpoint: { title: "Akamai API", addressQuestion: "akamaiHost", ports: "443", protocol: "TCP", onInternet: true },
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.akamai.serviceConsumerDomain", value: "{akamaiHost}", why: "Each API client of Akamai has a host of its own." },
      { field: "dns01.akamai.clientTokenSecretRef, clientSecretSecretRef and accessTokenSecretRef", value: "akamai-credentials, keys client-token, client-secret and access-token", why: "They refer to the credential of the API client in a Secret of the namespace cert-manager." },
    ],
    secret: { name: "akamai-credentials", keys: { "client-token": "the client token", "client-secret": "the client secret", "access-token": "the access token" } },
  },
  credential: { title: "Akamai API client for Edge DNS", fields: ["client token", "client secret", "access token"] },
  questions: {
    akamaiHost: host({
      section: "Akamai",
      label: "Which host has the API client?",
      short: "Host of the Akamai API client",
      help: "Akamai shows it with the credential.",
      example: "akab-example.luna.akamaiapis.net",
      source: "cert-manager.akamai",
      team: "dns",
      server: { title: "Akamai API", dialledBy: ["platform"] },
    }),
  },
  sources: ["cert-manager.akamai", "external-dns.flags"],
} as const satisfies DnsService;
