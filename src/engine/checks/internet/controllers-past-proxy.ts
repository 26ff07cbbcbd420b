import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { isPublic } from "../../providers/contract/api.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName, datacentersOf, placeName } from "../../rules/basics/platform.ts";
import { madePastProxy } from "../../rules/firewall/past-proxy.ts";
import { placeOfCluster } from "../../rules/firewall/subjects.ts";
import { inSentence, listed } from "../../values/sentence.ts";

/** Cloud controllers and storage drivers on a platform cluster that call an API on the internet and are handed no proxy. */
export const controllersPastProxy = check({
  id: "internet.controllers-past-proxy",
  title: "Controllers on platform clusters reach their API on the internet",
  severity: "warning",
  per: "cluster",
  sources: ["kubeone.code.addons", "kubeone.addons", "kkp.code.cloud-controllers", "kkp.http-proxy"],
  examine: (read, cluster, report) => {
    const place = placeOfCluster(read, cluster);
    if (read.answer(network.place.internet, place) !== "proxy") return;
    const [name, where] = [clusterName(read, cluster), placeName(read, place)];
    const vendors = (provider: Provider) => provider.api !== undefined && isPublic(provider.api);
    const path = read.path(network.place.internet, place);

    const own: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const made = vendors(own) ? (madePastProxy(read, cluster, own, place, { itself: true, serves: false })?.own ?? []) : [];
    if (made.length > 0) {
      report({
        title: `${name} asks for ${listed(made)} past the proxy`,
        message: `Cloud controller and storage driver of ${name} call ${inSentence(own.api?.title ?? own.title)} on the internet. KubeOne hands its proxy to machine-controller and operating-system-manager and to neither of them, so their calls do not pass the proxy in ${where}: while no other way is open, nodes stay marked as uninitialised, volumes are not made and Services wait for addresses.`,
        remedy: `Let nodes of ${name} out to the API directly, as the firewall row for it says; or set HTTPS_PROXY and NO_PROXY in copies of both addons of KubeOne, which replace those that it brings when they lie under the same names in the folder of addons.`,
        answers: [path, read.path(infrastructure.cluster.provider, cluster), read.path(infrastructure.cluster.provisioning, cluster)],
      });
    }

    if (read.answer(infrastructure.cluster.role, cluster) === "master") return;
    const served = read.rule(datacentersOf, cluster).flatMap((id) => {
      const provider = read.maybe(infrastructure.datacenter.provider, id);
      const at = read.maybe(infrastructure.datacenter.place, id);
      if (provider.kind !== "known" || at.kind !== "known") return [];
      const record: Provider = providerOf(provider.value);
      return vendors(record) && (madePastProxy(read, cluster, record, at.value, { itself: false, serves: true })?.ofUserClusters.length ?? 0) > 0 ? [{ id, title: record.api?.title ?? record.title }] : [];
    });
    if (served.length === 0) return;
    report({
      key: "user-clusters",
      title: `Cloud controllers of user clusters on ${name} call past the proxy`,
      message: `They run beside the control planes on ${name} and call ${listed([...new Set(served.map(({ title }) => inSentence(title)))])} on the internet. KKP hands the proxy to machine-controller and its own controllers there, and to no cloud controller, so their calls do not pass the proxy in ${where}: while no other way is open, nodes of user clusters stay marked as uninitialised and their Services wait for addresses.`,
      remedy: `Let nodes of ${name} out to the API directly, as the firewall row for it says: KKP has no field for a proxy of its cloud controllers.`,
      answers: [path, ...served.map(({ id }) => read.path(infrastructure.datacenter.provider, id))],
    });
  },
});
