import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planFrom, type Answers } from "../../src/engine/index.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Answers under which every quantity that grows is beyond a thousand. */
const GROWN = {
  "monitoring.mla": true,
  "monitoring.retention": "own",
  "monitoring.metricsDays": 730,
  "monitoring.logsDays": 730,
  "monitoring.userClusterMla": true,
  "monitoring.expectedLoad": "stated",
  "monitoring.series": 500000,
  "monitoring.logs": 500,
  "monitoring.userRetention": 90,
  "monitoring.objectStore": "minio",
};

const grown = (answers: Answers): Answers => {
  const backedUp = answers.subjects.cluster.map((id) => [`storage.clusters.${id}.backupTarget`, "minio"] as const);
  const crowded = answers.subjects.datacenter.map((id) => [`infrastructure.datacenters.${id}.smallClusters`, 900] as const);
  return changed(answers, { ...GROWN, ...Object.fromEntries<string | number>([...backedUp, ...crowded]) });
};

/** A number with a separator before a unit of Kubernetes. */
const SEPARATED = /\d,\d{3}(?:\.\d+)?(?:m|[KMGT]i?)(?![A-Za-z])/;

describe.each([...goldenAnswers()])("%s: no quantity of Kubernetes has a separator", (_name, answers) => {
  test.each([
    ["as it is", answers],
    ["with load, times and backups beyond a thousand", grown(answers)],
  ])("%s", (_how, so) => {
    const { settings, runbook } = planFrom(so);
    const written = [
      ...settings.map(({ field, value }) => `${field}: ${value.kind === "known" ? value.value : ""}`),
      ...runbook.flatMap(({ text, commands }) => [text, ...commands]),
    ];
    expect(written.filter((line) => SEPARATED.test(line))).toEqual([]);
  });
});

test("rules and checks write a quantity with one function alone", () => {
  const folder = join(import.meta.dirname, "../../src/engine");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /^(rules|checks)\/.*\.ts$/.test(file) && !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /\}[KMGT]i\b/.test(readFileSync(join(folder, file), "utf8")))).toEqual([]);
});
