import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { guardOf } from "../basics/address-guard.ts";
import { announcedBy } from "../basics/announced-by.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { guardedWorkloads, workloadPortsTitle } from "../workloads/ports.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";

/** Ports of an infrastructure that let through what the nodes of a platform cluster announce. */
const ofClusters = rule<readonly Draft[]>({
  id: "checklist.announced-addresses",
  title: "Checklist: ports for announced addresses",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const { guard, title } = guardOf(read, infrastructure.cluster.provider, cluster);
    const { api, block } = announcedBy(read, cluster);
    if (!api && !block) return read.notApplicable("No node announces an address.");
    read.fact(guard.fact);
    const name = clusterName(read, cluster);
    const shown = [...(api ? [api.kind === "known" ? api.value : "the address of the Kubernetes API"] : []), ...(block ? [block.kind === "known" ? block.value : "the block of virtual addresses"] : [])];
    return [
      itemOf(read, `announced-addresses[${cluster}]`, {
        title: `${guard.ports} of ${name} let ${listed(shown)} pass`,
        team: "infrastructure",
        chapter: "loadBalancer",
        verify: `Whoever runs ${title} says that ${guard.may}; as soon as the machines are there, ${guard.seen} ${listed([...(api ? [`${shown[0] ?? ""} on those of control planes`] : []), ...(block ? [`${shown.at(-1) ?? ""} on those of workers`] : [])])}`,
        why: `${guard.why} ${guard.later}`,
        blockedBy: openIn(...(api ? [api] : []), ...(block ? [block] : [])),
      }),
    ];
  },
});

/** The same for what workers of user clusters announce for their Services. */
const ofWorkloads = rule<readonly Draft[]>({
  id: "checklist.announced-workloads",
  title: "Checklist: ports for addresses of workloads",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const { guard, title } = guardedWorkloads(read, datacenter);
    const block = read.maybe(loadBalancer.datacenter.workloadBlock, datacenter);
    const shown = block.kind === "known" ? block.value : "the block for workloads";
    return [
      itemOf(read, `announced-workloads[${datacenter}]`, {
        title: `${guard.ports} of workers of ${datacenterName(read, datacenter)} let ${shown} pass`,
        team: "infrastructure",
        chapter: "loadBalancer",
        verify: `Whoever runs ${title} says that ${guard.may}; somebody is named who sets them for each worker, in the step “${workloadPortsTitle(read, datacenter)}” of the runbook and whenever one comes later`,
        why: `${guard.why} ${guard.later}`,
        blockedBy: openIn(block),
      }),
    ];
  },
});

export const announcedAddressItems: readonly Rule<readonly Draft[]>[] = [ofClusters, ofWorkloads];
