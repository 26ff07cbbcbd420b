import { text } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";

export const github = {
  id: "github",
  title: "GitHub",
  help: "People log in with their GitHub account; an organisation says who may.",
  stability: "stable",
  refreshTokens: true,
  groups: true,
  callback: true,
  endpoint: { title: "GitHub", hosts: ["github.com", "api.github.com"], calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [
    ...clientFields("OAuth app"),
    { field: "orgs[].name", value: "{githubOrganisation}", why: "Members of it alone may log in, and its teams are handed on as groups." },
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "An OAuth app of the organisation {githubOrganisation}: its client id, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "The organisation lists the app under its OAuth apps, and its secret lies in the secret store" },
    { id: "teams", forGroups: true, title: "Teams of the organisation that stand for roles", why: "Dex hands teams on as groups, which can be bound to projects.", inCommunity: "Dex hands teams on as groups; the Community Edition binds none of them to a project.", verify: "gh api orgs/{githubOrganisation}/teams lists each team with its members" },
  ],
  questions: {
    githubOrganisation: text({
      section: "GitHub",
      label: "Which organisation may log in?",
      short: "GitHub organisation",
      help: "Without one, every account of GitHub could log in.",
      example: "example",
      source: "dex.connectors",
      team: "identity",
    }),
  },
  sources: ["dex.connectors", "kkp.code.example-values"],
} as const satisfies Connector;
