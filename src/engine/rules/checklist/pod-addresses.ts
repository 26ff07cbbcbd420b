import { rule, type Rule } from "../../kernel/rule.ts";
import { formatFigure } from "../../values/figures.ts";
import { prefixFor } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";
import { podAddressNeed } from "../addresses/pod-address-need.ts";
import { endsKept } from "../addresses/pod-address-use.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { itemId, itemOf, onlyForNew, type Draft } from "./item.ts";

/** How large the network of nodes must be whose pods take addresses of it: told before anybody has chosen one. */
const podAddresses = rule<readonly Draft[]>({
  id: "checklist.pod-addresses",
  title: "Checklist: addresses for pods",
  per: "cluster",
  sources: ["aws.vpc-cni", "azure.aks-ip-planning"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const { place, alike, planned, steps } = read.rule(podAddressNeed, cluster);
    const ends = endsKept(read, cluster);
    const kept = ends.first + ends.last;
    const prefix = prefixFor(BigInt(planned + kept), 4);
    const [name, there] = [listed(alike.map((id) => clusterName(read, id))), placeName(read, place)];
    const id = `pod-addresses[${place}]`;
    return [
      read.forRow(itemId(id), () =>
        itemOf(read, id, {
          title: `${formatFigure(planned)} addresses in the node network at ${there}, a /${prefix} or larger, for machines and for pods of ${name}`,
          team: "network",
          chapter: "network",
          verify: `The address register shows a subnet of /${prefix} or larger for the node network at ${there}, or several with ${formatFigure(planned)} addresses in all beside the ${kept} that are kept in each; blocks of Services inside it come on top`,
          why: `Pods of ${name} take addresses of it as well. ${steps.join(" ")}`,
        }),
      ),
    ];
  },
});

export const podAddressItems: readonly Rule<readonly Draft[]>[] = [podAddresses];
