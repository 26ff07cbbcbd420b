import { text } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";

export const microsoft = {
  id: "microsoft",
  title: "Microsoft Entra ID",
  help: "People log in with an account of your Microsoft tenant.",
  stability: "beta",
  refreshTokens: true,
  groups: true,
  callback: true,
  endpoint: { title: "Microsoft Entra ID", hosts: ["login.microsoftonline.com", "graph.microsoft.com"], calledBy: ["platform", "browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  fields: [
    ...clientFields("app registration"),
    { field: "tenant", value: "{microsoftTenant}", why: "Left out, every account of Microsoft could log in, and no groups come along." },
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "An app registration in the tenant {microsoftTenant}: its client id, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "`az ad app show` prints the registration, and its secret lies in the secret store" },
    { id: "groups", uses: ["client"], title: "Delegated permission Directory.Read.All with consent of an administrator", why: "Dex reads the groups of a user from the directory; without consent every login fails.", verify: "`az ad app permission list-grants` shows Directory.Read.All" },
  ],
  questions: {
    microsoftTenant: text({
      section: "Microsoft Entra ID",
      label: "Which tenant may log in?",
      short: "Microsoft tenant",
      help: "Its id or domain. Groups come along only where the tenant is named.",
      example: "example.onmicrosoft.com",
      source: "dex.microsoft",
      team: "identity",
    }),
  },
  sources: ["dex.microsoft", "dex.connectors"],
} as const satisfies Connector;
