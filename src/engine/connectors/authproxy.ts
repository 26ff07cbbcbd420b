import { text } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";

export const authproxy = {
  id: "authproxy",
  title: "A proxy that has logged people in",
  help: "A proxy between the platform entry and Dex names the user in a header; no groups, and no session can be renewed.",
  stability: "alpha",
  refreshTokens: false,
  groups: false,
  callback: false,
  withoutSecret: true,
  callbackProxy: { name: "authproxy", path: "/dex/callback", field: "userHeader", headerQuestion: "authproxyHeader" },
  fields: [],
  prepare: [
    { id: "proxy", title: "A proxy that runs beside Dex in the cluster of the master: it logs people in at /dex/callback/authproxy, sets {authproxyHeader} to their mail address and passes the rest below /dex/callback on; manifests and images", why: "Dex believes the header at every path below its callback and checks nothing itself, so the entry leads all of them to the proxy and none to Dex.", verify: "In a trial, a request with {authproxyHeader} or another X-Remote header set by hand reaches what stands behind the proxy without it, on every path; after a login it carries the mail address" },
    { id: "logins", title: "Ways from the nodes of the master, and from browsers where they are sent there, to the system at which the proxy checks logins", why: "The proxy alone knows that system, so no row of this plan names it.", verify: "The firewall team has a row with host and port of that system for each way, or the identity team states that the proxy asks nobody" },
  ],
  questions: {
    authproxyHeader: text({
      section: "Identity source",
      label: "Which header names the user?",
      short: "Header with the user",
      help: "It holds the mail address; the proxy sets it, and takes it away from whatever clients send.",
      example: "X-Remote-User",
      source: "dex.authproxy",
      team: "identity",
    }),
  },
  sources: ["dex.authproxy", "dex.connectors"],
} as const satisfies Connector;
