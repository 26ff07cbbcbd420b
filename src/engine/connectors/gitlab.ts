import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";
import { httpsPort } from "./port-of-host.ts";

export const gitlab = {
  id: "gitlab",
  title: "GitLab",
  help: "People log in with their account of a GitLab instance.",
  stability: "beta",
  refreshTokens: true,
  groups: true,
  callback: true,
  endpoint: { title: "GitLab", addressQuestion: "gitlabHost", numberQuestion: "gitlabPort", calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [
    { field: "baseURL", value: "https://{server}", why: "People log in with accounts of this instance; left out Dex would ask gitlab.com." },
    ...clientFields("application"),
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "An application with the scopes read_user and openid: its id, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "GitLab lists the application with both scopes, and its secret lies in the secret store" },
  ],
  questions: {
    gitlabHost: host({
      section: "GitLab",
      label: "Which host serves GitLab?",
      short: "Address of GitLab",
      help: "The master's pods connect to it, and so do browsers at login.",
      example: "gitlab.example.com",
      source: "dex.gitlab",
      team: "identity",
      server: { title: "GitLab", dialledBy: ["platform"] },
    }),
    gitlabPort: httpsPort({ section: "GitLab", title: "GitLab", source: "dex.gitlab" }),
  },
  sources: ["dex.gitlab", "dex.connectors"],
} as const satisfies Connector;
