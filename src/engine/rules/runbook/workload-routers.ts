import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { parseBlock } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";
import { routesOf } from "../addresses/announced.ts";
import { clusterName, datacenterName, writtenDatacenter } from "../basics/platform.ts";
import { tenantsPart } from "../workloads/catalogue-block.ts";
import { workloadRoutes } from "../workloads/routes.ts";
import { onlyInstalling, type StepRule } from "./step.ts";
import { enteredThere, inEachUserCluster } from "./user-cluster.ts";

const numbered = (asn: Value<number>, whose: string): string => (asn.kind === "known" ? `AS ${asn.value}` : `the AS number of ${whose}`);

/** Objects by which user clusters of a datacenter announce the addresses of their workloads. */
export const workloadRouters: StepRule = rule({
  id: "runbook.workload-routers",
  title: "Step: routes of the workloads",
  per: "datacenter",
  sources: ["metallb.bgp-config", "metallb.bgp"],
  derive: (read, datacenter) => {
    onlyInstalling(read);
    const routes = read.rule(workloadRoutes, datacenter);
    const { block, routers, routerAsn, asn } = routes;
    const seed = read.answer(infrastructure.datacenter.seed, datacenter);
    const name = datacenterName(read, datacenter);
    const file = `workloads-${writtenDatacenter(read, datacenter)}.yaml`;
    const peers = routers.kind === "known" ? listed(routers.value) : "the routers";
    const mode = parseBlock(block)?.family === 6 ? " MetalLB announces IPv6 in its FRR modes only." : "";
    return [
      {
        id: `step.workload-routers[${datacenter}]`,
        title: `Announce workloads of ${name} by BGP`,
        text: `${inEachUserCluster(name)}${mode} ${clusterName(read, seed)}/${file} holds the objects of the table of settings: a BGPPeer for ${peers} in ${numbered(routerAsn, "the routers")} with ${numbered(asn, "user clusters")} as its own, an IPAddressPool with ${tenantsPart(routes, "the part of", "that is this tenant's alone")}, and a BGPAdvertisement of that pool. Afterwards the routers show a session with every worker, and for the address of a Service of type LoadBalancer a ${routesOf(block).length} route; the last command prints these addresses.`,
        commands: enteredThere(read, seed, file, "bgppeers,ipaddresspools,bgpadvertisements"),
        from: read.cell,
        why: `${block} lies in no network of the workers: until its tenant announces its part, addresses of ${name} are handed out and reached by nobody.`,
      },
    ];
  },
});
