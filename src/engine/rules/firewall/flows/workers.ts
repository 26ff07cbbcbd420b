import { exposure } from "../../../answers/chapters/exposure.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../../answers/chapters/monitoring.ts";
import { network } from "../../../answers/chapters/network.ts";
import { noWayBack } from "../../../facts/firewall.ts";
import { ports } from "../../../facts/ports.ts";
import { known } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import { isPublic } from "../../../providers/contract/api.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf } from "../../../providers/registry.ts";
import { inSentence } from "../../../values/sentence.ts";
import { apiAt } from "../../basics/at-place.ts";
import { apiServerAddresses } from "../../addresses/assignments.ts";
import { departs, strategyOfDatacenter } from "../../basics/exposure.ts";
import { clusterName, datacenterName, placeName } from "../../basics/platform.ts";
import { ledByWorkers } from "../../internet/led-hosts.ts";
import { ends } from "../ends.ts";
import { knownHosts, needRegion } from "../provider-hosts.ts";
import { namesForWorkers } from "../software-hosts.ts";
import { placeOfWorkers, seedOf } from "../subjects.ts";
import { wayOut } from "../way-out.ts";
import { callsOfWorkers } from "../worker-calls.ts";
import { inPlain, overTls, packagesOverTls, workerPackages } from "../worker-packages.ts";
import { uncertainPorts, vendorPort } from "../uncertain-ports.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { fromMirrors, fromSharedRegistry } from "./mirrors.ts";

/** From workers to the control planes of their user clusters; never the other way. */
export const workersToSeed = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-seed",
  title: "Workers to their Seed",
  per: "datacenter",
  sources: ["kkp.ports", "kkp.expose-strategies"],
  derive: (read, datacenter) => {
    const seed = seedOf(read, datacenter);
    const strategy = read.rule(strategyOfDatacenter, datacenter);
    read.fact(noWayBack);
    const tunnel = strategy === "Tunneling";
    const provider = read.optional(infrastructure.datacenter.provider, datacenter);
    const workersRef = provider === undefined ? undefined : providerOf(provider).workersRef;
    const measured = read.maybe(monitoring.plan.userClusterMla);
    const why = `Workers of ${datacenterName(read, datacenter)} dial ${clusterName(read, seed)} and keep the connection; control planes answer through it and open none of their own.`;
    return [
      flow(read, {
        refs: [tunnel ? "P6" : "P7", ...(workersRef === undefined ? [] : [workersRef])],
        of: datacenter,
        source: ends.workers(datacenter),
        destination: strategy === "LoadBalancer" ? ends.userClusterFront(seed) : ends.nodeportProxy(seed),
        ports: tunnel ? ports.tunnelForWorkers : ports.nodePorts,
        reason: measured.kind === "known" && measured.value ? "kubelet, konnectivity and monitoring reach the control plane" : "kubelet and konnectivity reach the control plane",
        lifetime: "operation",
        why,
      }),
    ];
  },
});

/** From the web terminal of user clusters to their API servers, where these have a load balancer each: its kubeconfig names that address. */
export const workersToApiServers = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-api-servers",
  title: "Web terminal to API servers with a load balancer",
  per: "datacenter",
  sources: ["kkp.apiserver-policies", "kkp.code.dashboard-kubeconfig"],
  derive: (read, datacenter) => {
    if (!departs(read, "api") || !read.answer(exposure.datacenter.apiLoadBalancer, datacenter)) return read.notApplicable("API servers are dialled as the expose strategy has it, by the web terminal too.");
    const seed = seedOf(read, datacenter);
    read.rule(apiServerAddresses, seed);
    return [
      flow(read, {
        refs: ["A1"],
        word: "api-servers-workers",
        of: datacenter,
        source: ends.workers(datacenter),
        destination: ends.apiServers(seed),
        ports: ports.apiServerBalanced,
        reason: "The web terminal reaches its API server",
        lifetime: "operation",
        why: `The dashboard writes the address of the load balancer into the kubeconfig of the web terminal, whose pod runs on workers of ${datacenterName(read, datacenter)}; kubelet and konnectivity take the other row.`,
      }),
    ];
  },
});

