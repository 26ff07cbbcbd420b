import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";

export const linkedin = {
  id: "linkedin",
  title: "LinkedIn",
  help: "People log in with their LinkedIn account; nobody can be kept out by it.",
  stability: "beta",
  refreshTokens: true,
  groups: false,
  callback: true,
  warning: "It takes every account of LinkedIn, so who may do what is decided in KKP alone.",
  endpoint: { title: "LinkedIn", hosts: ["www.linkedin.com", "api.linkedin.com"], calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [
    ...clientFields("app"),
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "An app with Sign In with LinkedIn: its client id, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "LinkedIn lists the app with the product, and its secret lies in the secret store" },
  ],
  questions: {},
  sources: ["dex.connectors"],
} as const satisfies Connector;
