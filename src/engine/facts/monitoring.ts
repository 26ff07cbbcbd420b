import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

/** One component of a monitoring stack. */
export interface StackComponent {
  readonly id: string;
  readonly title: string;
  readonly replicas: number | "each node";
  /** How long it keeps what it stores. */
  readonly retention?: string;
  /** Volumes, in words. */
  readonly storage: string;
  readonly why: string;
}

export const alertReceivers = fact<{ readonly field: string; readonly drops: string; readonly tells: string; readonly tlsPort: number; readonly httpsPort: number }>({
  id: "monitoring.alert-receivers",
  statement:
    "Alertmanager of master and Seeds has two receivers: blackhole, which drops what its route sends there, and default, which tells a channel of Slack whose URL holds no keys. Helm replaces the list as a whole. On port 465 Alertmanager speaks TLS from the start, and require_tls, on unless told otherwise, would ask for STARTTLS within it.",
  value: { field: "alertmanager.config.receivers", drops: "blackhole", tells: "default", tlsPort: 465, httpsPort: 443 },
  certainty: "sourced",
  sources: ["kkp.code.alertmanager-values", "alertmanager.configuration", "alertmanager.code.mail"],
});

/** A service on the internet that takes alerts, and what Alertmanager calls it. */
interface AlertService {
  readonly title: string;
  /** Host by region; the same in all where the service has one. */
  readonly hosts: Readonly<Record<"us" | "eu", string>>;
  /** Fields of its receiver with the secret at its place, by region. */
  readonly receiver: Readonly<Record<"us" | "eu", string>>;
  readonly secret: { readonly form: string; readonly why: string };
  readonly account: { readonly title: string; readonly permission: string; readonly field: string; readonly proof: string };
}

/** Services on the internet that take alerts, a fact for each. */
export const alertServices = {
  slack: fact<AlertService>({
    id: "monitoring.alerts-by-slack",
    statement: "Alertmanager posts to an incoming webhook of Slack, which belongs to one channel and has the same host for all accounts.",
    value: {
      title: "Slack",
      hosts: { us: "hooks.slack.com", eu: "hooks.slack.com" },
      receiver: { us: "slack_configs: api_url https://hooks.slack.com/{secret}", eu: "slack_configs: api_url https://hooks.slack.com/{secret}" },
      secret: { form: "path of the webhook's URL, without the first slash: services/…", why: "Whoever knows the URL of the webhook can post to the channel." },
      account: { title: "Incoming webhook of Slack", permission: "Post to the channel that whoever is on duty follows", field: "URL of the webhook", proof: "A text that `curl` posts to the URL stands in the channel" },
    },
    certainty: "sourced",
    sources: ["alertmanager.configuration", "alertmanager.code.slack", "slack.webhooks"],
  }),
  pagerduty: fact<AlertService>({
    id: "monitoring.alerts-by-pagerduty",
    statement: "Alertmanager posts to the Events API v2 of PagerDuty with a routing key; it calls the United States unless url names another region.",
    value: {
      title: "PagerDuty",
      hosts: { us: "events.pagerduty.com", eu: "events.eu.pagerduty.com" },
      receiver: { us: "pagerduty_configs: routing_key {secret}", eu: "pagerduty_configs: routing_key {secret}, url https://events.eu.pagerduty.com/v2/enqueue" },
      secret: { form: "integration key of an Events API v2 integration", why: "Whoever knows the key can wake whoever is on duty." },
      account: { title: "Integration of PagerDuty", permission: "Send events to one service by the Events API v2", field: "Integration key", proof: "An event that `curl` posts with the key pages whoever is on duty" },
    },
    certainty: "sourced",
    sources: ["alertmanager.configuration", "pagerduty.regions", "pagerduty.events"],
  }),
  opsgenie: fact<AlertService>({
    id: "monitoring.alerts-by-opsgenie",
    statement: "Alertmanager posts to the API of Opsgenie with an API key; it calls the United States unless api_url names another region. The API of Opsgenie answers until 5 April 2027.",
    value: {
      title: "Opsgenie",
      hosts: { us: "api.opsgenie.com", eu: "api.eu.opsgenie.com" },
      receiver: { us: "opsgenie_configs: api_key {secret}", eu: "opsgenie_configs: api_key {secret}, api_url https://api.eu.opsgenie.com/" },
      secret: { form: "key of an API integration", why: "Whoever knows the key can call whoever is on duty; it dies with Opsgenie on 5 April 2027." },
      account: { title: "API integration of Opsgenie", permission: "Create and close alerts of one team", field: "API key", proof: "An alert that `curl` posts with the key calls whoever is on duty" },
    },
    certainty: "sourced",
    sources: ["alertmanager.configuration", "opsgenie.api", "opsgenie.end"],
  }),
} as const;

