import { rule } from "../../kernel/rule.ts";
import { externalDns } from "./external-dns.ts";
import { seedWildcardRecord } from "./seed-records.ts";

/** The wildcard of a Seed that external-dns reads from an annotation of the nodeport-proxy; not applicable where nothing carries it. */
export const annotatedWildcard = rule<string>({
  id: "dns.annotated-wildcard",
  title: "Wildcard of the Seed by external-dns",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.front-loadbalancer"],
  derive: (read, cluster) => {
    read.rule(externalDns);
    const wildcard = read.rule(seedWildcardRecord, cluster).find(({ carrier }) => carrier === "annotation");
    return wildcard?.name ?? read.notApplicable("The annotation would reach the load balancers of user clusters as well, or there is no nodeport-proxy.");
  },
});
