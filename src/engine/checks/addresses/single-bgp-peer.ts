import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** One router that carries every virtual address, or none at all. */
export const singleBgpPeer = check({
  id: "addresses.single-bgp-peer",
  title: "Virtual addresses survive the restart of a router",
  severity: "warning",
  also: ["blocker", "advice"],
  per: "cluster",
  sources: ["metallb.bgp"],
  examine: (read, cluster, report) => {
    if (!balancerOf(read, cluster).peers) return;
    const peers = read.answer(loadBalancer.cluster.peers, cluster);
    const [first] = peers;
    if (new Set(peers.map(({ address }) => address)).size > 1) return;
    const name = clusterName(read, cluster);
    const answers = [read.path(loadBalancer.cluster.peers, cluster)];
    if (!first) {
      report({ key: "none", severity: "blocker", title: `No router peers with ${name}`, message: `Nobody hears the virtual addresses of ${name} announced, so none of them can be reached.`, remedy: "Name the routers that peer with the nodes.", answers });
      return;
    }
    report({
      severity: read.optional(project.plan.purpose) === "proof-of-concept" ? "advice" : "warning",
      title: `One BGP peer carries every virtual address of ${name}`,
      message: `While ${first.name ?? first.address} restarts, dashboard and user-cluster API servers behind these addresses are away.`,
      remedy: "Add a second router as peer.",
      answers,
    });
  },
});
