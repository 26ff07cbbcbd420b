import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { failoverSeconds } from "../../facts/balancers.ts";
import { ports } from "../../facts/ports.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { movingWorkers, ROUTES_6, routesOf } from "../addresses/announced.ts";
import { poolOf } from "../addresses/assignments.ts";
import { platformDual } from "../basics/families.ts";
import { urlPort } from "../addresses/url-port.ts";
import { clusterName, runsAlready } from "../basics/platform.ts";
import { decisionOn } from "./decision.ts";
import { balancerOf } from "../basics/balancer.ts";

/** What announces a cluster's virtual addresses. */
export const loadBalancerDecision = rule<readonly Decision[]>({
  id: "decisions.load-balancer",
  title: "Decision about the load balancer",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    const name = clusterName(read, cluster);
    if (kind.addressesFrom === "nobody") return read.notApplicable(`No Service of ${name} asks for an address.`);
    read.cite(...kind.sources);
    const title = `Load balancer of ${name}`;
    if (kind.addressesFrom === "provider") {
      const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster)).title;
      const why = `${provider} hands out the addresses of ${name} when its Services are created, so DNS records follow ${runsAlready(read) ? "only where an upgrade creates another Service" : "during the installation"}.`;
      return [decisionOn(read, loadBalancer.cluster.kind, cluster, { id: "load-balancer", title, why })];
    }
    if (kind.addressesFrom !== "pool") {
      const port = kind.addressesFrom === "nodes" ? read.rule(urlPort, cluster) : "";
      const why = kind.addressesFrom === "hub"
        ? `${kind.title} gives each Service of ${name} an address of ${read.answer(kubelbHub.plan.kubelbBlock)}, so DNS records follow ${runsAlready(read) ? "only where an upgrade creates another Service" : "during the installation"}; one cluster serves many tenants and must be up for all of them.`
        : `${name} needs no virtual address; ${port === "" ? "what stands in front of the nodes takes the usual ports" : `every URL carries port ${port.slice(1)}`}, names lead to ${read.answer(fronts.cluster.nodeFront, cluster)}, and Tunneling is out.`;
      return [decisionOn(read, loadBalancer.cluster.kind, cluster, { id: "load-balancer", title, why })];
    }
    const { needed, usable, block } = read.rule(poolOf, cluster);
    const use = `${needed} of ${formatCount(usable, "address", "addresses")} of ${block} ${needed === 1 ? "is" : "are"} used`;
    const how = kind.peers
      ? bgpOf(read, cluster, block)
      : kind.appliance ? `; ${kind.appliance.holds}` : `; one node at a time answers for each, so its network card is the limit, and there is fail-over but no spreading${kind.beta ? `. The announcements are in beta, and a fail-over takes ${read.fact(failoverSeconds)} seconds at defaults` : ""}`;
    return [decisionOn(read, loadBalancer.cluster.kind, cluster, { id: "load-balancer", title, why: `${use}${how}.` })];
  },
});

/** What BGP asks of routers: the end of a sentence. */
function bgpOf(read: Reader, cluster: string, block: string): string {
  const count = read.answer(loadBalancer.cluster.peers, cluster).length;
  const moving = movingWorkers(read, cluster);
  const sessions = moving === undefined ? "" : `, from a range of neighbours because workers get their addresses ${moving}`;
  const lengths = listed([routesOf(block), ...(platformDual(read) ? [ROUTES_6] : [])].map(({ length }) => `a ${length} route`));
  return `; ${formatCount(count, "router")} ${count === 1 ? "takes" : "take"} ${lengths} for each${sessions}, and ${count === 1 ? "spreads" : "spread"} traffic over the nodes`;
}

/** What stands in front of a cluster's own Kubernetes API. */
export const apiEndpointDecision = rule<readonly Decision[]>({
  id: "decisions.api-endpoint",
  title: "Decision about the Kubernetes API endpoint",
  per: "cluster",
  sources: ["kubeone.ha"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    if (machines === 1) return read.notApplicable("One control-plane machine needs nothing in front of it.");
    const { addressFrom, consequence, sources } = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
    read.cite(...sources);
    const name = clusterName(read, cluster);
    const address = addressFrom === "provider" ? "" : read.answer(loadBalancer.cluster.apiAddress, cluster);
    const why = consequence({ name, address, machines, port: read.fact(ports.kubernetesApi) });
    return [decisionOn(read, loadBalancer.cluster.apiEndpoint, cluster, { id: "api-endpoint", title: `Kubernetes API of ${name}`, why })];
  },
});
