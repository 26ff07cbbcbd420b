import { access } from "../../answers/chapters/access.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, placeName } from "../../rules/basics/platform.ts";
import { madeWithMachines } from "../../rules/checklist/made-network.ts";
import { bastionClusters } from "../../rules/firewall/bastion-clusters.ts";
import { contains, parseBlock, parseRange } from "../../values/range.ts";

/** A bastion inside the network that Terraform makes when it runs on that bastion. */
export const bastionInMadeNetwork = check({
  id: "network.bastion-in-made-network",
  title: "The bastion stands outside a network that Terraform makes from it",
  severity: "blocker",
  per: "place",
  sources: ["kubeone.infrastructure"],
  examine: (read, place, report) => {
    if (!read.answer(access.plan.bastion) || bastionClusters(read, place).length === 0) return;
    const address = parseRange(read.answer(access.place.bastionAddress, place));
    if (!address) return;
    const block = read.answer(network.place.nodeNetwork, place);
    const nodes = parseBlock(block);
    if (!nodes || !contains(nodes, address)) return;
    const made = madeWithMachines(read, place);
    if (!made) return;
    read.cite(...made.network.sources);
    const bastion = read.answer(access.place.bastionAddress, place);
    report({
      title: `Bastion ${bastion} lies in a network that it has Terraform make`,
      message: `Terraform runs on the bastion of ${placeName(read, place)} and makes ${block} with the machines of ${clusterName(read, made.first)}. Before that no machine can have ${bastion}, and afterwards the infrastructure may give it to a machine of the cluster.`,
      remedy: "Name a bastion in a network that is there before, with a route to the node network; or let the engineers install from their own machines.",
      fixes: [],
      answers: [read.path(access.place.bastionAddress, place), read.path(network.place.nodeNetwork, place)],
    });
  },
});