export const testAlert = fact<string>({
  id: "monitoring.test-alert",
  statement: "The image of Alertmanager holds amtool, which adds an alert with the labels that it is given.",
  value: "kubectl -n monitoring exec alertmanager-0 -c alertmanager -- amtool --alertmanager.url=http://localhost:9093 alert add alertname=InstallationTest",
  certainty: "sourced",
  sources: ["kkp.code.alertmanager-values", "alertmanager.chart", "alertmanager.code.alert-add"],
});

export const mlaComponents = fact<readonly StackComponent[]>({
  id: "monitoring.mla-components",
  statement: "The MLA stack of master and Seeds: Prometheus keeps 15 days, Loki 30 days, the rest nothing.",
  value: [
    { id: "prometheus", title: "Prometheus", replicas: 2, retention: "15 days", storage: "2 × 100 GiB", why: "Measures the cluster and the control planes in it." },
    { id: "alertmanager", title: "Alertmanager", replicas: 3, storage: "3 × 100 MiB", why: "Sends alerts; three replicas agree which were sent." },
    { id: "grafana", title: "Grafana", replicas: 1, storage: "none", why: "Shows metrics and logs; its dashboards come with the chart." },
    { id: "loki", title: "Loki", replicas: 1, retention: "30 days", storage: "1 × 15 GiB", why: "Keeps the logs of all pods." },
    { id: "karma", title: "Karma", replicas: 1, storage: "none", why: "Shows the alerts of all Alertmanagers on one page." },
    { id: "blackbox-exporter", title: "blackbox-exporter", replicas: 1, storage: "none", why: "An alert tells by its calls when an address of the platform stops answering." },
    { id: "kube-state-metrics", title: "kube-state-metrics", replicas: 1, storage: "none", why: "Rules of Prometheus compare what is wanted with what runs by its figures, such as the replicas of a Deployment." },
    { id: "helm-exporter", title: "helm-exporter", replicas: 1, storage: "none", why: "An alert tells by its figures when a chart has not been ready for 15 minutes." },
    { id: "node-exporter", title: "node-exporter", replicas: "each node", storage: "none", why: "Measures the machines: 100 milli-CPU and 48 MiB on each." },
  ],
  certainty: "sourced",
  sources: ["kkp.code.monitoring-values", "kkp.code.loki-values"],
});

export const userClusterMlaComponents = fact<readonly StackComponent[]>({
  id: "monitoring.user-cluster-mla-components",
  statement: "The user-cluster MLA stack of a Seed: Cortex for metrics, Loki for logs, both in MinIO, whose objects expire after 8 days.",
  value: [
    { id: "cortex", title: "Cortex", replicas: 3, retention: "7 days, deleted on the 8th", storage: "3 × 10 GiB and 4 × 2 GiB", why: "Takes the metrics of user clusters, each as a tenant of its own." },
    { id: "loki", title: "Loki", replicas: 3, retention: "7 days, deleted on the 8th", storage: "3 × 10 GiB and 1 × 10 GiB", why: "Takes the logs of user clusters, each as a tenant of its own." },
    { id: "consul", title: "Consul", replicas: 3, storage: "3 × 10 GiB", why: "Keeps which of several senders of the same metrics Cortex listens to." },
    { id: "minio", title: "MinIO", replicas: 1, retention: "8 days", storage: "1 × 50 GiB", why: "Holds the blocks of Cortex and Loki." },
    { id: "grafana", title: "Grafana", replicas: 1, storage: "1 × 10 GiB", why: "Shows each user the clusters of their projects." },
    { id: "alertmanager", title: "Alertmanager", replicas: 2, storage: "2 × 2 GiB, counted with Cortex", why: "Part of Cortex; sends the alerts of user clusters." },
  ],
  certainty: "sourced",
  sources: ["kkp.mla-user-cluster", "kkp.code.mla-values"],
});

