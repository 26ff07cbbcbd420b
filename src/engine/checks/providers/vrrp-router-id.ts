import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Clusters of one segment whose control planes would hand around each other's address. */
export const vrrpRouterIds = check({
  id: "providers.vrrp-router-id",
  title: "VRRP router ids of one segment",
  severity: "blocker",
  per: "plan",
  sources: ["kubeone.vsphere-variables", "rfc.5798"],
  examine: (read, _plan, report) => {
    const taken = new Map<string, string[]>();
    for (const cluster of read.subjects("cluster").filter((id) => usesVrrp(read, id))) {
      const place = read.optional(infrastructure.cluster.place, cluster);
      if (place === undefined) continue;
      const segment = read.subjects("place").includes(place) ? (read.optional(network.place.nodeNetwork, place) ?? place) : place;
      const key = `${segment} ${read.answer(loadBalancer.cluster.vrrpRouterId, cluster)}`;
      taken.set(key, [...(taken.get(key) ?? []), cluster]);
    }
    for (const [, clusters] of taken) {
      const [, second] = clusters;
      if (second === undefined) continue;
      const id = read.answer(loadBalancer.cluster.vrrpRouterId, second);
      const names = listed(clusters.map((cluster) => clusterName(read, cluster)));
      const path = read.path(loadBalancer.cluster.vrrpRouterId, second);
      const free = freeId(read, id);
      report({
        key: second,
        title: `${names} share the VRRP router id ${id}`,
        message: `Control planes of ${names} stand in one network and all announce themselves as router ${id}: they count as one group, and only one of the ${clusters.length} addresses of a Kubernetes API is held at a time.`,
        remedy: `Give ${clusterName(read, second)} another id that no router of the segment uses.`,
        fixes: free === undefined ? [] : [{ title: `Use the id ${free} for ${clusterName(read, second)}`, set: [{ path, value: free }] }],
        answers: clusters.map((cluster) => read.path(loadBalancer.cluster.vrrpRouterId, cluster)),
      });
    }
  },
});

function usesVrrp(read: Reader, cluster: string): boolean {
  if (read.optional(infrastructure.cluster.provisioning, cluster) !== "kubeone" || (read.optional(infrastructure.cluster.controlPlanes, cluster) ?? 0) < 2) return false;
  const endpoint = read.optional(loadBalancer.cluster.apiEndpoint, cluster);
  return endpoint !== undefined && apiEndpointOf(endpoint).vrrp;
}

/** The next id above one that no cluster of the plan uses; ids end at 255. */
function freeId(read: Reader, from: number): number | undefined {
  const used = new Set(read.subjects("cluster").filter((id) => usesVrrp(read, id)).map((id) => read.answer(loadBalancer.cluster.vrrpRouterId, id)));
  for (let id = from + 1; id <= 255; id++) if (!used.has(id)) return id;
  return undefined;
}
