import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { referenceAnswers, referencePlan, valueOf } from "../../testing/reference.ts";
import { mlaStack } from "./stacks.ts";

test("the reference setup shows five interfaces under their names", () => {
  const hosts = referencePlan().monitoring.components.flatMap(({ stack, host }) => (host === undefined ? [] : [`${stack} ${host}`]));
  expect(hosts).toEqual([
    "master-and-seed prometheus.kubermatic.example.com",
    "master-and-seed alertmanager.kubermatic.example.com",
    "master-and-seed grafana.kubermatic.example.com",
    "user-cluster grafana.seed.kubermatic.example.com",
    "user-cluster alertmanager.seed.kubermatic.example.com",
  ]);
});

test("Prometheus keeps 15 days and Loki 30", () => {
  const details = Object.fromEntries(valueOf(mlaStack, referenceAnswers(), "seed").map(({ title, detail }) => [title, detail]));
  expect(details).toMatchObject({
    Prometheus: "2 replicas, keeps 15 days, 2 × 100 GiB",
    Loki: "1 replica, keeps 30 days, 1 × 15 GiB",
    Grafana: "1 replica, no volume",
    Alloy: "one on each node, no volume",
  });
});

test("2.28 ships logs with promtail", () => {
  expect(valueOf(mlaStack, referenceAnswers({ "project.release": "2.28" }), "seed").at(-1)?.title).toBe("promtail");
});

test("an additional Seed has both stacks and only its own names", () => {
  const { components } = planFrom(starterAnswers("vsphere-plus-azure-seed")).monitoring;
  const hosts = components.filter(({ cluster }) => cluster === "azure-seed").flatMap(({ host }) => host ?? []);
  expect(hosts).toEqual(["grafana.azure-seed.kubermatic.example.com", "alertmanager.azure-seed.kubermatic.example.com"]);
});

test("without MLA there is nothing", () => {
  expect(planFrom(starterAnswers("proof-of-concept")).monitoring.components).toEqual([]);
});
