import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { project } from "../../answers/chapters/project.ts";
import { bucketExpiry, ingesterVolume, productRetention } from "../../facts/monitoring-load.ts";
import { mlaVolumes, userClusterMlaClassFields, userClusterMlaStore, userClusterMlaVolumes } from "../../facts/storage.ts";
import { proxyConfigs, proxyUpstreams, ruleFiles } from "../../facts/monitoring.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { RedirectUri, Setting, VolumeNeed } from "../../plan/plan.ts";
import { clientSecretFrom } from "../access/client-secret.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { secretNames } from "../access/secret-names.ts";
import { formatCount } from "../../values/figures.ts";
import { quantity } from "../../values/quantity.ts";
import { ownInterfaceHosts, platformInterfaceHosts, seedInterfaceHosts } from "../certificates/hosts.ts";
import { entryIn, nameOfCluster, releaseIn } from "../basics/platform.ts";
import { proxyOf } from "../certificates/interfaces.ts";
import { clientId } from "../identity/client-ids.ts";
import { ownProxyRedirectUris, platformProxyRedirectUris, seedProxyRedirectUris } from "../identity/proxy-redirect-uris.ts";
import { cortexPods, ingesterVolumeSize } from "../monitoring/cortex-pods.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import { mlaClass, mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../storage/mla-volumes.ts";
import { volumeClass, volumeSize } from "./kept-volumes.ts";
import { mlaValues, setting, userClusterMlaValues, type Found } from "./setting.ts";

type Row = (id: string, field: string, value: Found<Setting["value"] | string>, why: Found<string>) => Setting;

const rowsIn = (read: Reader, object: string, cluster: string): Row => (id, field, value, why) => setting(read, { topic: "monitoring", object, id: `monitoring.${id}[${cluster}]`, field, value, why });

/** A row of a volume, with what becomes of it where one runs. */
const ofVolume = (row: Row, id: string, field: string, { value, why }: ReturnType<typeof volumeSize>): Setting => row(id, field, value, why);

const sizeOf = (volumes: readonly VolumeNeed[], title: string): string => quantity(volumes.find((volume) => volume.title === title)?.size ?? 0, "Gi");

/** Where the charts of the stack name the class of their volumes. */
const CLASS_FIELDS = ["prometheus.storageClass", "alertmanager.persistence.storageClass", "loki.singleBinary.persistence.storageClass"];

/** Values of the MLA stack of a master or Seed that differ from what its charts have. */
export const mlaFields = rule<readonly Setting[]>({
  id: "settings.monitoring",
  title: "Values of the MLA stack",
  per: "cluster",
  sources: ["kkp.code.monitoring-values", "kkp.mla-seed"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed.");
    const name = nameOfCluster(read, cluster);
    const row = rowsIn(read, mlaValues(name), cluster);
    const files = () => rulesFor(read, cluster);
    const { left, added } = read.aside(files);
    const storageClass = mlaClass(read);
    return [
      ...(left.length + added.length === 0 ? [] : [row("rules", "prometheus.ruleFiles", () => files().all.join(", "), `${[...left, ...added].join(" ")} The list is replaced as a whole.`)]),
      ...(storageClass === "kubermatic-fast" ? [] : CLASS_FIELDS.map((field) => ofVolume(row, `class-${field.split(".")[0] ?? ""}`, field, volumeClass(read, "mla", { value: storageClass, why: `The charts would put the volumes of ${name} on kubermatic-fast, beside etcd.` })))),
      ...retention(read, cluster, row),
    ];
  },
});

