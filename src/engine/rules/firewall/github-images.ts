import { authentication } from "../../answers/chapters/authentication.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import type { ApiEndpoint } from "../../api-endpoints/api-endpoint.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { githubContent, githubRegistry } from "../../facts/external-hosts.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { solverWebhook } from "../certificates/solver-webhook.ts";
import { hostsFrom, type FoundHost } from "./found-hosts.ts";

/** Name of an image without registry, path and version. */
const nameOf = (image: string): string => image.split("/").at(-1)?.split(":")[0] ?? image;

/** What a platform cluster pulls from GitHub's registry, in words. What an open answer may add takes nothing away from what is known. */
export const githubImages = rule<string>({
  id: "firewall.github-images",
  title: "Images that the cluster pulls from GitHub's registry",
  per: "cluster",
  sources: ["kkp.proxy-allow-list", "kkp.code.monitoring-values"],
  derive: (read, cluster) => {
    const { host, dex, monitoring: stack, etcd } = read.fact(githubRegistry);
    const seed = read.answer(infrastructure.cluster.role, cluster) === "seed";
    const login = seed ? undefined : read.maybe(authentication.plan.connector);
    const built = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    const endpoint = built ? endpointOf(read, cluster) : known(undefined);
    const image = endpoint.kind === "known" ? endpoint.value?.install?.image : undefined;
    const stacked = read.maybe(monitoring.plan.mla);
    const saved = built ? read.maybe(backup.plan.further) : known([]);
    const { kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const fromWebhook = () => read.outcome(solverWebhook);
    const solving = read.aside(fromWebhook);
    // Who signs and by which challenge matters only where a webhook comes from there, or may come.
    if (solving.kind !== "not-applicable") fromWebhook();
    const webhook = solving.kind === "known" && solving.value.chart?.image.startsWith(`${host}/`) === true && read.outcome(entryAddress, cluster).kind === "known";
    const pulled = [
      ...(login?.kind === "known" && connectorOf(login.value).issuer === undefined ? [dex] : []),
      ...(stacked.kind === "known" && stacked.value ? stack : []),
      ...(image && read.fact(image).startsWith(`${host}/`) ? [nameOf(read.fact(image))] : []),
      ...(built && kubeone?.githubImage !== undefined ? [kubeone.githubImage] : []),
      ...(saved.kind === "known" && saved.value.includes("platform-etcd") ? [etcd] : []),
      ...(webhook ? ["the webhook for DNS-01"] : []),
    ];
    // Where nothing is known to come from there, everything hangs on what is open.
    if (pulled.length === 0) {
      read.need([monitoring.plan.mla], ...(seed ? [] : ([[authentication.plan.connector]] as const)), ...(built ? ([[backup.plan.further], [infrastructure.cluster.controlPlanes, cluster]] as const) : []));
      if (endpoint.kind !== "known") read.need([loadBalancer.cluster.apiEndpoint, cluster]);
    }
    return pulled.length === 0 ? read.notApplicable(`Nothing that this plan runs on the cluster comes from ${host}.`) : `Images of ${listed(pulled)}`;
  },
});

/** What stands in front of the API servers of a cluster that KubeOne builds; undefined for one machine. */
function endpointOf(read: Reader, cluster: string): Value<ApiEndpoint | undefined> {
  const machines = read.maybe(infrastructure.cluster.controlPlanes, cluster);
  if (machines.kind !== "known") return machines;
  if (machines.value === 1) return known(undefined);
  const kind = read.maybe(loadBalancer.cluster.apiEndpoint, cluster);
  return kind.kind === "known" ? known(apiEndpointOf(kind.value)) : kind;
}

/** The same for workers of a datacenter; undefined where they pull nothing from there. */
export function imagesOfWorkers(read: Reader, datacenter: string): string | undefined {
  const registry = read.fact(githubRegistry);
  const { operatingSystems } = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  if (operatingSystems.length === 0) return `Image of ${registry.flatcar}, where a machine runs Flatcar`;
  const images = read.answer(infrastructure.datacenter.operatingSystems, datacenter).flatMap((id) => {
    const { githubImage }: OperatingSystem = operatingSystemOf(id);
    return githubImage === undefined ? [] : [registry[githubImage]];
  });
  return images.length === 0 ? undefined : `Image of ${listed(images)}`;
}

/** Registries with what is pulled from GitHub's for these answers, and without it where nothing is. */
export function withGithub(read: Reader, registries: readonly FoundHost[], purposeOf: (read: Reader) => string | undefined): readonly FoundHost[] {
  const [{ host }, purpose] = read.aside(() => [read.fact(githubRegistry), purposeOf(read)] as const);
  return registries.flatMap((row) => {
    if (row.host !== host) return [row];
    if (purpose === undefined) return [];
    const why: FoundHost["reads"] = [(again) => again.fact(githubRegistry), purposeOf];
    return [{ ...row, purpose, reads: [...(row.reads ?? []), ...why] }, ...hostsFrom(read, githubContent)];
  });
}
