import type { ApiEndpoint } from "../../api-endpoints/api-endpoint.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { AllowedHost } from "../../facts/external-hosts.ts";
import { rule } from "../../kernel/rule.ts";
import { runsAlready } from "../basics/platform.ts";

/** From where calls to a cluster's Kubernetes API are passed on to its control planes; not applicable where nobody passes them on. */
export const passesOnToApi = rule<NonNullable<ApiEndpoint["passesOn"]>>({
  id: "firewall.passes-on-to-api",
  title: "Machine in front of the control planes",
  per: "cluster",
  sources: ["kubeone.ha"],
  derive: (read, cluster) => {
    const chosen = read.optional(loadBalancer.cluster.apiEndpoint, cluster);
    if (chosen !== undefined && !apiEndpointOf(chosen).passesOn) return read.notApplicable(`With “${apiEndpointOf(chosen).title}” no machine of yours passes calls on.`);
    const machines = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone" ? read.answer(infrastructure.cluster.controlPlanes, cluster) : 1;
    if (machines < 2) return read.notApplicable("Nothing of this plan stands in front of the Kubernetes API.");
    const { passesOn, title }: ApiEndpoint = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
    return passesOn ?? read.notApplicable(`With “${title}” no machine of yours passes calls on.`);
  },
});

/** Hosts from which the machine in front of a cluster's Kubernetes API loads what it runs, whenever that is; not applicable where nobody of this plan sets one up. */
export const setUpInFront = rule<readonly AllowedHost[]>({
  id: "firewall.set-up-in-front",
  title: "What the machine in front of the control planes runs",
  per: "cluster",
  sources: ["kubeone.terraform-nutanix"],
  derive: (read, cluster) => {
    const chosen = read.optional(loadBalancer.cluster.apiEndpoint, cluster);
    if (chosen !== undefined && !apiEndpointOf(chosen).loads) return read.notApplicable(`“${apiEndpointOf(chosen).title}” is set up by others.`);
    read.rule(passesOnToApi, cluster);
    const { loads, title }: ApiEndpoint = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
    return loads ? read.fact(loads) : read.notApplicable(`“${title}” is set up by others.`);
  },
});

/** Hosts from which the machine in front of a cluster's Kubernetes API loads what it runs; not applicable where nobody sets one up, and where it runs already. */
export const loadedInFront = rule<readonly AllowedHost[]>({
  id: "firewall.loaded-in-front",
  title: "What the machine in front of the control planes loads",
  per: "cluster",
  sources: ["kubeone.terraform-nutanix"],
  derive: (read, cluster) => {
    const hosts = read.rule(setUpInFront, cluster);
    return runsAlready(read) ? read.notApplicable("It runs already, and an upgrade of KKP loads nothing onto it.") : hosts;
  },
});
