import { clientIds } from "../answers/client-ids.ts";
import { host, urlPath, yesNo } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { discoveryHosts } from "./discovery-hosts.ts";
import { httpsPort } from "./port-of-host.ts";

export const externalIssuer = {
  id: "external-issuer",
  title: "Another OpenID Connect issuer, in place of Dex",
  help: "Your provider signs the tokens itself; every client of the platform is registered there.",
  stability: "stable",
  refreshTokens: true,
  groups: true,
  callback: false,
  issuer: { name: "your issuer", dashboardProvider: "keycloak", pathQuestion: "externalIssuerPath", pathPrefix: "", slashQuestion: "externalIssuerSlash", idsQuestion: "externalIssuerIds" },
  endpoint: { title: "Token issuer", addressQuestion: "externalIssuerHost", furtherQuestion: "externalIssuerHosts", numberQuestion: "externalIssuerPort", calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [],
  prepare: [
    { id: "scopes", byClients: true, title: "Scopes openid, email, profile and groups, with a groups claim in the ID token", why: "KKP takes the mail address as identity, and groups for projects.", inCommunity: "KKP takes the mail address as identity; the Community Edition binds no group to a project.", verify: "The ID token of a test user carries email, name and groups" },
  ],
  questions: {
    externalIssuerHost: host({
      section: "Issuer",
      label: "Which host serves the issuer?",
      short: "Address of the issuer",
      help: "Browsers, the API of KKP and the API server of every user cluster connect to it.",
      example: "login.example.com",
      source: "kkp.oidc",
      team: "identity",
      server: { title: "Token issuer", dialledBy: ["platform"] },
    }),
    externalIssuerHosts: discoveryHosts({ section: "Issuer", issuer: "the issuer", short: "Further hosts of the issuer" }),
    externalIssuerPort: httpsPort({ section: "Issuer", title: "the issuer", source: "kkp.oidc" }),
    externalIssuerPath: urlPath({
      section: "Issuer",
      label: "Which path has the issuer on that host?",
      short: "Path of the issuer",
      help: "As the discovery document says it, with its first slash and its last one where it has one; a slash alone where there is none.",
      example: "/oauth2/default",
      source: "kkp.oidc",
      team: "identity",
    }),
    externalIssuerSlash: yesNo(
      { yes: "Yes, as https://login.example.com/", no: "No, as https://login.example.com" },
      {
        section: "Issuer",
        label: "Does a slash end the issuer behind its host?",
        short: "Slash at the end of the issuer",
        help: "See issuer in its discovery document. KKP and API servers refuse tokens where one letter differs.",
        source: "openid.core",
        team: "identity",
      },
    ),
    externalIssuerIds: clientIds({ section: "Issuer", title: "the issuer", short: "Ids of clients" }),
  },
  sources: ["kkp.oidc"],
} as const satisfies Connector;