/** Rule files of Prometheus: what the chart loads, without what this cluster does not have, and what must be added. */
function rulesFor(read: Reader, cluster: string): { readonly all: readonly string[]; readonly left: readonly string[]; readonly added: readonly string[] } {
  const role = read.answer(infrastructure.cluster.role, cluster);
  const managed = read.answer(infrastructure.cluster.provisioning, cluster) === "managed";
  const users = role !== "master" && read.answer(monitoring.plan.userClusterMla);
  const { loaded, userClusterMla } = read.fact(ruleFiles);
  const why = { master: "The master does not run here, and its rules would report it missing.", managed: "Nobody reaches scheduler and controller-manager of managed Kubernetes, and their rules would report both missing." };
  const unfit: readonly (keyof typeof why)[] = [...(role === "seed" ? (["master"] as const) : []), ...(managed ? (["managed"] as const) : [])];
  return {
    all: [...loaded.filter(({ of }) => !unfit.some((part) => part === of)).map(({ file }) => file), ...(users ? [userClusterMla] : [])],
    left: unfit.map((part) => why[part]),
    added: users ? ["Rules about Cortex and Loki are loaded on demand only."] : [],
  };
}

/** Retention and size of metrics and logs, where they are set. */
function retention(read: Reader, cluster: string, row: Row): readonly Setting[] {
  const { plan } = observability;
  if (read.answer(plan.retention) !== "own") return [];
  const [metrics, logs] = [read.answer(plan.metricsDays), read.answer(plan.logsDays)];
  const product = () => read.fact(productRetention);
  const charted = read.aside(product);
  const volumes = () => {
    const [prometheus, , loki] = read.fact(mlaVolumes);
    const planned = read.rule(mlaVolumeNeeds, cluster);
    return { prometheus, metrics: sizeOf(planned, prometheus.title), logs: sizeOf(planned, loki.title) };
  };
  return [
    ...(metrics === charted.metrics ? [] : [row("metrics", "prometheus.tsdb.retentionTime", `${metrics}d`, () => `The chart keeps metrics for ${formatCount(product().metrics, "day")} unless it is told otherwise.`), ofVolume(row, "metrics-size", "prometheus.storageSize", volumeSize(read, "mla", "set", { value: () => volumes().metrics, why: () => `The chart asks for ${volumes().prometheus.size} GiB for ${formatCount(product().metrics, "day")}; the volume grows with the days.` }))]),
    ...(logs === charted.logs ? [] : [row("logs", "loki.loki.limits_config.retention_period", `${logs * 24}h`, () => `The chart keeps logs for ${formatCount(product().logs, "day")} unless it is told otherwise, and reads the time in hours.`), ofVolume(row, "logs-size", "loki.singleBinary.persistence.size", volumeSize(read, "mla", "set", { value: () => volumes().logs, why: "The documentation names loki.persistence.size, which no chart of these releases reads." }))]),
  ];
}

/** One identity-aware proxy as its chart wants it. */
function proxyRow(read: Reader, row: Row, stack: "seed-mla" | "usercluster-mla", cluster: string, { client }: RedirectUri, host: string): Setting {
  const deployment = proxyOf({ name: host });
  const upstream = read.fact(proxyUpstreams)[stack][deployment] ?? "";
  const [service = "", port = ""] = upstream.split(":");
  const id = clientId(read, client);
  const value = id.kind !== "known" ? id : placeholderOf(read, secretNames.client(client), clientSecretFrom(read), (secret) => `name ${deployment}, client_id ${id.value}, ingress.host ${host}, upstream_service ${service}, upstream_port ${port}, client_secret ${secret}`);
  const key = placeholderOf(read, secretNames.encryptionKey(nameOfCluster(read, cluster), stack, deployment));
  return row(`proxy-${stack}-${deployment}`, `iap.deployments.${deployment}`, value.kind === "known" && key.kind === "known" ? known(`${value.value}, encryption_key ${key.value}`) : value, `The proxy of ${host} asks the issuer as ${client}; the installer wants an encryption key of 16, 24 or 32 characters even beside a Secret that exists.`);
}

