import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName, workerNetwork } from "../../rules/basics/platform.ts";
import { workloadSupplier } from "../../rules/workloads/supplier.ts";
import { contains, formatBlock, parseBlock } from "../../values/range.ts";

/** MetalLB from a catalogue that CE does not have. */
export const catalogueEdition = check({
  id: "workloads.catalogue-edition",
  title: "The edition has the application catalogue",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.editions"],
  examine: (read, datacenter, report) => {
    if (!read.rule(workloadSupplier, datacenter).catalogue || read.answer(project.plan.edition) === "EE") return;
    // The addon answers in layer 2, so a block for routers elsewhere would bring the next blocker.
    const block = read.maybe(loadBalancer.datacenter.workloadBlock, datacenter);
    const stated = block.kind === "known" ? parseBlock(block.value) : undefined;
    const workers = read.outcome(workerNetwork, datacenter);
    const segment = workers.kind === "known" ? parseBlock(workers.value) : undefined;
    const fits = stated === undefined || segment === undefined || contains(segment, stated);
    const path = read.path(workloadAddresses.datacenter.workloads, datacenter);
    report({
      title: `CE has no MetalLB in its catalogue for ${datacenterName(read, datacenter)}`,
      message: "The default catalogue of applications, MetalLB among them, is part of EE.",
      remedy: `Use the MetalLB addon${fits ? "" : ` with a block inside ${formatBlock(segment)}`}, or plan with EE.`,
      fixes: [...(fits ? [{ title: "Use the MetalLB addon", set: [{ path, value: "metallb-addon" }] }] : []), { title: "Plan with EE", set: [{ path: read.path(project.plan.edition), value: "EE" }] }],
      answers: [path, read.path(project.plan.edition)],
    });
  },
});
