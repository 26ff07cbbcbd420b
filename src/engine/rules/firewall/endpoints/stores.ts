import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { storeHosts } from "../../storage/store-hosts.ts";
import { stores } from "../../storage/stores.ts";
import { ends } from "../ends.ts";

/** Object stores of further backups and of the user-cluster MLA. */
export const storeEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.stores",
  title: "Servers of object stores outside the clusters",
  per: "plan",
  sources: ["kkp.backup", "kkp.mla-user-cluster"],
  derive: (read) =>
    read.rule(stores).map((store) => {
      const { id, title, address, purpose } = store;
      return read.forRow(ends.store(id), () => {
        const { hosts, who } = storeHosts(read, store);
        return {
          id: ends.store(id),
          title,
          kind: "s3" as const,
          addresses: [address, ...hosts],
          from: read.cell,
          why: `${purpose} are written there, and outlive the cluster that wrote them${hosts.length === 0 ? "" : `; ${who}`}.`,
        };
      });
    }),
});
