import { access } from "../../answers/chapters/access.ts";
import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { FIREWALL } from "./uses.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { madeWithMachines } from "./made-network.ts";
import { balancerOf } from "../basics/balancer.ts";

/** The way of people to load balancers of a cloud that have private addresses; that of workers and clusters elsewhere is one of the links between places. */
export const privateBalancers = rule<readonly Draft[]>({
  id: "checklist.private-balancers",
  title: "Checklist: way of people to private load balancers",
  per: "cluster",
  sources: ["kubernetes.internal-balancers"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (balancerOf(read, cluster).addressesFrom !== "provider") return read.notApplicable("The infrastructure gives Services no load balancer here.");
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!provider.balancerReach) return read.notApplicable(`Services on ${provider.title} have no choice here.`);
    if (read.answer(balancerReach.cluster.cloudReach, cluster) !== "internal") return read.notApplicable("The internet reaches them.");
    const place = read.answer(infrastructure.cluster.place, cluster);
    if (madeWithMachines(read, place)) return read.notApplicable("Terraform makes the network in which they stand, and the way into it is for them as well.");
    const [name, where] = [clusterName(read, cluster), placeName(read, place)];
    const users = read.answer(access.plan.userNetworks);
    const from = users.length === 0 ? "each network that people use the platform from" : listed(users);
    const block = read.maybe(network.place.nodeNetwork, place);
    const nodes = block.kind === "known" ? block.value : `the node network at ${where}`;
    return [
      itemOf(read, `private-balancers[${cluster}]`, {
        title: `Route from ${from} to private load balancers of ${name} at ${where}, and back`,
        team: "network",
        chapter: "network",
        verify: `From a desk in ${from}, \`nc -vz\` reaches a listener on a test machine in ${nodes}, where ${provider.title} puts load balancers unless an annotation names another subnet`,
        why: `Entry and nodeport-proxy of ${name} get addresses of ${provider.title} that the internet does not reach, so whoever has no route to them has no dashboard, no login and no kubectl.`,
        after: [`node-network[${place}]`],
        uses: [FIREWALL],
        blockedBy: openIn(block),
      }),
    ];
  },
});
