import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import type { PlanValue } from "../../providers/contract/kubeone/terraform-variables.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatAddress } from "../../values/address.ts";
import type { HclValue } from "../../values/hcl.ts";
import { parseRange } from "../../values/range.ts";
import { residentsOf } from "../addresses/residents.ts";
import { statedDhcp } from "../addresses/stated-dhcp.ts";
import { platformSystem } from "../basics/image-takers.ts";
import { balancerValue } from "../basics/balancer.ts";
import { mustBeNamed } from "../basics/resolvers.ts";
import { networkZoneOf } from "../basics/network-zone.ts";
import { zoneSubnets } from "../basics/zone-subnets.ts";
import { sites } from "../firewall/sites.ts";
import { knownIds } from "../firewall/subjects.ts";
import { described, SIZES, type Described } from "./machine-sizes.ts";

type Planned = (read: Reader, cluster: string, place: string) => Value<HclValue> | Described | undefined;

/** The front of the Kubernetes API, where there is one that the question is about. */
export const front = (read: Reader, cluster: string) =>
  read.answer(infrastructure.cluster.controlPlanes, cluster) < 2 ? undefined : apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));

export const nameInKubeOne = (read: Reader, cluster: string): string => operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster)).inKkp;

const known = <T extends HclValue>(value: T | undefined): Value<T> | undefined => (value === undefined ? undefined : { kind: "known", value });

/** What Terraform is told of the resolvers of a place: a hole until they are named, where no infrastructure brings its own. */
function dnsServers<T extends HclValue>(read: Reader, place: string, of: (servers: readonly string[]) => T | undefined): Value<T> | undefined {
  if (!read.rule(knownIds).places.has(place)) return undefined;
  if (read.rule(sites).get(place)?.customerNetwork !== true && !mustBeNamed(read, network.place.dnsServers, place)) return known(of(read.optional(network.place.dnsServers, place) ?? []));
  const servers = read.maybe(network.place.dnsServers, place);
  return servers.kind === "known" ? known(of(servers.value)) : servers;
}

/** First or last address of the range that DHCP hands out. */
function dhcpEnd(read: Reader, place: string, end: "first" | "last"): Value<string> | undefined {
  if (!read.rule(knownIds).places.has(place)) return undefined;
  const stated = statedDhcp(read, place);
  const range = stated !== undefined ? known(stated) : read.rule(residentsOf, place).dhcp ? read.maybe(network.place.dhcp, place) : undefined;
  const parsed = range?.kind === "known" ? parseRange(range.value) : undefined;
  return parsed ? known(formatAddress({ family: parsed.family, number: parsed[end] })) : undefined;
}

/** The node network of a place; nothing where the plan knows no such place yet. */
export const plannedNetwork = (read: Reader, place: string): Value<string> | undefined => (read.rule(knownIds).places.has(place) ? read.maybe(network.place.nodeNetwork, place) : undefined);

/** The zone of networks in which a place lies; a hole where its location is none that the plan knows. */
function zoneOfNetworks(read: Reader, cluster: string, place: string): Value<string> | undefined {
  const reach = networkZoneOf(read, providerOf(read.answer(infrastructure.cluster.provider, cluster)), place);
  return reach?.kind === "known" ? known(reach.value.zone) : reach;
}

/** Where the plan holds what a variable takes. */
export const PLANNED: Readonly<Record<PlanValue, Planned>> = {
  ...SIZES,
  // KubeOne calls the cluster so as well, and the infrastructure its machines and roles: another word at the prompt would make others.
  clusterName: (read, cluster) => read.maybe(infrastructure.cluster.name, cluster),
  controlPlanes: (read, cluster) => known(read.answer(infrastructure.cluster.controlPlanes, cluster)),
  bothFamilies: () => known("IPv4+IPv6"),
  networkZone: zoneOfNetworks,
  zoneSubnet: (read, _cluster, place) => {
    const nodes = plannedNetwork(read, place);
    if (nodes?.kind !== "known") return nodes;
    const cut = zoneSubnets(read, place, () => nodes.value);
    // No check would let pass what does not fit.
    return cut && cut.length <= cut.limits.shortest ? known(cut.length) : undefined;
  },
  apiAddress: (read, cluster) => (front(read, cluster)?.addressFrom === "customer" ? read.maybe(loadBalancer.cluster.apiAddress, cluster) : known("")),
  // The load balancer of the API reaches as far as those of the cluster's Services; where they are of another kind, nobody is asked.
  apiIsPrivate: (read, cluster) => {
    const kind = balancerValue(read, cluster);
    if (kind.kind !== "known") return kind;
    if (kind.value.addressesFrom !== "provider") return undefined;
    const reach = read.maybe(balancerReach.cluster.cloudReach, cluster);
    return reach.kind === "known" ? known(reach.value === "internal") : reach;
  },
  // Terraform's example sets keepalived up as soon as it has an address, so another front leaves it empty.
  vrrpAddress: (read, cluster) => (front(read, cluster)?.vrrp === true ? read.maybe(loadBalancer.cluster.apiAddress, cluster) : known("")),
  vrrpRouterId: (read, cluster) => (front(read, cluster)?.vrrp === true ? known(read.answer(loadBalancer.cluster.vrrpRouterId, cluster)) : undefined),
  nodeNetwork: (read, _cluster, place) => plannedNetwork(read, place),
  gateway: (read, _cluster, place) => (read.rule(knownIds).places.has(place) ? read.maybe(network.place.gateway, place) : undefined),
  dhcpFirst: (read, _cluster, place) => dhcpEnd(read, place, "first"),
  dhcpLast: (read, _cluster, place) => dhcpEnd(read, place, "last"),
  dnsServers: (read, _cluster, place) => dnsServers(read, place, (servers) => (servers.length === 0 ? undefined : servers)),
  dnsServer1: (read, _cluster, place) => dnsServers(read, place, ([first]) => first),
  image: (read, cluster) => described(`one of ${platformSystem(read, cluster)}`),
  system: (read, cluster) => known(nameInKubeOne(read, cluster)),
  dnsServer2: (read, _cluster, place) => dnsServers(read, place, ([, second = ""]) => second),
};
