import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { parseRange, type Range } from "../../values/range.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { controlPlaneAddresses } from "./control-planes.ts";
import { apiAddress } from "./kubernetes-api.ts";
import { residentsOf, unplaced } from "./residents.ts";

/** Addresses that somebody else uses, and the answers that would say whether there are more. */
export interface Claims {
  readonly ranges: readonly { readonly range: Range; readonly why: string }[];
  readonly unstated: readonly AnswerPath[];
}

const claim = (text: string, why: string): Claims["ranges"] => {
  const range = parseRange(text);
  return range ? [{ range, why }] : [];
};

/** What a place itself claims: gateway, DHCP range, addresses in use. */
export const placeClaims = rule<Claims>({
  id: "addresses.claims-of-place",
  title: "Addresses in use at the place",
  per: "place",
  sources: ["kkp.setup-checklist"],
  derive: (read, place) => {
    const name = placeName(read, place);
    const gateway = read.optional(network.place.gateway, place);
    const dhcp = read.optional(network.place.dhcp, place);
    const used = read.optional(network.place.usedAddresses, place);
    const served = read.rule(residentsOf, place).dhcp;
    return {
      ranges: [
        ...(gateway === undefined ? [] : claim(gateway, `Gateway of ${name}`)),
        ...(dhcp === undefined ? [] : claim(dhcp, `DHCP range of ${name}`)),
        ...(used ?? []).flatMap((address) => claim(address, `In use at ${name}`)),
      ],
      unstated: [
        ...(gateway === undefined && served ? [read.path(network.place.gateway, place)] : []),
        ...(dhcp === undefined && served ? [read.path(network.place.dhcp, place)] : []),
        ...(used === undefined ? [read.path(network.place.usedAddresses, place)] : []),
      ],
    };
  },
});

/** What a platform cluster claims: control planes, the address of its API, BGP peers. */
export const clusterClaims = rule<Claims>({
  id: "addresses.claims-of-cluster",
  title: "Fixed addresses of the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    const ranges: Claims["ranges"][number][] = [];
    const unstated: AnswerPath[] = [];
    const api = read.outcome(apiAddress, cluster);
    const machines = read.outcome(controlPlaneAddresses, cluster);
    for (const outcome of [api, machines]) {
      if (outcome.kind === "waiting") unstated.push(...outcome.missing);
      if (outcome.kind !== "known") continue;
      for (const { address, title } of [outcome.value].flat()) {
        if (address.kind === "known") ranges.push(...claim(address.value, title));
        if (address.kind === "open") unstated.push(address.question);
      }
    }
    const kind = read.optional(loadBalancer.cluster.kind, cluster);
    if (kind !== undefined && loadBalancerKindOf(kind).peers) {
      const peers = read.optional(loadBalancer.cluster.peers, cluster);
      if (peers === undefined) unstated.push(read.path(loadBalancer.cluster.peers, cluster));
      for (const peer of peers ?? []) ranges.push(...claim(peer.address, `BGP peer of ${name}`));
    }
    return { ranges, unstated: [...new Set(unstated)] };
  },
});

/** Everything claimed around a cluster: by its place, by itself and by its neighbours there. */
export const claimsAround = rule<Claims>({
  id: "addresses.claims-around-cluster",
  title: "Addresses in use around the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const place = read.answer(infrastructure.cluster.place, cluster);
    const all = [read.rule(placeClaims, place), ...read.rule(residentsOf, place).clusters.map((id) => read.rule(clusterClaims, id))];
    const homeless = read.rule(unplaced).filter(([question]) => question === infrastructure.cluster.place);
    return {
      ranges: all.flatMap(({ ranges }) => ranges),
      unstated: [...all.flatMap(({ unstated }) => unstated), ...homeless.map(([question, id]) => read.path(question, id))],
    };
  },
});
