import { isAskedThrough } from "../../answers/answers.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { frontSources } from "../../rules/addresses/front-sources.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { isPrivate, parseAddress } from "../../values/address.ts";
import { contains, parseBlock, single } from "../../values/range.ts";

/** A private address of node ports that no node has, while nothing is said to lead on from it. A public one may be a node's second address. */
export const frontWithoutSources = check({
  id: "balancers.front-without-sources",
  title: "Node ports are dialled at a node, or led on to the nodes",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.install-ce"],
  examine: (read, cluster, report) => {
    const { nodeFront, nodeFrontSources } = fronts.cluster;
    // Where the second is not asked, the address is that of a listed machine.
    if (![nodeFront, nodeFrontSources].every((question) => isAskedThrough(read, question, cluster))) return;
    const address = read.answer(fronts.cluster.nodeFront, cluster);
    const sources = frontSources(read, cluster);
    if (sources.kind !== "known" || sources.value.length > 0 || !isPrivate(address)) return;
    const place = read.answer(infrastructure.cluster.place, cluster);
    const segment = read.answer(network.place.nodeNetwork, place);
    const [front, nodes] = [parseAddress(address), parseBlock(segment)];
    if (!front || !nodes || front.family !== nodes.family || contains(nodes, single(front))) return;
    const name = clusterName(read, cluster);
    report({
      title: `Nothing leads on from ${address} to the nodes of ${name}`,
      message: `${address} lies outside ${segment}, so no node of ${name} has it, and no address is stated from which something there calls the nodes: the firewall opens no node port for it, and dashboard and user clusters stay out of reach.`,
      remedy: "State from which addresses it calls the nodes, or name the address of a node.",
      fixes: [{ title: `Open the node ports for ${address}`, set: [{ path: read.path(fronts.cluster.nodeFrontSources, cluster), value: [`${address}/${front.family === 4 ? 32 : 128}`] }] }],
      answers: [read.path(fronts.cluster.nodeFront, cluster), read.path(fronts.cluster.nodeFrontSources, cluster), read.path(network.place.nodeNetwork, place)],
    });
  },
});
