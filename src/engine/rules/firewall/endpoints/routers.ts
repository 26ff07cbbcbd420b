import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../../answers/chapters/load-balancer.ts";
import { known } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { clusterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { shownPlace } from "./machines.ts";
import { balancerOf, sessionSources } from "../../basics/balancer.ts";

/** Routers that peer with the nodes of a cluster. */
export const routerEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.routers",
  title: "Routers that peer with the cluster",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    if (!kind.peers) return read.notApplicable(`${kind.title} needs no router as peer.`);
    read.cite(...sessionSources(kind));
    const place = shownPlace(read, read.maybe(infrastructure.cluster.place, cluster));
    return read.answer(loadBalancer.cluster.peers, cluster).map(({ name, address, asn }, index) => ({
      id: ends.router(cluster, index + 1),
      title: name ?? `Router ${index + 1}`,
      kind: "router" as const,
      cluster,
      place,
      asn,
      addresses: [known(address)],
      from: read.cell,
      why: `It learns the virtual addresses of ${clusterName(read, cluster)} from the nodes and passes them on.`,
    }));
  },
});
