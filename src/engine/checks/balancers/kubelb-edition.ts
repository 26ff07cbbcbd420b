import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { servedByHub } from "../../rules/workloads/hub.ts";
import { listed } from "../../values/sentence.ts";

/** KubeLB for user clusters, or its encrypted way, in an edition that has neither. */
export const kubelbEdition = check({
  id: "balancers.kubelb-edition",
  title: "The edition includes what is used of KubeLB",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.kubelb", "kubelb.editions"],
  examine: (read, _plan, report) => {
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0 || read.answer(project.plan.edition) === "EE") return;
    const edition = read.path(project.plan.edition);
    const ee = { title: "Plan with EE", set: [{ path: edition, value: "EE" }] };
    if (datacenters.length > 0) {
      report({
        key: "user-clusters",
        title: "KubeLB for user clusters is part of EE",
        message: `CE does not connect user clusters of ${listed(datacenters.map((id) => datacenterName(read, id)))} to KubeLB.`,
        remedy: "Plan with EE, or give the workloads addresses in another way.",
        fixes: [ee],
        answers: [edition, ...datacenters.map((id) => read.path(workloadAddresses.datacenter.workloads, id))],
      });
    }
    if (read.answer(kubelbHub.plan.kubelbTraffic) === "mtls") {
      const traffic = read.path(kubelbHub.plan.kubelbTraffic);
      report({
        key: "mtls",
        title: "Mutual TLS of KubeLB is part of its Enterprise Edition",
        message: "KubeLB CE has no mutual TLS, no routes for TCP, UDP and TLS, no air gap and one Gateway for each tenant.",
        remedy: "Let traffic reach node ports directly, or use the Enterprise Edition.",
        fixes: [{ title: "Reach node ports directly", set: [{ path: traffic, value: "direct" }] }, ee],
        answers: [traffic, edition],
      });
    }
  },
});
