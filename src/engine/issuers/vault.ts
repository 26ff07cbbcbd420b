import { host, text } from "../answers/kinds.ts";
import { portOfServer } from "../answers/port-of-server.ts";
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
  endpoint: { title: "Vault", addressQuestion: "vaultHost", portQuestion: "vaultSigningPort" },
  tokenReview: {
    account: "vault-reviewer",
    title: "Let Vault check the tokens of cert-manager",
    text: "The PKI team enters both files and the printed address in the auth method of the cluster: vault write of its config takes them as token_reviewer_jwt, kubernetes_ca_cert and kubernetes_host. The token goes there through the secret store; both files are deleted once the issuer is ready. clusterissuer.yaml names the path of that auth method as mountPath.",
    reason: "Vault has the token of cert-manager reviewed",
    why: "Vault sends each login of cert-manager to the TokenReview API",
    sources: ["hashicorp.vault-kubernetes"],
  },
  bundleField: "spec.vault.caBundle",
  needs: "It refers to no Secret: Vault checks the token of the service account cert-manager.",
  decision: "Vault signs {names} for cert-manager, which renews by itself; the key of the CA stays in Vault.",
  onUpgrade: "The Vault issuer stays as it is.",
  fields: [
    { field: "spec.vault.server", value: "https://{vaultHost}:{vaultSigningPort}", why: "cert-manager sends every request there." },
    { field: "spec.vault.path", value: "{vaultPath}", why: "The role at the end of the path says which names may be signed." },
    { field: "spec.vault.auth.kubernetes", value: "role cert-manager, serviceAccountRef cert-manager, mountPath /v1/auth/ with the path of the cluster's own auth method", why: "Vault then checks the cluster's own token, and no password has to be stored." },
  ],
  account: { title: "Vault role that signs for cert-manager", permissions: ["Sign below the path of the role, names below the base domain and of Seeds"], fields: ["role of the Kubernetes auth method, bound to the service account of cert-manager and to the audience vault://platform"], team: "pki", why: "cert-manager logs in at every renewal with a token of its service account, made for the audience vault:// and the name of the ClusterIssuer.", verify: "`vault read` of the role shows the service account cert-manager in the namespace cert-manager, the audience vault://platform, and a policy that reaches the signing path and nothing else" },
  prepare: [
    { id: "vault-role", title: "PKI role {vaultPath} in Vault that allows subdomains, the base domain itself and wildcards where they are asked for", team: "pki", why: "Vault refuses every name that the role does not allow, and the certificate stays away.", verify: "`vault read` of the role shows allowed_domains, allow_bare_domains and allow_subdomains" },
    { id: "vault-auth", title: "Kubernetes auth method in Vault for the master, and for each Seed with an entry of its own, each under a path of its own", team: "pki", why: "Vault checks the token of cert-manager at the Kubernetes API of the cluster it comes from. API, CA and reviewer's token are known when the cluster stands; on an installation a step of the runbook hands them over.", verify: "`vault auth list` shows a path of the type kubernetes for each cluster" },
  ],
  questions: {
    vaultHost: host({
      section: "Vault",
      label: "Which host serves the Vault that signs?",
      short: "Address of the signing Vault",
      help: "cert-manager connects to it at every renewal.",
      example: "vault.example.com",
      source: "cert-manager.vault",
      team: "pki",
      server: { title: "Signing Vault", dialledBy: ["platform"] },
    }),
    vaultSigningPort: portOfServer({
      section: "Vault",
      title: "the signing Vault",
      port: 8200,
      sentence: "Vault listens on TCP 8200 unless its listener is set up otherwise.",
      help: "The firewall opens it; 443 where a proxy stands before it.",
      source: "hashicorp.vault-listener",
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
  sources: ["cert-manager.vault", "hashicorp.vault-kubernetes"],
} as const satisfies Issuer;
