import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { placeOfNewHub } from "../firewall/hub-place.ts";
import { hubPods } from "../workloads/hub-pods.ts";
import { servedByHub } from "../workloads/hub.ts";

/** Envoy pods on the workers that this plan orders for KubeLB, and the number of user clusters at which they are full. */
export const hubPodCeiling = rule<Ceiling>({
  id: "sizing.kubelb-pods",
  title: "Room for Envoy pods of KubeLB",
  per: "plan",
  sources: ["kubelb.architecture"],
  derive: (read) => {
    placeOfNewHub(read);
    const { clusters, datacenters: [datacenter] } = read.rule(servedByHub);
    const { tenants, each, pods, perWorker, workers } = read.rule(hubPods);
    const [tenant = datacenter === undefined ? "" : read.answer(infrastructure.datacenter.seed, datacenter)] = clusters;
    const limit = workers * perWorker;
    return {
      id: "ceiling.kubelb-pods",
      cluster: tenant,
      heldBy: "Management cluster of KubeLB",
      title: "Envoy pods of KubeLB",
      used: pods,
      limit,
      unit: "pods",
      maxUserClusters: datacenter === undefined ? "unlimited" : Math.floor(limit / each) - clusters.length,
      from: read.cell,
      why: `KubeLB runs ${each} Envoy pods for each of ${formatCount(tenants, "tenant")}, and ${formatCount(workers, "worker")} of it ${workers === 1 ? "takes" : "take"} ${perWorker} each.`,
    };
  },
});
