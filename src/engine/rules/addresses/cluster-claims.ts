import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { claim, type Claims } from "./claim.ts";
import { controlPlaneAddresses } from "./control-planes.ts";
import { apiAddress } from "./kubernetes-api.ts";
import { listedWorkers } from "./static-workers.ts";
import { balancerSoFar } from "../basics/balancer.ts";

/** What a platform cluster claims: control planes, listed workers, the address of its API, BGP peers. */
export const clusterClaims = rule<Claims>({
  id: "addresses.claims-of-cluster",
  title: "Fixed addresses of the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    const ranges: Claims["ranges"][number][] = [];
    const unstated: AnswerPath[] = [];
    const api = read.outcome(apiAddress, cluster);
    const machines = read.outcome(controlPlaneAddresses, cluster);
    for (const outcome of [api, machines]) {
      if (outcome.kind === "waiting") unstated.push(...outcome.missing);
      if (outcome.kind !== "known") continue;
      for (const { address, title } of [outcome.value].flat()) {
        if (address.kind === "known") ranges.push(...claim(address.value, title));
        if (address.kind === "open") unstated.push(address.question);
      }
    }
    // Each of them is taken, however many the load needs.
    const workers = read.outcome(listedWorkers, cluster);
    if (workers.kind === "waiting") unstated.push(...workers.missing);
    if (workers.kind === "known" && workers.value.kind === "open") unstated.push(workers.value.question);
    if (workers.kind === "known" && workers.value.kind === "known") ranges.push(...workers.value.value.flatMap((address, at) => claim(address, `Worker ${at + 1} of ${name}`)));
    if (balancerSoFar(read, cluster)?.peers) {
      const peers = read.optional(loadBalancer.cluster.peers, cluster);
      if (peers === undefined) unstated.push(read.path(loadBalancer.cluster.peers, cluster));
      for (const peer of peers ?? []) ranges.push(...claim(peer.address, `BGP peer of ${name}`));
    }
    return { ranges, unstated: [...new Set(unstated)] };
  },
});
