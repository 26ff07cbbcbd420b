import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import type { Value } from "../../../kernel/outcome.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { apiAddress, controlPlaneAddresses } from "../../addresses/assignments.ts";
import { clusterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { floatingIsPublic } from "../../basics/cloud-reach.ts";
import { standsAt } from "./stands-at.ts";
import { shownPlace } from "./machines.ts";
import { addressOf, fromInfrastructure, ofFour, valueOf } from "./values.ts";

/** Kubernetes APIs of platform clusters that somebody outside the cluster calls. */
export const kubernetesApiEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.kubernetes-apis",
  title: "Kubernetes API of the cluster",
  per: "cluster",
  sources: ["kkp.ports", "kubeone.infrastructure"],
  derive: (read, cluster) => {
    const separate = read.optional(infrastructure.cluster.role, cluster) === "seed";
    const provisioning = read.optional(infrastructure.cluster.provisioning, cluster);
    if (!separate && provisioning === undefined) return read.notApplicable("How the cluster comes to be is not answered yet.");
    const there = provisioning === "managed" || provisioning === "existing";
    const name = clusterName(read, cluster);
    return [
      {
        id: ends.api(cluster),
        title: `Kubernetes API of ${name}`,
        kind: "kubernetes-api",
        cluster,
        place: shownPlace(read, read.maybe(infrastructure.cluster.place, cluster)),
        ...(there ? {} : floating(read, cluster)),
        addresses: [there ? read.maybe(infrastructure.cluster.apiHost, cluster) : inFront(read, cluster) ?? machineAddress(read, cluster) ?? fromInfrastructure(read, cluster)],
        from: read.cell,
        why: separate ? `The master drives ${name} through it.` : `The installation drives ${name} through it.`,
      },
    ];
  },
});

/** Address of what stands in front of several control planes; the load balancer of an infrastructure that KubeOne's examples make has IPv4 alone. */
function inFront(read: Reader, cluster: string): Value<string> | undefined {
  const address = addressOf(read, apiAddress, cluster);
  if (address?.kind !== "later") return address;
  read.cite("kubeone.terraform");
  return ofFour(address);
}

/** How far a floating address of it reaches, where a site decides that. */
function floating(read: Reader, cluster: string): Pick<Endpoint, "stands"> {
  return addressOf(read, apiAddress, cluster)?.kind === "later" ? standsAt(floatingIsPublic(read, cluster)) : {};
}

/** Address of a single control-plane machine that somebody fixed. */
function machineAddress(read: Reader, cluster: string): Value<string> | undefined {
  const machines = valueOf(read, controlPlaneAddresses, cluster);
  return machines?.kind === "known" ? machines.value[0]?.address : machines;
}
