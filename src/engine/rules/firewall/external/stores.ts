import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { onInternet } from "../../internet/on-internet.ts";
import { storeHosts } from "../../storage/store-hosts.ts";
import { stores } from "../../storage/stores.ts";
import { ends } from "../ends.ts";
import { allowed } from "./row.ts";

/** Public stores from which people download: a list that names them for machines alone would keep browsers out. */
export const userStoreHosts = rule<readonly ExternalHost[]>({
  id: "firewall.external-user-stores",
  title: "Public stores for browsers",
  per: "plan",
  sources: ["kkp.cluster-backup", "kkp.metering"],
  derive: (read) => {
    const hosts = read.rule(stores).flatMap((store) => {
      const { id, address, purpose, alsoFrom } = store;
      if (!alsoFrom.includes("users") || address.kind !== "known" || !onInternet(read, address.value)) return [];
      // The API signs links to reports with the client that puts the bucket in front.
      const dialled = id === "metering" ? read.aside(() => storeHosts(read, store)).hosts : [];
      const reads = dialled.length === 0 ? [] : [(row: Reader) => storeHosts(row, store)];
      return (dialled.length === 0 ? [address] : dialled).flatMap((host) => (host.kind === "known" ? [{ host: host.value, purpose, reads }] : []));
    });
    if (hosts.length === 0) return read.notApplicable("Browsers open no public store.");
    return allowed(read, "user-stores", ends.users, ports.s3, hosts, "The dashboard hands out links into the store, which the browser opens itself.");
  },
});
