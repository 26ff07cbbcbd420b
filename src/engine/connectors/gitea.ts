import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";
import { httpsPort } from "./port-of-host.ts";

export const gitea = {
  id: "gitea",
  title: "Gitea",
  help: "People log in with their account of a Gitea instance; no groups come along.",
  stability: "alpha",
  refreshTokens: true,
  groups: false,
  callback: true,
  endpoint: { title: "Gitea", addressQuestion: "giteaHost", numberQuestion: "giteaPort", calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [
    { field: "baseURL", value: "https://{server}", why: "People log in with accounts of this instance; left out Dex would ask gitea.com." },
    ...clientFields("application"),
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "An OAuth2 application: its client id, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "Gitea lists the application, and its secret lies in the secret store" },
  ],
  questions: {
    giteaHost: host({
      section: "Identity provider",
      label: "Which host serves Gitea?",
      short: "Address of Gitea",
      help: "The master's pods connect to it, and so do browsers at login.",
      example: "gitea.example.com",
      source: "dex.gitea",
      team: "identity",
      server: { title: "Gitea", dialledBy: ["platform"] },
    }),
    giteaPort: httpsPort({ section: "Identity provider", title: "Gitea", source: "dex.gitea", listens: "Gitea listens on 3000" }),
  },
  sources: ["dex.gitea", "dex.connectors"],
} as const satisfies Connector;
