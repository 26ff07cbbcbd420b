import { host } from "../answers/kinds.ts";
import type { DnsService } from "./dns-service.ts";

export const acmedns = {
  id: "acmedns",
  title: "acme-dns, for challenges only",
  help: "The zone stays by hand; one CNAME for each name leads its challenges to a small server of yours.",
  apiHosts: [],
  endpoint: { title: "acme-dns API", addressQuestion: "acmednsHost", ports: "443", protocol: "TCP" },
  delegates: true,
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.acmeDNS.host", value: "https://{acmednsHost}", why: "Challenges are written there and nowhere else." },
      { field: "dns01.acmeDNS.accountSecretRef", value: "acme-dns-accounts, key acmedns.json", why: "It refers to the accounts that acme-dns gave for each name, in a Secret of the namespace cert-manager." },
      { field: "dns01.cnameStrategy", value: "Follow", why: "The zone leads each _acme-challenge name to acme-dns by a CNAME." },
    ],
    secret: { name: "acme-dns-accounts", keys: { "acmedns.json": "JSON with the account of each name, as acme-dns gave it at the registration" } },
  },
  credential: { title: "Accounts of acme-dns, one for each name", fields: ["acmedns.json"] },
  questions: {
    acmednsHost: host({
      section: "Challenges",
      label: "Which host serves acme-dns?",
      short: "Address of acme-dns",
      help: "cert-manager writes challenges there; Let's Encrypt asks it on port 53.",
      example: "acme-dns.example.com",
      source: "cert-manager.acmedns",
      team: "dns",
      server: { title: "acme-dns", dialledBy: ["platform"] },
    }),
  },
  sources: ["cert-manager.acmedns"],
} as const satisfies DnsService;
