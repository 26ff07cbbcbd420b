import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { sharesIn } from "../../basics/file-shares.ts";
import { datacenterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { placeOfWorkers } from "../subjects.ts";
import { reachesInternet } from "../way-out.ts";
import { allowed } from "./row.ts";

/** Hosts of shares that pods of a datacenter's user clusters mount. */
export const fileShareHosts = rule<readonly ExternalHost[]>({
  id: "firewall.external-file-shares",
  title: "Hosts of file shares",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const shares = sharesIn(read, datacenter);
    if (!reachesInternet(read, placeOfWorkers(read, datacenter))) return read.notApplicable("Its machines reach nothing on the internet.");
    return allowed(read, "file-shares", ends.workers(datacenter), ports.smb, [{ host: shares.host, purpose: `Shares of ${shares.title}` }], `Pods of user clusters in ${datacenterName(read, datacenter)} mount them over SMB; no HTTP proxy passes it on.`);
  },
});
