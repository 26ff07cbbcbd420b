import { families } from "../../answers/chapters/families.ts";
import { leaving } from "../../answers/chapters/leaving.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { isCarried } from "../../rules/addresses/carried-networks.ts";
import { standIn, workersSeen } from "../../rules/basics/leaving.ts";
import { loadBalancerQuestion } from "../../rules/basics/infrastructure.ts";
import { workersStand } from "../../rules/basics/made-networks.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { workloadRoutes } from "../../rules/workloads/routes.ts";
import { contains, parseBlock, parseRange } from "../../values/range.ts";
import { continued, listed } from "../../values/sentence.ts";

/** Routes of workloads from workers whose own addresses routers never see, or that are pods of another cluster. */
export const bgpBehindGateway = check({
  id: "workloads.bgp-behind-gateway",
  title: "Routers see the workers that announce workloads",
  severity: "blocker",
  also: ["warning"],
  per: "datacenter",
  sources: ["metallb.bgp"],
  examine: (read, datacenter, report) => {
    const { block, segment, routers } = read.rule(workloadRoutes, datacenter);
    const workers = parseBlock(segment);
    if (routers.kind !== "known" || workers?.family !== 4) return;
    const outside = routers.value.filter((router) => {
      const range = parseRange(router);
      return range?.family === 4 && !contains(workers, range);
    });
    const seen = read.outcome(workersSeen, datacenter);
    if (outside.length === 0 || seen.kind !== "known" || seen.value.onInternet) return;
    const name = datacenterName(read, datacenter);
    const own = workersStand(read, datacenter) === "own-network";
    const provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const balances = loadBalancerQuestion(provider);
    const fixes = balances ? [{ title: `Let ${provider.title} give the addresses`, set: [{ path: read.path(balances, read.answer(infrastructure.datacenter.place, datacenter)), value: true }] }] : [];
    const answers = [read.path(workloadAddresses.datacenter.workloads, datacenter), read.path(workloadAddresses.datacenter.workloadRouters, datacenter), ...(own ? [read.path(leaving.datacenter.seenAs, datacenter)] : [])];
    if (seen.value.as === "gateway") {
      read.cite(...seen.value.sources);
      report({
        title: `MetalLB of ${name} announces from behind a gateway`,
        message: `Each worker of ${name} opens a session to ${listed(outside)}, which sees ${standIn(seen.value)} in place of ${segment}${seen.value.addresses.some(({ kind }) => kind === "known") ? `: ${continued(seen.value.by)} puts that there` : ""}. Several workers come with one address, and the routes for ${block} lead to addresses in ${segment}, so no router can tell their sessions apart or follow them.`,
        remedy: "Let the load balancer of the infrastructure or one that stands outside give the addresses, or have the workers' network led to the routers without translation.",
        fixes,
        answers,
      });
      return;
    }
    if (!isCarried(read, own ? `range.worker-network[${datacenter}]` : `range.node-network[${read.answer(infrastructure.datacenter.place, datacenter)}]`, segment)) return;
    read.cite("machine-controller.kubevirt");
    report({
      severity: "warning",
      key: "pods",
      title: `Routes of workloads of ${name} lead to pods of an infrastructure cluster`,
      message: `Workers of ${name} are pods in ${segment}. What ${listed(outside)} ${outside.length === 1 ? "sends" : "send"} them for ${block} crosses the servers of that cluster, whose network plugin leads what is for addresses of pods.`,
      remedy: `Have whoever runs that cluster show that what is for ${block} reaches a virtual machine in ${segment}, or let its load balancer give the addresses.`,
      fixes,
      answers: [...answers, read.path(families.plan.infrastructureRanges)],
    });
  },
});
