import { text } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";

export const bitbucketCloud = {
  id: "bitbucket-cloud",
  title: "Bitbucket Cloud",
  help: "People log in with their Bitbucket account; a workspace says who may.",
  stability: "alpha",
  refreshTokens: true,
  groups: true,
  callback: true,
  endpoint: { title: "Bitbucket Cloud", hosts: ["bitbucket.org", "api.bitbucket.org"], calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [
    ...clientFields("consumer"),
    { field: "teams[]", value: "{bitbucketTeam}", why: "Left out, every account of Bitbucket could log in." },
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "An OAuth consumer with Account: Read and Team membership: Read in the workspace {bitbucketTeam}: its key, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "The workspace lists the consumer with both rights, and its secret lies in the secret store" },
  ],
  questions: {
    bitbucketTeam: text({
      section: "Bitbucket Cloud",
      label: "Which workspace may log in?",
      short: "Bitbucket workspace",
      help: "Without one, every account of Bitbucket could log in.",
      example: "example",
      source: "dex.bitbucket",
      team: "identity",
    }),
  },
  sources: ["dex.bitbucket", "dex.connectors"],
} as const satisfies Connector;
