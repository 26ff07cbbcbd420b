import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { dnsLimits } from "../../facts/dns.ts";
import { rule } from "../../kernel/rule.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { seedDomain } from "../basics/platform.ts";
import { servedHosts } from "../certificates/hosts.ts";

/** A name of a cluster with its length; `shown` writes `<id>` where a user cluster's id stands. */
export interface NameLength {
  readonly shown: string;
  readonly length: number;
  /** Whether the id of a user cluster is part of it. */
  readonly ofUserCluster: boolean;
}

/** Names of a cluster: the longest of a user cluster first, then those that browsers ask for. */
export const nameLengths = rule<readonly NameLength[]>({
  id: "dns.name-lengths",
  title: "Lengths of names",
  per: "cluster",
  sources: ["rfc.1035", "kkp.code.konnectivity", "kkp.code.cluster-id", "kkp.code.address"],
  derive: (read, cluster) => {
    const hosts = read.outcome(servedHosts, cluster);
    const served = (hosts.kind === "known" ? hosts.value : []).map(({ name }) => ({ shown: name, length: name.length, ofUserCluster: false }));
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return served;
    const strategies = read.rule(strategiesOf, cluster);
    // With a load balancer of its own a user cluster is reached by address.
    if (strategies.every((strategy) => strategy === "LoadBalancer")) return served;
    const connector = strategies.includes("Tunneling") ? `${read.fact(dnsLimits.connectorLabel)}.` : "";
    const rest = read.rule(seedDomain, cluster);
    const length = connector.length + read.fact(dnsLimits.clusterIdLength) + 1 + rest.length;
    return [{ shown: `${connector}<id>.${rest}`, length, ofUserCluster: true }, ...served];
  },
});
