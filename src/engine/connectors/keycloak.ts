import { host, text } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { httpsPort } from "./port-of-host.ts";

export const keycloak = {
  id: "keycloak",
  title: "Keycloak, in place of Dex",
  help: "Keycloak signs the tokens itself; every client of the platform is registered there.",
  stability: "stable",
  refreshTokens: true,
  groups: true,
  callback: false,
  issuer: { name: "Keycloak", dashboardProvider: "keycloak", pathQuestion: "keycloakRealm", pathPrefix: "/realms/", paths: { login: "/protocol/openid-connect/auth", logout: "/protocol/openid-connect/logout" } },
  endpoint: { title: "Keycloak", addressQuestion: "keycloakHost", numberQuestion: "keycloakPort", calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [],
  prepare: [
    { id: "scopes", byClients: true, title: "Scopes openid, email, profile and groups, with a groups claim in the ID token", why: "KKP takes the mail address as identity, and groups for projects.", inCommunity: "KKP takes the mail address as identity; the Community Edition binds no group to a project.", verify: "The ID token of a test user carries email, name and groups" },
  ],
  questions: {
    keycloakHost: host({
      section: "Issuer",
      label: "Which host serves Keycloak?",
      short: "Address of Keycloak",
      help: "Browsers, the API of KKP and the API server of every user cluster connect to it.",
      example: "keycloak.example.com",
      source: "kkp.oidc",
      team: "identity",
      server: { title: "Keycloak", dialledBy: ["platform"] },
    }),
    keycloakPort: httpsPort({ section: "Issuer", title: "Keycloak", source: "kkp.oidc", listens: "Keycloak listens on 8443" }),
    keycloakRealm: text({
      section: "Issuer",
      label: "Which realm holds the users?",
      short: "Keycloak realm",
      help: "Its name stands in the issuer, and with it in every kubeconfig.",
      example: "platform",
      source: "kkp.oidc",
      team: "identity",
    }),
  },
  sources: ["kkp.oidc"],
} as const satisfies Connector;