/** Whom one identity-aware proxy lets in, and what it tells about them. */
function configRow(read: Reader, row: Row, stack: "seed-mla" | "usercluster-mla", host: string): Setting {
  const deployment = proxyOf({ name: host });
  const config = read.fact(proxyConfigs)[stack][deployment];
  const { external, title } = read.rule(tokenIssuer);
  const viewers = stack === "seed-mla" ? read.answer(monitoring.plan.viewers) : "everyone";
  const domains: Value<readonly string[]> = viewers === "everyone" ? known(["'*'"]) : read.maybe(monitoring.plan.viewerDomains);
  const rest = `scope ${external ? "openid email" : "groups openid email"}, skip_auth_regex [${config?.health ?? ""}]${config?.userHeaders ? ", pass_user_headers true" : ""}`;
  const value = domains.kind === "known" ? known(`email_domains [${domains.value.join(", ")}], ${rest}`) : domains;
  const whom = viewers === "domains" ? `Others than these see nothing of ${host}` : stack === "seed-mla" ? `Everybody whom ${title} lets in sees ${host}` : `Users of all projects come to ${host}, which shows them their own clusters`;
  return row(`config-${stack}-${deployment}`, `iap.deployments.${deployment}.config`, value, `${whom}; without email_domains the proxy does not start.${config?.userHeaders ? " By the header X-Forwarded-Email it knows who that is, and pass_user_headers sends it." : ""}`);
}

/** What a file of values tells its proxies about the Gateway that they attach to. */
function routeFields(read: Reader, cluster: string, row: Row): readonly Setting[] {
  const { gatewayEntry, gatewaySwitches } = releaseIn(read);
  const entry = entryIn(read, cluster);
  if (!entry.routes) return [];
  const switched = gatewayEntry !== undefined;
  return [
    row("route-domain", "httpRoute.domain", read.maybe(project.plan.domain), "Each file of values carries its own; it has no default."),
    ...(switched ? gatewaySwitches.filter(({ object, needs }) => object === "values" && needs === undefined).map(({ field, value, why }) => row("gateway-switch", field, value, why)) : []),
    ...(entry.own ? [row("route-gateway", "httpRoute.gatewayName", read.maybe(platformEntry.plan.gatewayName), "The proxies would attach to a Gateway that KKP does not make."), row("route-namespace", "httpRoute.gatewayNamespace", read.maybe(platformEntry.plan.gatewayNamespace), "They would look for it in the namespace of KKP.")] : []),
  ];
}

/** Identity-aware proxies of a cluster, for both stacks. */
export const proxyValues = rule<readonly Setting[]>({
  id: "settings.monitoring-proxies",
  title: "Values of identity-aware proxies",
  per: "cluster",
  sources: ["kkp.code.iap-values", "kkp.code.mla-example", "kkp.iap"],
  derive: (read, cluster) => {
    const name = nameOfCluster(read, cluster);
    const of = <T>(...rules: readonly Rule<readonly T[]>[]): readonly T[] => rules.flatMap((each) => read.optionalRule(each, cluster) ?? []);
    const [platform, own] = [of(platformInterfaceHosts, ownInterfaceHosts), of(seedInterfaceHosts)];
    if (platform.length + own.length === 0) return read.notApplicable("No interface is exposed here.");
    const { url } = read.rule(tokenIssuer);
    const [platformUris, ownUris] = [of(platformProxyRedirectUris, ownProxyRedirectUris), of(seedProxyRedirectUris)];
    const stacks = [
      { stack: "seed-mla", hosts: platform, uris: platformUris, row: rowsIn(read, mlaValues(name), cluster) },
      { stack: "usercluster-mla", hosts: own, uris: ownUris, row: rowsIn(read, userClusterMlaValues(name), cluster) },
    ] as const;
    return stacks.flatMap(({ stack, hosts, uris, row }) => [
      ...(hosts.length === 0 ? [] : routeFields(read, cluster, (id, ...rest) => row(`${id}-${stack}`, ...rest))),
      ...(hosts.length === 0 ? [] : [row(`issuer-${stack}`, "iap.oidc_issuer_url", url, "Left alone, the chart sends people to log in at a domain of the documentation.")]),
      ...hosts.flatMap((host, at) => {
        const uri = uris[at];
        const own = <T>(id: string, make: () => T): T => read.forRow(`setting.monitoring.${id}-${stack}-${proxyOf(host)}[${cluster}]`, make);
        return uri ? [own("proxy", () => proxyRow(read, row, stack, cluster, uri, host.name)), own("config", () => configRow(read, row, stack, host.name))] : [];
      }),
    ]);
  },
});

