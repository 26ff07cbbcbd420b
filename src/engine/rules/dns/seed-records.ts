import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { entryAddress, nodeportProxyAddress } from "../addresses/assignments.ts";
import { lacksProxy, proxyRuns, strategiesOf } from "../basics/exposure.ts";
import { clusterName, masterCluster, seedDomain } from "../basics/platform.ts";
import { ownInterfaceHosts, seedInterfaceHosts } from "../certificates/hosts.ts";
import { newHosts } from "../certificates/new-hosts.ts";
import { entering } from "./entering.ts";
import { typeWritten } from "./written-alias.ts";
import { fixedIn, stays, spoken, STAYS, targetOf, whenEntry, whenOf } from "./target.ts";

/** The wildcard below which user clusters get their names, with NodePort and Tunneling. */
export const seedWildcardRecord = rule<readonly DnsRecord[]>({
  id: "dns.seed-wildcard",
  title: "Wildcard record of the Seed",
  per: "cluster",
  sources: ["kkp.add-seed", "kkp.code.address"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(`${name} runs no control planes of user clusters.`);
    if (read.rule(strategiesOf, cluster).every((strategy) => strategy === "LoadBalancer")) return read.notApplicable("With LoadBalancer, people and workers use the address of a user cluster itself, no name.");
    if (!read.answer(dns.plan.seedWildcard)) return read.notApplicable("No wildcard record is allowed for Seeds.");
    const tunnels = read.rule(strategiesOf, cluster).includes("Tunneling");
    if (tunnels) read.cite("rfc.4592", "kkp.code.konnectivity");
    const below = read.rule(seedDomain, cluster);
    const target = targetOf(read, nodeportProxyAddress, cluster, "nodeport-proxy");
    // Annotations of the nodeport-proxy are copied to the load balancer of each user cluster that has one.
    const annotated = read.rule(proxyRuns, cluster) && !read.rule(strategiesOf, cluster).includes("LoadBalancer");
    const leads = { ...target, cluster, end: "nodeport-proxy", view: "any", ...(annotated ? { carrier: "annotation" as const } : {}) } as const;
    const entered = entering(read, leads);
    const { type, because } = typeWritten(read, leads);
    return [
      {
        id: `record.seed-wildcard[${cluster}]`,
        name: `*.${below}`,
        ...leads,
        type,
        ...entered,
        purpose: `${lacksProxy(read, cluster) ? "Nodes" : "nodeport-proxy"} of ${name}: API servers of its user clusters`,
        need: "required",
        when: stays(read, target.target) ? STAYS : target.target.kind === "later" ? `After ${name} is added, w${whenOf(target.target, "its nodeport-proxy").slice(1)}` : whenOf(target.target, "the nodeport-proxy", fixedIn(entered)),
        from: read.cell,
        why: `Each user cluster is reached as <id>.${below}; its id is not known before it is created, so only a wildcard can answer.${tunnels ? " A record of its own for one user cluster would hide the names below it, which its workers dial: leave it out." : ""}${because}`,
      },
    ];
  },
});

/** Explicit records of a Seed's interfaces. */
export const seedInterfaceRecords = rule<readonly DnsRecord[]>({
  id: "dns.seed-interfaces",
  title: "Records of the Seed's interfaces",
  per: "cluster",
  sources: ["kkp.mla-user-cluster", "rfc.4592"],
  derive: (read, cluster) => {
    const hosts = [...read.rule(seedInterfaceHosts, cluster), ...read.rule(ownInterfaceHosts, cluster)];
    if (hosts.length === 0) return [];
    const below = read.rule(seedDomain, cluster);
    const name = clusterName(read, cluster);
    const target = targetOf(read, entryAddress, cluster, "entry");
    const own = read.optionalRule(masterCluster) !== cluster;
    const entry = own ? `entry of ${name}` : "platform entry";
    // Whether a wildcard is there changes the reason alone: the name needs its record in any case.
    const wildcards = read.outcome(seedWildcardRecord, cluster);
    const wildcard = wildcards.kind === "known" ? wildcards.value[0] : undefined;
    const leads = { ...target, cluster, end: "entry", view: "any", carrier: "stack" } as const;
    const entered = entering(read, leads);
    const { type, because } = typeWritten(read, leads);
    const added = newHosts(read, cluster);
    return hosts.map((host) => ({
      id: host.id.replace("host.", "record."),
      name: host.name,
      ...leads,
      type,
      ...entered,
      purpose: `${own ? `Entry of ${name}` : "Platform entry"}: ${host.service}`,
      need: "required",
      when: whenEntry(read, cluster, target.target, `the ${entry}`, entered, added.includes(host.name)),
      from: read.cell,
      why: wildcard
        ? `${wildcard.name} would catch this name and lead it to the ${lacksProxy(read, cluster) ? "nodes" : "nodeport-proxy"} at ${spoken(wildcard.target)}; an explicit record wins over a wildcard.${because}`
        : wildcards.kind === "waiting"
          ? `Whether a wildcard answers below ${below} is open, and ${host.name} has a record of its own either way.${because}`
          : `No wildcard answers below ${below}, and one for the platform stops there, so this interface has a record of its own.${because}`,
    }));
  },
});
