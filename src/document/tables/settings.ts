import type { Setting, TeamId } from "../../engine/index.ts";
import { code, lineBreak, sentence, text, value } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Fields of one topic that these answers decide, with the object that carries each. */
const settingsOf = (topic: Setting["topic"], team: TeamId): TableDefinition => ({
  id: `settings-${topic}`,
  rules: [`settings.${topic}`],
  build: (scope) => {
    const rows = scope.plan.settings.filter((row) => row.topic === topic);
    const [one, ...others] = new Set(rows.map(({ object }) => object));
    const isShared = one !== undefined && others.length === 0;
    return tableOf(scope, {
      id: `settings-${topic}`,
      team,
      ...(isShared ? { caption: [text(`All in ${one}.`)] } : {}),
      columns: [
        // The object shares the field's column: long values and sentences need the width.
        isShared
          ? { title: "Field", weight: 4, keep: true, cell: ({ field }) => [code(field)] }
          : { title: "Object and field", weight: 4, keep: true, cell: ({ object, field }) => [text(object), lineBreak, code(field)] },
        { title: "Value", weight: 5, keep: true, cell: (row) => [value(scope, row.value, code)] },
        { title: "Because", weight: 5, keep: true, cell: ({ why }) => sentence(why) },
      ],
      rows,
      small: true,
    });
  },
});

export const platformSettings = settingsOf("platform", "platform");
export const seedSettings = settingsOf("seeds", "platform");
export const balancerSettings = settingsOf("balancers", "network");
export const familySettings = settingsOf("families", "network");
export const storageSettings = settingsOf("storage", "platform");
export const internetSettings = settingsOf("internet", "platform");
export const dnsSettings = settingsOf("dns", "platform");
export const certificateSettings = settingsOf("certificates", "platform");
export const loginSettings = settingsOf("login", "platform");
export const controlPlaneSettings = settingsOf("control-planes", "platform");
export const monitoringSettings = settingsOf("monitoring", "platform");
