import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, datacenterName, placeName } from "../../rules/basics/platform.ts";
import { placeOfCluster, placeOfWorkers, seedOf } from "../../rules/firewall/subjects.ts";

/** Workers that take the proxy of a Seed in another place, because an empty value inherits it. */
export const proxyInherited = check({
  id: "internet.proxy-inherited",
  title: "Workers inherit no proxy of another place",
  severity: "warning",
  per: "datacenter",
  sources: ["kkp.code.datacenter", "kkp.http-proxy"],
  examine: (read, datacenter, report) => {
    const place = placeOfWorkers(read, datacenter);
    const seed = seedOf(read, datacenter);
    const seedPlace = placeOfCluster(read, seed);
    if (seedPlace === place || read.answer(network.place.internet, seedPlace) !== "proxy" || read.answer(network.place.internet, place) === "proxy") return;
    const [name, here, there] = [datacenterName(read, datacenter), placeName(read, place), placeName(read, seedPlace)];
    report({
      title: `Workers of ${name} would inherit the proxy of ${there}`,
      message: `The proxy of a Seed counts for workers of every datacenter that names none. ${clusterName(read, seed)} stands behind the proxy of ${there}, so machines in ${here} would dial it too, and an empty value does not stop that.`,
      remedy: `Open the proxy of ${there} to the workers of ${name}, or give ${here} a proxy of its own; otherwise set spec.componentsOverride.operatingSystemManager.proxy on each user cluster, which wins over both.`,
      fixes: [{ title: `Let machines in ${here} use a proxy of their own`, set: [{ path: read.path(network.place.internet, place), value: "proxy" }] }],
      answers: [read.path(network.place.internet, place), read.path(network.place.internet, seedPlace), read.path(infrastructure.datacenter.seed, datacenter)],
    });
  },
});
