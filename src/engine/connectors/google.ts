import { hostname } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";

export const google = {
  id: "google",
  title: "Google",
  help: "People log in with an account of your Google Workspace.",
  stability: "alpha",
  refreshTokens: true,
  groups: true,
  callback: true,
  endpoint: { title: "Google", hosts: ["accounts.google.com", "oauth2.googleapis.com", "www.googleapis.com"], groupHosts: ["admin.googleapis.com"], calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  file: {
    kind: "Secret",
    name: "google-directory",
    key: "service-account.json",
    holds: "the JSON key file of the service account",
    forGroups: true,
    field: "serviceAccountFilePath",
    why: "Dex asks the directory for groups with this key; without it logins succeed and carry none.",
    beside: [{ field: "domainToAdminEmail", value: "{googleDomain}: <fill-in: mail address of the administrator, from the identity team>", why: "The service account asks in the name of this administrator; Dex does not start with one of the two alone." }],
  },
  fields: [
    ...clientFields("OAuth client"),
    { field: "hostedDomains[]", value: "{googleDomain}", why: "Left out, every Google account could log in." },
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "An OAuth client of the type web application for {googleDomain}: its id, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "The Google Cloud console lists the client, and its secret lies in the secret store" },
    { id: "groups", inSecretStore: true, forGroups: true, title: "A service account with domain-wide delegation for admin.directory.group.readonly, and the mail address of an administrator; its JSON key file in the secret store", why: "Google puts no groups into its tokens; Dex asks the directory in the name of the administrator.", verify: "The admin console lists the service account under domain-wide delegation with this scope alone" },
  ],
  questions: {
    googleDomain: hostname({
      section: "Google",
      label: "Which Workspace domain may log in?",
      short: "Workspace domain",
      help: "Without one, every Google account could log in.",
      example: "example.com",
      source: "dex.google",
      team: "identity",
    }),
  },
  sources: ["dex.google", "dex.connectors"],
} as const satisfies Connector;
