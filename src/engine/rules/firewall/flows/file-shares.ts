import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { sharesIn } from "../../basics/file-shares.ts";
import { datacenterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { placeOfWorkers } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From workers to the shares that their pods mount: no HTTP proxy passes SMB on, so the row leads there straight. */
export const workersToFileShares = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-file-shares",
  title: "Workers to file shares",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const shares = sharesIn(read, datacenter);
    // Nobody can say where the row begins while the place is open.
    placeOfWorkers(read, datacenter);
    return [
      flow(read, {
        refs: ["S3"],
        of: `workers.${datacenter}`,
        source: ends.workers(datacenter),
        destination: ends.fileShares(datacenter),
        ports: ports.smb,
        reason: `Pods mount shares of ${shares.title}`,
        lifetime: "operation",
        why: `Workers of ${datacenterName(read, datacenter)} mount shares of ${shares.title} over SMB, at an account that the driver makes or that a StorageClass names; no HTTP proxy passes it on.`,
      }),
    ];
  },
});
