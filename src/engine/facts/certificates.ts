import { fact, type Fact } from "./fact.ts";

export const certificateNames = {
  caBundle: fact({
    id: "certificates.ca-bundle",
    statement: "The chart of the operator brings a ConfigMap ca-bundle with Mozilla's public roots and writes it anew with every release; a bundle of one's own has a ConfigMap of another name in the namespace kubermatic. Helm refuses the chart where somebody else made its ConfigMap.",
    value: { configMap: "platform-ca-bundle", publicRoots: "kubermatic-operator/static/ca-bundle.pem" },
    certainty: "sourced",
    sources: ["kkp.certificates", "kkp.code.operator-ca-bundle"],
  }),
  removedHosts: fact({
    id: "certificates.removed-hosts",
    statement: "kibana was a host of the platform until KKP 2.15; the ELK charts were removed in 2.16, although checklists still name it.",
    value: [{ label: "kibana", title: "Kibana", removedIn: "2.16" }],
    certainty: "sourced",
    sources: ["kkp.changelog-2.16", "kkp.setup-checklist"],
  }),
  platformNamespace: fact({
    id: "certificates.platform-namespace",
    statement: "The identity-aware proxies of the platform's own MLA run in the namespace monitoring.",
    value: "monitoring",
    certainty: "sourced",
    sources: ["kkp.mla-seed", "kkp.code.iap-values"],
  }),
  seedNamespace: fact({
    id: "certificates.seed-namespace",
    statement: "The identity-aware proxies of the user-cluster MLA run in the namespace mla.",
    value: "mla",
    certainty: "sourced",
    sources: ["kkp.mla-user-cluster", "kkp.code.mla-example"],
  }),
  coreListener: fact({
    id: "certificates.core-listener",
    statement: "The Gateway of KKP serves the base domain by its listener https; every further host of a route gets a listener of its own, called like the host with dashes for dots.",
    value: "https",
    certainty: "sourced",
    sources: ["kkp.code.gateway", "kkp.code.gateway-sync"],
  }),
} as const;

export const approvedUnasked = fact<readonly string[]>({
  id: "certificates.approved-unasked",
  statement: "cert-manager approves requests to its own kinds of issuers, Issuer and ClusterIssuer; the list that says so is replaced as a whole, and names each kind by its plural and its group.",
  value: ["issuers.cert-manager.io/*", "clusterissuers.cert-manager.io/*"],
  certainty: "sourced",
  sources: ["cert-manager.approval", "cert-manager.code.chart"],
});

/** Plurals of the kinds of issuers that plug-ins bring, by kind and API group in lower case. */
export const plugInPlurals = fact<Readonly<Record<string, string>>>({
  id: "certificates.plug-in-plurals",
  statement: "The definitions of step-issuer, the AWS Private CA issuer, the Google CA Service issuer and the issuers for EJBCA and Active Directory give their kinds the plurals stepissuers and stepclusterissuers, awspcaissuers and awspcaclusterissuers, googlecasissuers and googlecasclusterissuers, issuers and clusterissuers, adcsissuers and clusteradcsissuers. Kubernetes derives no plural from a kind: each definition names its own.",
  value: {
    "stepissuer.certmanager.step.sm": "stepissuers",
    "stepclusterissuer.certmanager.step.sm": "stepclusterissuers",
    "awspcaissuer.awspca.cert-manager.io": "awspcaissuers",
    "awspcaclusterissuer.awspca.cert-manager.io": "awspcaclusterissuers",
    "googlecasissuer.cas-issuer.jetstack.io": "googlecasissuers",
    "googlecasclusterissuer.cas-issuer.jetstack.io": "googlecasclusterissuers",
    "issuer.ejbca-issuer.keyfactor.com": "issuers",
    "clusterissuer.ejbca-issuer.keyfactor.com": "clusterissuers",
    "adcsissuer.adcs.certmanager.csf.nokia.com": "adcsissuers",
    "clusteradcsissuer.adcs.certmanager.csf.nokia.com": "clusteradcsissuers",
  },
  certainty: "sourced",
  sources: ["plug-ins.step", "plug-ins.aws", "plug-ins.google", "plug-ins.ejbca", "plug-ins.adcs"],
});

export const certificateLimits = {
  commonName: fact({
    id: "certificates.common-name",
    statement: "The common name of a certificate holds at most 64 characters; longer names stand as subject alternative names only.",
    value: 64,
    certainty: "standard",
    sources: ["rfc.5280"],
  }),
  namesPerCertificate: fact({
    id: "certificates.names-per-certificate",
    statement: "Let's Encrypt signs at most 100 names in one certificate.",
    value: 100,
    certainty: "sourced",
    sources: ["letsencrypt.limits"],
  }),
  perDomainAndWeek: fact({
    id: "certificates.per-domain-and-week",
    statement: "Let's Encrypt issues at most 50 certificates for one registered domain in 7 days, over all accounts; renewals that are announced do not count.",
    value: 50,
    certainty: "sourced",
    sources: ["letsencrypt.limits"],
  }),
  refillMinutes: fact({
    id: "certificates.refill",
    statement: "Once those are used up, Let's Encrypt issues one more certificate for that registered domain every 202 minutes.",
    value: 202,
    certainty: "sourced",
    sources: ["letsencrypt.limits"],
  }),
  sameNames: fact({
    id: "certificates.same-names",
    statement: "Let's Encrypt issues at most 5 certificates for exactly the same names in 7 days.",
    value: 5,
    certainty: "sourced",
    sources: ["letsencrypt.limits"],
  }),
  failedAttempts: fact({
    id: "certificates.failed-attempts",
    statement: "Let's Encrypt takes at most 5 failed validations for each account and host in an hour.",
    value: 5,
    certainty: "sourced",
    sources: ["letsencrypt.limits"],
  }),
} as const;

export const certificateFacts: readonly Fact<unknown>[] = [...Object.values(certificateNames), approvedUnasked, plugInPlurals, ...Object.values(certificateLimits)];
