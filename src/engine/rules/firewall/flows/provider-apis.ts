import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { ProviderApi } from "../../../providers/contract/api.ts";
import { capital, inSentence, listed } from "../../../values/sentence.ts";
import { clusterName, placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import type { PastProxy } from "../past-proxy.ts";
import { joined, notesOn, providerCalls, type ProviderCall } from "../provider-calls.ts";
import { knownHosts } from "../provider-hosts.ts";
import { uncertainPorts } from "../uncertain-ports.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From a platform cluster to the APIs that create machines; all that it asks through its proxy is one row. */
export const clusterToProviderApis = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-provider-apis",
  title: "Cluster to the infrastructure's APIs",
  per: "cluster",
  sources: ["kkp.ports"],
  derive: (read, cluster) => {
    const calls = read.rule(providerCalls, cluster);
    const name = clusterName(read, cluster);
    const common = { source: ends.nodes(cluster), lifetime: "installation and operation" } as const;
    const through = (made: string, api: ProviderApi) => `${made} are created through ${inSentence(api.title)}${uncertainPorts(read, api)}`;
    const direct = ({ api, place, provider }: ProviderCall) => ({ ...common, refs: api.flowIds, of: `${cluster}.${place}.${provider}`, destination: ends.providerApi(place, provider), ports: api.ports });
    const asks = ({ api, made, place, runByOthers }: ProviderCall): string =>
      runByOthers
        ? `Machines of ${name} are made by whoever runs it; drivers on its nodes may still ask ${inSentence(api.title)} for ${made}.`
        : `${name} asks ${inSentence(api.title)} for machines in ${placeName(read, place)} whenever a cluster grows, shrinks or heals.`;
    const proxied = calls.filter(({ proxy }) => proxy);
    const proxy = proxied[0]?.proxy;
    const byProxy = (): FlowDraft[] =>
      proxy
        ? [
            flow(read, {
              ...common,
              refs: joined(proxied.flatMap(({ api }) => api.flowIds)),
              word: "P5-proxy",
              of: cluster,
              destination: proxy.end,
              ports: proxy.ports,
              reason: capital(joined(proxied.map(({ made, api }) => through(made, api))).join("; ")),
              why: joined([...proxied.map(asks), ...(proxied.some(({ runByOthers }) => !runByOthers) ? ["The parts that make them are handed the proxy."] : []), ...proxied.map(({ api }) => notesOn(read, api))]).join(" "),
            }),
          ]
        : [];
    return calls.flatMap((call) => {
      const { api, past, made } = call;
      // A master that others run has its own controllers alone, which do not call every host; a Seed may serve datacenters that are not whole yet.
      const few = call.runByOthers && read.answer(infrastructure.cluster.role, cluster) === "master" ? hostsPastProxy(read, { own: [made], ofUserClusters: [] }, api, call.place) : [];
      if (!call.proxy) return few === undefined ? [] : flow(read, { ...direct(call), ...(few.length > 0 ? { hosts: few } : {}), reason: capital(through(made, api)), why: `${asks(call)} ${notesOn(read, api)}`.trim() });
      const first = call === proxied[0] ? byProxy() : [];
      const straight = past ? [...new Set([...past.own, ...past.ofUserClusters])] : [];
      const hosts = past && hostsPastProxy(read, past, api, call.place);
      if (!past || !hosts || straight.length === 0) return first;
      return [...first, flow(read, { ...direct(call), word: "past-proxy", ...(hosts.length > 0 ? { hosts } : {}), reason: `${capital(through(listed(straight), api))}, past the proxy`, why: `${whoPassesBy(past, name)} ${notesOn(read, api)}`.trim() })];
    });
  },
});

/** Hosts of an API that are called past the proxy, where these are not all of them; undefined while their region is open. */
function hostsPastProxy(read: Reader, { own, ofUserClusters }: PastProxy, api: ProviderApi, place: string): readonly string[] | undefined {
  const { fromControllers } = api;
  if (!fromControllers) return [];
  read.cite(...fromControllers.sources);
  const called = api.hosts.filter((host) => (own.length > 0 && fromControllers.own.includes(host)) || (ofUserClusters.length > 0 && fromControllers.ofUserClusters.includes(host)));
  const hosts = knownHosts(read, { ...api, hosts: called }, place);
  return hosts.length < called.length ? undefined : hosts;
}

/** Who on a cluster calls without the proxy, as sentences. */
function whoPassesBy({ own, ofUserClusters }: PastProxy, name: string): string {
  return [
    ...(own.length > 0 ? [`KubeOne hands its proxy to machine-controller and operating-system-manager alone, so cloud controller and storage driver of ${name} call the API straight.`] : []),
    ...(ofUserClusters.length > 0 ? [`The cloud controllers of user clusters run on ${name} and are handed no proxy either.`] : []),
  ].join(" ");
}
