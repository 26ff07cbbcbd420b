import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { onInternet } from "../../rules/internet/on-internet.ts";
import { listed } from "../../values/sentence.ts";
import { askedHosts } from "./asked-hosts.ts";

/** Systems whose names lie on the internet, asked by machines that reach nothing there. */
export const offlineNamedHosts = check({
  id: "internet.offline-named-hosts",
  title: "Machines without internet ask no named system on the internet",
  severity: "warning",
  per: "plan",
  sources: ["kkp.offline"],
  examine: (read, _plan, report) => {
    for (const { host, titles, where, places, answers } of askedHosts(read, (one) => onInternet(read, one), undefined, "offline")) {
      const way = (value: string) => places.map((place) => ({ path: read.path(network.place.internet, place), value }));
      report({
        key: host,
        title: `${host} is asked from ${where}, without internet`,
        message: `${listed(titles)}: ${host} is a name on the internet, and machines in ${where} reach nothing there. The firewall rows lead to it all the same.`,
        remedy: "Name a system that stands inside, or let the machines out; leave it where a private endpoint answers under this name.",
        fixes: [{ title: `Let machines in ${where} out through a proxy`, set: way("proxy") }],
        answers,
      });
    }
  },
});
