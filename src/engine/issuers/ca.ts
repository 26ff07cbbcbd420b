import type { Issuer } from "./issuer.ts";

export const ca = {
  id: "ca",
  title: "A CA of yours inside the cluster",
  help: "cert-manager signs with an intermediate CA whose key lies in the cluster; works without internet.",
  authority: "your CA in the cluster",
  method: "CA issuer of cert-manager",
  by: "cert-manager",
  onInternet: false,
  trust: "private",
  caSecret: "platform-ca",
  decision: "cert-manager signs {names} with a CA whose key lies in the cluster and renews by itself; every client must trust that CA.",
  onUpgrade: "The CA issuer stays as it is.",
  fields: [{ field: "spec.ca.secretName", value: "platform-ca", why: "A ClusterIssuer looks for certificate and key in the namespace cert-manager alone; while the Secret is missing there, it signs nothing." }],
  prepare: [
    { id: "ca-key", title: "Intermediate CA for the platform, limited to names below the base domain", team: "pki", why: "Its key lies in the cluster; whoever reads it can sign whatever the CA may sign.", verify: "`openssl x509 -in ca.crt -noout -text` shows CA:TRUE, name constraints and an end date well after the platform's first year" },
  ],
  questions: {},
  sources: ["cert-manager.ca", "kkp.certificates"],
} as const satisfies Issuer;