/** Values of the user-cluster MLA that differ from what its charts have. */
export const userClusterMlaFields = rule<readonly Setting[]>({
  id: "settings.monitoring-user-clusters",
  title: "Values of the user-cluster MLA",
  per: "cluster",
  sources: ["kkp.code.mla-values", "kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    const { plan } = observability;
    if (read.answer(plan.expectedLoad) !== "stated") return read.notApplicable("The charts' own values hold.");
    const row = rowsIn(read, userClusterMlaValues(nameOfCluster(read, cluster)), cluster);
    const retention = read.answer(plan.userRetention);
    const unasked = Number(plan.userRetention.productDefault?.value);
    const grown = cortexRows(read, cluster, row);
    if (read.answer(plan.objectStore) === "s3") return grown;
    return [
      ...(retention === unasked ? [] : [row("expiry", "lifecycleMgr.buckets[].expirationDays", () => String(retention + read.fact(bucketExpiry)), "Cortex and Loki delete nothing themselves: objects of both buckets go when they expire, one day after the retention.")]),
      ofVolume(row, "store", "minio.persistence.size", volumeSize(read, "user-cluster-mla", "claim", { value: () => sizeOf(read.rule(userClusterMlaVolumeNeeds, cluster), read.fact(userClusterMlaStore).title), why: "Blocks of Cortex and Loki of the stated load lie there until they expire." })),
      ...grown,
    ];
  },
});

/** Where the charts of the user-cluster MLA name the class of their volumes, if it is another one. */
export const userClusterMlaClasses = rule<readonly Setting[]>({
  id: "settings.monitoring-user-cluster-classes",
  title: "Storage class of the user-cluster MLA",
  per: "cluster",
  sources: ["kkp.code.mla-values"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    const storageClass = mlaClass(read);
    if (storageClass === "kubermatic-fast") return read.notApplicable("The charts name it themselves.");
    const { store, others } = read.fact(userClusterMlaClassFields);
    const name = nameOfCluster(read, cluster);
    const row = rowsIn(read, userClusterMlaValues(name), cluster);
    const fields = [...(read.answer(observability.plan.objectStore) === "s3" ? [] : [store]), ...others];
    return fields.map((field) => ofVolume(row, `user-cluster-class-${field.split(".").slice(0, 2).join("-")}`, field, volumeClass(read, "user-cluster-mla", { value: storageClass, why: `The charts would put the volumes of ${name} on kubermatic-fast, beside etcd.` })));
  },
});

/** Fields of the parts of Cortex that the stated load makes grow. */
function cortexRows(read: Reader, cluster: string, row: Row): readonly Setting[] {
  const size = (): number => read.rule(ingesterVolumeSize, cluster);
  const { title } = read.aside(() => read.fact(ingesterVolume));
  const charted = read.aside(() => read.fact(userClusterMlaVolumes)).find((volumes) => volumes.title === title)?.size;
  return [
    ...read.rule(cortexPods, cluster).flatMap(({ part, title: name, of, charted: least, replicas, total, each, offered }) => {
      const unit = of === "memory" ? "Mi" : "m";
      return [
        ...(replicas === least ? [] : [row(`${part}-replicas`, `cortex.${part}.replicas`, String(replicas), `The ${least} ${name} of the chart would take ${quantity(total / least, unit)} each, and a worker is planned for ${quantity(offered, unit)}.`)]),
        row(`${part}-requests`, `cortex.${part}.resources.requests.${of}`, quantity(each, unit), `The chart asks for nothing, so Kubernetes would place ${name} where the stated load of ${quantity(total, unit)} has no room.`),
      ];
    }),
    ...(read.aside(size) === charted ? [] : [ofVolume(row, "ingester-volume", "cortex.ingester.persistentVolume.size", volumeSize(read, "user-cluster-mla", "set", { value: () => quantity(size(), "Gi"), why: "Blocks that wait for the store and the write-ahead log of the stated load lie there; a full volume stops the ingester." }))]),
  ];
}
