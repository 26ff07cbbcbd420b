import { fact, type Fact } from "./fact.ts";

export const identityPaths = {
  groupsScope: fact({
    id: "identity.groups-scope",
    statement: "KKP asks for the scope groups at the login to the dashboard and for each kubeconfig. Microsoft Entra ID has no such scope: it takes one without a resource for a permission of Microsoft Graph, and ends the login.",
    value: { scope: "groups", refusedBy: ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"] as readonly string[], title: "Microsoft Entra ID", connector: "microsoft" },
    certainty: "sourced",
    sources: ["kkp.code.dashboard-authflow", "kkp.code.dashboard-kubeconfig", "entra.scopes"],
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
    sources: ["kkp.code.example-values", "dex.microsoft"],
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

export const identityFacts: readonly Fact<unknown>[] = Object.values(identityPaths);
