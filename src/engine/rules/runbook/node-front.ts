import { ports } from "../../facts/ports.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { listed } from "../../values/sentence.ts";
import { hostPort, urlHost } from "../../values/url-host.ts";
import { clusterName, entryIn, masterCluster } from "../basics/platform.ts";
import { servedHosts } from "../certificates/hosts.ts";
import { frontTrial, ledOnAs, nodeFront, type NodeFront } from "../firewall/node-front.ts";
import { atCluster, onlyInstalling, type Step, type StepRule } from "./step.ts";

/** What shows that it leads on; by TLS the entry wants to be asked under one of its names, which do not lead there yet. */
function trialOf(read: Reader, cluster: string, address: string, front: NodeFront): string | undefined {
  const tried = frontTrial(front);
  if (!tried) return undefined;
  const { port, secure } = tried;
  const suffix = port === read.fact(secure ? ports.entryHttps : ports.entryHttp) ? "" : `:${port}`;
  // Before 7.86 curl takes no range in NO_PROXY, and would ask the proxy for the address.
  if (!secure) return `curl -I --noproxy '*' ${quote(`http://${urlHost(address)}${suffix}`)}`;
  const host = read.rule(servedHosts, cluster)[0]?.name;
  return host === undefined ? undefined : `curl -kI --connect-to ${quote(`${host}:${port}:${hostPort(address, port)}`)} ${quote(`https://${host}${suffix}`)}`;
}

/** Gives what stands in front of node ports its targets, when the nodes are there and the entry answers on them. */
function frontStep(read: Reader, cluster: string): readonly Step[] {
  onlyInstalling(read);
  const front = read.rule(nodeFront, cluster);
  const led = ledOnAs(read, cluster, front);
  if (led.ports.length === 0) return read.notApplicable("People dial a node on its own ports.");
  const { address } = front;
  const shown = address.kind === "known" ? address.value : "the address of the node ports";
  const name = clusterName(read, cluster);
  const command = address.kind === "known" ? trialOf(read, cluster, address.value, front) : undefined;
  return [
    {
      id: `step.node-front[${cluster}]`,
      title: `Lead ${shown} on to the nodes of ${name}`,
      text: `The first command prints the addresses of the nodes; the network team leads TCP ${listed(led.ports)} of ${shown} on to ${led.apart ? "them, without ending TLS on the way" : "the same machine"}.${command ? ` ${entryIn(read, cluster).title} then answers the last command, whatever it says; an error of curl means that nothing is led on.` : " Nothing answers there before the first user cluster."}`,
      commands: [atCluster(read, cluster), "kubectl get nodes -o wide", ...(command ? [command] : [])],
      from: read.cell,
      why: `Names lead to ${shown}, and nobody knew the nodes behind it before they were there.`,
    },
  ];
}

/** Of the platform entry, before anybody looks its names up. */
export const masterNodeFront: StepRule = rule({
  id: "runbook.node-front",
  title: "Step: front of the node ports",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.expose-strategies"],
  derive: (read) => frontStep(read, read.rule(masterCluster)),
});

/** Of a Seed apart from the master, before its names are looked up. */
export const seedNodeFront: StepRule = rule({
  id: "runbook.seed-node-front",
  title: "Step: front of the node ports of the Seed",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.expose-strategies"],
  derive: (read, cluster) => (read.rule(masterCluster) === cluster ? read.notApplicable("That of the platform is led on already.") : frontStep(read, cluster)),
});
