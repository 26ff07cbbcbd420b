import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { isPublic } from "../../providers/contract/api.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { clusterName, datacentersOf, placeName } from "../../rules/basics/platform.ts";
import { placeOfCluster } from "../../rules/firewall/subjects.ts";
import { reachesInternet } from "../../rules/firewall/way-out.ts";
import { inSentence } from "../../values/sentence.ts";

/** Machines that are created through an API on the internet, by a cluster that cannot reach it. */
export const offlineCloud = check({
  id: "internet.offline-cloud",
  title: "A cluster without internet calls no API on the internet",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.offline", "kkp.proxy-allow-list"],
  examine: (read, cluster, report) => {
    const place = placeOfCluster(read, cluster);
    if (reachesInternet(read, place)) return;
    // A fault that is there already is told before the whole plan is known.
    const role = read.maybe(infrastructure.cluster.role, cluster);
    const served = role.kind === "known" && role.value !== "master" ? read.rule(datacentersOf, cluster) : [];
    const chosen = [read.maybe(infrastructure.cluster.provider, cluster), ...served.map((id) => read.maybe(infrastructure.datacenter.provider, id))];
    const used = new Set<ProviderId>(chosen.flatMap((provider) => (provider.kind === "known" ? [provider.value] : [])));
    const [name, where, path] = [clusterName(read, cluster), placeName(read, place), read.path(network.place.internet, place)];
    for (const id of used) {
      const { api, title }: Provider = providerOf(id);
      if (!api || !isPublic(api)) continue;
      const through = api.hosts[0] ?? inSentence(api.title);
      report({
        key: id,
        title: `${name} cannot reach ${title} without internet`,
        message: `${name} creates machines through ${through}, which stands on the internet; machines in ${where} reach nothing there.`,
        remedy: `Let ${where} out to the API, directly or through a proxy, or use infrastructure whose API stands inside.`,
        fixes: [
          { title: `Let machines in ${where} out through a proxy`, set: [{ path, value: "proxy" }] },
          { title: `Let machines in ${where} out directly`, set: [{ path, value: "direct" }] },
        ],
        answers: [path, read.path(infrastructure.cluster.provider, cluster)],
      });
    }
  },
});
