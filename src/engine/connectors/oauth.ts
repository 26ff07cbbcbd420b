import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { httpsPort } from "./port-of-host.ts";

export const oauth = {
  id: "oauth",
  title: "OAuth 2.0 provider",
  help: "For providers without OpenID Connect; no session can be renewed.",
  stability: "alpha",
  refreshTokens: false,
  groups: true,
  callback: true,
  endpoint: { title: "OAuth 2.0 provider", addressQuestion: "oauthHost", numberQuestion: "oauthPort", calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  prepare: [
    { id: "client", title: "A client for Dex, its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "The provider lists the client, and its secret lies in the secret store" },
    { id: "urls", title: "URLs of authorisation, token and user info", why: "The provider has no discovery document, so Dex must be told each.", verify: "`curl -sI` of each URL gets an answer" },
    { id: "claims", title: "Names of the claims for user id, mail address and groups", why: "Dex cannot know what this provider calls them.", verify: "The user info of a test user carries all three" },
  ],
  questions: {
    oauthHost: host({
      section: "Identity provider",
      label: "Which host serves the OAuth 2.0 provider?",
      short: "Address of the OAuth 2.0 provider",
      help: "The master's pods connect to it, and so do browsers at login.",
      example: "login.example.com",
      source: "dex.oauth",
      team: "identity",
      server: { title: "OAuth 2.0 provider", dialledBy: ["platform"] },
    }),
    oauthPort: httpsPort({ section: "Identity provider", title: "the OAuth 2.0 provider", source: "dex.oauth" }),
  },
  sources: ["dex.oauth", "dex.connectors"],
} as const satisfies Connector;
