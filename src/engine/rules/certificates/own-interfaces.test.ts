import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const OWN = { "monitoring.clusters.azure-seed.ownUis": ["prometheus", "grafana"] };
const planWith = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes));
const BELOW = "azure-seed.kubermatic.example.com";

describe("a Seed that exposes its own monitoring", () => {
  const plan = planWith(OWN);

  test("gets names beside those of its user-cluster MLA, at its own entry", () => {
    expect(plan.dns.records.filter(({ leadsTo, need }) => leadsTo === "address.entry[azure-seed]" && need === "required").map(({ name }) => name)).toEqual([
      `grafana.${BELOW}`,
      `alertmanager.${BELOW}`,
      `monitoring-prometheus.${BELOW}`,
      `monitoring-grafana.${BELOW}`,
    ]);
  });

  test("gets certificates, redirect URIs and secrets for them", () => {
    const request = plan.certificates.requests.find(({ cluster }) => cluster === "azure-seed");
    expect(request?.names).toContain(`monitoring-grafana.${BELOW}`);
    expect(request?.secrets.filter(({ namespace }) => namespace === "monitoring").map(({ name, covers }) => [name, ...covers])).toEqual([
      ["prometheus-tls", `monitoring-prometheus.${BELOW}`],
      ["grafana-tls", `monitoring-grafana.${BELOW}`],
    ]);
    expect(plan.identity.redirectUris.filter(({ id }) => id.startsWith("redirect.own-")).map(({ client, uri }) => `${client} ${uri}`)).toEqual([
      `monitoring-prometheus https://monitoring-prometheus.${BELOW}/oauth/callback`,
      `monitoring-grafana https://monitoring-grafana.${BELOW}/oauth/callback`,
    ]);
    expect(plan.secrets.map(({ id }) => id)).toEqual(expect.arrayContaining(["secret.client-monitoring-grafana", "secret.key-seed-mla-prometheus[azure-seed]", "secret.key-seed-mla-grafana[azure-seed]", "secret.key-usercluster-mla-grafana[azure-seed]"]));
    expect(plan.runbook.find(({ id }) => id === "step.mla[azure-seed]")?.commands).toContain('helm upgrade --install --wait --namespace monitoring --values azure-seed/values-seed-mla.yaml iap "$KUBERMATIC_CHARTS_DIRECTORY"/iap');
  });
});

test("it alone is reason enough for an entry of the Seed", () => {
  const none = { "monitoring.userClusterMla": false };
  const entries = (changes: Changes) => planWith({ ...none, ...changes }).addresses.assignments.filter(({ purpose, cluster }) => purpose === "entry" && cluster === "azure-seed").length;
  expect(entries({})).toBe(0);
  expect(entries(OWN)).toBe(1);
  expect(planWith({ ...none, ...OWN }).firewall.flows.map(({ id }) => id)).toContain("flow.E3[azure-seed]");
});

test("without the stack, or on the master's own cluster, nothing is exposed", () => {
  expect(planWith({ ...OWN, "monitoring.mla": false }).dns.records.filter(({ name }) => name.startsWith("monitoring-"))).toEqual([]);
  expect(planWith({ "monitoring.clusters.seed.ownUis": ["grafana"] }).dns.records.filter(({ name }) => name.startsWith("monitoring-"))).toEqual([]);
});
