import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ports } from "../../facts/ports.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { frontSources, leadOn } from "../addresses/front-sources.ts";
import { dialledNodePorts } from "../addresses/url-port.ts";
import { proxyRuns, strategiesOf } from "../basics/exposure.ts";
import { entryIn, replacedEntry } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { isSeparateSeed } from "./subjects.ts";
import { balancerOf } from "../basics/balancer.ts";

/** One port as people dial it, and the node port behind it. */
interface Led {
  readonly dialled: string;
  readonly node: string;
}

/** What stands in front of the node ports of a cluster, and what it leads on to them. */
export interface NodeFront {
  readonly address: Value<string>;
  /** From which addresses it calls the nodes; an empty list where it is a node itself. */
  readonly sources: Value<readonly string[]>;
  /** Of the entry: by TLS, and without it where somebody dials that. Absent where no entry is reached through it. */
  readonly entry?: { readonly secure: Led; readonly plain?: Led; readonly former?: string };
  /** Of the API servers of user clusters; absent where none is reached through it. */
  readonly apiServers?: string;
}

/** Whether anybody dials an entry without TLS. To that of a Seed apart, and to one that redirects nobody, people come by TLS alone: challenges arrive there, and the installation tries what waits for no certificate. */
const dialsPlain = (read: Reader, cluster: string, { redirects }: Pick<PlatformEntry, "redirects">): boolean => (!isSeparateSeed(read, cluster) && redirects === true) || read.rule(issuer).by !== "hand";

/** Not applicable where nobody dials ports of the nodes. */
export const nodeFront = rule<NodeFront>({
  id: "firewall.node-front",
  title: "Front of the node ports",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    const onNodes = balancerOf(read, cluster).addressesFrom === "nodes";
    const seed = read.answer(infrastructure.cluster.role, cluster) !== "master";
    if (!onNodes && (!seed || read.rule(proxyRuns, cluster))) return read.notApplicable("Its Services have addresses of their own.");
    const apiServers = seed && read.rule(strategiesOf, cluster).includes("NodePort");
    const served = onNodes && !entryIn(read, cluster).own && read.optionalRule(entryAddress, cluster) !== undefined;
    if (!apiServers && !served) return read.notApplicable("Nothing that people dial answers on its nodes.");
    const { https, http } = entryIn(read, cluster).nodePorts;
    const usual = served && read.optionalRule(dialledNodePorts, cluster) === undefined;
    const led = (dialled: string, node: number): Led => ({ dialled: usual ? dialled : String(node), node: String(node) });
    const before = portsAt(read, cluster)?.before;
    const plain = served && dialsPlain(read, cluster, entryIn(read, cluster));
    const plainBefore = served && before !== undefined && dialsPlain(read, cluster, read.rule(replacedEntry).entry);
    return {
      address: read.maybe(fronts.cluster.nodeFront, cluster),
      sources: frontSources(read, cluster),
      ...(served ? { entry: { secure: led(read.fact(ports.entryHttps), https), ...(plain ? { plain: led(read.fact(ports.entryHttp), http) } : {}), ...(before ? { former: `${before.https}${plainBefore ? `, ${before.http}` : ""}` } : {}) } } : {}),
      ...(apiServers ? { apiServers: read.fact(ports.nodePorts) } : {}),
    };
  },
});

/** Whether something else than a node leads on; false while nobody has said. */
export const leadsOn = ({ sources }: NodeFront): boolean => leadOn(sources);

/** What is led on to the nodes, and to whom. */
export interface LedOn {
  /** "443 to 30443", "80 to 30080" and "30000–32767"; none where a node itself is dialled on its own ports. */
  readonly ports: readonly string[];
  /** Whether something else than a node leads on. */
  readonly apart: boolean;
}

/** Its ports of the entry, TLS first. */
const ledOf = (entry: NodeFront["entry"]): readonly Led[] => (entry ? [entry.secure, ...(entry.plain ? [entry.plain] : [])] : []);

/** The ports of the nodes among them, TLS first. */
export const nodePortsOf = (entry: NodeFront["entry"]): readonly string[] => ledOf(entry).map(({ node }) => node);

/** Waits until somebody has said whether it is a node itself: ports and targets follow from that. */
export function ledOnAs(read: Reader, cluster: string, front: NodeFront): LedOn {
  if (front.sources.kind !== "known") read.answer(fronts.cluster.nodeFrontSources, cluster);
  const { entry, apiServers } = front;
  const led = ledOf(entry);
  const shown = ({ dialled, node }: Led): string => (dialled === node ? node : `${dialled} to ${node}`);
  if (!leadsOn(front)) return { ports: led.filter(({ dialled, node }) => dialled !== node).map(shown), apart: false };
  return { ports: [...led.map(shown), ...(apiServers === undefined ? [] : [apiServers.replace("-", "–")])], apart: true };
}

/** The port on which the runbook tries it, as people dial it: without TLS where that is led on, since a certificate may not be there yet. Nothing where no entry is reached through it. */
export function frontTrial({ entry }: NodeFront): { readonly port: string; readonly secure: boolean } | undefined {
  if (!entry) return undefined;
  const { secure, plain } = entry;
  return plain ? { port: plain.dialled, secure: false } : { port: secure.dialled, secure: true };
}
