import { known } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { sharesIn } from "../../basics/file-shares.ts";
import { datacenterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { placeOfWorkers } from "../subjects.ts";

/** Where the shares stand that pods of a datacenter's user clusters mount. */
export const fileShareEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.file-shares",
  title: "File shares of user clusters",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const shares = sharesIn(read, datacenter);
    const name = datacenterName(read, datacenter);
    return [{ id: ends.fileShares(datacenter), title: `${shares.title} of ${name}`, kind: "file-shares", place: placeOfWorkers(read, datacenter), addresses: [known(shares.host)], from: read.cell, why: `The driver of ${shares.title} makes accounts with names of its own, so nobody knows more of the host beforehand.` }];
  },
});
