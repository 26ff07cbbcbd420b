import { access } from "../../answers/chapters/access.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Reader } from "../../kernel/rule.ts";
import { endpointFrom } from "../addresses/endpoint-placeholder.ts";
import { clusterName } from "../basics/platform.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { folderOf } from "./step.ts";

/** What is done with the address of a Kubernetes API behind a proxy between Terraform and KubeOne. */
export interface EndpointPastProxy {
  /** Sentences with a blank before them. */
  readonly words: string;
  readonly commands: readonly string[];
}

export const NOTHING_PAST: EndpointPastProxy = { words: "", commands: [] };

/** Puts the address that the infrastructure hands out into NO_PROXY of the machines and of the bastion, before somebody asks the proxy for it. */
export function endpointPastProxy(read: Reader, cluster: string): EndpointPastProxy {
  if (read.answer(network.place.internet, placeOfCluster(read, cluster)) !== "proxy") return NOTHING_PAST;
  if (endpointFrom(read, cluster) === undefined) return NOTHING_PAST;
  read.cite("kubeone.terraform", "kubeone.scripts", "kubeone.proxy");
  const [name, folder] = [clusterName(read, cluster), folderOf(read, cluster)];
  const bastion = read.maybe(access.plan.bastion);
  const here = bastion.kind === "known" && bastion.value;
  return {
    words: ` In proxy.noProxy the endpoint of kubeone_api, which ${name}/tf.json holds by now, takes the place of its placeholder; otherwise kubelets would ask the proxy for their own API server. Every other file in which the placeholder stands gets it too.${here ? " The first command adds it to NO_PROXY of this shell, and the line of the first step gets it for later ones." : ""}`,
    commands: [
      ...(here ? [`export NO_PROXY="$NO_PROXY,$(terraform -chdir=${folder} output -json kubeone_api | sed -n 's/.*"endpoint": *"\\([^"]*\\)".*/\\1/p')"`] : []),
    ],
  };
}
