import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { ciliumVersions } from "../../facts/balancers.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { BalancerField } from "../../load-balancers/load-balancer.ts";
import type { AddressAssignment, Setting } from "../../plan/plan.ts";
import { formatAddress, isPrivate } from "../../values/address.ts";
import { urlHost } from "../../values/url-host.ts";
import { byFirst, formatBlock, formatRange, freeParts, joined, parseBlock, parseRange, totalSize, type Range } from "../../values/range.ts";
import { entryAddress, formerEntryAddress, nodeportProxyAddress } from "../addresses/assignments.ts";
import { drawsAny } from "../addresses/nodeport-proxy.ts";
import { distantPeers, outsidePeers } from "../addresses/distant-peers.ts";
import { clientLimitsSoFar, namesLimits, withLimits } from "../addresses/client-limits.ts";
import { poolOf } from "../addresses/pool.ts";
import { poolSpace } from "../addresses/pool-space.ts";
import { runningSlots } from "../addresses/running-services.ts";
import type { Slot } from "../addresses/slots.ts";
import { runPools } from "../addresses/run-pools.ts";
import { secondAddresses, secondId } from "../addresses/second-family.ts";
import { proxyRuns, strategiesOf } from "../basics/exposure.ts";
import { platformDual } from "../basics/families.ts";
import { nameOfCluster, runsAlready } from "../basics/platform.ts";
import { hubIsEnterprise } from "../workloads/hub-edition.ts";
import { connectorTenant } from "../workloads/hub-tenant.ts";
import { annotationField, PROXY_ANNOTATIONS } from "./annotations.ts";
import { seedObject, setting } from "./setting.ts";
import { balancerOf } from "../basics/balancer.ts";

/** The address of the nodeport-proxy where it is kept in a pool of its own, open or not: its annotations would reach every user cluster's Service. */
export function apart(read: Reader, cluster: string): Value<string> | undefined {
  if (read.answer(infrastructure.cluster.role, cluster) === "master" || !read.rule(strategiesOf, cluster).includes("LoadBalancer") || drawsAny(read, cluster)) return undefined;
  const proxy = read.optionalRule(nodeportProxyAddress, cluster);
  return proxy?.pool === undefined || proxy.address.kind === "later" ? undefined : proxy.address;
}

/** The address of the second family beside an assignment, where it has one. */
const besides = (read: Reader, cluster: string, { id }: AddressAssignment): Value<string> | undefined =>
  read.optionalRule(secondAddresses, cluster)?.find((other) => other.id === secondId(id))?.address;

/** What a Service asks for: its address, with that of the second family behind it; open while that one is. */
function asks(read: Reader, cluster: string, assignment: AddressAssignment | undefined): readonly Value<string>[] {
  if (assignment?.pool === undefined || assignment.address.kind === "later") return [];
  const second = besides(read, cluster, assignment);
  return second ? [assignment.address, second] : [assignment.address];
}

/** Several values as one text; open or later as soon as one of them is. */
const together = (values: readonly Value<string>[], separator: string): Value<string> =>
  values.find(({ kind }) => kind !== "known") ?? known(values.map((value) => (value.kind === "known" ? value.value : "")).join(separator));

/** A range as pools write it: a single address is a block of one. */
export const written = (range: Range): string => (range.first === range.last ? `${formatRange(range)}/${range.family === 6 ? 128 : 32}` : formatRange(range));

/** The IPv6 block of a pool, without the address that a pool of its own holds. */
function secondBlock(read: Reader, cluster: string): Value<string> {
  const stated = read.maybe(fronts.cluster.pool6, cluster);
  const block = stated.kind === "known" ? parseBlock(stated.value) : undefined;
  const proxy = apart(read, cluster) ? read.optionalRule(nodeportProxyAddress, cluster) : undefined;
  const kept = proxy && besides(read, cluster, proxy);
  const range = kept?.kind === "known" ? parseRange(kept.value) : undefined;
  return block && range ? known(freeParts(block, [range]).map(written).join(", ")) : stated;
}

/** An address as a pool of its own writes it. */
function alone(address: Value<string>): Value<string> {
  const range = address.kind === "known" ? parseRange(address.value) : undefined;
  return range ? known(written(range)) : address;
}

/** What a pool may hand out, as its object writes it: the blocks of each family, or their free parts. */
function addressesOf(read: Reader, cluster: string): Value<string> {
  return together([firstBlock(read, cluster), ...(platformDual(read) ? [secondBlock(read, cluster)] : [])], ", ");
}

function firstBlock(read: Reader, cluster: string): Value<string> {
  const { block, preferred, last, excluded } = read.rule(poolSpace, cluster);
  const own = apart(read, cluster);
  if (own !== undefined && own.kind !== "known") return own;
  const pools = read.optionalRule(runPools, cluster) ?? [];
  const [waits] = pools.flatMap((pool) => pool.waits ?? []);
  if (waits) return waits;
  const cut = [...rangesIn(own), ...pools.flatMap(({ ranges = [] }) => ranges)];
  if (excluded.length === 0 && cut.length === 0) return known(formatBlock(block));
  return known(joined([...preferred, ...last].flatMap((part) => freeParts(part, cut)).toSorted(byFirst)).map(written).join(", "));
}

