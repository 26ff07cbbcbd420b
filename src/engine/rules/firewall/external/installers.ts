import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { network } from "../../../answers/chapters/network.ts";
import { known } from "../../../kernel/outcome.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { isPublic } from "../../../providers/contract/api.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../../providers/registry.ts";
import { inSentence } from "../../../values/sentence.ts";
import { gitHost } from "../../access/repository-host.ts";
import { apiAt } from "../../basics/at-place.ts";
import { placeName } from "../../basics/platform.ts";
import { hasExample } from "../../basics/provisioning.ts";
import { connectorsInUse } from "../../identity/connectors.ts";
import { bastionClusters } from "../bastion-clusters.ts";
import { ends } from "../ends.ts";
import { knownHosts } from "../provider-hosts.ts";
import { sites } from "../sites.ts";
import { reachesInternet } from "../way-out.ts";
import { allowed } from "./row.ts";

/** Where the installation is run for a place with clusters: on its bastion, where that reaches the internet, or on the engineers' machines. */
function workplaceFor(read: Reader, place: string): string | undefined {
  if (!read.answer(access.plan.bastion)) return ends.engineers;
  // Bastions of other places are opened for meanwhile.
  if (read.maybe(network.place.internet, place).kind !== "known") return undefined;
  return bastionClusters(read, place).length > 0 && reachesInternet(read, place) ? ends.bastion(place) : undefined;
}

/** Infrastructures on which Terraform makes the machines of clusters. */
function madeOn(read: Reader, clusters: readonly string[]): ReadonlySet<ProviderId> {
  const used = new Set<ProviderId>();
  for (const cluster of clusters) {
    const provisioning = read.maybe(infrastructure.cluster.provisioning, cluster);
    const provider = read.maybe(infrastructure.cluster.provider, cluster);
    if (provisioning.kind === "known" && provisioning.value === "kubeone" && provider.kind === "known") used.add(provider.value);
  }
  return used;
}

/** Public APIs through which the installation makes the machines of clusters. */
export const installerApiSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-installer-apis",
  title: "Public APIs that the installation calls",
  per: "plan",
  sources: ["kubeone.infrastructure"],
  derive: (read) => {
    const rows = [...read.rule(sites)].flatMap(([place, { clusters }]) => {
      const source = clusters.length === 0 ? undefined : workplaceFor(read, place);
      if (source === undefined) return [];
      return [...madeOn(read, clusters)].flatMap((id) => {
        const provider: Provider = providerOf(id);
        const api = hasExample(provider) ? apiAt(read, provider, known(place), ["terraform"]) : undefined;
        if (!api || !isPublic(api)) return [];
        read.cite(...api.sources);
        const hosts = knownHosts(read, api, place).map((host) => ({ host, purpose: api.title }));
        return allowed(read, "installer-provider", source, api.ports, hosts, `Terraform calls ${inSentence(api.title)} from there for control planes in ${placeName(read, place)}.`);
      });
    });
    // Engineers have one list for all places.
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  },
});

/** The Git repository, where it lies at a service that people log in through as well: the list names that host, and would keep others from it. */
export const gitSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-git",
  title: "Git repository on the internet",
  per: "plan",
  sources: ["git.clone"],
  derive: (read) => {
    const services = read.rule(connectorsInUse).flatMap(({ endpoint }) => endpoint?.hosts ?? []);
    const { host, port } = read.rule(gitHost);
    if (!services.includes(host)) return read.notApplicable("Nothing else on the list stands at the host of the repository.");
    const places = [...read.rule(sites)].flatMap(([place, { clusters }]) => (clusters.length === 0 ? [] : (workplaceFor(read, place) ?? [])));
    return [...new Set(places)].flatMap((source) => allowed(read, "git", source, port, [{ host, purpose: "Git repository" }], "The files of the installation are kept there."));
  },
});
