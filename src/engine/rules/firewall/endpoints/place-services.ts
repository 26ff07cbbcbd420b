import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { network } from "../../../answers/chapters/network.ts";
import { known, type Value } from "../../../kernel/outcome.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { Question } from "../../../answers/question.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { sites, type Site } from "../sites.ts";
import { each } from "./values.ts";

/** Servers that the infrastructure supplies unless somebody names others: a hole only where the customer's own network must name them. */
const serversOf = (read: Reader, question: Question<readonly string[]>, place: string, site: Site): readonly Value<string>[] =>
  site.customerNetwork ? each(read.maybe(question, place)) : (read.optional(question, place) ?? []).map(known);

/** DNS and time servers of a place. */
export const nameAndTimeEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.name-and-time-servers",
  title: "DNS and time servers of the place",
  per: "place",
  sources: ["rfc.1034", "rfc.5905"],
  derive: (read, place) => {
    const site = read.rule(sites).get(place);
    if (!site || site.clusters.length + site.datacenters.length === 0) return read.notApplicable("No machine of the plan stands there.");
    const name = placeName(read, place);
    const own = (what: string) => (site.customerNetwork ? "" : ` The infrastructure brings ${what} of its own; name others only if the machines must ask them.`);
    return [
      { id: ends.dns(place), title: `DNS servers, ${name}`, kind: "dns", addresses: serversOf(read, network.place.dnsServers, place, site), place, from: read.cell, why: `Every machine in ${name} finds the platform by name.${own("resolvers")}` },
      { id: ends.ntp(place), title: `Time servers, ${name}`, kind: "ntp", addresses: serversOf(read, network.place.ntpServers, place, site), place, from: read.cell, why: `Certificates and etcd fail where clocks in ${name} drift apart.${own("time servers")}` },
    ];
  },
});

/** Proxy through which a place reaches the internet. */
export const proxyEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.proxies",
  title: "Proxy of the place",
  per: "place",
  sources: ["kkp.http-proxy"],
  derive: (read, place) => {
    if (read.optional(network.place.internet, place) !== "proxy") return read.notApplicable("No proxy stands in the way to the internet.");
    const name = placeName(read, place);
    return [{ id: ends.proxy(place), title: `HTTP proxy, ${name}`, kind: "proxy", place, addresses: [read.maybe(network.place.proxyAddress, place)], from: read.cell, why: `Machines in ${name} reach the internet through it and in no other way.` }];
  },
});

/** Bastion of a place whose clusters are installed from there. */
export const bastionEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.bastions",
  title: "Bastion of the place",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    const site = read.rule(sites).get(place);
    const ways = (site?.clusters ?? []).flatMap((cluster) => read.optional(infrastructure.cluster.provisioning, cluster) ?? []);
    if (read.optional(access.plan.bastion) !== true || ways.length === 0) return read.notApplicable("No cluster there is installed from a bastion.");
    const name = placeName(read, place);
    return [{ id: ends.bastion(place), title: `Bastion, ${name}`, kind: "bastion", place, addresses: [read.maybe(access.place.bastionAddress, place)], from: read.cell, why: ways.includes("kubeone") ? `It is the only machine that may open SSH to the nodes in ${name}.` : `The installer runs there, close to the Kubernetes APIs in ${name}.` }];
  },
});
