import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import { isPublic, type Provider } from "../../../providers/provider.ts";
import { providerOf, type ProviderId } from "../../../providers/registry.ts";
import { capital, inSentence, listed } from "../../../values/sentence.ts";
import { apiAt } from "../../basics/at-place.ts";
import { clusterName, datacentersOf, masterCluster, placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { madeByDrivers, madeThrough } from "../made-through.ts";
import { madePastProxy, type PastProxy } from "../past-proxy.ts";
import { knownHosts } from "../provider-hosts.ts";
import { knownIds, placeOfCluster } from "../subjects.ts";
import { uncertainPorts, vendorPort } from "../uncertain-ports.ts";
import { wayOut } from "../way-out.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** Whether the API of an infrastructure answers on the internet. */
function reachedOutside(id: ProviderId): boolean {
  const { api }: Provider = providerOf(id);
  return api !== undefined && isPublic(api);
}

/** From a platform cluster to the APIs that create machines: its own, and those of the datacenters it serves. */
export const clusterToProviderApis = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-provider-apis",
  title: "Cluster to the infrastructure's APIs",
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
    const name = clusterName(read, cluster);
    const needsInternet = unsure.length > 0 || [...apis.values()].some(([, id]) => reachedOutside(id));
    const way = needsInternet ? read.rule(wayOut, placeOfCluster(read, cluster)) : undefined;
    return [...apis].flatMap(([end, [place, id]]) => {
      const provider: Provider = providerOf(id);
      const api = apiAt(read, provider, known(place));
      if (!api) return [];
      // Of a cluster that is there already, only its datacenters are made from here.
      const provisioning = builds.has(end) ? undefined : read.maybe(infrastructure.cluster.provisioning, cluster);
      if (provisioning && provisioning.kind !== "known") return [];
      const runByOthers = provisioning !== undefined && provisioning.value !== "kubeone";
      read.cite(...api.sources);
      const byDrivers = madeByDrivers(read, provider, place);
      const made = runByOthers ? listed(byDrivers) : madeThrough(read, provider, place);
      if (made === "") return [];
      const notes = `${vendorPort(read, api)}${api.note === undefined ? "" : ` ${api.note}`}`;
      const row = { refs: api.flowIds, of: `${cluster}.${place}.${id}`, source: ends.nodes(cluster), lifetime: "installation and operation" } as const;
      const through = (what: string) => `${capital(what)} are created through ${inSentence(api.title)}${uncertainPorts(read, api)}`;
      const asks = runByOthers
        ? `Machines of ${name} are made by whoever runs it; drivers on its nodes may still ask ${inSentence(api.title)} for ${made}.`
        : `${name} asks ${inSentence(api.title)} for machines in ${placeName(read, place)} whenever a cluster grows, shrinks or heals.`;
      const direct = { ...row, destination: end, ports: api.ports };
      if (!isPublic(api) || way?.kind !== "proxy") return flow(read, { ...direct, reason: through(made), why: `${asks}${notes}` });
      const proxied = { ...row, destination: way.end, ports: way.ports };
      if (runByOthers) return flow(read, { ...proxied, reason: through(made), why: `${asks}${notes}` });
      const past = madePastProxy(read, cluster, provider, place, { itself: end === home.end, serves: builds.has(end) });
      const byProxy = flow(read, { ...proxied, reason: through(listed(["machines", ...(provider.creates?.network ? ["networks"] : [])])), why: `${asks} The parts that make them are handed the proxy.${notes}` });
      const straight = past ? [...new Set([...past.own, ...past.ofUserClusters])] : [];
      if (!past || straight.length === 0) return [byProxy];
      return [byProxy, flow(read, { ...direct, word: "past-proxy", reason: `${through(listed(straight))}, past the proxy`, why: `${whoPassesBy(past, name)}${notes}` })];
    });
  },
});

