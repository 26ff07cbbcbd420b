import { rule } from "../../kernel/rule.ts";
import { masterCluster } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";

/** Clusters in which cert-manager asks for certificates: the master, and Seeds with an entry of their own. */
export const issuingClusters = rule<readonly string[]>({
  id: "runbook.issuing-clusters",
  title: "Clusters with an issuer",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    if (read.rule(issuer).by === "hand") return [];
    const master = read.rule(masterCluster);
    return read.subjects("cluster").filter((cluster) => cluster === master || read.optionalRule(certificateRequest, cluster) !== undefined);
  },
});