export const logShipper = fact<Readonly<Record<ReleaseId, string>>>({
  id: "monitoring.log-shipper",
  statement: "Logs are sent by promtail in KKP 2.28 and by Alloy since 2.29, though the documentation goes on calling it Promtail.",
  value: { "2.28": "promtail", "2.29": "Alloy", "2.30": "Alloy", "2.31": "Alloy" },
  certainty: "sourced",
  sources: ["kkp.code.logging-values", "kkp.mla-seed"],
});

/** A file of rules that Prometheus loads, and the part of the platform it watches. */
export interface RuleFile {
  readonly file: string;
  readonly of: "everything" | "seed" | "master" | "managed";
}

export const ruleFiles = fact<{ readonly loaded: readonly RuleFile[]; readonly userClusterMla: string }>({
  id: "monitoring.rule-files",
  statement:
    "Prometheus of master and Seeds loads rules about everything, Seeds, the master and what managed Kubernetes hides; a cluster without one of these leaves its file out. Rules about the user-cluster MLA are there and not loaded.",
  value: {
    loaded: [
      { file: "/etc/prometheus/rules/general-*.yaml", of: "everything" },
      { file: "/etc/prometheus/rules/kubermatic-seed-*.yaml", of: "seed" },
      { file: "/etc/prometheus/rules/kubermatic-master-*.yaml", of: "master" },
      { file: "/etc/prometheus/rules/managed-*.yaml", of: "managed" },
    ],
    userClusterMla: "/etc/prometheus/rules/usercluster-mla-*.yaml",
  },
  certainty: "sourced",
  sources: ["kkp.code.monitoring-values"],
});

export const proxyUpstreams = fact<Readonly<Record<"seed-mla" | "usercluster-mla", Readonly<Record<string, string>>>>>({
  id: "monitoring.proxy-upstreams",
  statement: "Identity-aware proxies lead to the Services of their stack: Prometheus 9090, Alertmanager 9093 and Grafana 3000 in monitoring, Grafana 80 and the proxy of Alertmanager 8080 in mla.",
  value: {
    "seed-mla": { prometheus: "prometheus.monitoring.svc.cluster.local:9090", alertmanager: "alertmanager.monitoring.svc.cluster.local:9093", grafana: "grafana.monitoring.svc.cluster.local:3000" },
    "usercluster-mla": { grafana: "grafana.mla.svc.cluster.local:80", alertmanager: "alertmanager-proxy.mla.svc.cluster.local:8080" },
  },
  certainty: "sourced",
  sources: ["kkp.code.iap-values", "kkp.code.mla-example"],
});

/** What a proxy lets through without a login, and whether it tells its upstream who is there. */
export interface ProxyConfig {
  readonly health: string;
  readonly userHeaders: boolean;
}

export const proxyConfigs = fact<Readonly<Record<"seed-mla" | "usercluster-mla", Readonly<Record<string, ProxyConfig>>>>>({
  id: "monitoring.proxy-configs",
  statement:
    "Configuration of each proxy: email_domains, without which it does not start; the health endpoint that needs no login; and pass_user_headers where the upstream knows people by X-Forwarded-Email, as Grafana does, and the Alertmanager of user clusters.",
  value: {
    "seed-mla": { prometheus: { health: "/-/healthy", userHeaders: false }, alertmanager: { health: "/-/healthy", userHeaders: false }, grafana: { health: "/api/health", userHeaders: true } },
    "usercluster-mla": { grafana: { health: "/api/health", userHeaders: true }, alertmanager: { health: "/api/health", userHeaders: true } },
  },
  certainty: "sourced",
  sources: ["kkp.code.iap-values", "kkp.code.mla-example"],
});

