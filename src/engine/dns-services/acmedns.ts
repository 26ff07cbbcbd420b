import { host } from "../answers/kinds.ts";
import { httpsPortOf } from "../answers/port-of-server.ts";
import type { DnsService } from "./dns-service.ts";

export const acmedns = {
  id: "acmedns",
  title: "acme-dns, for challenges only",
  help: "The zone stays by hand; one CNAME for each name leads its challenges to a small server of yours.",
  apiHosts: [],
  endpoint: { title: "acme-dns", addressQuestion: "acmednsHost", portQuestion: "acmednsPort", protocol: "TCP" },
  delegates: {
    title: "Zone of acme-dns",
    rights: "Change the TXT record of the names that acme-dns gave at the registration; nothing in the zone of {domain}",
    item: {
      title: "acme-dns at {acmednsHost}, {seen}: its own zone led to it by NS records, its API open to the nodes",
      verify: "From a machine in the node network, `curl -X POST https://{acmednsHost}:{acmednsPort}/register` prints a trial account; a TXT record that this account writes is shown by a resolver {resolver} under the name that it was given",
      why: "{Authority} follows the CNAME of each name to it, and so does cert-manager; while it does not answer, no certificate is issued or renewed.",
    },
  },
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.acmeDNS.host", value: "https://{acmednsHost}:{acmednsPort}", why: "Challenges are written there and nowhere else." },
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
      help: "cert-manager writes challenges there; cert-manager and whoever signs ask it for them on port 53.",
      example: "acme-dns.example.com",
      source: "cert-manager.acmedns",
      team: "dns",
      server: { title: "acme-dns", dialledBy: ["platform"] },
    }),
    acmednsPort: httpsPortOf({ section: "Challenges", title: "acme-dns", source: "acmedns.readme", team: "dns" }),
  },
  sources: ["cert-manager.acmedns", "acmedns.readme"],
} as const satisfies DnsService;
