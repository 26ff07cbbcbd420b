import type { Reader } from "../../kernel/rule.ts";
import { masterCluster } from "../basics/platform.ts";
import { certificateRequest } from "../certificates/requests.ts";

/** Clusters in which cert-manager asks for certificates: the master, and Seeds with an entry of their own. */
export function issuingClusters(read: Reader): readonly string[] {
  const master = read.rule(masterCluster);
  return read.subjects("cluster").filter((cluster) => cluster === master || read.optionalRule(certificateRequest, cluster) !== undefined);
}
