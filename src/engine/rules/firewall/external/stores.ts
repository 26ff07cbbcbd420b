import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { onInternet } from "../../internet/on-internet.ts";
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
    const hosts = read.rule(stores).flatMap(({ address, purpose, alsoFrom }) => (alsoFrom.includes("users") && address.kind === "known" && onInternet(read, address.value) ? [{ host: address.value, purpose }] : []));
    if (hosts.length === 0) return read.notApplicable("Browsers open no public store.");
    return allowed(read, "user-stores", ends.users, ports.s3, hosts, "The dashboard hands out links into the store, which the browser opens itself.");
  },
});
