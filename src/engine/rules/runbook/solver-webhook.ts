import { project } from "../../answers/chapters/project.ts";
import { serviceName } from "../../dns-services/registry.ts";
import type { Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { solverWebhook } from "../certificates/solver-webhook.ts";
import { reachableCharts } from "./charts.ts";
import { applied } from "./step.ts";

/** The API group as a shell word may hold it. */
const group = (read: Reader): string => `acme.${read.answer(project.plan.domain)}`;

/** The chart of the webhook as public lines name it; one that the customer chooses is a placeholder. */
export function webhookChart(read: Reader): readonly string[] {
  // The mirror is filled whoever serves the zone; the step of the issuer itself waits for the answer.
  const webhook = read.outcome(solverWebhook);
  if (webhook.kind !== "known") return [];
  const { chart } = webhook.value;
  if (!chart) return ["helm upgrade --install --wait dns01-webhook '<fill-in: chart of the webhook, with its repository or as an OCI address, from whoever keeps it>' --namespace cert-manager --values dns01-webhook.yaml"];
  return [`helm upgrade --install ${chart.name} ${chart.name} --repo ${chart.repository} --wait --namespace cert-manager --set ${quote(`groupName=${group(read)}`)}`];
}

/** Installs the webhook of DNS-01, once cert-manager runs and before the issuer names it. */
export function webhookLines(read: Reader, cluster: string): readonly string[] {
  const webhook = read.optionalRule(solverWebhook);
  if (!webhook) return [];
  const { chart } = webhook;
  const lines = reachableCharts(read, cluster, webhookChart(read));
  if (!chart) return [...lines, "kubectl get apiservices"];
  const reader = `${chart.name}-secret`;
  return [
    ...lines,
    ...(chart.readsSecret === undefined
      ? []
      : [
          applied(`kubectl -n cert-manager create role ${reader} --verb=get,watch --resource=secrets --resource-name=${chart.readsSecret}`),
          applied(`kubectl -n cert-manager create rolebinding ${reader} --role=${reader} --serviceaccount=cert-manager:${chart.name}`),
        ]),
    `kubectl wait ${quote(`apiservice/v1alpha1.${group(read)}`)} --for=condition=Available --timeout=5m`,
  ];
}

/** What the step of the issuer says of the webhook. */
export function webhookWords(read: Reader): string {
  const webhook = read.optionalRule(solverWebhook);
  if (!webhook) return "";
  const { service, chart } = webhook;
  return chart
    ? ` The webhook ${chart.name} for ${serviceName(service)} comes before the issuer; add --version with the one that was tested.`
    : ` The webhook for ${serviceName(service)} comes before the issuer: put the chart that was chosen, and its version, in place of the placeholder, and what it asks for into dns01-webhook.yaml. The list of API services must show its group as available.`;
}
