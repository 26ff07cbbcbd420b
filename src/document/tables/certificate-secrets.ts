import { nameOf, ofCluster } from "../scope.ts";
import { code, joined, lineBreak, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** TLS Secrets that must hold the certificates. */
export const certificateSecrets: TableDefinition = {
  id: "certificate-secrets",
  rules: ["certificates."],
  build: (scope) => {
    const rows = ofCluster(scope, scope.plan.certificates.requests).flatMap(({ id, cluster, secrets }) =>
      secrets.map((secret) => ({ id: `${id}#${secret.namespace}/${secret.name}`, cluster, secret })),
    );
    const standing = rows.some(({ secret }) => secret.inUse);
    const listening = rows.some(({ secret }) => secret.listeners);
    return tableOf(scope, {
      id: "certificate-secrets",
      team: "platform",
      columns: [
        { title: "Secret", weight: 4, keep: true, cell: ({ secret }) => [code(`${secret.namespace}/${secret.name}`)] },
        { title: "Cluster", weight: 2, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Must cover", weight: 6, keep: true, cell: ({ secret }) => joined(secret.covers.map((name) => [code(name)]), lineBreak) },
        ...(standing ? [{ title: "State", weight: 2, cell: ({ secret }: (typeof rows)[number]) => [text(secret.inUse ? "in use" : "new")] }] : []),
        ...(listening ? [{ title: "Presented by listener", weight: 4, cell: ({ secret }: (typeof rows)[number]) => joined((secret.listeners ?? []).map((name) => [code(name)]), lineBreak) }] : []),
      ],
      rows,
    });
  },
};
