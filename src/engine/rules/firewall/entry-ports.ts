import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { ports } from "../../facts/ports.ts";
import type { Reader } from "../../kernel/rule.ts";
import { release } from "../basics/platform.ts";
import { kindRecord } from "./endpoints/balancers.ts";

/** Ports on which a cluster's entry answers: the usual ones of its address, or those of the nodes where nothing gives Services addresses. */
export function entryPorts(read: Reader, cluster: string): { readonly https: string; readonly http: string; readonly onNodes: boolean } {
  if (kindRecord(read.answer(loadBalancer.cluster.kind, cluster)).addressesFrom !== "nodes") {
    return { https: read.fact(ports.entryHttps), http: read.fact(ports.entryHttp), onNodes: false };
  }
  const { nodePorts } = read.rule(release).entry;
  return { https: String(nodePorts.https), http: String(nodePorts.http), onNodes: true };
}
