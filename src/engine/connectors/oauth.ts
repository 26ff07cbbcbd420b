import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";
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
  fields: [
    ...clientFields("client"),
    { field: "authorizationURL", value: "https://{server}<fill-in: path of the authorisation>", why: "Browsers are sent there for the login; without a discovery document nothing else says so.", broughtBy: "urls" },
    { field: "tokenURL", value: "https://{server}<fill-in: path of the tokens>", why: "Dex fetches the token there.", broughtBy: "urls" },
    { field: "userInfoURL", value: "https://{server}<fill-in: path of the user info>", why: "Dex asks there who logged in.", broughtBy: "urls" },
    { field: "scopes", value: "<fill-in: scopes that bring id, name and mail address>", why: "Dex asks for none by itself.", broughtBy: "claims" },
    { field: "userIDKey", value: "<fill-in: claim with an id that never changes>", why: "Dex knows a person by it; left out it is id.", broughtBy: "claims" },
    { field: "claimMapping.userNameKey", value: "<fill-in: claim with the name>", why: "The dashboard shows it; left out it is user_name.", broughtBy: "claims" },
    { field: "claimMapping.emailKey", value: "<fill-in: claim with the mail address>", why: "KKP knows people by their mail address; left out it is email.", broughtBy: "claims" },
    { field: "claimMapping.groupsKey", value: "<fill-in: claim with groups>", why: "Bindings of projects and roles name what it carries; left out Dex looks for one called groups.", broughtBy: "groups" },
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "A client for Dex: its id, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "The provider lists the client, and its secret lies in the secret store" },
    { id: "urls", title: "URLs of authorisation, token and user info", why: "The provider has no discovery document, so Dex must be told each.", verify: "`curl -sI` of each URL gets an answer" },
    { id: "claims", uses: ["client", "urls"], title: "Names of the claims for user id, name and mail address, and the scopes that bring them", why: "Dex cannot know what this provider calls them.", verify: "The user info of a test user carries all three" },
    { id: "groups", uses: ["client", "urls"], forGroups: true, title: "Name of the claim for groups", why: "Group names can then be bound to projects.", inCommunity: "Tokens carry group names by it; the Community Edition binds none of them to a project.", verify: "The user info of a test user carries the claim with the expected groups" },
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
