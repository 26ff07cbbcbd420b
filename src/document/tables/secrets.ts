import { code, joined, lineBreak, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Secrets that people generate or are handed, by name. */
export const secrets: TableDefinition = {
  id: "secrets",
  rules: ["access.secrets", "access.login-secrets", "access.source-secrets", "access.certificate-secrets", "access.seed-secrets", "access.proxy-keys"],
  build: (scope) =>
    tableOf(scope, {
      id: "secrets",
      columns: [
        { title: "Name in the secret store", weight: 3, keep: true, cell: ({ name }) => [code(name)] },
        { title: "Made by, form", weight: 4, keep: true, cell: ({ command, form, inUse }) => [...(inUse ? [text("the one in use; where there is none: ")] : []), command === undefined ? text("handed over") : code(command), lineBreak, text(form)] },
        { title: "Stands in", weight: 4, keep: true, cell: ({ files }) => joined(files.map((file) => [code(file)]), lineBreak) },
        { title: "Because", weight: 5, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.secrets,
      small: true,
    }),
};
