import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import { isPublic, type ProviderApi } from "../../../providers/contract/api.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../../providers/registry.ts";
import { inSentence, listed } from "../../../values/sentence.ts";
import { apiAt, balancersAt } from "../../basics/at-place.ts";
import { clusterName, datacentersOf, masterCluster, placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { joined, notesOn, providerCalls } from "../provider-calls.ts";
import { knownHosts } from "../provider-hosts.ts";
import { knownIds, placeOfCluster } from "../subjects.ts";
import { uncertainPorts } from "../uncertain-ports.ts";
import { wayOut } from "../way-out.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From the master to the APIs of datacenters that it makes no machines in: the dashboard's API asks them what people can choose from. All that it asks through its proxy is one row. */
export const dashboardToProviderApis = rule<readonly FlowDraft[]>({
  id: "firewall.dashboard-to-provider-apis",
  title: "Dashboard to the infrastructure's APIs",
  per: "plan",
  sources: ["kkp.code.dashboard-providers"],
  derive: (read) => {
    const master = read.rule(masterCluster);
    const { places } = read.rule(knownIds);
    const there = new Set(read.rule(providerCalls, master).filter(({ runByOthers }) => !runByOthers).map(({ place, provider }) => ends.providerApi(place, provider)));
    const apis = new Map<string, readonly [place: string, provider: ProviderId]>();
    // Until infrastructure and place of the master and of the datacenters it serves are known, its nodes may ask this API anyway.
    const served = read.answer(infrastructure.cluster.role, master) === "master" ? [] : read.rule(datacentersOf, master);
    const unsure = [["cluster", master] as const, ...served.map((id) => ["datacenter", id] as const)]
      .map(([kind, id]) => ({ place: read.maybe(infrastructure[kind].place, id), provider: read.maybe(infrastructure[kind].provider, id) }))
      .filter((one) => one.place.kind !== "known" || one.provider.kind !== "known");
    // Until somebody says who makes the master's machines, what makes them may ask this API.
    const made = read.maybe(infrastructure.cluster.provisioning, master);
    if (made.kind !== "known") unsure.push({ place: read.maybe(infrastructure.cluster.place, master), provider: read.maybe(infrastructure.cluster.provider, master) });
    // What the master's own nodes ask an API for may hang on what the place creates: while that is open, they may ask it anyway.
    const ownEnds = new Set([["cluster", master] as const, ...served.map((id) => ["datacenter", id] as const)].flatMap(([kind, id]) => {
      const [at, by] = [read.maybe(infrastructure[kind].place, id), read.maybe(infrastructure[kind].provider, id)];
      return at.kind === "known" && by.kind === "known" && places.has(at.value) && balancersAt(read, providerOf(by.value), at) === undefined ? [ends.providerApi(at.value, by.value)] : [];
    }));
    const mayBe = <T>(value: Value<T>, other: T) => value.kind !== "known" || value.value === other;
    for (const id of read.subjects("datacenter")) {
      const place = read.maybe(infrastructure.datacenter.place, id);
      const provider = read.maybe(infrastructure.datacenter.provider, id);
      if (place.kind !== "known" || provider.kind !== "known" || !places.has(place.value)) continue;
      if (unsure.some((one) => mayBe(one.place, place.value) && mayBe(one.provider, provider.value))) continue;
      const end = ends.providerApi(place.value, provider.value);
      if (!there.has(end) && !ownEnds.has(end)) apis.set(end, [place.value, provider.value]);
    }
    const asked = [...apis].flatMap(([end, [place, id]]) => {
      const provider: Provider = providerOf(id);
      const api = apiAt(read, provider, known(place), ["dashboard"]);
      if (!api || api.unasked) return [];
      const way = isPublic(api) ? read.rule(wayOut, placeOfCluster(read, master)) : undefined;
      if (way?.kind === "offline") return [];
      read.cite(...api.sources, ...(api.fromDashboard?.sources ?? []));
      const proxy = way?.kind === "proxy" ? way : undefined;
      const some = proxy ? [] : (api.fromDashboard?.hosts ?? []);
      const hosts = knownHosts(read, { ...api, hosts: some }, place);
      // While the region is open its hosts are a hole, and the end's other hosts are none of this row.
      return hosts.length < some.length ? [] : [{ end, place, id, api, proxy, hosts }];
    });
    const row = { source: ends.nodes(master), lifetime: "operation" } as const;
    const reason = (all: readonly ProviderApi[]) => `The dashboard's API asks ${listed(joined(all.map(({ title }) => inSentence(title))))} what can be chosen${joined(all.map((api) => uncertainPorts(read, api))).join("")}`;
    const why = (all: readonly { readonly api: ProviderApi; readonly place: string }[]) =>
      joined([
        `Whoever creates a user cluster in ${listed(joined(all.map(({ place }) => placeName(read, place))))} chooses networks, sizes and the like from lists, which the dashboard's API on ${clusterName(read, master)} asks for itself, with the account of the Preset.`,
        ...all.map(({ api }) => api.fromDashboard?.why ?? ""),
        ...all.map(({ api }) => notesOn(read, api)),
      ]).join(" ");
    const proxied = asked.filter(({ proxy }) => proxy);
    const proxy = proxied[0]?.proxy;
    return [
      ...asked.flatMap((one) => {
        const { api, end, hosts, id, place } = one;
        return one.proxy ? [] : [flow(read, { ...row, refs: api.flowIds, word: "dashboard", of: `${master}.${place}.${id}`, destination: end, ports: api.ports, ...(hosts.length > 0 ? { hosts } : {}), reason: reason([api]), why: why([one]) })];
      }),
      ...(proxy ? [flow(read, { ...row, refs: joined(proxied.flatMap(({ api }) => api.flowIds)), word: "dashboard-proxy", of: master, destination: proxy.end, ports: proxy.ports, reason: reason(proxied.map(({ api }) => api)), why: why(proxied) })] : []),
    ];
  },
});
