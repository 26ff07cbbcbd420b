import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { networkUse } from "../addresses/network-use.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";
import { workerNetworkRow } from "./places.ts";
import { workersStand } from "../basics/made-networks.ts";

/** Blocks of Services inside a network in which the infrastructure gives machines their addresses. */
const serviceBlocks = rule<readonly Draft[]>({
  id: "checklist.service-blocks",
  title: "Checklist: blocks of Services in the machines' network",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const { block, capacity, services } = read.rule(networkUse, datacenter);
    const texts = [...new Set(services.inside.map(({ text }) => text))];
    if (texts.length === 0) return read.notApplicable("No block of Services lies in the network of the machines.");
    const { title, handsOut }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (handsOut) read.cite(...handsOut.sources);
    const own = workersStand(read, datacenter) === "own-network";
    const shown = listed(texts);
    return [
      itemOf(read, `service-blocks[${datacenter}]`, {
        title: `${shown} taken out of what ${title} hands out in ${block}`,
        team: "infrastructure",
        chapter: "network",
        verify: handsOut ? handsOut.without.replaceAll("{network}", block).replaceAll("{blocks}", shown) : `Whoever runs ${title} shows in the settings of ${block} that no machine is given an address of ${shown}`,
        why: `Services of ${listed([...new Set(services.inside.map(({ whose }) => whose))])} get addresses of ${shown}, and a machine that ${title} gives one of them meets a Service there; ${formatCount(capacity, "address", "addresses")} ${capacity === 1 ? "is" : "are"} left for machines.`,
        after: [own ? workerNetworkRow(read, datacenter) : `node-network[${read.answer(infrastructure.datacenter.place, datacenter)}]`],
      }),
    ];
  },
});

export const serviceBlockItems: readonly Rule<readonly Draft[]>[] = [serviceBlocks];
