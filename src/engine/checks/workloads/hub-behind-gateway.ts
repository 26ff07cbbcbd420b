import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { leaving } from "../../answers/chapters/leaving.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { check } from "../../kernel/check.ts";
import { workerNetwork, datacenterName } from "../../rules/basics/platform.ts";
import { standIn, workersSeen } from "../../rules/basics/leaving.ts";
import { workersStand } from "../../rules/basics/made-networks.ts";
import { suppliedByHub } from "../../rules/workloads/supplier.ts";
import { contains, parseBlock } from "../../values/range.ts";

/** Workers that KubeLB dials by addresses which a gateway keeps to itself. */
export const hubBehindGateway = check({
  id: "workloads.kubelb-behind-gateway",
  title: "KubeLB reaches workers by their own addresses",
  severity: "warning",
  per: "datacenter",
  sources: ["kubelb.requirements"],
  examine: (read, datacenter, report) => {
    if (!suppliedByHub(read, datacenter)) return;
    const seen = read.outcome(workersSeen, datacenter);
    // Where others are seen on the internet alone, networks that are routed there reach the machines themselves.
    if (seen.kind !== "known" || seen.value.as !== "gateway" || seen.value.onInternet) return;
    read.cite(...seen.value.sources);
    const nodes = read.answer(kubelbHub.plan.kubelbNodes);
    const block = read.rule(workerNetwork, datacenter);
    const [inside, around] = [parseBlock(nodes), parseBlock(block)];
    if (inside && around && contains(around, inside)) return;
    const name = datacenterName(read, datacenter);
    const own = workersStand(read, datacenter) === "own-network";
    report({
      title: `KubeLB dials workers of ${name} behind a gateway`,
      message: `Nodes of KubeLB in ${nodes} dial node ports of workers of ${name} by their own addresses in ${block}. Others see these workers as ${standIn(seen.value)}: ${seen.value.by} puts that in place of theirs on the way out, and what is translated there is often not led inwards. No Service of their user clusters answers then.`,
      remedy: `Have the network team show that ${nodes} is led to ${block} without translation, or plan a load balancer that stands beside these workers.`,
      answers: [read.path(workloadAddresses.datacenter.workloads, datacenter), ...(own ? [read.path(leaving.datacenter.seenAs, datacenter)] : [])],
    });
  },
});
