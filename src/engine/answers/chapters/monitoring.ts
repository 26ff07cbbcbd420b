import { choice, choices, hosts, yesNo } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

/** Whether interfaces of the monitoring of master or Seeds stand behind a proxy. */
const exposes = (look: Look): boolean =>
  look(monitoring.plan.mla) === true &&
  ((look(monitoring.plan.platformUis) ?? []).length > 0 || look.subjects("cluster").some((id) => look(infrastructure.cluster.role, id) === "seed" && (look(monitoring.cluster.ownUis, id) ?? []).length > 0));

/** Whether a Seed apart from the master serves interfaces to browsers, by an entry of its own. */
export const servesInterfaces = (look: Look, cluster: string): boolean =>
  look(infrastructure.cluster.role, cluster) === "seed" &&
  ((look(monitoring.plan.mla) === true && (look(monitoring.cluster.ownUis, cluster) ?? []).length > 0) || (look(monitoring.plan.userClusterMla) === true && (look(monitoring.plan.seedUis) ?? []).length > 0));

export const monitoring = chapter("monitoring", "Monitoring", "What is measured and who may look at it.", {
  plan: {
    mla: yesNo(
      { yes: "Yes", no: "No" },
      {
        section: "Master and Seeds",
        label: "Is the monitoring, logging and alerting of master and Seeds installed?",
        short: "Master and Seed MLA",
        help: "Prometheus, Alertmanager, Grafana and Loki in each of these clusters.",
        source: "kkp.mla-seed",
        team: "platform",
      },
    ),
    platformUis: choices(
      [
        { value: "prometheus", label: "Prometheus" },
        { value: "grafana", label: "Grafana" },
        { value: "alertmanager", label: "Alertmanager" },
      ],
      {
        section: "Master and Seeds",
        label: "Which of its interfaces stand behind the identity-aware proxy of the platform?",
        short: "Exposed interfaces of the platform",
        help: "Each gets a name, a certificate name and an OIDC client.",
        source: "kkp.iap",
        team: "platform",
        asked: (look): boolean => look(monitoring.plan.mla) === true,
      },
    ),
    viewers: choice(
      [
        { value: "everyone", label: "Everybody who can log in", help: "Whoever the identity source knows, developers of user clusters too.", chip: "product-default" },
        { value: "domains", label: "People of some mail domains" },
      ],
      {
        section: "Master and Seeds",
        label: "Who may see the interfaces of master and Seeds?",
        short: "Viewers of the platform's interfaces",
        help: "Prometheus and Alertmanager have no users of their own: whoever passes the proxy sees metrics of everything, and silences alerts.",
        source: "kkp.code.iap-values",
        team: "security",
        productDefault: { value: "everyone", sentence: "The proxies let in every mail address that the identity source knows, as the example of their chart has it.", source: "kkp.code.iap-values" },
        asked: exposes,
      },
    ),
    viewerDomains: hosts({
      section: "Master and Seeds",
      label: "Which mail domains may see the interfaces of master and Seeds?",
      short: "Mail domains of viewers",
      help: "What stands behind the @ of an address; the proxies turn everybody else away.",
      example: "ops.example.com",
      source: "kkp.code.iap-values",
      team: "security",
      asked: (look): boolean => exposes(look) && look(monitoring.plan.viewers) === "domains",
    }),
    userClusterMla: yesNo(
      { yes: "Yes", no: "No" },
      {
        section: "User clusters",
        label: "Can user clusters send metrics and logs to their Seed?",
        short: "User-cluster MLA",
        help: "Cortex, Loki, Grafana and Alertmanager on each Seed; takes 2 NodePorts more for each user cluster with NodePort or LoadBalancer.",
        source: "kkp.mla-user-cluster",
        team: "platform",
      },
    ),
    seedUis: choices(
      [
        { value: "grafana", label: "Grafana" },
        { value: "alertmanager", label: "Alertmanager" },
      ],
      {
        section: "User clusters",
        label: "Which interfaces of a Seed stand behind the identity-aware proxy?",
        short: "Exposed interfaces of a Seed",
        help: "The dashboard links to them by names below the Seed.",
        source: "kkp.mla-user-cluster",
        team: "platform",
        asked: (look): boolean => look(monitoring.plan.userClusterMla) === true,
      },
    ),
  },
  cluster: {
    ownUis: choices(
      [
        { value: "prometheus", label: "Prometheus" },
        { value: "grafana", label: "Grafana" },
        { value: "alertmanager", label: "Alertmanager" },
      ],
      {
        section: "Master and Seeds",
        label: "Which interfaces of its own monitoring does this Seed expose?",
        short: "Exposed interfaces of the Seed's own monitoring",
        help: "Those of the master show the master only. Each gets a name below the Seed, and the Seed an entry of its own.",
        source: "kkp.iap",
        team: "platform",
        productDefault: { value: [], sentence: "Nobody opens the monitoring of a Seed but by its Kubernetes API.", source: "kkp.iap" },
        asked: (look, id): boolean => look(monitoring.plan.mla) === true && look(infrastructure.cluster.role, id) === "seed",
      },
    ),
  },
});