/** From workers to the internet: images, binaries and packages. */
export const workersToInternet = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-internet",
  title: "Workers to the internet",
  per: "datacenter",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, datacenter) => {
    const place = placeOfWorkers(read, datacenter);
    const out = read.rule(wayOut, place);
    const name = datacenterName(read, datacenter);
    const source = ends.workers(datacenter);
    const hosts = out.kind === "direct" ? read.optionalRule(namesForWorkers, datacenter) : undefined;
    const loaded = (): FlowDraft =>
      flow(read, {
        refs: ["E7"],
        of: datacenter,
        source,
        destination: out.kind === "proxy" ? out.end : ends.registries,
        ports: out.kind === "proxy" ? out.ports : ports.registries,
        ...(hosts ? { hosts } : {}),
        reason: out.kind === "proxy" && workerPackages(read, datacenter).hosts.length > 0 ? "Images, Kubernetes binaries and packages of workers" : "Images and Kubernetes binaries of workers",
        lifetime: "operation",
        why: `Every new node of ${name} loads its software itself, in ${placeName(read, place)}${out.kind === "proxy" ? " through the proxy" : ""}.`,
      });
    const packages = (): readonly FlowDraft[] => {
      const { hosts, needed } = workerPackages(read, datacenter);
      const row = { refs: ["E7"], of: datacenter, source, destination: ends.registries, lifetime: "operation" } as const;
      const [plain, signed] = [inPlain(hosts), overTls(hosts)].map((list) => list.map(({ host }) => host));
      return [
        ...(plain?.length ? [flow(read, { ...row, word: "E7-packages", ports: ports.packages, hosts: plain, reason: "Packages of Ubuntu", why: `Their images lack packages that the profile of a node wants, so no node of ${name} with Ubuntu joins its cluster at ${placeName(read, place)} before they are loaded${needed === "perhaps" ? "; Flatcar wants none" : ""}.` })] : []),
        ...(signed?.length ? [flow(read, { ...row, word: "E7-packages-tls", ports: ports.registries, hosts: signed, reason: `Packages of ${packagesOverTls(read, datacenter)}`, why: `New nodes of ${name} with ${packagesOverTls(read, datacenter)} install packages in ${placeName(read, place)}; a mirror of yours, named in their images, takes the place of these hosts.` })] : []),
      ];
    };
    return out.kind === "offline" ? fromMirrors(read, { ref: "E7", of: datacenter, source, lifetime: "operation", who: `Workers of ${name}`, asked: () => read.rule(ledByWorkers, datacenter), packages: workerPackages(read, datacenter).hosts.length === 0 ? undefined : "what they need at their first start" }) : [
      loaded(),
      ...(out.kind === "direct" ? packages() : []),
      ...fromSharedRegistry(read, { ref: "E7", of: datacenter, source, lifetime: "operation", who: `workers of ${name}`, what: "images of addons and system applications" }),
    ];
  },
});

/** From workers to the infrastructure's API, where the storage driver of user clusters calls it; KKP gives its pods no proxy. */
export const workersToProviderApi = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-provider-api",
  title: "Storage driver of user clusters to the infrastructure's API",
  per: "datacenter",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, datacenter) => {
    const id = read.answer(infrastructure.datacenter.provider, datacenter);
    const provider: Provider = providerOf(id);
    const calls = provider.api?.fromWorkers;
    if (!calls) return read.notApplicable(`Nothing on workers calls an API of ${provider.title}.`);
    const place = placeOfWorkers(read, datacenter);
    const api = apiAt(read, provider, known(place), ["workers"]);
    if (!api) return [];
    read.cite(...api.sources, ...calls.sources);
    if (calls.hosts !== undefined) needRegion(read, api, calls.hosts, place);
    const hosts = calls.hosts === undefined ? [] : knownHosts(read, { ...api, hosts: calls.hosts }, place);
    const pastProxy = isPublic(api) && read.maybe(network.place.internet, place);
    return [
      flow(read, {
        refs: api.flowIds.filter((ref) => ref.startsWith("E") || api.flowIds.length === 1),
        of: `workers.${datacenter}`,
        source: ends.workers(datacenter),
        destination: ends.providerApi(place, id),
        ports: api.ports,
        ...(hosts.length > 0 ? { hosts } : {}),
        reason: `The storage driver of user clusters calls ${inSentence(api.title)}${uncertainPorts(read, api)}`,
        lifetime: "operation",
        why: `${callsOfWorkers(calls, datacenterName(read, datacenter))}${pastProxy && pastProxy.kind === "known" && pastProxy.value === "proxy" ? ` It is given no proxy by KKP, so the proxy in ${placeName(read, place)} does not carry these calls.` : ""}${vendorPort(read, api)}`,
      }),
    ];
  },
});
