import { ports } from "../../facts/ports.ts";
import type { Reader } from "../../kernel/rule.ts";
import { dialledNodePorts } from "../addresses/url-port.ts";

/** Ports on which people and pods dial a cluster's entry: the usual ones, or those of the nodes where nothing stands in front of them. */
export function entryPorts(read: Reader, cluster: string): { readonly https: string; readonly http: string; readonly onNodes: boolean } {
  const dialled = read.optionalRule(dialledNodePorts, cluster);
  return dialled ? { https: String(dialled.https), http: String(dialled.http), onNodes: true } : { https: read.fact(ports.entryHttps), http: read.fact(ports.entryHttp), onNodes: false };
}