/** The range that a value stands for; none while it is not known. */
function rangesIn(value: Value<string> | undefined): readonly Range[] {
  const range = value?.kind === "known" ? parseRange(value.value) : undefined;
  return range ? [range] : [];
}

/** What is left of a block for Services that ask for any address, beside those that ask for their own; its ends only where nothing else is left. */
function rangesLeft(read: Reader, cluster: string): Value<string> {
  const { preferred, last } = read.rule(poolSpace, cluster);
  const asking = [entryAddress, formerEntryAddress, ...(apart(read, cluster) || drawsAny(read, cluster) ? [] : [nodeportProxyAddress])].flatMap((assigned) => read.optionalRule(assigned, cluster) ?? []);
  const hole = asking.find(({ pool, address }) => pool !== undefined && address.kind === "open");
  if (hole) return hole.address;
  const own = asking.flatMap(({ address }) => rangesIn(address));
  const left = (parts: readonly Range[]) => parts.flatMap((part) => freeParts(part, own));
  const inner = left(preferred);
  const ranges = totalSize(inner) < BigInt(Math.max(1, read.rule(poolOf, cluster).needed - own.length)) ? left([...preferred, ...last]) : inner;
  return known(joined(ranges.toSorted(byFirst)).map(fromTo).join(","));
}

/** A range with both of its ends, also where it is a single address. */
const fromTo = ({ family, first, last }: Range): string => `${formatAddress({ family, number: first })}-${formatAddress({ family, number: last })}`;

/** Whether the nodes stand in a private network, as far as it is answered. */
function nodesArePrivate(read: Reader, cluster: string): boolean {
  const place = read.optional(infrastructure.cluster.place, cluster);
  const nodes = place === undefined || !read.subjects("place").includes(place) ? undefined : read.maybe(network.place.nodeNetwork, place);
  return nodes?.kind === "known" && isPrivate(nodes.value.split("/")[0] ?? "");
}

/** Addresses of routers that are more than one hop away: all of them where BFD goes over several hops. */
function farPeers(read: Reader, cluster: string, peers: readonly { readonly address: string }[], all: boolean): readonly string[] {
  if (all) return peers.map(({ address }) => address);
  const distant = read.outcome(distantPeers, cluster);
  return distant.kind === "known" ? distant.value.map(({ address }) => address) : [];
}

/** Objects by which a cluster announces its virtual addresses. */
export const balancerObjects = rule<readonly Setting[]>({
  id: "settings.balancers",
  title: "Objects of the load balancer",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    read.cite(...kind.sources);
    const { fields = [] } = kind;
    const name = nameOfCluster(read, cluster);
    const cut = () => [...(apart(read, cluster) ? ["nodeport-proxy"] : []), ...(read.optionalRule(runPools, cluster) ?? []).map((own) => own.name)];
    const pools = () => ["platform", ...cut()].join(", ");
    const asn = kind.peers ? read.maybe(loadBalancer.cluster.localAsn, cluster) : known(0);
    const peers = kind.peers ? read.answer(loadBalancer.cluster.peers, cluster) : [];
    const bfd = kind.bfd ? read.answer(fronts.cluster.bfd, cluster) : "none";
    const dual = kind.addressesFrom === "pool" && platformDual(read);
    const distant = new Set(kind.peers ? farPeers(read, cluster, peers, bfd === "multi-hop") : []);
    const outside = kind.peers && bfd === "single-hop" ? read.outcome(outsidePeers, cluster) : undefined;
    const overSeveral = bfd === "multi-hop" || (outside?.kind === "known" && outside.value.length > 0);
    const wanted = ({ when }: BalancerField) => when === undefined || (when === "multi-hop" && overSeveral) || (when === "distant" && distant.size > 0) || (when === "bfd" && bfd !== "none") || (when === "dual" && dual) || (when === "enterprise" && read.aside(() => hubIsEnterprise(read))) || (when === "private-nodes" && nodesArePrivate(read, cluster));
    const managed = kind.appliance ? read.maybe(fronts.cluster.applianceAddress, cluster) : known("");
    const filled = (text: string): Value<string> => {
      if (text.includes("{appliance}")) return managed.kind === "known" ? known(text.replace("{appliance}", urlHost(managed.value))) : managed;
      if (text.includes("{asn}") && asn.kind !== "known") return asn;
      if (text.includes("{pool}")) {
        const pool = addressesOf(read, cluster);
        return pool.kind === "known" ? known(text.replaceAll("{pool}", pool.value)) : pool;
      }
      if (text.includes("{ranges}")) {
        const left = rangesLeft(read, cluster);
        return left.kind === "known" ? known(text.replace("{ranges}", left.value)) : left;
      }
      if (namesLimits(text)) {
        const limits = clientLimitsSoFar(read, cluster);
        return limits.kind === "known" ? known(withLimits(text, limits.value)) : openFor(limits);
      }
      // Only rows that name the pools rest on how the block is cut.
      const named = text.includes("{pools}") ? text.replaceAll("{pools}", pools()) : text;
      return known(named.replaceAll("{asn}", asn.kind === "known" ? String(asn.value) : "").replaceAll("{name}", name).replaceAll("{tenant}", connectorTenant(name)));
    };
    const versions = (): string => {
      const { now, before, since } = read.fact(ciliumVersions);
      return `${now}, and ${before} before Cilium ${since}`;
    };
    const version = kind.cni === undefined ? undefined : setting(read, { topic: "balancers", object: `Objects of Cilium on ${name}`, id: `balancers.api-version[${cluster}]`, field: "apiVersion", value: versions, why: "`kubectl api-resources` tells which one is served. The policy for layer 2 keeps the older one." });
    return [...(version ? [version] : []), ...fields.flatMap((wish, at) => {
      // Rows keep their names whichever of them are wanted.
      if (!wanted(wish)) return [];
      const { object, field, value: alone, both = alone, why, perPeer, when } = wish;
      const value = dual ? both : alone;
      const row = (id: string, of: string, text: string, peer = "") => setting(read, { topic: "balancers", object: `${object.replace("{peer}", peer)} on ${name}`, id: `balancers.${id}[${cluster}]`, field: of, value: () => filled(text), why });
      if (!perPeer) return [row(`field-${at}`, field, value)];
      return peers.flatMap((peer, number) => (when === "distant" && !distant.has(peer.address) ? [] : [row(`field-${at}-peer-${number}`, field, value.replaceAll("{peer}", peer.address).replaceAll("{peerAsn}", String(peer.asn)), peer.address)]));
    })];
  },
});

