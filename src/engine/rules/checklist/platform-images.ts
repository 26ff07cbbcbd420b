import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { platformSystem, serverOf, takersAt } from "../basics/image-takers.ts";
import { clusterName } from "../basics/platform.ts";
import { workerSystems } from "../basics/worker-systems.ts";
import { itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { accountsOfCluster, ALLOW_LIST, FIREWALL } from "./uses.ts";

/** The image from which control planes and workers of a platform cluster start, where the infrastructure has none of its own. */
const platformImages = rule<readonly Draft[]>({
  id: "checklist.platform-images",
  title: "Checklist: images of the platform's machines",
  per: "cluster",
  sources: ["kubeone.os-support", "kubeone.creating-clusters"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (provider.images !== "customer") return read.notApplicable(`Nobody uploads images to ${provider.title}.`);
    const place = read.answer(infrastructure.cluster.place, cluster);
    const { clusters, datacenters } = takersAt(read, place, provider.id);
    const system = platformSystem(read, cluster);
    if (datacenters.some((datacenter) => read.optionalRule(workerSystems, datacenter)?.includes(system))) return read.notApplicable("Workers beside it start from the same image, and their item says so.");
    const same = clusters.filter((other) => platformSystem(read, other) === system);
    if (same[0] !== cluster) return read.notApplicable("The item of another cluster is about the same image.");
    return [itemOf(read, `platform-image[${cluster}]`, { team: "infrastructure", chapter: "infrastructure", ...words(read, provider, place, system, machinesOf(read, same)), uses: usesOf(provider, place, same) })];
  },
});

/** What its proof takes in hand: accounts that see an uploaded image, or what loads one that is served. */
const usesOf = (provider: Provider, place: string, clusters: readonly string[]): readonly string[] =>
  provider.imageUrls?.ofPlatform ? [...(provider.imageUrls.uses ?? []).map((id) => `${id}[${place}]`), FIREWALL, ALLOW_LIST] : clusters.flatMap((cluster) => accountsOfCluster(provider, cluster));

/** Machines of clusters, for a title. */
export const machinesOf = (read: Reader, clusters: readonly string[]): string => `machines of ${listed(clusters.map((cluster) => clusterName(read, cluster)))}`;

type Words = Pick<ItemWords, "title" | "verify" | "why" | "how" | "blockedBy">;

function words(read: Reader, provider: Provider, place: string, system: string, machines: string): Words {
  const { imageUrls, kubeone, title } = provider;
  read.cite(...(imageUrls?.sources ?? kubeone?.sources ?? []));
  const image = `Image of ${system} for ${machines}`;
  if (!imageUrls?.ofPlatform) return { title: image, verify: `${title} shows it to ${underName(kubeone?.image)}`, why: `Control planes and workers among the ${machines} start from it: without it ${title} makes none of them.` };
  const server = serverOf(read, imageUrls, place);
  return {
    title: `${image} served by ${server?.kind === "known" ? server.value : "a web server"}`,
    verify: imageUrls.ofPlatform.verify.replace("{machines}", machines).replace("{server}", server?.kind === "known" ? server.value : "the web server"),
    why: imageUrls.ofPlatform.why.replace("{machines}", machines),
    how: imageUrls.ofPlatform.how ?? "",
    blockedBy: server ? openIn(server) : [],
  };
}

/** Who sees an uploaded image, and the name that files of KubeOne give it; the end of a sentence. */
export const underName = (field: string | undefined): string => `the account of KubeOne, under the name that ${field ?? "its files"} holds`;

export const platformImageItems: readonly Rule<readonly Draft[]>[] = [platformImages];
