import { host, text } from "../answers/kinds.ts";
import { httpsPortOf } from "../answers/port-of-server.ts";
import type { Issuer } from "./issuer.ts";

export const venafi = {
  id: "venafi",
  title: "Venafi, now CyberArk Certificate Manager",
  help: "cert-manager asks the policy server of your company; its zone decides who signs.",
  authority: "Venafi",
  method: "Venafi issuer of cert-manager",
  by: "cert-manager",
  onInternet: false,
  trust: "either",
  endpoint: { title: "Venafi", addressQuestion: "venafiHost", portQuestion: "venafiPort" },
  bundleField: "spec.venafi.tpp.caBundle",
  decision: "Your policy server has {names} signed for cert-manager, which renews by itself.",
  onUpgrade: "The Venafi issuer stays as it is.",
  fields: [
    { field: "spec.venafi.tpp.url", value: "https://{venafiHost}:{venafiPort}/vedsdk", why: "cert-manager sends every request there." },
    { field: "spec.venafi.zone", value: "{venafiZone}", why: "The zone holds the rules for names, keys and signer." },
    { field: "spec.venafi.tpp.credentialsRef.name", value: "venafi-credentials", why: "It refers to the access token, under access-token of a Secret in the namespace cert-manager, never to its value." },
  ],
  account: { title: "Venafi account for cert-manager", permissions: ["Request and retrieve certificates in the zone"], fields: ["access-token"], team: "pki", why: "cert-manager shows the token with every request." },
  secret: { name: "venafi-credentials", keys: { "access-token": "the access token" } },
  prepare: [
    { id: "venafi-zone", title: "Zone {venafiZone} that allows the names of the certificate table", team: "pki", why: "Requests against the rules of the zone are refused, and the certificate stays away.", verify: "A test request in the zone for the base domain is issued" },
  ],
  questions: {
    venafiHost: host({
      section: "Venafi",
      label: "Which host serves the policy server?",
      short: "Address of Venafi",
      help: "cert-manager connects to it at every renewal.",
      example: "tpp.example.com",
      source: "cert-manager.venafi",
      team: "pki",
      server: { title: "Venafi", dialledBy: ["platform"] },
    }),
    venafiPort: httpsPortOf({ section: "Venafi", title: "Venafi", source: "cert-manager.venafi", team: "pki" }),
    venafiZone: text({
      section: "Venafi",
      label: "Which zone holds the rules for these certificates?",
      short: "Zone in Venafi",
      help: "The policy folder as the PKI team calls it.",
      example: "DevOps\\Platform",
      source: "cert-manager.venafi",
      team: "pki",
    }),
  },
  sources: ["cert-manager.venafi"],
} as const satisfies Issuer;
