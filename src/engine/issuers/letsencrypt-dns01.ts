import type { Issuer } from "./issuer.ts";

export const letsEncryptDns01 = {
  id: "dns01",
  title: "Let's Encrypt by DNS-01",
  help: "No inbound port; cert-manager must be able to change a public zone.",
  authority: "Let's Encrypt",
  method: "Let's Encrypt, DNS-01",
  by: "cert-manager",
  challenge: "dns01",
  onInternet: true,
  trust: "public",
  rateLimited: true,
  decision: "cert-manager writes challenge records for {names} into a public zone and renews by itself; no port of the platform opens to the internet.",
  onUpgrade: "The DNS-01 solver stays as it is.",
  fields: [
    { field: "spec.acme.server", value: "https://acme-v02.api.letsencrypt.org/directory", why: "Its limits forgive no mistakes; the staging directory, acme-staging-v02, takes the first tries." },
    { field: "spec.acme.privateKeySecretRef.name", value: "acme-account-key", why: "cert-manager makes the key of its account itself and keeps it there." },
  ],
  prepare: [],
  questions: {},
  sources: ["cert-manager.dns01", "letsencrypt.challenges"],
} as const satisfies Issuer;
