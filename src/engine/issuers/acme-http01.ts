import { ACME_FIELDS, ACME_PREPARE, acmeQuestions } from "./acme.ts";
import type { Issuer } from "./issuer.ts";

export const acmeHttp01 = {
  id: "acme-http01",
  title: "An ACME server of your own, by HTTP-01",
  help: "The server reaches the entry on TCP 80 from where it stands; no wildcard names.",
  authority: "your ACME server",
  method: "own ACME server, HTTP-01",
  by: "cert-manager",
  challenge: "http01",
  onInternet: false,
  trust: "either",
  endpoint: { title: "ACME server", addressQuestion: "acmeHost", portQuestion: "acmePort" },
  bundleField: "spec.acme.caBundle",
  bindingQuestion: "acmeBinding",
  decision: "Your ACME server reaches TCP 80 of {names} and cert-manager renews by itself; wildcard names are impossible.",
  onUpgrade: "The HTTP-01 solver of clusterissuer.yaml points at the Gateway.",
  fields: ACME_FIELDS,
  prepare: ACME_PREPARE,
  questions: acmeQuestions,
  sources: ["cert-manager.acme", "cert-manager.http01"],
} as const satisfies Issuer;
