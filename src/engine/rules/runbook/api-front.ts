import type { ApiInstall, ApiStep } from "../../api-endpoints/api-endpoint.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { ports } from "../../facts/ports.ts";
import type { Reader } from "../../kernel/rule.ts";
import { filled } from "../../values/filled.ts";
import { quote } from "../../values/shell.ts";
import { sshEntry } from "../access/ssh-entry.ts";
import { frontByHand } from "../basics/api-front.ts";
import { clusterName } from "../basics/platform.ts";
import { madeWithMachines } from "../checklist/made-network.ts";
import { carriedInFront } from "../internet/carried.ts";
import { madeOn } from "./bastions.ts";
import { imageAt } from "./image.ts";
import { scriptThroughProxy, type ScriptWay } from "./script-past-proxy.ts";
import { CLOSE_AGENT } from "./ssh-key.ts";
import { atCluster, folderOf, type Step } from "./step.ts";

/** Steps around KubeOne's with which the address of the Kubernetes API answers; none where it comes with the machines. */
export function apiFront(read: Reader, cluster: string): { readonly before: readonly Step[]; readonly after: readonly Step[] } {
  const install = frontByHand(read, cluster);
  if (!install) return { before: [], after: [] };
  const made = (id: string, { title, text, commands, why }: ApiStep, first: () => ScriptWay, last: readonly string[]): Step => {
    read.cite(...install.sources);
    const worded = words(read, cluster, install);
    const way = first();
    return { id, title: worded(title), text: `${madeOn(read, cluster)}${worded(text)}${way.words}`, commands: [...way.commands, ...commands.map(worded), ...last], from: read.cell, why: worded(why) };
  };
  const step = (word: string, ...rest: readonly [ApiStep, () => ScriptWay, readonly string[]]): Step => {
    const id = `step.${word}[${cluster}]`;
    return read.forRow(id, () => made(id, ...rest));
  };
  return {
    before: [step("api-front", install.before, () => scriptThroughProxy(read, cluster), [])],
    after: install.after ? [step("api-front-others", install.after, () => ({ words: "", commands: [atCluster(read, cluster)] }), [CLOSE_AGENT])] : [],
  };
}

/** How commands come to machines: straight from where they are run, or by the machine that KubeOne goes through as well, where its example makes one and the plan has no bastion. */
function through(read: Reader, cluster: string): { readonly ssh: string; readonly jump: string } {
  const entry = read.optionalRule(sshEntry, cluster);
  if (entry !== "bastion" && entry !== "front") return { ssh: "ssh", jump: "" };
  const name = clusterName(read, cluster);
  return {
    ssh: `ssh -J "$(cat ${folderOf(read, cluster)}/jump)"`,
    jump: ` Private addresses stand there, and ssh comes to them through the machine that the example lets in: ${name}/jump holds its user@address:port, which \`terraform output kubeone_hosts\` prints as bastion_user, bastion and bastion_port.`,
  };
}

/** Puts the values of the plan into the words of a record. */
function words(read: Reader, cluster: string, { image, values, inMade }: ApiInstall): (text: string) => string {
  const { vrrp } = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
  const address = quote(read.answer(loadBalancer.cluster.apiAddress, cluster));
  const held: Readonly<Record<string, string>> = {
    made: inMade && madeWithMachines(read, read.answer(infrastructure.cluster.place, cluster)) ? `${inMade.replace("{address}", address)} ` : "",
    name: clusterName(read, cluster),
    folder: folderOf(read, cluster),
    address,
    port: read.fact(ports.kubernetesApi),
    ...(image ? { image: imageAt(read, cluster, read.fact(image)) } : {}),
    ...(vrrp ? { routerId: String(read.answer(loadBalancer.cluster.vrrpRouterId, cluster)) } : {}),
    ...(values ? read.fact(values) : {}),
    ...through(read, cluster),
    program: carriedInFront(read, cluster) ? "into which the mirror workstation has put the program" : "which loads the program from github.com",
  };
  return (text) => filled(text, held);
}