/** Who on a cluster calls without the proxy, as sentences. */
function whoPassesBy({ own, ofUserClusters }: PastProxy, name: string): string {
  return [
    ...(own.length > 0 ? [`KubeOne hands its proxy to machine-controller and operating-system-manager alone, so cloud controller and storage driver of ${name} call the API straight.`] : []),
    ...(ofUserClusters.length > 0 ? [`The cloud controllers of user clusters run on ${name} and are handed no proxy either.`] : []),
  ].join(" ");
}

/** From the master to the APIs of datacenters that it makes no machines in: the dashboard's API asks them what people can choose from. */
export const dashboardToProviderApis = rule<readonly FlowDraft[]>({
  id: "firewall.dashboard-to-provider-apis",
  title: "Dashboard to the infrastructure's APIs",
  per: "plan",
  sources: ["kkp.code.dashboard-providers"],
  derive: (read) => {
    const master = read.rule(masterCluster);
    const { places } = read.rule(knownIds);
    const there = new Set(read.rule(clusterToProviderApis, master).map(({ id }) => id.slice(id.indexOf("["))));
    const apis = new Map<string, readonly [place: string, provider: ProviderId]>();
    // Until infrastructure and place of the master and of the datacenters it serves are known, its nodes may ask this API anyway.
    const served = read.answer(infrastructure.cluster.role, master) === "master" ? [] : read.rule(datacentersOf, master);
    const unsure = [["cluster", master] as const, ...served.map((id) => ["datacenter", id] as const)]
      .map(([kind, id]) => ({ place: read.maybe(infrastructure[kind].place, id), provider: read.maybe(infrastructure[kind].provider, id) }))
      .filter((one) => one.place.kind !== "known" || one.provider.kind !== "known");
    const mayBe = <T>(value: Value<T>, other: T) => value.kind !== "known" || value.value === other;
    for (const id of read.subjects("datacenter")) {
      const place = read.maybe(infrastructure.datacenter.place, id);
      const provider = read.maybe(infrastructure.datacenter.provider, id);
      if (place.kind !== "known" || provider.kind !== "known" || !places.has(place.value)) continue;
      if (unsure.some((one) => mayBe(one.place, place.value) && mayBe(one.provider, provider.value))) continue;
      const of = `${master}.${place.value}.${provider.value}`;
      if (!there.has(`[${of}]`)) apis.set(of, [place.value, provider.value]);
    }
    return [...apis].flatMap(([of, [place, id]]) => {
      const provider: Provider = providerOf(id);
      const api = apiAt(read, provider, known(place));
      if (!api || api.unasked) return [];
      const way = isPublic(api) ? read.rule(wayOut, placeOfCluster(read, master)) : undefined;
      if (way?.kind === "offline") return [];
      read.cite(...api.sources, ...(api.fromDashboard?.sources ?? []));
      const toProxy = way?.kind === "proxy" ? way : undefined;
      const some = toProxy ? [] : (api.fromDashboard?.hosts ?? []);
      const hosts = knownHosts(read, { ...api, hosts: some }, place);
      // While the region is open its hosts are a hole, and the end's other hosts are none of this row.
      if (hosts.length < some.length) return [];
      return flow(read, {
        refs: api.flowIds,
        word: "dashboard",
        of,
        source: ends.nodes(master),
        destination: toProxy?.end ?? ends.providerApi(place, id),
        ports: toProxy?.ports ?? api.ports,
        ...(hosts.length > 0 ? { hosts } : {}),
        reason: `The dashboard's API asks ${inSentence(api.title)} what can be chosen${uncertainPorts(read, api)}`,
        lifetime: "operation",
        why: `Whoever creates a user cluster in ${placeName(read, place)} chooses networks, sizes and the like from lists, which the dashboard's API on ${clusterName(read, master)} asks for itself, with the account of the Preset.${api.fromDashboard ? ` ${api.fromDashboard.why}` : ""}${vendorPort(read, api)}${api.note === undefined ? "" : ` ${api.note}`}`,
      });
    });
  },
});