/** How Services of the platform come to the addresses that this plan gives them. */
export const pinnedAddresses = rule<readonly Setting[]>({
  id: "settings.balancers-pins",
  title: "Addresses that Services ask for",
  per: "cluster",
  sources: ["metallb.usage", "cilium.lb-ipam", "kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    const { pin, pinPool = [], label } = balancerOf(read, cluster);
    read.cite(...(label?.sources ?? []));
    if (pin === undefined) return read.notApplicable("Nothing lets a Service ask for an address here.");
    const name = nameOfCluster(read, cluster);
    const row = (id: string, object: string, field: string, value: Value<string>, why: string) => setting(read, { topic: "balancers", object, id: `balancers.pin-${id}[${cluster}]`, field, value, why });
    // An annotation of the appliance takes one address.
    const most = label ? 1 : undefined;
    const [front, proxy] = [asks(read, cluster, read.optionalRule(entryAddress, cluster)).slice(0, most), asks(read, cluster, read.optionalRule(nodeportProxyAddress, cluster)).slice(0, most)];
    const asked = label ? "The controller gives no address to a Service whose annotations ask for none." : "Its Service would get whichever address is free when it is created, and records of this plan would lead elsewhere.";
    const running = read.optionalRule(runningSlots, cluster) ?? [];
    const askedBy = (slot: Slot): string => (label || !running.includes(slot) ? asked : "Its Service has it today; one that is made anew would get whichever address is free, and records of this plan would lead elsewhere.");
    const own = annotationField(read, cluster);
    const apartPool = apart(read, cluster) !== undefined;
    const drawn = read.answer(infrastructure.cluster.role, cluster) !== "master" && drawsAny(read, cluster);
    const proxyRunsThere = drawn && read.rule(proxyRuns, cluster);
    const told = runsAlready(read) ? "keeps what it has of the range: its records stay" : "takes one of the range as well: its records follow that one";
    return [
      ...(front.length === 0 ? [] : [row("entry", own.object, `${own.field}: ${pin}`, together(front, ","), `${askedBy("entry")}${own.before}`)]),
      ...(label && drawn ? [row("proxy-label", seedObject(name), `${PROXY_ANNOTATIONS}: ${label.annotation}`, known(label.value), `It is copied to the Service of every user cluster, which gets no address without it.${proxyRunsThere ? ` The nodeport-proxy of ${name} ${told}.` : ""}`)] : []),
      // Where annotations reach Services of user clusters, the controller gives the nodeport-proxy any address, or leaves it the one it has.
      ...(proxy.length === 0 || drawn ? [] : apartPool
        ? pinPool.map(({ object, field, value }, at) => row(`proxy-${at}`, `${object} on ${name}`, field, value === "{addresses}" ? together(proxy.map(alone), ", ") : known(value), "An annotation on the Seed would be copied to every user cluster's Service, and all of them would ask for this address."))
        : [row("proxy", seedObject(name), `${PROXY_ANNOTATIONS}: ${pin}`, together(proxy, ","), askedBy("nodeport-proxy"))]),
    ];
  },
});
