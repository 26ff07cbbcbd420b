import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** Several control planes behind one machine. */
export const singleEndpoint = check({
  id: "providers.single-endpoint",
  title: "Loss of the endpoint in front of the Kubernetes API",
  severity: "warning",
  per: "cluster",
  sources: ["kubeone.terraform", "kubeone.ha"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return;
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    if (machines < 2) return;
    const { singlePoint, title, sources } = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
    if (singlePoint === undefined) return;
    read.cite(...sources);
    const path = read.path(loadBalancer.cluster.apiEndpoint, cluster);
    const name = clusterName(read, cluster);
    report({
      title: `${title} stands alone in front of ${name}`,
      message: `${name} has ${machines} control planes, and ${singlePoint} is one: while it is away, nobody reaches the Kubernetes API, and its nodes cannot either.`,
      remedy: "Let the control planes hand an address around, or use a load balancer of yours.",
      running: "Keep a spare of it that can take its address over; another endpoint comes with a new cluster alone.",
      fixes: [
        { title: "Use a virtual address by keepalived", set: [{ path, value: "keepalived" }] },
        { title: "Use a load balancer of yours", set: [{ path, value: "external" }] },
      ],
      answers: [path],
    });
  },
});
