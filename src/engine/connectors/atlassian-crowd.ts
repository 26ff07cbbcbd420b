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
  prepare: [
    { id: "application", title: "A Crowd application for Dex, its password in the secret store", why: "Dex logs in to Crowd with it, and Crowd answers known addresses only.", verify: "Crowd lists the application with the addresses of the master's nodes" },
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
