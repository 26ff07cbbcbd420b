import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { internetFacts } from "../../facts/internet.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { capital } from "../../values/sentence.ts";
import { placeOfNewHub } from "../firewall/hub-place.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { privateServers, rootsOf } from "../internet/mirror-roots.ts";
import { joinedParts } from "../internet/no-proxy.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";
import { wordsFor } from "./node-images.ts";

/** Where nodes of a management cluster of KubeLB that comes with this plan pull images; nothing of KubeOne or KKP reaches them. */
const hubImages = rule<readonly Draft[]>({
  id: "checklist.kubelb-images",
  title: "Checklist: where nodes of KubeLB pull images",
  per: "plan",
  sources: ["kkp.offline", "containerd.hosts", "kubelb.management"],
  derive: (read) => {
    onlyForNew(read);
    const { kubelbApi, kubelbNodes } = kubelbHub.plan;
    const words = wordsFor(read, {
      title: "nodes of KubeLB",
      place: placeOfNewHub(read),
      pulled: "a pod starts on each node",
      who: "whoever builds the cluster",
      unreached: "values of KubeLB's chart reach its own pods alone, and no step of this plan sets up the nodes",
      after: ["kubelb-kubernetes"],
      noProxy: () => joinedParts([read.maybe(kubelbNodes), read.maybe(kubelbApi)]),
      further: ", to which the ranges of its own pods and Services are added,",
    });
    return words ? [itemOf(read, "kubelb-images", { ...words, chapter: "loadBalancer" })] : read.notApplicable("Its nodes reach the registries as they are.");
  },
});

/** The root that these nodes trust before an image is pulled on them. */
const hubRoots = rule<readonly Draft[]>({
  id: "checklist.kubelb-roots",
  title: "Checklist: roots on nodes of KubeLB",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    onlyForNew(read);
    const place = placeOfNewHub(read);
    if (reachesInternet(read, place)) return read.notApplicable("Its nodes take images from public registries.");
    const servers = read.rule(privateServers, place).filter(({ loads }) => loads === "images");
    if (servers.length === 0) return read.notApplicable("Its nodes trust the private registry as they are.");
    return [
      itemOf(read, "kubelb-roots", {
        title: `${capital(rootsOf(servers))} on every node of KubeLB`,
        team: "infrastructure",
        chapter: "loadBalancer",
        verify: "A pod with a test image of the private registry starts on each node; the root is put there by whoever builds the cluster, and for nodes that follow as well",
        after: ["mirror-registry", "kubelb-kubernetes"],
        why: `containerd there checks where images come from against ${read.fact(internetFacts.registryTrust).trusted}, so that without the root neither KubeLB's manager starts nor the Envoy pod of any tenant.`,
      }),
    ];
  },
});

export const hubNodeItems: readonly Rule<readonly Draft[]>[] = [hubImages, hubRoots];
