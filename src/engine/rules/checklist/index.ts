import { rule, type Rule } from "../../kernel/rule.ts";
import type { ChecklistItem } from "../../plan/plan.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { apiEndpointItems } from "./api-endpoint.ts";
import { existingClusterItems } from "./existing-clusters.ts";
import { firewallItems } from "./firewall.ts";
import { imageItems } from "./images.ts";
import { internetItems } from "./internet.ts";
import { machineItems } from "./machines.ts";
import { nameItems } from "./names.ts";
import { networkItems } from "./network.ts";
import { peopleItems } from "./people.ts";
import { storageItems } from "./storage.ts";

const items: readonly Rule<readonly ChecklistItem[]>[] = [
  ...networkItems,
  ...machineItems,
  ...apiEndpointItems,
  ...existingClusterItems,
  ...nameItems,
  ...firewallItems,
  ...internetItems,
  ...storageItems,
  ...peopleItems,
  ...imageItems,
];

/** All items; those that come first are named only where they are on the list. */
const checklist = rule<readonly ChecklistItem[]>({
  id: "checklist.all",
  title: "Checklist",
  per: "plan",
  sources: [],
  derive: (read) => {
    const { rows } = rowsFrom(read, items);
    const listed = new Set(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, dependsOn: row.dependsOn.filter((id) => listed.has(id)) }));
  },
});

export const checklistRules: readonly Rule<readonly ChecklistItem[]>[] = [checklist];
