import { dns } from "../../answers/chapters/dns.ts";
import { network } from "../../answers/chapters/network.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { check } from "../../kernel/check.ts";
import { masterCluster, placeName } from "../../rules/basics/platform.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { externalDns } from "../../rules/dns/external-dns.ts";
import { placeOfCluster } from "../../rules/firewall/subjects.ts";
import { reachesInternet } from "../../rules/firewall/way-out.ts";
import { listed } from "../../values/sentence.ts";

/** A zone whose API stands on the internet, for a master that cannot reach it. */
export const offlineZone = check({
  id: "internet.offline-zone",
  title: "A master without internet changes no zone on the internet",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.offline", "cert-manager.dns01"],
  examine: (read, _plan, report) => {
    const recording = read.optionalRule(externalDns) !== undefined;
    const solving = read.rule(issuer).challenge === "dns01";
    if (!recording && !solving) return;
    const { apiHosts, title } = dnsServiceOf(read.answer(dns.plan.automation));
    const [first] = apiHosts;
    const place = placeOfCluster(read, read.rule(masterCluster));
    if (first === undefined || reachesInternet(read, place)) return;
    report({
      title: `${title} cannot be changed without internet`,
      message: `${listed([...(solving ? ["cert-manager"] : []), ...(recording ? ["external-dns"] : [])])} would call ${first}; machines in ${placeName(read, place)} reach nothing on the internet.`,
      remedy: "Serve the zone inside and change it by dynamic updates, or let machines out through a proxy.",
      fixes: [
        { title: "Change the zone by dynamic updates of BIND", set: [{ path: read.path(dns.plan.automation), value: "bind" }] },
        { title: `Let machines in ${placeName(read, place)} out through a proxy`, set: [{ path: read.path(network.place.internet, place), value: "proxy" }] },
      ],
      answers: [read.path(dns.plan.automation), read.path(network.place.internet, place)],
    });
  },
});
