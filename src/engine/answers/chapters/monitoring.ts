import { choices, yesNo } from "../kinds.ts";
import { chapter } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

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
    userClusterMla: yesNo(
      { yes: "Yes", no: "No" },
      {
        section: "User clusters",
        label: "Can user clusters send metrics and logs to their Seed?",
        short: "User-cluster MLA",
        help: "Cortex, Loki, Grafana and Alertmanager on each Seed; needs one port more for each user cluster.",
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
