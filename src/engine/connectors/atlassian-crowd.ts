import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { httpsPort } from "./port-of-host.ts";

export const atlassianCrowd = {
  id: "atlassian-crowd",
  title: "Atlassian Crowd",
  help: "Dex asks Crowd itself; no callback address has to be registered.",
  stability: "beta",
  refreshTokens: true,
  groups: true,
  callback: false,
  endpoint: { title: "Atlassian Crowd", addressQuestion: "crowdHost", numberQuestion: "crowdPort", calledBy: ["platform"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [
    { field: "baseURL", value: "https://{server}<fill-in: context path of Crowd, /crowd unless it was changed>", why: "Dex calls the user management of Crowd below it; it has no default.", broughtBy: "application" },
    { field: "clientID", value: "<fill-in: name of the application>", why: "Crowd answers applications of its list only, and finds Dex in it by this name.", broughtBy: "application" },
    { field: "clientSecret", value: "{secret}", why: "It is the password of the application; the plan holds the name of its place only.", broughtBy: "application" },
  ],
  prepare: [
    { id: "application", inSecretStore: true, title: "A Crowd application for Dex: its name, the URL of Crowd with its context path, and its password in the secret store", why: "Dex logs in to Crowd with it, and Crowd answers known addresses only.", verify: "Crowd lists the application with the addresses of the master's nodes" },
  ],
  questions: {
    crowdHost: host({
      section: "Identity source",
      label: "Which host serves Crowd?",
      short: "Address of Crowd",
      help: "The master's pods connect to it at every login.",
      example: "crowd.example.com",
      source: "dex.crowd",
      team: "identity",
      server: { title: "Atlassian Crowd", dialledBy: ["platform"] },
    }),
    crowdPort: httpsPort({ section: "Identity source", title: "Crowd", source: "dex.crowd", listens: "Crowd listens on 8095" }),
  },
  sources: ["dex.crowd", "dex.connectors"],
} as const satisfies Connector;
