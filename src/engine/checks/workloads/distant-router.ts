import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { distantRouters } from "../../rules/workloads/routes.ts";
import { listed } from "../../values/sentence.ts";

/** Routers of workloads outside the workers' network, which plain eBGP does not reach. */
export const distantRouter = check({
  id: "workloads.distant-router",
  title: "Routers of the workloads stand next to the workers",
  severity: "warning",
  per: "datacenter",
  sources: ["metallb.bgp-config"],
  examine: (read, datacenter, report) => {
    const distant = distantRouters(read, datacenter);
    if (distant.length === 0) return;
    const name = datacenterName(read, datacenter);
    report({
      title: `Sessions of workers of ${name} cross more than one hop`,
      message: `${listed(distant.map(({ router }) => router))} ${distant.length === 1 ? "stands" : "stand"} outside ${listed([...new Set(distant.map(({ segment }) => segment))])}, and eBGP packets die after one hop unless both sides allow more.`,
      remedy: "Each tenant sets ebgpMultiHop, as the table of settings has it, and the routers allow it as well; or peer with routers of the workers' network.",
      answers: [read.path(workloadAddresses.datacenter.workloadRouters, datacenter)],
    });
  },
});
