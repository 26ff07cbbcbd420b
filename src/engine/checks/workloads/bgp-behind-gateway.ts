import { families } from "../../answers/chapters/families.ts";
import { leaving } from "../../answers/chapters/leaving.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { workersSeen } from "../../rules/basics/leaving.ts";
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
    const answers = [read.path(workloadAddresses.datacenter.workloads, datacenter), read.path(workloadAddresses.datacenter.workloadRouters, datacenter), ...(own ? [read.path(leaving.datacenter.seenAs, datacenter)] : [])];
    if (seen.value.as === "gateway") {
      read.cite(...seen.value.sources);
      const standIns = seen.value.addresses.flatMap((address) => (address.kind === "known" ? [address.value] : []));
      report({
        title: `MetalLB of ${name} announces from behind a gateway`,
        message: `Each worker of ${name} opens a session to ${listed(outside)}, which sees ${listed(standIns)} in place of ${segment}: ${continued(seen.value.by)} puts that there. Several workers come with one address, and the routes for ${block} lead to addresses in ${segment}, so no router can tell their sessions apart or follow them.`,
        remedy: "Let the load balancer of the infrastructure or one that stands outside give the addresses, or have the workers' network led to the routers without translation.",
        answers,
      });
      return;
    }
    if (!arePods(read, datacenter, segment)) return;
    read.cite("machine-controller.kubevirt");
    report({
      severity: "warning",
      key: "pods",
      title: `Routes of workloads of ${name} lead to pods of an infrastructure cluster`,
      message: `Workers of ${name} are pods in ${segment}. What ${listed(outside)} ${outside.length === 1 ? "sends" : "send"} them for ${block} crosses the servers of that cluster, whose network plugin leads what is for addresses of pods.`,
      remedy: `Have whoever runs that cluster show that what is for ${block} reaches a virtual machine in ${segment}, or let its load balancer give the addresses.`,
      answers: [...answers, read.path(families.plan.infrastructureRanges)],
    });
  },
});

/** Whether the workers are pods of an infrastructure cluster, in its pod network. */
function arePods(read: Reader, datacenter: string, segment: string): boolean {
  const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  if (!provider.nested) return false;
  const workers = parseBlock(segment);
  return (read.optional(families.plan.infrastructureRanges) ?? []).some((text) => {
    const range = parseBlock(text);
    return range !== undefined && workers !== undefined && contains(range, workers);
  });
}
