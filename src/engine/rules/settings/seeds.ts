import { dns } from "../../answers/chapters/dns.ts";
import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { meteringReports } from "../../facts/metering.ts";
import { kyvernoReleases } from "../../facts/releases.ts";
import { meteringVolume } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { quantity } from "../../values/quantity.ts";
import { departs, proxyRuns, strategyOfDatacenter, strategyOfSeed, strayDatacenters, userClustersWith, type Strategy } from "../basics/exposure.ts";
import { datacentersOf, exposeStrategy, nameOfCluster, nameOfDatacenter, releaseIn, userClustersOf } from "../basics/platform.ts";
import { suppliedBy } from "./datacenters.ts";
import { seedObject, setting, type Found } from "./setting.ts";

/** Why rules about the Seed object give nothing for a master alone. */
const NO_SEED = "User clusters live in Seeds only.";

/** Makes rows of one Seed object; ends the rule on a master alone. */
function rowsOf(read: Reader, cluster: string): (id: string, field: string, value: Found<Setting["value"] | string>, why: string) => Setting {
  if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
  const object = seedObject(nameOfCluster(read, cluster));
  return (id, field, value, why) => setting(read, { topic: "seeds", object, id: `seeds.${id}[${cluster}]`, field, value, why });
}

/** What a Seed is, how it is reached and what its user clusters are called. */
export const seedFields = rule<readonly Setting[]>({
  id: "settings.seeds",
  title: "Fields of the Seed",
  per: "cluster",
  sources: ["kkp.add-seed", "kkp.code.datacenter", "kkp.code.seed-validation"],
  derive: (read, cluster) => {
    const row = rowsOf(read, cluster);
    const name = nameOfCluster(read, cluster);
    // Without it the Seed's own name is assumed, also where no record waits for it.
    const stated = read.maybe(dns.cluster.seedDnsOverwrite, cluster);
    const overwrite = stated.kind === "known" ? stated.value : undefined;
    return [
      row("kubeconfig", "spec.kubeconfig", `name kubeconfig-${name}, namespace kubermatic`, "The webhook opens a connection to the Seed with it at every write, so the Secret comes before the object and carries credentials that last."),
      ...(overwrite !== undefined && overwrite !== name ? [row("dns", "spec.seedDNSOverwrite", overwrite, `Names of user clusters would carry ${name}; the records of this plan carry ${overwrite}.`)] : []),
    ];
  },
});

/** How user clusters of a Seed are reached, where it differs from what KKP does unasked. */
export const seedExposure = rule<readonly Setting[]>({
  id: "settings.seeds-exposure",
  title: "Fields of the Seed's exposure",
  per: "cluster",
  sources: ["kkp.expose-strategies", "kkp.code.datacenter"],
  derive: (read, cluster) => {
    const row = rowsOf(read, cluster);
    const strategy = departs(read, "seeds") || departs(read, "datacenters") ? read.rule(strategyOfSeed, cluster) : undefined;
    return [
      ...(strategy !== undefined && strategy !== read.rule(exposeStrategy) ? [row("strategy", "spec.exposeStrategy", strategy, `It goes before the platform's ${read.rule(exposeStrategy)} for user clusters that are created from then on.${shareOf(read, cluster, strategy)}`)] : []),
      ...read.rule(strayDatacenters, cluster).map(({ datacenter, strategy: own }) => strayRow(read, cluster, datacenter, own)),
      ...(departs(read, "proxy-sources") && read.rule(proxyRuns, cluster) ? [row("proxy-sources", "spec.nodeportProxy.envoy.loadBalancerService.sourceRanges", read.answer(exposure.cluster.proxySources, cluster).join(", "), "KKP adds them to whatever ranges the Service of the nodeport-proxy holds, each time it looks after the Seed, and never takes one out; the Service of each user cluster that has an address of its own holds them as they stand here. A load balancer that keeps to source ranges drops what comes from elsewhere.")] : []),
      ...(read.rule(proxyRuns, cluster) ? [] : [row("no-proxy", "spec.nodeportProxy.disable", "true", "The proxy would wait for an address that nothing gives it, or take one that nobody uses.")]),
      ...sourceRanges(read, cluster).map((ranges) => row("sources", "spec.defaultAPIServerAllowedIPRanges", ranges.join(", "), "KKP adds them to the list of a user cluster that names ranges, and restricts nothing where a user cluster names none; it refuses anything but CIDR notation.")),
    ];
  },
});

