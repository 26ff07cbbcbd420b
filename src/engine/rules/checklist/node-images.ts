import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { network } from "../../answers/chapters/network.ts";
import { internetFacts } from "../../facts/internet.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { capital, listed } from "../../values/sentence.ts";
import { setUpByHand } from "../basics/joined.ts";
import { clusterName, datacenterName, placeName } from "../basics/platform.ts";
import { placeOfCluster, placeOfWorkers, seedOf } from "../firewall/subjects.ts";
import { noProxyOf } from "../internet/no-proxy.ts";
import { registryInWords, registryName } from "../internet/offline.ts";
import { proxyUrl } from "../settings/proxy.ts";
import { itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { whoMakesNodes } from "./mirror-roots.ts";

/** Machines that pull images and that neither KubeOne nor KKP sets up. */
export interface Machines {
  readonly title: string;
  readonly place: string;
  /** What shows that an image is pulled, as the beginning of a sentence that ends with "with" and the image. */
  readonly pulled: string;
  /** Who sets them up, for those that follow as well; a part of a sentence. */
  readonly who: string;
  /** What KKP has for machines and why it does not reach these, as the end of a sentence. */
  readonly unreached: string;
  readonly after: readonly string[];
  readonly noProxy: () => Value<string>;
  /** What the list holds besides, which this plan does not know; a part of a sentence between commas. */
  readonly further?: string;
}

/** What is set on such machines; undefined where they pull from the internet as they are. */
export function wordsFor(read: Reader, machines: Machines): ItemWords | undefined {
  const way = read.answer(network.place.internet, machines.place);
  return way === "offline" ? fromRegistry(read, machines) : way === "proxy" ? throughProxy(read, machines) : undefined;
}

const item = { team: "infrastructure", chapter: "infrastructure" } as const;

function fromRegistry(read: Reader, { title, place, pulled, who, unreached, after }: Machines): ItemWords {
  const [registry, trust] = [registryInWords(read), read.maybe(mirrors.plan.mirrorTrust)];
  const names = read.fact(internetFacts.publicRegistries);
  const unchecked = trust.kind === "known" && trust.value === "insecure" ? ", whose certificate it does not check" : "";
  return {
    ...item,
    title: `containerd on ${title} takes images of ${listed(names)}, and its pause image, from ${registry}${unchecked}`,
    verify: `Once a test image stands in ${registry}, ${pulled} with its path below each of ${listed(names)}; set by ${who}, for those that follow as well`,
    why: `Charts and addons name images by public names, which nothing in ${placeName(read, place)} reaches; ${unreached}.`,
    after: ["mirror-registry", ...after],
    blockedBy: openIn(registryName(read), trust),
  };
}

function throughProxy(read: Reader, { title, place, pulled, who, unreached, after, noProxy, further = "" }: Machines): ItemWords {
  const [url, past] = [proxyUrl(read, place), noProxy()];
  const names = read.fact(internetFacts.publicRegistries);
  return {
    ...item,
    title: `containerd on ${title} uses ${url.kind === "known" ? url.value : `the proxy of ${placeName(read, place)}`}`,
    verify: `${capital(pulled)} with an image of each of ${listed(names)}; HTTPS_PROXY and NO_PROXY${past.kind === "known" ? `=${past.value}` : ""}${further} are set by ${who}, for those that follow as well`,
    why: `In ${placeName(read, place)} the proxy alone leads to the registries; ${unreached}.`,
    after: [`proxy[${place}]`, ...after],
    blockedBy: openIn(url, past),
  };
}

/** Nodes of a cluster that somebody else runs or has built. */
const nodes = rule<readonly Draft[]>({
  id: "checklist.node-images",
  title: "Checklist: where nodes pull images",
  per: "cluster",
  sources: ["kkp.offline", "kkp.proxy-allow-list", "containerd.hosts"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone") return read.notApplicable("KubeOne sets up its nodes.");
    const name = clusterName(read, cluster);
    const words = wordsFor(read, {
      title: `nodes of ${name}`,
      place: placeOfCluster(read, cluster),
      pulled: "a pod starts on each node",
      who: whoMakesNodes(read, cluster),
      unreached: `fields of KKP reach pods of ${name}, which start after their image is there`,
      after: [`existing-cluster[${cluster}]`],
      noProxy: () => noProxyOf(read, [cluster], []),
    });
    return words ? [itemOf(read, `node-images[${cluster}]`, words)] : read.notApplicable("Its nodes reach the registries as they are.");
  },
});

/** Machines that people have join user clusters and that KKP does not set up. */
const machines = rule<readonly Draft[]>({
  id: "checklist.machine-images",
  title: "Checklist: where machines of workers pull images",
  per: "datacenter",
  sources: ["kkp.offline", "kkp.proxy-allow-list", "containerd.hosts"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    read.need([infrastructure.datacenter.provider, datacenter]);
    if (!setUpByHand(read, datacenter)) return read.notApplicable("KKP sets up its workers.");
    const name = datacenterName(read, datacenter);
    const words = wordsFor(read, {
      title: `machines of ${name}`,
      place: placeOfWorkers(read, datacenter),
      pulled: "`crictl pull` succeeds on each machine",
      who: "whoever prepares the machines",
      unreached: `fields of a datacenter reach machines that KKP sets up, and it sets up none of ${name}`,
      after: [],
      noProxy: () => noProxyOf(read, [seedOf(read, datacenter)], [datacenter]),
    });
    return words ? [itemOf(read, `machine-images[${datacenter}]`, words)] : read.notApplicable("Its machines reach the registries as they are.");
  },
});

export const nodeImageItems: readonly Rule<readonly Draft[]>[] = [nodes, machines];
