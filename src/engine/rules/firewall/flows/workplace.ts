import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { mirrors } from "../../../answers/chapters/mirrors.ts";
import { operations } from "../../../answers/chapters/operations.ts";
import { ports } from "../../../facts/ports.ts";
import { known } from "../../../kernel/outcome.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { isPublic } from "../../../providers/contract/api.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../../providers/registry.ts";
import { capital, inSentence, listed } from "../../../values/sentence.ts";
import { apiAt } from "../../basics/at-place.ts";
import { clusterName, placeName, runsAlready } from "../../basics/platform.ts";
import { hasExample, selfMade } from "../../basics/provisioning.ts";
import { bastionClusters, NO_BASTION } from "../bastion-clusters.ts";
import { ends } from "../ends.ts";
import { sites } from "../sites.ts";
import { managersChart } from "../upgraded-hub.ts";
import { wayOut, type WayOut } from "../way-out.ts";
import { chartsFromRegistry, isForMachinesOnly, machineryLifetime, publicChartsAt, sharedChartsAt, workplaceOf } from "../workplace.ts";
import { bringsPlugin, workplaceHosts } from "../workplace-hosts.ts";
import { uncertainPorts } from "../uncertain-ports.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** What Terraform and KubeOne call for the machines of clusters in a place. */
function toProviders(read: Reader, { source, of, place, clusters, out }: { readonly source: string; readonly of: string; readonly place: string; readonly clusters: readonly string[]; readonly out: WayOut | undefined }): readonly FlowDraft[] {
  const used = new Set<ProviderId>();
  /** Infrastructures whose machines KubeOne makes without Terraform. */
  const itself = new Set<ProviderId>();
  for (const cluster of clusters) {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") continue;
    const id = read.answer(infrastructure.cluster.provider, cluster);
    used.add(id);
    if ((providerOf(id) as Provider).kubeone?.ownMachines && read.optionalRule(selfMade, cluster)) itself.add(id);
  }
  const asked = [...used].flatMap((providerId) => {
    const provider: Provider = providerOf(providerId);
    const api = read.aside(() => apiAt(read, provider, known(place), ["terraform"]));
    // Without an example, machines are there before; engineers reach what answers on the internet without a rule of this plan.
    if (!api || !(hasExample(provider) || itself.has(providerId)) || (!out && isPublic(api))) return [];
    return [{ id: providerId, provider, api, proxied: isPublic(api) && out?.kind === "proxy" }];
  });
  const common = { refs: ["I1"], source } as const;
  /** One row for some of them, whose ground is what is read for them alone. */
  const row = (word: string, subject: string, to: { readonly destination: string; readonly ports: string }, some: typeof asked): FlowDraft =>
    read.forRow(`flow.${word}[${subject}]`, () => {
      for (const { api, provider } of some) {
        apiAt(read, provider, known(place), ["terraform"]);
        read.cite(...api.sources);
      }
      const [makes, titles] = [some.every(({ id }) => itself.has(id)) ? "KubeOne" : "Terraform", listed(some.map(({ provider }) => provider.title))];
      const through = listed(some.map(({ api }) => `${inSentence(api.title)}${uncertainPorts(read, api)}`));
      if (runsAlready(read)) {
        read.cite("kubeone.repair");
        // KubeOne looks for machines that it makes itself at each run; what Terraform has made stands in its state.
        const lifetime = some.some(({ id }) => itself.has(id)) ? "installation and operation" : machineryLifetime(read);
        return flow(read, { ...common, ...to, word, of: subject, lifetime, reason: `${makes} replaces machines through ${through}`, why: `This upgrade makes no machine; a control plane in ${placeName(read, place)} that is lost later is made anew in ${titles} from there.` });
      }
      return flow(read, { ...common, ...to, word, of: subject, lifetime: machineryLifetime(read), reason: `${makes} creates machines through ${through}`, why: `Control planes in ${placeName(read, place)} are created in ${titles} from there, and again when one is replaced.` });
    });
  const proxied = asked.filter((one) => one.proxied);
  return [
    ...asked.filter((one) => !one.proxied).map((one) => row("installer-provider", `${of}.${place}.${one.id}`, { destination: ends.providerApi(place, one.id), ports: one.api.ports }, [one])),
    // All that goes through the same proxy is one row.
    ...(out?.kind === "proxy" && proxied.length > 0 ? [row("installer-proxy", `${of}.${place}`, { destination: out.end, ports: out.ports }, proxied)] : []),
  ];
}

/** Whether the chart of KubeLB's manager comes from the private registry. */
const sharesHubChart = (read: Reader): boolean => managersChart(read) === "registry";

