import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { internetFacts } from "../../facts/internet.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { capital, listed } from "../../values/sentence.ts";
import { platformWorkers, usesTerraform } from "../basics/provisioning.ts";
import { offlinePlaces, registryName } from "./offline.ts";

/** A server inside whose certificate ends at a root that no machine brings. */
export interface PrivateServer {
  /** What machines load from it; Kubernetes itself only where KubeOne or KKP installs it on them. */
  readonly loads: "images" | "binaries";
  readonly title: string;
  /** A URL of it that shows the certificate; undefined while its name is open. */
  readonly url?: string;
}

/** Servers whose roots machines of a place need: the registry holds for the whole platform, the mirror of binaries for places without internet. */
export const privateServers = rule<readonly PrivateServer[]>({
  id: "internet.private-servers",
  title: "Servers inside with a private root",
  per: "place",
  sources: ["kkp.offline"],
  derive: (read, place) => {
    const offline = read.rule(offlinePlaces);
    const name = registryName(read);
    const registry = read.answer(mirrors.plan.mirrorTrust) === "private" ? [{ loads: "images" as const, title: "the private registry", ...(name.kind === "known" ? { url: `https://${name.value}/v2/` } : {}) }] : [];
    const servers = [...registry, ...(offline.includes(place) ? [binaries(read)] : [])];
    return servers.length > 0 ? servers : read.notApplicable("Machines of the place trust every server that they load from as they are.");
  },
});

function binaries(read: Reader): PrivateServer {
  read.fact(internetFacts.mirrorRoot);
  const [host = ""] = read.fact(internetFacts.redirected);
  return { loads: "binaries", title: "the mirror of binaries", url: `https://${host}` };
}

/** The root or the roots of the servers, as a title names them. */
export const rootsOf = (servers: readonly PrivateServer[]): string => `${servers.length === 1 ? "root" : "roots"} of ${listed(servers.map(({ title }) => title))}`;

/** What shows that a machine trusts them: the middle of a sentence. */
export const trustShown = (servers: readonly PrivateServer[]): string => {
  const urls = servers.flatMap(({ url }) => (url === undefined ? [] : [url]));
  return urls.length === 0 ? "once they stand, `curl -sSI` of each server prints a status" : `once ${servers.length === 1 ? "it stands" : "they stand"}, ${listed(urls.map((url) => `\`curl -sSI ${url}\``))} ${urls.length === 1 ? "prints" : "print"} a status of HTTP and no word about the certificate`;
};

/** How machines of a cluster that KubeOne builds come to a root: the end of a sentence. */
export function rootOnMachines(read: Reader, cluster: string): string {
  const byImage = "by the image from which they start";
  const byHand = "by whoever installs them";
  const control = usesTerraform(read, cluster) ? byImage : byHand;
  const workers = read.rule(platformWorkers, cluster) === "static" ? byHand : byImage;
  return control === workers ? control : `on control planes ${control}, on workers ${workers}`;
}

/** What KubeOne leaves to others, as sentences for its step; empty where machines bring all roots. */
export function rootBeforeKubeOne(read: Reader, cluster: string): string {
  // The step is whole without the sentence while nobody has said how the registry is trusted; that answer is missing here too.
  const found = read.outcome(privateServers, read.answer(infrastructure.cluster.place, cluster));
  if (found.kind !== "known") return "";
  const servers = found.value;
  const { field, folder } = read.fact(internetFacts.registryTrust);
  return ` ${capital(rootsOf(servers))} ${servers.length === 1 ? "stands" : "stand"} in the system's list of trusted authorities of each machine before: KubeOne hands what ${field} holds to pods alone, and empties ${folder}.`;
}
