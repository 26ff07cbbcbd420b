import { ports } from "../../facts/ports.ts";
import type { Reader } from "../../kernel/rule.ts";
import { dialledNodePorts } from "../addresses/url-port.ts";

/** Ports on which people and pods dial a cluster's entry: the usual ones, or those of the nodes where nothing stands in front of them. */
export function entryPorts(read: Reader, cluster: string): { readonly https: string; readonly http: string; readonly onNodes: boolean } {
  if (read.outcome(dialledNodePorts, cluster).kind === "not-applicable") return { https: read.fact(ports.entryHttps), http: read.fact(ports.entryHttp), onNodes: false };
  const { https, http } = read.rule(dialledNodePorts, cluster);
  return { https: String(https), http: String(http), onNodes: true };
}
