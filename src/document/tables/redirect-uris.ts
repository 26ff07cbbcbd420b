import { eventOf } from "../../engine/index.ts";
import { code, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Redirect URIs by client, and where each is entered. */
export const redirectUris: TableDefinition = {
  id: "redirect-uris",
  rules: ["identity."],
  build: (scope) =>
    tableOf(scope, {
      id: "redirect-uris",
      team: "identity",
      columns: [
        { title: "Client", weight: 3, keep: true, cell: ({ client }) => [code(client)] },
        { title: "Redirect URI", weight: 7, keep: true, cell: ({ uri }) => [code(uri)] },
        { title: "What for", weight: 4, cell: ({ purpose, optional }) => [text(optional ? `${purpose} (optional)` : purpose)] },
        { title: "Entered at", weight: 3, cell: ({ registeredAt, issuerHost }) => [issuerHost ? code(issuerHost) : text(registeredAt === "dex" ? `Dex, by the ${eventOf(scope.plan)}` : "your identity provider")] },
      ],
      rows: scope.plan.identity.redirectUris,
    }),
};
