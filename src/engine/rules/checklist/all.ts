import { rule, type Rule } from "../../kernel/rule.ts";
import type { ChecklistItem } from "../../plan/plan.ts";
import { rowsFrom, type RowsSoFar } from "../basics/rows-from.ts";
import { sameRows } from "../basics/same-rows.ts";
import { alertRootItems } from "./alert-root.ts";
import { announcedAddressItems } from "./announced-addresses.ts";
import { apiRootItems } from "./api-root.ts";
import { apiEndpointItems } from "./api-endpoint.ts";
import { cloudObjectItems } from "./cloud-objects.ts";
import { datacenterFieldItems } from "./datacenter-fields.ts";
import { announcedPortItems } from "./announced-ports.ts";
import { exampleRuleItems } from "./example-rules.ts";
import { existingClusterItems } from "./existing-clusters.ts";
import { fileShareItems } from "./file-shares.ts";
import { firewallItems } from "./firewall.ts";
import { handMadeItems } from "./hand-made.ts";
import { hubNodeItems } from "./hub-nodes.ts";
import { hubTenantItems } from "./hub-tenants.ts";
import { hubUpgradeItems } from "./hub-upgrade.ts";
import { imageTermItems } from "./image-terms.ts";
import { subscriptionItems } from "./subscriptions.ts";
import { imageItems } from "./images.ts";
import { inOrder } from "./in-order.ts";
import { internetItems } from "./internet.ts";
import type { Draft } from "./item.ts";
import { leavingItems } from "./leaving.ts";
import { listenerLimitItems } from "./listener-limit.ts";
import { listedWorkerItems } from "./listed-workers.ts";
import { machineItems } from "./machines.ts";
import { mirrorRootItems } from "./mirror-roots.ts";
import { mlaWorkerItems } from "./mla-workers.ts";
import { nodePodItems } from "./node-pods.ts";
import { nameItems } from "./names.ts";
import { linkItems, networkItems } from "./network.ts";
import { nodeImageItems } from "./node-images.ts";
import { ownProfileItems } from "./own-profiles.ts";
import { podAddressItems } from "./pod-addresses.ts";
import { pauseItems } from "./pauses.ts";
import { peopleItems } from "./people.ts";
import { calendar, chainsOf, daysFor } from "./schedule.ts";
import { platformKubernetesItems } from "./platform-kubernetes.ts";
import { platformImageItems } from "./platform-images.ts";
import { preparationItems } from "./preparations.ts";
import { qualityItems } from "./quality.ts";
import { serviceBlockItems } from "./service-blocks.ts";
import { storageDriverItems } from "./storage-driver.ts";
import { storageItems } from "./storage.ts";
import { storeRootItems } from "./store-root.ts";
import { tenantItems } from "./tenants.ts";
import { terraformValueItems } from "./terraform-values.ts";
import { wayInItems } from "./way-in.ts";
import { workerImageItems } from "./worker-images.ts";
import { webhookWayItems } from "./webhook-ways.ts";

/** All rules for items, in the order of the list as far as none waits for a later one. */
export const items: readonly Rule<readonly Draft[]>[] = [
  ...networkItems,
  ...podAddressItems,
  ...wayInItems,
  ...leavingItems,
  ...serviceBlockItems,
  ...machineItems,
  ...platformImageItems,
  ...handMadeItems,
  ...preparationItems,
  ...apiEndpointItems,
  ...announcedAddressItems,
  ...exampleRuleItems,
  ...announcedPortItems,
  ...existingClusterItems,
  ...linkItems,
  ...webhookWayItems,
  ...platformKubernetesItems,
  ...mlaWorkerItems,
  ...nodePodItems,
  ...tenantItems,
  ...qualityItems,
  ...terraformValueItems,
  ...workerImageItems,
  ...imageTermItems,
  ...subscriptionItems,
  ...ownProfileItems,
  ...datacenterFieldItems,
  ...apiRootItems,
  ...cloudObjectItems,
  ...listenerLimitItems,
  ...nameItems,
  ...firewallItems,
  ...internetItems,
  ...mirrorRootItems,
  ...nodeImageItems,
  ...hubNodeItems,
  ...storageDriverItems,
  ...storageItems,
  ...storeRootItems,
  ...fileShareItems,
  ...peopleItems,
  ...hubTenantItems,
  ...hubUpgradeItems,
  ...alertRootItems,
  ...pauseItems,
  ...listedWorkerItems,
  ...imageItems,
];

const timed = sameRows((row: Draft, time: Pick<ChecklistItem, "dependsOn" | "shownWith" | "leadTime">) => ({ ...row, ...time }));
const dated = sameRows((row: ReturnType<typeof timed>, earliest: string): ChecklistItem => ({ ...row, earliest }));

/** All items before their lead times, and whether some still wait for answers. */
export const drafts = rule<RowsSoFar<Draft>>({
  id: "checklist.drafts",
  title: "Items of the checklist",
  per: "plan",
  sources: [],
  derive: (read) => rowsFrom(read, items),
});

/** All items with their lead times; those that come first are named only where they are on the list. */
export const checklist = rule<readonly ChecklistItem[]>({
  id: "checklist.all",
  title: "Checklist",
  per: "plan",
  sources: [],
  derive: (read) => {
    const { rows } = read.rule(drafts);
    if (rows.length === 0) return [];
    const listed = new Set(rows.map(({ id }) => id));
    const days = daysFor(read);
    const onList = (ids: readonly string[]): readonly string[] => ids.filter((id) => listed.has(id));
    const all = inOrder(rows.map((row) => timed(row, { dependsOn: onList(row.dependsOn), shownWith: onList(row.shownWith), leadTime: days[row.work] })));
    const chains = chainsOf(all);
    const dayAfter = calendar(read);
    return all.map((row) => {
      const earliest = dayAfter(chains.get(row.id)?.days ?? row.leadTime);
      return earliest === undefined ? row : dated(row, earliest);
    });
  },
});
