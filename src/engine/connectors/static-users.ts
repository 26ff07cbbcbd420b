import type { Connector } from "./connector.ts";

export const staticUsers = {
  id: "static-users",
  title: "Users in Dex itself",
  help: "A short list of users in the Helm values; for a proof of concept.",
  stability: "stable",
  refreshTokens: true,
  groups: false,
  callback: false,
  inDex: true,
  forTrialsOnly: true,
  fields: [],
  prepare: [
    { id: "users", inSecretStore: true, title: "Mail address, name and user id of each user; the bcrypt hash goes into the secret store", why: "Dex checks logins against this list.", verify: "The list names every user once, and the secret store holds a hash for each" },
  ],
  questions: {},
  sources: ["kkp.code.example-values"],
} as const satisfies Connector;
