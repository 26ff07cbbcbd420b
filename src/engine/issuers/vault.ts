import { host, text } from "../answers/kinds.ts";
import type { Issuer } from "./issuer.ts";

export const vault = {
  id: "vault",
  title: "HashiCorp Vault",
  help: "cert-manager lets the PKI engine of Vault sign; no key of a CA lies in the cluster.",
  authority: "Vault",
  method: "Vault issuer of cert-manager",
  by: "cert-manager",
  onInternet: false,
  trust: "either",
  wildcards: true,
  endpoint: { title: "Vault", addressQuestion: "vaultHost", port: 8200 },
  bundleField: "spec.vault.caBundle",
  needs: "It refers to no Secret: Vault checks the token of the service account cert-manager.",
  decision: "Vault signs {names} for cert-manager, which renews by itself; the key of the CA stays in Vault.",
  onUpgrade: "The Vault issuer stays as it is.",
  fields: [
    { field: "spec.vault.server", value: "https://{vaultHost}:8200", why: "cert-manager sends every request there." },
    { field: "spec.vault.path", value: "{vaultPath}", why: "The role at the end of the path says which names may be signed." },
    { field: "spec.vault.auth.kubernetes", value: "role cert-manager, service account cert-manager", why: "Vault then checks the cluster's own token, and no password has to be stored." },
  ],
  account: { title: "Vault role that signs for cert-manager", permissions: ["Sign below the path of the role, names below the base domain and of Seeds"], fields: ["role of the Kubernetes auth method, bound to the service account of cert-manager"], team: "pki", why: "cert-manager logs in with the token of its service account at every renewal." },
  prepare: [
    { id: "vault-role", title: "PKI role {vaultPath} in Vault that allows subdomains, the base domain itself and wildcards where they are asked for", team: "pki", why: "Vault refuses every name that the role does not allow, and the certificate stays away.", verify: "vault read of the role shows allowed_domains, allow_bare_domains and allow_subdomains" },
    { id: "vault-auth", title: "Kubernetes auth method in Vault for the master, and for each Seed with an entry of its own", team: "pki", why: "Vault checks the token of cert-manager at the Kubernetes API of the cluster it comes from.", verify: "vault read of the auth method's config shows the Kubernetes API and the CA of each cluster" },
  ],
  questions: {
    vaultHost: host({
      section: "Vault",
      label: "Which host serves the Vault that signs?",
      short: "Address of the signing Vault",
      help: "cert-manager connects to it on TCP 8200 at every renewal.",
      example: "vault.example.com",
      source: "cert-manager.vault",
      team: "pki",
    }),
    vaultPath: text({
      section: "Vault",
      label: "Which path signs certificates?",
      short: "Signing path in Vault",
      help: "Mount, the word sign, and the role.",
      example: "pki_int/sign/platform",
      source: "cert-manager.vault",
      team: "pki",
    }),
  },
  sources: ["cert-manager.vault"],
} as const satisfies Issuer;
