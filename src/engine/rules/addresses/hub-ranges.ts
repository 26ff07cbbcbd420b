import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { rule } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { servedByHub } from "../workloads/hub.ts";
import { rangeRow } from "./range-row.ts";

/** Ranges of the management cluster of KubeLB: the network of its nodes and its block of virtual addresses. */
export const hubRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-kubelb",
  title: "Ranges of KubeLB",
  per: "plan",
  sources: ["kubelb.architecture", "kubelb.l4"],
  derive: (read) => {
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return read.notApplicable("KubeLB serves nothing in this plan.");
    const { kubelbNodes, kubelbBlock, kubelbPlace } = kubelbHub.plan;
    const place = read.optional(kubelbPlace);
    return [
      ...rangeRow(read, read.optional(kubelbNodes), {
        id: "range.kubelb-nodes", title: "Nodes of KubeLB", kind: "other", path: read.path(kubelbNodes),
        why: "Nodes of all tenants and of KubeLB reach each other across it.",
      }, place),
      ...rangeRow(read, read.optional(kubelbBlock), {
        id: "range.kubelb-block", title: "Virtual addresses of KubeLB", kind: "pool", path: read.path(kubelbBlock),
        why: "KubeLB gives each Service of a tenant an address of it.",
      }, place),
    ];
  },
});
