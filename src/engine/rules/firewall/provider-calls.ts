import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { isPublic, type ProviderApi } from "../../providers/contract/api.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { apiAt } from "../basics/at-place.ts";
import { datacentersOf } from "../basics/platform.ts";
import { ends } from "./ends.ts";
import { madeByDrivers, madeThrough } from "./made-through.ts";
import { madePastProxy, type PastProxy } from "./past-proxy.ts";
import { knownIds, placeOfCluster } from "./subjects.ts";
import { vendorPort } from "./uncertain-ports.ts";
import { wayOut, type ProxyWay } from "./way-out.ts";

/** Whether the API of an infrastructure answers on the internet. */
function reachedOutside(id: ProviderId): boolean {
  const { api }: Provider = providerOf(id);
  return api !== undefined && isPublic(api);
}

/** An API of an infrastructure that a platform cluster asks for machines. */
export interface ProviderCall {
  readonly place: string;
  readonly provider: ProviderId;
  readonly api: ProviderApi;
  /** What is made through it, as words of a sentence. */
  readonly made: string;
  /** Whether others run the cluster, and no user clusters are made there. */
  readonly runByOthers: boolean;
  /** The proxy through which it is asked. */
  readonly proxy?: ProxyWay;
  /** What parts of the cluster ask for past that proxy. */
  readonly past?: PastProxy;
}

/** APIs that create machines for a platform cluster: its own, and those of the datacenters it serves. */
export const providerCalls = rule<readonly ProviderCall[]>({
  id: "firewall.provider-calls",
  title: "Infrastructure's APIs that the cluster asks",
  per: "cluster",
  sources: ["kkp.ports"],
  derive: (read, cluster) => {
    const { places } = read.rule(knownIds);
    const apis = new Map<string, readonly [place: string, provider: ProviderId]>();
    // A datacenter without place or provider leaves a hole; the other rows stand. Whether the hole would need the way to
    // the internet is not known either, so the rule asks for it as if it did.
    const unsure: string[] = [];
    /** Ends through which machines of user clusters are made. */
    const builds = new Set<string>();
    const home = { end: "" };
    const own = { place: read.maybe(infrastructure.cluster.place, cluster), provider: read.maybe(infrastructure.cluster.provider, cluster) };
    /** Whether the cluster may stand there, for all that is answered: its own drivers would call services that nobody else does. */
    const mayStand = (place: string, id: ProviderId) =>
      (own.place.kind !== "known" || own.provider.kind !== "known") && (own.place.kind !== "known" || own.place.value === place) && (own.provider.kind !== "known" || own.provider.value === id);
    const add = (kind: "cluster" | "datacenter", id: string) => {
      const place = read.maybe(infrastructure[kind].place, id);
      const provider = read.maybe(infrastructure[kind].provider, id);
      if (place.kind !== "known" || provider.kind !== "known") unsure.push(id);
      else if (places.has(place.value)) {
        const end = ends.providerApi(place.value, provider.value);
        if (kind === "datacenter") builds.add(end);
        else home.end = end;
        apis.set(end, [place.value, provider.value]);
      }
    };
    add("cluster", cluster);
    if (read.answer(infrastructure.cluster.role, cluster) !== "master") for (const id of read.rule(datacentersOf, cluster)) add("datacenter", id);
    const needsInternet = unsure.length > 0 || [...apis.values()].some(([, id]) => reachedOutside(id));
    const way = needsInternet ? read.rule(wayOut, placeOfCluster(read, cluster)) : undefined;
    return [...apis].flatMap(([end, [place, id]]) => {
      const provider: Provider = providerOf(id);
      if (!provider.api || (provider.api.services && mayStand(place, id))) return [];
      // Of a cluster that is there already, only its datacenters are made from here.
      const provisioning = builds.has(end) ? undefined : read.maybe(infrastructure.cluster.provisioning, cluster);
      if (provisioning && provisioning.kind !== "known") return [];
      const runByOthers = provisioning !== undefined && provisioning.value !== "kubeone";
      const itself = end === home.end || mayStand(place, id);
      const api = apiAt(read, provider, known(place), ["controllers", ...(runByOthers ? [] : (["makers"] as const)), ...(itself ? (["drivers"] as const) : [])]);
      if (!api) return [];
      read.cite(...api.sources);
      const made = runByOthers ? listed(madeByDrivers(read, provider, place)) : madeThrough(read, provider, place, itself);
      if (made === "") return [];
      const call = { place, provider: id, api, made, runByOthers };
      if (!isPublic(api) || way?.kind !== "proxy") return call;
      if (runByOthers) return { ...call, proxy: way };
      const past = madePastProxy(read, cluster, provider, place, { itself: end === home.end, serves: builds.has(end) });
      return { ...call, proxy: way, made: listed(["machines", ...(provider.creates?.network ? ["networks"] : [])]), ...(past ? { past } : {}) };
    });
  },
});

/** Texts that differ, without empty ones. */
export const joined = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter((text) => text !== "");

/** What a firewall team must know of an API, as sentences. */
export const notesOn = (read: Reader, api: ProviderApi): string => `${vendorPort(read, api)}${api.note === undefined ? "" : ` ${api.note}`}`.trim();
