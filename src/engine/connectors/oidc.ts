import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";
import { httpsPort } from "./port-of-host.ts";

export const oidc = {
  id: "oidc",
  title: "OpenID Connect provider",
  help: "Dex sends browsers to your identity provider and gets them back at its callback address.",
  stability: "beta",
  refreshTokens: true,
  groups: true,
  callback: true,
  sessionField: { field: "userIDKey", value: "jti" },
  endpoint: {
    title: "Identity provider",
    addressQuestion: "oidcHost",
    numberQuestion: "oidcPort",
    calledBy: ["platform", "browsers"],
    ports: { https: { port: 443, label: "HTTPS" } },
  },
  fields: [
    { field: "issuer", value: "https://{server}<fill-in: path of the issuer as in its discovery document, nothing where it has none>", why: "Dex reads the discovery document below it as soon as it starts, and refuses tokens of an issuer that differs by one letter.", broughtBy: "client" },
    ...clientFields("client"),
    { field: "scopes", value: "profile, email and <fill-in: scope that brings groups, nothing where the client adds them by itself>", why: "Left out Dex asks for profile and email alone, and many providers add groups only where their scope is asked for.", broughtBy: "groups" },
    { field: "insecureEnableGroups", value: "true", why: "Dex drops groups of an OpenID Connect provider by default, as it does not ask for them anew when a session is renewed.", broughtBy: "groups" },
    { field: "claimMapping.groups", value: "<fill-in: name of the claim with groups>", why: "Dex looks for a claim called groups; this one is read where the token lacks it.", broughtBy: "groups" },
  ],
  prepare: [
    { id: "client", title: "A confidential client for Dex: its id, the issuer as its discovery document says it, and its secret in the secret store", why: "Dex identifies itself with it at the provider.", verify: "The provider lists the client as confidential, and its secret lies in the secret store" },
    { id: "claims", title: "The claims email and email_verified in the ID token", why: "Dex takes the mail address as identity, and refuses a login whose token does not say whether it is verified.", verify: "The ID token of a test user carries both, email_verified as true" },
    { id: "groups", forGroups: true, title: "A groups claim in the ID token: its name, and the scope that brings it", why: "Without it no group can be bound to a project.", inCommunity: "Without it tokens carry no groups; the Community Edition binds none of them to a project.", verify: "The ID token of a test user carries the claim with the expected groups" },
  ],
  questions: {
    oidcHost: host({
      section: "Identity provider",
      label: "Which host serves the identity provider?",
      short: "Address of the identity provider",
      help: "The master's pods connect to it, and so do browsers at login.",
      example: "login.example.com",
      source: "dex.oidc",
      team: "identity",
      server: { title: "Identity provider", dialledBy: ["platform"] },
    }),
    oidcPort: httpsPort({ section: "Identity provider", title: "the identity provider", source: "dex.oidc" }),
  },
  sources: ["dex.oidc", "dex.connectors"],
} as const satisfies Connector;
