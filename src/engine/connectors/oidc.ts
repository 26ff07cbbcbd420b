import { host, urlPath, yesNo } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";
import { discoveryHosts } from "./discovery-hosts.ts";
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
    furtherQuestion: "oidcHosts",
    numberQuestion: "oidcPort",
    calledBy: ["platform", "browsers"],
    ports: { https: { port: 443, label: "HTTPS" } },
  },
  issuerPath: { pathQuestion: "oidcPath", slashQuestion: "oidcSlash" },
  fields: [
    { field: "issuer", value: "https://{server}{path}", why: "Dex reads the discovery document below it as soon as it starts, and refuses tokens of an issuer that differs by one letter.", broughtBy: "client" },
    ...clientFields("client"),
    { field: "scopes", value: "profile, email and <fill-in: scope that brings groups, nothing where the client adds them by itself>", why: "Left out Dex asks for profile and email alone, and many providers add groups only where their scope is asked for.", broughtBy: "groups" },
    { field: "insecureEnableGroups", value: "true", why: "Dex drops groups of an OpenID Connect provider by default, as it does not ask for them anew when a session is renewed.", broughtBy: "groups" },
    { field: "claimMapping.groups", value: "<fill-in: name of the claim with groups>", why: "Dex looks for a claim called groups; this one is read where the token lacks it.", broughtBy: "groups" },
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "A confidential client for Dex: its id, the issuer as its discovery document says it, and its secret in the secret store", why: "Dex identifies itself with it at the provider.", verify: "The provider lists the client as confidential, and its secret lies in the secret store" },
    { id: "claims", uses: ["client"], title: "The claims email and email_verified in the ID token", why: "Dex takes the mail address as identity, and refuses a login whose token does not say whether it is verified.", verify: "The ID token of a test user carries both, email_verified as true" },
    { id: "groups", uses: ["client"], forGroups: true, title: "A groups claim in the ID token: its name, and the scope that brings it", why: "Without it no group can be bound to a project.", inCommunity: "Without it tokens carry no groups; the Community Edition binds none of them to a project.", verify: "The ID token of a test user carries the claim with the expected groups" },
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
    oidcHosts: discoveryHosts({ section: "Identity provider", issuer: "the identity provider", short: "Further hosts of the identity provider" }),
    oidcPort: httpsPort({ section: "Identity provider", title: "the identity provider", source: "dex.oidc" }),
    oidcPath: urlPath({
      section: "Identity provider",
      label: "Which path has the issuer of the identity provider on that host?",
      short: "Path of the identity provider's issuer",
      help: "As issuer in the discovery document says it, with its first slash and its last one where it has one; a slash alone where there is none.",
      example: "/realms/example",
      source: "dex.oidc",
      team: "identity",
    }),
    oidcSlash: yesNo(
      { yes: "Yes, as https://login.example.com/", no: "No, as https://login.example.com" },
      {
        section: "Identity provider",
        label: "Does a slash end the issuer behind its host?",
        short: "Slash at the end of the identity provider's issuer",
        help: "See issuer in its discovery document. Dex does not start where one letter differs.",
        source: "openid.core",
        team: "identity",
      },
    ),
  },
  sources: ["dex.oidc", "dex.connectors"],
} as const satisfies Connector;