/** How many user clusters of a Seed have its strategy, where not all have; a sentence with a blank before it. */
function shareOf(read: Reader, cluster: string, strategy: Strategy): string {
  if (read.rule(strayDatacenters, cluster).length === 0 || read.rule(userClustersOf, cluster) === 0) return "";
  return ` It is planned for ${formatFigure(userClustersWith(read, cluster, strategy))} of ${formatCount(read.rule(userClustersOf, cluster), "user cluster")} and no other for more, so the fewest have to name theirs.`;
}

/** What user clusters of a datacenter name themselves, since nothing that a Seed says of a datacenter is a strategy. */
function strayRow(read: Reader, cluster: string, datacenter: string, strategy: string): Setting {
  const [name, seed] = [nameOfDatacenter(read, datacenter), nameOfCluster(read, cluster)];
  return setting(read, {
    topic: "seeds",
    object: `Each Cluster in ${name}`,
    id: `seeds.cluster-strategy[${datacenter}]`,
    field: "spec.exposeStrategy",
    value: strategy,
    why: `KKP knows the strategy of platform, Seed and user cluster, and none of a datacenter: a user cluster made without it would get ${read.rule(strategyOfSeed, cluster)} of ${seed}, and keep it. It is chosen in the form of the dashboard, or stands in a cluster template for ${name}.`,
  });
}

/** The source ranges of a Seed's datacenters that take any, where all of them share one list. */
function sourceRanges(read: Reader, cluster: string): readonly (readonly string[])[] {
  if (!departs(read, "sources")) return [];
  const lists = read.rule(datacentersOf, cluster).filter((id) => read.rule(strategyOfDatacenter, id) === "LoadBalancer").map((id) => read.maybe(exposure.datacenter.sourceRanges, id));
  const known = lists.flatMap((list) => (list.kind === "known" ? [list.value] : []));
  const [first] = known;
  return first !== undefined && known.length === lists.length && known.every((list) => list.join() === first.join()) ? [first] : [];
}

/** Parts of the product that a Seed switches on for its user clusters. */
export const seedParts = rule<readonly Setting[]>({
  id: "settings.seeds-parts",
  title: "Fields of what the Seed runs",
  per: "cluster",
  sources: ["kkp.mla-user-cluster", "kkp.code.datacenter", "kkp.kubelb"],
  derive: (read, cluster) => {
    const row = rowsOf(read, cluster);
    const name = nameOfCluster(read, cluster);
    const extras: readonly string[] = read.answer(sizing.plan.seedExtras);
    const enterprise = read.answer(project.plan.edition) === "EE";
    const kubelb = suppliedBy(read, cluster, ({ addressesFrom }) => addressesFrom === "hub").length > 0;
    return [
      ...(read.answer(monitoring.plan.userClusterMla) ? [row("mla", "spec.mla.userClusterMLAEnabled", "true", `User clusters of ${name} may send metrics and logs then; the gate UserClusterMLA belongs to it.`)] : []),
      ...(extras.includes("metering") && enterprise
        ? [
            row("metering", "spec.metering.enabled", "true", `Usage on ${name} is counted from the day on which it is switched on.`),
            row("metering-class", "spec.metering.storageClassName", "kubermatic-fast", "It has no default, and the Seed is refused without it."),
            row("metering-size", "spec.metering.storageSize", () => quantity(read.fact(meteringVolume).size, "Gi"), `Metering keeps the usage on ${name} there for its reports; the storage chapter counts the volume.`),
            row("metering-reports", "spec.metering.reports", () => {
              const { name: report, schedule, interval } = read.fact(meteringReports);
              return `${report}: schedule ${schedule}, interval ${interval}`;
            }, `Kubernetes fills it in where the field is missing; a report on ${name} without retention is never deleted.`),
          ]
        : []),
      ...(extras.includes("audit") ? [row("audit", "spec.auditLogging.enabled", "true", releaseIn(read).auditByDatacenter ? "Datacenters that enforce it hand it to their user clusters; without a policyPreset KKP writes its own policy." : "User clusters take it over when they are created; without a policyPreset KKP writes its own policy.")] : []),
      ...(extras.includes("kyverno") && enterprise && read.aside(() => read.fact(kyvernoReleases).includes(releaseIn(read).id)) ? [row("kyverno", "spec.kyverno.enforced", () => String(read.fact(kyvernoReleases).includes(releaseIn(read).id)), `Kyverno runs in every user cluster of ${name}, whatever its owner says.`)] : []),
      ...(kubelb ? [row("kubelb", "spec.kubelb.kubeconfig", "name kubelb-management-cluster, namespace kubermatic", `KKP makes a tenant of KubeLB for each user cluster with it; the Secret lies on ${name} itself, where the controller reads it, under the key kubeconfig.`)] : []),
    ];
  },
});