export const proxiesOfStacks = fact<Readonly<Record<"seed-mla" | "usercluster-mla", readonly string[]>>>({
  id: "monitoring.proxies-of-stacks",
  statement:
    "With --mla-include-iap the installer wants an encryption key for each of grafana, alertmanager and prometheus of the seed MLA, and for grafana and alertmanager of the user-cluster MLA; a missing one stops it.",
  value: { "seed-mla": ["prometheus", "grafana", "alertmanager"], "usercluster-mla": ["grafana", "alertmanager"] },
  certainty: "sourced",
  sources: ["kkp.code.seed-mla-validation", "kkp.code.user-cluster-mla-validation"],
});

export const deadKeys = fact<Readonly<Record<string, string>>>({
  id: "monitoring.dead-keys",
  statement:
    "Values that the documentation names and no chart of these releases reads: alertmanager.host and loki.persistence.size in all of them, promtail from 2.29 on. Unknown keys are taken without a word.",
  value: { "alertmanager.host": "iap.deployments.alertmanager.ingress.host", "loki.persistence.size": "loki.singleBinary.persistence.size", promtail: "alloy" },
  certainty: "sourced",
  sources: ["kkp.mla-seed", "kkp.code.monitoring-values", "kkp.code.logging-values"],
});

const same = (version: string): Readonly<Record<ReleaseId, string>> => ({ "2.28": version, "2.29": version, "2.30": version, "2.31": version });

type Versions = Readonly<Record<string, Readonly<Record<ReleaseId, string>>>>;

export const mlaVersions = fact<Versions>({
  id: "monitoring.versions",
  statement: "The charts of a release fix the versions of the MLA of master and Seeds; apart from its logging, they are the same in 2.28 to 2.31.",
  value: {
    prometheus: same("2.51.1"),
    alertmanager: same("0.28.0"),
    grafana: same("10.4.1"),
    karma: same("0.120"),
    "blackbox-exporter": same("0.25.0"),
    "kube-state-metrics": same("2.15.0"),
    "helm-exporter": same("1.2.16"),
    "node-exporter": same("1.9.0"),
  },
  certainty: "sourced",
  sources: ["kkp.code.monitoring-values"],
});

export const loggingVersions = fact<Versions>({
  id: "monitoring.logging-versions",
  statement: "Loki of master and Seeds is 2.9.6 up to 2.30 and 3.6.7 in 2.31. What sends it logs is Promtail 2.9.3 in 2.28, Alloy 1.9.2 in 2.29 and 2.30, and Alloy 1.17.0 in 2.31.",
  value: {
    loki: { ...same("2.9.6"), "2.31": "3.6.7" },
    "log-shipper": { "2.28": "2.9.3", "2.29": "1.9.2", "2.30": "1.9.2", "2.31": "1.17.0" },
  },
  certainty: "sourced",
  sources: ["kkp.code.logging-values"],
});

export const userClusterMlaVersions = fact<Versions>({
  id: "monitoring.user-cluster-versions",
  statement: "In the user-cluster MLA, Cortex 1.14.1 and Consul 1.14.2 run up to 2.29 and 1.20.0 and 1.22.2 since; Grafana is 10.2.2 up to 2.30 and 13.0.1 in 2.31, Loki 2.9.2 in all of them.",
  value: {
    cortex: { ...same("1.20.0"), "2.28": "1.14.1", "2.29": "1.14.1" },
    alertmanager: { ...same("1.20.0"), "2.28": "1.14.1", "2.29": "1.14.1" },
    loki: same("2.9.2"),
    consul: { ...same("1.22.2"), "2.28": "1.14.2", "2.29": "1.14.2" },
    grafana: { ...same("10.2.2"), "2.31": "13.0.1" },
  },
  certainty: "sourced",
  sources: ["kkp.code.mla-values"],
});

/** Facts about versions, by the stack in which they run. */
export const stackVersions = { "master-and-seed": [mlaVersions, loggingVersions], "user-cluster": [userClusterMlaVersions] } as const satisfies Readonly<Record<string, readonly Fact<Versions>[]>>;

export const monitoringFacts: readonly Fact<unknown>[] = [alertReceivers, ...Object.values(alertServices), testAlert, mlaComponents, userClusterMlaComponents, logShipper, ruleFiles, proxyUpstreams, proxyConfigs, proxiesOfStacks, deadKeys, mlaVersions, loggingVersions, userClusterMlaVersions];
