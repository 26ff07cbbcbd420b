import { text } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";

export const authproxy = {
  id: "authproxy",
  title: "A proxy that has logged people in",
  help: "A proxy in front of Dex names the user in a header; no groups, and no session can be renewed.",
  stability: "alpha",
  refreshTokens: false,
  groups: false,
  callback: false,
  withoutSecret: true,
  prepare: [
    { id: "proxy", title: "A proxy in front of the callback of Dex that logs people in and sets the header {authproxyHeader}", why: "Dex believes the header; it checks nothing itself.", verify: "A request that reaches Dex past the proxy with the header set by hand is refused" },
  ],
  questions: {
    authproxyHeader: text({
      section: "Identity source",
      label: "Which header names the user?",
      short: "Header with the user",
      help: "Set by the proxy and by nobody else.",
      example: "X-Remote-User",
      source: "dex.authproxy",
      team: "identity",
    }),
  },
  sources: ["dex.authproxy", "dex.connectors"],
} as const satisfies Connector;
