import { ACME_FIELDS, ACME_PREPARE, acmeQuestions } from "./acme.ts";
import type { Issuer } from "./issuer.ts";

export const acmeDns01 = {
  id: "acme-dns01",
  title: "An ACME server of your own, by DNS-01",
  help: "No port towards the entry; cert-manager must be able to change the zone that the server asks.",
  authority: "your ACME server",
  method: "own ACME server, DNS-01",
  by: "cert-manager",
  challenge: "dns01",
  onInternet: false,
  trust: "either",
  endpoint: { title: "ACME server", addressQuestion: "acmeHost", portQuestion: "acmePort" },
  bundleField: "spec.acme.caBundle",
  bindingQuestion: "acmeBinding",
  decision: "cert-manager writes challenge records for {names} into the zone that your ACME server asks, and renews by itself.",
  onUpgrade: "The DNS-01 solver stays as it is.",
  fields: ACME_FIELDS,
  prepare: ACME_PREPARE,
  questions: acmeQuestions,
  sources: ["cert-manager.acme", "cert-manager.dns01"],
} as const satisfies Issuer;
