import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName, placeName } from "../../rules/basics/platform.ts";
import { placeOfWorkers } from "../../rules/firewall/subjects.ts";
import { inSentence } from "../../values/sentence.ts";

/** Volumes that the storage driver on workers asks an API on the internet for, from a place that lets it not out, or through a proxy alone. */
export const volumesWithoutWay = check({
  id: "internet.volumes-without-way",
  title: "Storage drivers on workers reach their API on the internet",
  severity: "warning",
  also: ["blocker"],
  per: "datacenter",
  sources: ["kkp.offline", "kkp.http-proxy", "kkp.code.csi-addons"],
  examine: (read, datacenter, report) => {
    const { api, title, userClusters }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const [host] = api?.fromWorkers?.hosts ?? api?.hosts ?? [];
    if (!api?.fromWorkers || host === undefined) return;
    const place = placeOfWorkers(read, datacenter);
    const way = read.answer(network.place.internet, place);
    if (way === "direct") return;
    const [name, where, path] = [datacenterName(read, datacenter), placeName(read, place), read.path(network.place.internet, place)];
    const answers = [path, read.path(infrastructure.datacenter.provider, datacenter)];
    const driver = `${userClusters.storageDriver ?? "The storage driver"} runs on workers of ${name} and asks ${inSentence(api.title)} on the internet for every volume`;
    if (way === "offline") {
      report({
        severity: "blocker",
        title: `User clusters of ${name} get no volumes without internet`,
        message: `${driver}; machines in ${where} reach nothing there.`,
        remedy: `Let workers of ${name} out to the API directly, for a proxy does not serve the driver, or use infrastructure whose API stands inside.`,
        fixes: [{ title: `Let machines in ${where} out directly`, set: [{ path, value: "direct" }] }],
        answers,
      });
      return;
    }
    report({
      title: `Volumes of ${name} are made past the proxy`,
      message: `${driver}. KKP sets the proxy on nodes and hands it to no pod of the driver, so its calls to ${title} do not pass the proxy in ${where}.`,
      remedy: `Let workers of ${name} out to the API directly, as the firewall row for it says; everything else leaves through the proxy.`,
      answers,
    });
  },
});
