import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { dnsNames } from "../../facts/dns.ts";
import { apiAddress } from "../addresses/assignments.ts";
import { clusterName, masterCluster, seedDomain } from "../basics/platform.ts";
import { entering } from "./entering.ts";
import { answersByName, isThere, typeOf, whenOf } from "./target.ts";

/** A name for the Kubernetes API of a platform cluster; recommended. */
export const kubernetesApiRecord = rule<readonly DnsRecord[]>({
  id: "dns.kubernetes-api",
  title: "Record of the Kubernetes API",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    const { id, address } = read.rule(apiAddress, cluster);
    // The name can be asked for before its address is known; whoever is asked for the address hears of the record.
    if (address.kind === "open") read.maybe(loadBalancer.cluster.apiAddress, cluster);
    const domain = read.optionalRule(masterCluster) === cluster ? read.answer(project.plan.domain) : read.rule(seedDomain, cluster);
    const name = clusterName(read, cluster);
    const leads = { cluster, end: "api", target: address, view: "any" } as const;
    return [
      {
        id: `record.kubernetes-api[${cluster}]`,
        name: `${read.fact(dnsNames.kubernetesApi)}.${domain}`,
        type: address.kind === "later" && answersByName(read, cluster) ? "CNAME" : typeOf(address),
        ...leads,
        ...entering(read, leads),
        leadsTo: id,
        purpose: `Kubernetes API of ${name}`,
        need: "recommended",
        when: isThere(read, address) ? "Any time, the API has its address" : whenOf(address, "the API"),
        from: read.cell,
        why: `Kubeconfigs and the API's certificate can then hold a name, so the address in front of ${name} may change without new certificates. The label is a proposal.`,
      },
    ];
  },
});
