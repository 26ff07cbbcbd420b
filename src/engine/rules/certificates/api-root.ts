import { apiRoot } from "../../answers/chapters/api-root.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { apiRootFile } from "../../facts/store-root.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { OwnRoot, ProviderApi } from "../../providers/contract/api.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, providers, type ProviderId } from "../../providers/registry.ts";
import { runsAlready } from "../basics/platform.ts";

/** An API of an infrastructure whose certificate ends at a root that no machine brings. */
export interface OwnApi {
  readonly place: string;
  readonly provider: Provider;
  readonly api: ProviderApi;
  readonly root: OwnRoot;
}

/** What a platform that runs calls the API with stays as it is, so nobody asks for the root again. */
function ownApi(read: Reader, id: ProviderId, place: () => string): OwnApi {
  const provider: Provider = providerOf(id);
  const root = provider.api?.ownRoot;
  if (!provider.api || !root) return read.notApplicable(`Nobody looks for a root of ${provider.title}.`);
  if (runsAlready(read)) return read.notApplicable("The installed platform has its way to the API.");
  const at = place();
  if (read.answer(apiRoot.place.apiRoot, at) !== "private") return read.notApplicable("Machines know the root.");
  return { place: at, provider, api: provider.api, root };
}

/** The API that makes workers of a datacenter, where it is behind a root of the customer. */
export const datacenterApi = rule<OwnApi>({
  id: "certificates.datacenter-api",
  title: "API of a datacenter behind a private root",
  per: "datacenter",
  sources: ["kkp.certificates"],
  derive: (read, datacenter) => ownApi(read, read.answer(infrastructure.datacenter.provider, datacenter), () => read.answer(infrastructure.datacenter.place, datacenter)),
});

/** The same of the API that makes machines of a cluster which KubeOne builds. */
export const clusterApi = rule<OwnApi>({
  id: "certificates.cluster-api",
  title: "API of a cluster's infrastructure behind a private root",
  per: "cluster",
  sources: ["kkp.certificates"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    return ownApi(read, read.answer(infrastructure.cluster.provider, cluster), () => read.answer(infrastructure.cluster.place, cluster));
  },
});

/** What answers for volumes alone, apart from the API that makes machines; another authority may have signed for it. */
const forVolumes = new Set(providers.flatMap(({ volumeApi }: Provider) => volumeApi?.title ?? []));

/** File in which the root of an API is handed over, by the title of the API. */
export const rootFileOf = (read: Reader, title: string): string => {
  const { file, volumeFile } = read.fact(apiRootFile);
  return forVolumes.has(title) ? volumeFile : file;
};

/** APIs that what KKP runs checks against its bundle, by their titles. */
export const bundleApis = rule<readonly string[]>({
  id: "certificates.bundle-apis",
  title: "APIs that are checked against KKP's bundle",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    const titles = [...new Set(read.subjects("datacenter").flatMap((id) => read.optionalRule(datacenterApi, id)?.root.inBundle?.ofKkp ?? []))];
    return titles.length > 0 ? titles : read.notApplicable("Nothing is checked against KKP's bundle that ends at a root of an infrastructure.");
  },
});
