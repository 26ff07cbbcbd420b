import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { network } from "../../../answers/chapters/network.ts";
import { known, type Value } from "../../../kernel/outcome.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { Question } from "../../../answers/question.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { providerOf } from "../../../providers/registry.ts";
import { listed } from "../../../values/sentence.ts";
import { placeName } from "../../basics/platform.ts";
import { mustBeNamed } from "../../basics/resolvers.ts";
import { bastionClusters } from "../bastion-clusters.ts";
import { bastionSeen } from "../bastion-seen.ts";
import { ends } from "../ends.ts";
import { newHubAt } from "../hub-place.ts";
import { sites, type Site } from "../sites.ts";
import { leavesAs, seenFrom } from "./leaves-as.ts";
import { each } from "./values.ts";

/** The place of a machine that nobody has named yet: it may stand anywhere. */
const unplaced = rule<Value<string> | undefined>({
  id: "firewall.unplaced",
  title: "Machines without a place",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) =>
    [...read.subjects("cluster").map((id) => read.maybe(infrastructure.cluster.place, id)), ...read.subjects("datacenter").map((id) => read.maybe(infrastructure.datacenter.place, id))].find(({ kind }) => kind === "open"),
});

/** Servers of a place. The infrastructure supplies them unless somebody names others, which the question lists as assumed: a hole only where the customer's own network must name them, or nobody knows the infrastructure. */
function serversOf(read: Reader, question: Question<readonly string[]>, place: string, { customerNetwork, providers, clusters, datacenters }: Site): readonly Value<string>[] {
  // Where KubeLB stands alone, nobody says what it stands on.
  if (customerNetwork || clusters.length + datacenters.length === 0 || mustBeNamed(read, question, place)) return each(read.maybe(question, place));
  const named = read.optional(question, place);
  if (named) return named.map(known);
  const unknown = [...clusters.map((id) => read.maybe(infrastructure.cluster.provider, id)), ...datacenters.map((id) => read.maybe(infrastructure.datacenter.provider, id))].find(({ kind }) => kind !== "known") ?? read.rule(unplaced);
  return [unknown?.kind === "open" ? unknown : { kind: "later", who: listed(providers.map((id) => providerOf(id).title)) }];
}

const ofInfrastructure = (servers: readonly Value<string>[]): Pick<Endpoint, "stands"> => (servers.every(({ kind }) => kind === "later") ? { stands: "inside" } : {});

/** DNS and time servers of a place. */
export const nameAndTimeEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.name-and-time-servers",
  title: "DNS and time servers of the place",
  per: "place",
  sources: [],
  derive: (read, place) => {
    const site = read.rule(sites).get(place);
    if (!site || (site.clusters.length + site.datacenters.length === 0 && !newHubAt(read, place))) return read.notApplicable("No machine of the plan stands there.");
    const name = placeName(read, place);
    const [dns, ntp] = [serversOf(read, network.place.dnsServers, place, site), serversOf(read, network.place.ntpServers, place, site)];
    read.forRow(ends.dns(place), () => read.cite("rfc.1034"));
    read.forRow(ends.ntp(place), () => read.cite("rfc.5905"));
    return [
      { id: ends.dns(place), title: `DNS servers, ${name}`, kind: "dns", addresses: dns, ...ofInfrastructure(dns), place, from: read.cell, why: `Every machine in ${name} finds the platform by name.` },
      { id: ends.ntp(place), title: `Time servers, ${name}`, kind: "ntp", addresses: ntp, ...ofInfrastructure(ntp), place, from: read.cell, why: `Certificates and etcd fail where clocks in ${name} drift apart.` },
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
    const way = read.maybe(network.place.internet, place);
    if (way.kind !== "known" || way.value !== "proxy") return read.notApplicable("No proxy stands in the way to the internet.");
    const name = placeName(read, place);
    return [{ id: ends.proxy(place), title: `HTTP proxy, ${name}`, kind: "proxy", place, addresses: [read.maybe(network.place.proxyAddress, place)], from: read.cell, why: `Machines in ${name} reach the internet through it and in no other way.` }];
  },
});

/** Bastion of a place from which platform clusters are installed. */
export const bastionEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.bastions",
  title: "Bastion of the place",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    const clusters = bastionClusters(read, place);
    if (clusters.length === 0) return read.notApplicable("No cluster is installed there through a bastion.");
    const overSsh = clusters.some((cluster) => read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone");
    const name = placeName(read, place);
    const address = read.maybe(access.place.bastionAddress, place);
    const seen = bastionSeen(read, place, clusters);
    return [{ id: ends.bastion(place), title: `Bastion, ${name}`, kind: "bastion", place, addresses: [address], ...leavesAs(seen), from: read.cell, why: `${overSsh ? `It is the only machine that may open SSH to the nodes in ${name}` : `The KKP installer runs on it and calls the Kubernetes APIs in ${name}`}${seenFrom(seen, "one")}.` }];
  },
});
