import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
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
  prepare: [
    { id: "client", title: "A confidential client for Dex, its secret in the secret store", why: "Dex identifies itself with it at the provider.", verify: "The provider lists the client as confidential, and its secret lies in the secret store" },
    { id: "groups", forGroups: true, title: "A groups claim in the ID token", why: "Without it no group can be bound to a project.", inCommunity: "Without it tokens carry no groups; the Community Edition binds none of them to a project.", verify: "The ID token of a test user carries the claim with the expected groups" },
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
