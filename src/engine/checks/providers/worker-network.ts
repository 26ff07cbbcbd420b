import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName, placeName } from "../../rules/basics/platform.ts";
import { sites } from "../../rules/firewall/sites.ts";
import { workersStandSoFar } from "../../rules/basics/made-networks.ts";

/** Workers in a network of their own on an infrastructure where KKP cannot say which network machines stand in. */
export const workerNetworkNotChosen = check({
  id: "providers.worker-network",
  title: "Networks that workers can be placed in",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  examine: (read, datacenter, report) => {
    if (workersStandSoFar(read, datacenter) !== "own-network") return;
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!provider.soleNetwork) return;
    read.cite(...provider.soleNetwork.sources);
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    const others = (read.rule(sites).get(place)?.providers ?? []).filter((id) => id !== provider.id);
    const block = read.optional(network.datacenter.workerNetwork, datacenter);
    const path = read.path(network.datacenter.workersIn, datacenter);
    report({
      title: `Workers of ${datacenterName(read, datacenter)} cannot be placed in a network of their own`,
      message: `No field of KKP names a network on ${provider.title}, so all machines stand in ${provider.soleNetwork.title}${block === undefined ? "" : `: none gets an address of ${block}, and firewall rows from there open nothing`}.`,
      remedy: "Let the workers stand in the node network of their place, or put the datacenter in a place of its own, whose node network is that of its machines.",
      // Beside machines of another infrastructure the node network is not theirs.
      fixes: others.length > 0 ? [] : [{ title: `Let them stand in the node network of ${placeName(read, place)}`, set: [{ path, value: "node-network" }] }],
      answers: [path, read.path(infrastructure.datacenter.provider, datacenter)],
    });
  },
});
