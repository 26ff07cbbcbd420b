import { fact, type Fact } from "./fact.ts";

export const identityPaths = {
  groupsScope: fact({
    id: "identity.groups-scope",
    statement: "KKP asks for the scope groups at the login to the dashboard and for each kubeconfig.",
    value: "groups",
    certainty: "sourced",
    sources: ["kkp.code.dashboard-authflow", "kkp.code.dashboard-kubeconfig"],
  }),
  proxyCallback: fact({
    id: "identity.proxy-callback",
    statement: "An identity-aware proxy gets browsers back at /oauth/callback of its own host.",
    value: "/oauth/callback",
    certainty: "sourced",
    sources: ["kkp.iap", "kkp.mla-user-cluster"],
  }),
  dexCallback: fact({
    id: "identity.dex-callback",
    statement: "Dex gets browsers back from an identity provider at /callback below its issuer, which is /dex of the base domain.",
    value: "/dex/callback",
    certainty: "sourced",
    sources: ["kkp.code.example-values", "dex.connectors"],
  }),
  seedClientPrefix: fact({
    id: "identity.seed-client-prefix",
    statement: "The clients of the user-cluster MLA are called mla-grafana and mla-alertmanager.",
    value: "mla-",
    certainty: "sourced",
    sources: ["kkp.code.mla-example", "kkp.mla-user-cluster"],
  }),
  tokenLife: fact({
    id: "identity.token-life",
    statement: "An ID token of Dex ends after 24 hours unless the values of its chart say otherwise.",
    value: 24,
    certainty: "sourced",
    sources: ["kkp.code.dex-values"],
  }),
} as const;

/** An issuer that ends a login which asks for the scope groups. */
export interface RefusingIssuer {
  readonly title: string;
  /** Hosts of its issuers; `*` stands for one label. */
  readonly hosts: readonly string[];
  /** What it does with the scope, as the end of a sentence. */
  readonly says: string;
  /** The connector of Dex that asks it for what it has, and for whom that is. */
  readonly connector: string;
  readonly connectorFor: string;
}

const refusing = (id: string, value: RefusingIssuer, sources: Fact<unknown>["sources"]): Fact<RefusingIssuer> =>
  fact({ id: `identity.refuses-groups-${id}`, statement: `${value.title} ${value.says}.`, value, certainty: "sourced", sources });

/** Issuers of which a source says so. */
export const refusingIssuers: readonly Fact<RefusingIssuer>[] = [
  refusing("entra", {
    title: "Microsoft Entra ID", hosts: ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"],
    says: "takes a scope without a resource for a permission of Microsoft Graph, which has none of this name, and lets nobody in",
    connector: "microsoft", connectorFor: "Microsoft Entra ID",
  }, ["entra.scopes"]),
  refusing("google", {
    title: "Google", hosts: ["accounts.google.com"],
    says: "knows no such scope, and ends the login with invalid_scope",
    connector: "google", connectorFor: "Google",
  }, ["google.groups-scope"]),
  refusing("gitlab", {
    title: "GitLab", hosts: ["gitlab.com"],
    says: "knows no such scope, and ends the login because it is unknown",
    connector: "gitlab", connectorFor: "GitLab",
  }, ["gitlab.groups-scope"]),
  refusing("cognito", {
    title: "Amazon Cognito", hosts: ["cognito-idp.*.amazonaws.com"],
    says: "knows no such scope, and ends the login with invalid_scope",
    connector: "oidc", connectorFor: "OpenID Connect providers",
  }, ["cognito.groups-scope"]),
];

/** An issuer whose discovery document names the same hosts for everybody. */
export interface DiscoveredHosts {
  /** Host of the issuer. */
  readonly issuer: string;
  /** The others that its discovery document names. */
  readonly further: readonly string[];
}

/** Issuers of which a source says so; all others are asked for. */
export const discoveredHosts: readonly Fact<DiscoveredHosts>[] = [
  fact({
    id: "identity.discovered-google",
    statement: "The discovery document of accounts.google.com names hosts below googleapis.com for tokens, keys and the user.",
    value: { issuer: "accounts.google.com", further: ["oauth2.googleapis.com", "openidconnect.googleapis.com", "www.googleapis.com"] },
    certainty: "sourced",
    sources: ["google.discovery"],
  }),
  fact({
    id: "identity.discovered-entra",
    statement: "The discovery document of a tenant at login.microsoftonline.com names graph.microsoft.com for the user, and the host itself for all else.",
    value: { issuer: "login.microsoftonline.com", further: ["graph.microsoft.com"] },
    certainty: "sourced",
    sources: ["entra.endpoints"],
  }),
];

/** What a source says of an issuer's discovery document; undefined where none knows it. */
export const discoveredAt = (host: string): Fact<DiscoveredHosts> | undefined => discoveredHosts.find(({ value }) => value.issuer === host.toLowerCase());

export const identityFacts: readonly Fact<unknown>[] = [...Object.values(identityPaths), ...refusingIssuers, ...discoveredHosts];