/** What the bastion of a place takes from the private registry: everything where it reaches no other, and charts of clusters elsewhere that reach none. */
function fromRegistry(read: Reader, place: string, tools: Pick<FlowDraft, "source" | "lifetime"> & { readonly of: string }, offline: boolean, clusters: readonly string[]): readonly FlowDraft[] {
  const name = placeName(read, place);
  const row = { ...tools, refs: ["I2"], destination: ends.mirrorRegistry } as const;
  if (offline) {
    const charts = workplaceOf(read) === place || clusters.some((cluster) => bringsPlugin(read, cluster));
    const things = [...(read.answer(operations.plan.toolset) === "container" ? ["tooling image"] : []), ...(charts ? ["charts"] : [])];
    return things.length === 0 ? [] : [flow(read, { ...row, word: "installer-tools", ports: String(read.answer(mirrors.plan.mirrorPort)), reason: `${capital(listed(things))} from the private registry`, why: `The bastion in ${name} reaches nothing on the internet; tools are brought by the mirror.` })];
  }
  if (!sharedChartsAt(read, place) && !(workplaceOf(read) === place && sharesHubChart(read))) return [];
  const port = read.maybe(mirrors.plan.mirrorPort);
  if (port.kind !== "known") return [];
  return [flow(read, { ...row, word: "installer-charts", ports: String(port.value), reason: "Charts from the private registry", why: `Charts of clusters without internet are installed from the bastion in ${name} in the versions whose images the registry holds.` })];
}

/** From the bastion of a place to everything that the installation needs beside nodes and Kubernetes APIs. */
export const bastionToServices = rule<readonly FlowDraft[]>({
  id: "firewall.bastion-to-services",
  title: "Bastion to what the installation needs",
  per: "place",
  sources: ["kkp.setup-checklist", "kubeone.infrastructure", "kkp.proxy-allow-list"],
  derive: (read, place) => {
    if (!read.answer(access.plan.bastion)) return read.notApplicable("The installing engineers reach the machines directly.");
    const clusters = bastionClusters(read, place);
    if (clusters.length === 0) return read.notApplicable(NO_BASTION);
    const source = ends.bastion(place);
    const way = () => read.rule(wayOut, place);
    const out = read.aside(way);
    const forMachines = isForMachinesOnly(read, place);
    const lifetime = "installation and operation";
    const tools = { of: place, source, lifetime } as const;
    return [
      ...toProviders(read, { source, of: "bastion", place, clusters, out }),
      ...(out.kind === "offline"
        ? []
        : [read.forRow(`flow.installer-tools[${place}]`, () => {
        way();
        const [charts, installs] = [publicChartsAt(read, place), workplaceOf(read) === place];
        return flow(read, { ...tools, refs: ["I2"], word: "installer-tools", destination: out.kind === "proxy" ? out.end : ends.registries, ports: out.kind === "proxy" ? out.ports : ports.registries, ...(out.kind === "proxy" ? {} : { hosts: workplaceHosts(read, clusters, charts).map(({ host }) => host) }), reason: forMachines ? "Tools for machines" : `Tools${installs || clusters.some((cluster) => bringsPlugin(read, cluster)) ? " and charts" : ""} of the installation`, why: forMachines ? `Of this upgrade the bastion in ${placeName(read, place)} runs the steps of KubeOne alone: it loads the release of KubeOne that upgrades Kubernetes there.` : `The bastion in ${placeName(read, place)} loads its tools at the installation and before every upgrade.` });
      })]),
      ...fromRegistry(read, place, tools, out.kind === "offline", clusters),
      flow(read, { refs: ["E9"], of: `bastion.${place}`, source, destination: ends.dns(place), protocol: "TCP and UDP", ports: ports.dns, reason: "Name resolution", lifetime, why: `Tools on the bastion in ${placeName(read, place)} find every host of this plan by name.` }),
    ];
  },
});

/** From the engineers' own machines to the private registry, for charts that nobody who installs them takes from another. */
export const engineersToRegistry = rule<readonly FlowDraft[]>({
  id: "firewall.engineers-to-registry",
  title: "Engineers to the private registry",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    if (read.answer(access.plan.bastion)) return read.notApplicable("The installation is run from a bastion.");
    const fed = read.subjects("cluster").filter((cluster) => chartsFromRegistry(read, cluster));
    const hub = sharesHubChart(read);
    if (fed.length === 0 && !hub) return read.notApplicable("All charts come from public repositories.");
    const image = fed.length === read.subjects("cluster").length && read.answer(operations.plan.toolset) === "container";
    return [flow(read, { refs: ["I2"], word: "installer-charts", of: "engineers", source: ends.engineers, destination: ends.mirrorRegistry, ports: String(read.answer(mirrors.plan.mirrorPort)), reason: `${image ? "Tooling image and charts" : "Charts"} from the private registry`, lifetime: "installation and operation", why: `Charts of ${listed([...fed.map((cluster) => clusterName(read, cluster)), ...(hub ? ["KubeLB"] : [])])} are installed from the engineers' machines, in the versions whose images the registry holds.` })];
  },
});

/** From the engineers' own machines to infrastructure APIs of the customer. */
export const engineersToProviders = rule<readonly FlowDraft[]>({
  id: "firewall.engineers-to-providers",
  title: "Engineers to the infrastructure's APIs",
  per: "plan",
  sources: ["kkp.setup-checklist", "kubeone.infrastructure"],
  derive: (read) => {
    if (read.answer(access.plan.bastion)) return read.notApplicable("The installation is run from a bastion.");
    return [...read.rule(sites)].flatMap(([place, { clusters }]) => toProviders(read, { source: ends.engineers, of: "engineers", place, clusters, out: undefined }));
  },
});
