import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { madeSubnet } from "../../rules/basics/made-networks.ts";
import { datacenterName, releaseIn } from "../../rules/basics/platform.ts";
import { nodesBySize } from "../../rules/sizing/nodes.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";

/** User clusters with more nodes than the network that KKP makes for each of them has addresses. */
export const madeNetworkTooSmall = check({
  id: "providers.made-networks",
  title: "Networks that KKP makes have an address for each node",
  severity: "blocker",
  also: ["warning"],
  per: "datacenter",
  sources: ["kkp.code.security-groups"],
  examine: (read, datacenter, report) => {
    const subnet = madeSubnet(read, datacenter);
    if (!subnet) return;
    const largest = Math.max(0, ...nodesBySize(read, datacenter).map(({ nodes }) => nodes));
    if (largest <= subnet.machines) return;
    const { path } = subnet;
    const fields = read.fact(subnet.otherBy)[releaseIn(read).id];
    const named = fields.length > 0;
    report({
      severity: named ? "warning" : "blocker",
      title: `User clusters of ${datacenterName(read, datacenter)} outgrow the networks that KKP makes`,
      message: `A user cluster of ${formatCount(largest, "node")} stands in one ${subnet.block}, which has ${formatFigure(subnet.machines)} addresses for machines${named ? ` unless it asks for a larger one by ${listed(fields)} when it is made` : ", and no field makes it larger"}.`,
      remedy: named ? `Have each of them name ${listed(fields)}, name a prepared network that is large enough, or plan user clusters of fewer nodes.` : "Name a prepared network that is large enough, or plan user clusters of fewer nodes.",
      fixes: [{ title: "Let the workers stand in a network that is there", set: [{ path, value: false }] }],
      answers: [path, read.path(infrastructure.datacenter.nodesPerCluster, datacenter)],
    });
  },
});
