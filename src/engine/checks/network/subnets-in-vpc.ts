import { families } from "../../answers/chapters/families.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { nodeNetwork6 } from "../../rules/basics/families.ts";
import { zoneSubnets } from "../../rules/basics/zone-subnets.ts";
import { clusterName, placeName } from "../../rules/basics/platform.ts";
import { parseBlock } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";

/** A node network that the infrastructure does not make, or in which the subnets that Terraform cuts out of it have no room. */
export const subnetsInVpc = check({
  id: "network.subnets-in-vpc",
  title: "The subnets of all zones fit into the VPC",
  severity: "blocker",
  per: "place",
  sources: ["kubeone.terraform-aws"],
  examine: (read, place, report) => {
    // Nobody is asked for a network from which nothing is cut.
    const cut = zoneSubnets(read, place, (at) => at.answer(network.place.nodeNetwork, place));
    if (!cut) return;
    const block = read.answer(network.place.nodeNetwork, place);
    const { longest, shortest, zones } = cut.limits;
    const answers = [read.path(network.place.nodeNetwork, place)];
    const names = listed(cut.clusters.map((cluster) => clusterName(read, cluster)));
    if (cut.prefix < longest) {
      report({
        title: `${block} is larger than any VPC`,
        message: `Machines of ${names} stand in the VPC at ${placeName(read, place)}, which has this range, and AWS makes none larger than /${longest}.`,
        remedy: `Name the range of the VPC itself, of /${longest} or smaller.`,
        fixes: [],
        answers,
      });
    } else if (cut.length > shortest) {
      const count = zones * cut.clusters.length;
      report({
        title: `${block} has no room for ${count} subnets`,
        message: `Terraform cuts a subnet for each of ${zones} zones out of the VPC at ${placeName(read, place)}, for each of ${names}: ${count} of them would be of /${cut.length}, and AWS makes none smaller than /${shortest}.`,
        remedy: `Name a VPC with a range of /${shortest - (cut.length - cut.prefix)} or larger.`,
        fixes: [],
        answers,
      });
    }
    // Each subnet takes a block of the second family as well, of one length whatever the VPC has.
    const second = nodeNetwork6(read, place);
    const range = second?.kind === "known" ? parseBlock(second.value) : undefined;
    if (!cut.second || second?.kind !== "known" || range?.family !== 6) return;
    const { each, given } = read.fact(cut.second);
    if (range.prefix + cut.halvings <= each) return;
    const count = zones * cut.clusters.length;
    report({
      key: "second-family",
      title: `${second.value} has no room for ${count} subnets`,
      message: `Terraform gives the subnet of each of ${zones} zones a /${each} of the IPv6 range of the VPC at ${placeName(read, place)}, for each of ${names}: ${count} of them need a /${each - cut.halvings}.`,
      remedy: `Name the IPv6 range of the VPC itself, of /${each - cut.halvings} or larger; AWS gives a VPC a /${given}.`,
      fixes: [],
      answers: [read.path(families.place.nodeNetwork6, place)],
    });
  },
});
