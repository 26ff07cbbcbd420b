import type { Setting, TeamId } from "../../engine/index.ts";
import { code, text, value } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Fields of one topic that these answers decide, with the object that carries each. */
const settingsOf = (topic: Setting["topic"], team: TeamId): TableDefinition => ({
  id: `settings-${topic}`,
  rules: [`settings.${topic}`],
  build: (scope) =>
    tableOf(scope, {
      id: `settings-${topic}`,
      team,
      columns: [
        { title: "Object", weight: 3, keep: true, cell: ({ object }) => [text(object)] },
        { title: "Field", weight: 4, keep: true, cell: ({ field }) => [code(field)] },
        { title: "Value", weight: 5, keep: true, cell: (row) => [value(scope, row.value, code)] },
        { title: "Because", weight: 5, keep: true, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.settings.filter((row) => row.topic === topic),
    }),
});

export const platformSettings = settingsOf("platform", "platform");
export const seedSettings = settingsOf("seeds", "platform");
export const balancerSettings = settingsOf("balancers", "network");
export const storageSettings = settingsOf("storage", "platform");
export const internetSettings = settingsOf("internet", "platform");
export const dnsSettings = settingsOf("dns", "platform");
export const certificateSettings = settingsOf("certificates", "platform");
export const loginSettings = settingsOf("login", "platform");
export const controlPlaneSettings = settingsOf("control-planes", "platform");
export const monitoringSettings = settingsOf("monitoring", "platform");
