import type { Issuer } from "./issuer.ts";

export const letsEncryptHttp01 = {
  id: "http01",
  title: "Let's Encrypt by HTTP-01",
  help: "The entry must be reachable from the internet on TCP 80; no wildcard names.",
  authority: "Let's Encrypt",
  method: "Let's Encrypt, HTTP-01",
  by: "cert-manager",
  challenge: "http01",
  onInternet: true,
  trust: "public",
  rateLimited: true,
  decision: "Let's Encrypt reaches TCP 80 of {names} from the internet and renews by itself; wildcard names are impossible.",
  onUpgrade: "The HTTP-01 solver of clusterissuer.yaml points at the Gateway.",
  fields: [
    { field: "spec.acme.server", value: "https://acme-v02.api.letsencrypt.org/directory", why: "Its limits forgive no mistakes; the staging directory, acme-staging-v02, takes the first tries." },
    { field: "spec.acme.privateKeySecretRef.name", value: "acme-account-key", why: "cert-manager makes the key of its account itself and keeps it there." },
  ],
  prepare: [],
  questions: {},
  sources: ["cert-manager.http01", "letsencrypt.challenges"],
} as const satisfies Issuer;
