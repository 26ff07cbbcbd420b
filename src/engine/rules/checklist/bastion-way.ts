import { access } from "../../answers/chapters/access.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { bastionClusters, NO_BASTION } from "../firewall/bastion-clusters.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { madeWithMachines, networkTrialTitle } from "./made-network.ts";

/** How the bastion of a place, which stands outside, comes to machines in a network that Terraform only makes. */
const bastionWay = rule<readonly Draft[]>({
  id: "checklist.bastion-way",
  title: "Checklist: way from the bastion to a network that Terraform makes",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    onlyForNew(read);
    if (bastionClusters(read, place).length === 0) return read.notApplicable(NO_BASTION);
    const made = madeWithMachines(read, place);
    if (!made?.network.wayIn) return read.notApplicable("The network of the machines is there before them.");
    read.cite(...made.network.wayIn.sources);
    const block = read.answer(network.place.nodeNetwork, place);
    const bastion = read.maybe(access.place.bastionAddress, place);
    const shown = bastion.kind === "known" ? `bastion ${bastion.value}` : "the bastion";
    return [
      itemOf(read, `bastion-way[${place}]`, {
        title: `Way from ${shown} at ${placeName(read, place)} to ${block}, which Terraform makes`,
        team: "network",
        chapter: "network",
        verify: `${made.network.wayIn.words.replaceAll("{network}", block)}; somebody is named who does so as soon as Terraform has made it, and the step “${networkTrialTitle(read, made.first)}” of the runbook tries it`,
        why: `KubeOne enters the machines of ${clusterName(read, made.first)} from ${shown}, which stands in another network, and nothing leads from there into one that has just been made.`,
        blockedBy: openIn(bastion),
      }),
    ];
  },
});

export const bastionWayItems: readonly Rule<readonly Draft[]>[] = [bastionWay];
