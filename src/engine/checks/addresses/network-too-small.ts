import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { keptForServices, networkUse, spokenLines } from "../../rules/addresses/network-use.ts";
import { formatFigure } from "../../values/figures.ts";
import { workersStand } from "../../rules/basics/made-networks.ts";

/** A network in which the infrastructure hands out addresses, with more machines than it can have. */
export const networkTooSmall = check({
  id: "addresses.network-too-small",
  title: "Networks have an address for each machine",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  examine: (read, datacenter, report) => {
    const use = read.rule(networkUse, datacenter);
    if (use.machines <= use.capacity) return;
    const kept = keptForServices(use);
    const own = workersStand(read, datacenter) === "own-network";
    report({
      title: `${use.block} is too small for its machines`,
      message: `${formatFigure(use.machines)} machines stand in it (${spokenLines(use)}), and ${use.block} has ${formatFigure(use.capacity)} addresses at most${kept === undefined ? "" : ` beside ${kept}`}: ${formatFigure(use.machines - use.capacity)} too few.`,
      remedy: own ? "Make the network larger, or plan fewer nodes." : "Make the network larger, give the workers a network of their own, or plan fewer nodes.",
      answers: [
        own ? read.path(network.datacenter.workerNetwork, datacenter) : read.path(network.place.nodeNetwork, read.answer(infrastructure.datacenter.place, datacenter)),
        ...use.datacenters.flatMap((id) => [infrastructure.datacenter.smallClusters, infrastructure.datacenter.nodesPerCluster].map((question) => read.path(question, id))),
      ],
    });
  },
});
