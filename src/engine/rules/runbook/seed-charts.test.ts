import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const S3 = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.com", "storage.clusters.seed.bucket": "snapshots" };
const NONE = { "storage.clusters.seed.backupTarget": "none" };
const GATEWAY_2_29 = { "project.release": "2.29", "loadBalancer.entry": "gateway" };
const apart = (changes: Changes = {}) => planFrom(changed(starterAnswers("large-data-centre"), changes));
type Plan = ReturnType<typeof apart>;

const linesOf = (plan: Plan) => (plan.runbook.find(({ id }) => id === "step.seed-charts[seed]")?.commands ?? []).filter((line) => /^(kubermatic-installer|helm|kubectl apply -f [^-])/.test(line));
const exporter = (folder: string) => `helm upgrade --install --wait --create-namespace --namespace kube-system --values ${folder}/values-seed.yaml s3-exporter "$KUBERMATIC_CHARTS_DIRECTORY"/s3-exporter`;

describe("charts of a Seed", () => {
  test.each<[string, Plan, readonly string[]]>([
    ["MinIO brings the exporter by the stack", referencePlan(), ["kubermatic-installer deploy kubermatic-seed --config kubermatic.yaml --helm-values seed/values-seed.yaml --skip-dependencies"]],
    ["S3 outside wants the exporter alone", referencePlan(S3), [exporter("seed")]],
    ["no backup wants nothing", referencePlan(NONE), []],
    ["S3 outside with an entry by the stack", apart(), ["kubermatic-installer deploy kubermatic-seed --config kubermatic.yaml --helm-values munich/values-seed.yaml --skip-dependencies --separate-seed --skip-charts minio", "kubectl apply -f munich/gateway.yaml"]],
    ["no backup with an entry by the stack: the exporter would wait for keys that nobody enters", apart(NONE), ["kubermatic-installer deploy kubermatic-seed --config kubermatic.yaml --helm-values munich/values-seed.yaml --skip-dependencies --separate-seed --skip-charts minio,s3-exporter", "kubectl apply -f munich/gateway.yaml"]],
    [
      "an entry by hand before the flag, with the Gateway that nobody else makes",
      apart(GATEWAY_2_29),
      [exporter("munich"), 'helm upgrade --install --wait --create-namespace --namespace envoy-gateway-controller --values munich/values-seed.yaml envoy-gateway-controller "$KUBERMATIC_CHARTS_DIRECTORY"/envoy-gateway-controller', "kubectl apply -f munich/gateway.yaml"],
    ],
    [
      "NGINX by hand needs no Gateway",
      apart({ "project.release": "2.29", "loadBalancer.entry": "standard" }),
      [exporter("munich"), 'helm upgrade --install --wait --create-namespace --namespace nginx-ingress-controller --values munich/values-seed.yaml nginx-ingress-controller "$KUBERMATIC_CHARTS_DIRECTORY"/nginx-ingress-controller'],
    ],
    ["an upgrade brings the exporter to the new release", referencePlan({ ...S3, "project.release": "2.31", "project.upgradeFrom": "2.30" }), [exporter("seed")]],
  ])("%s", (_what, plan, lines) => {
    expect(linesOf(plan)).toEqual(lines);
  });

  test.each([["reference", referencePlan(S3)], ["apart", apart()]])("%s: the keys are there before the exporter that reads them", (_name, plan) => {
    const ids = plan.runbook.map(({ id }) => id);
    expect(ids.indexOf("step.s3-credentials[seed]")).toBeGreaterThan(0);
    expect(ids.indexOf("step.seed-charts[seed]")).toBe(ids.indexOf("step.s3-credentials[seed]") + 1);
  });

  test("the Seed object names a backup destination where one is planned", () => {
    const text = (plan: Plan) => plan.runbook.find(({ id }) => id === "step.seed-object[seed]")?.text;
    expect(text(referencePlan())).toContain("names the Secret kubeconfig-seed, the datacenters and the backup destination. ");
    expect(text(referencePlan(NONE))).toContain("names the Secret kubeconfig-seed and the datacenters. ");
  });

  test("the Gateway is made in a namespace that is there", () => {
    const commands = apart().runbook.find(({ id }) => id === "step.seed-charts[seed]")?.commands ?? [];
    expect(commands.findIndex((line) => line.startsWith("kubectl create namespace kubermatic "))).toBeLessThan(commands.indexOf("kubectl apply -f munich/gateway.yaml"));
    expect(commands.some((line) => line.startsWith("kubectl create namespace kubermatic "))).toBe(true);
  });
});

describe("values of the Seed", () => {
  const values = (plan: Plan) => Object.fromEntries(plan.settings.filter(({ object }) => object.endsWith("/values-seed.yaml")).map(({ field, value }) => [field, value.kind === "known" ? value.value : value.kind]));
  const picked = (plan: Plan) => Object.fromEntries(Object.entries(values(plan)).filter(([field]) => /^(s3Exporter|minio)\./.test(field)));

  test.each<[string, Plan, Readonly<Record<string, string>>]>([
    ["S3 outside: the exporter asks S3, not a MinIO that is not there", referencePlan(S3), { "s3Exporter.bucket": "snapshots", "s3Exporter.endpoint": "https://s3.example.com" }],
    ["an open endpoint is a hole", referencePlan({ ...S3, "storage.clusters.seed.s3Endpoint": undefined }), { "s3Exporter.bucket": "snapshots", "s3Exporter.endpoint": "open" }],
    ["the stack refuses empty keys of MinIO even where it skips MinIO", apart({ "storage.clusters.seed.bucket": "snapshots" }), { "minio.credentials.accessKey": "not-in-use", "minio.credentials.secretKey": "not-in-use", "s3Exporter.bucket": "snapshots", "s3Exporter.endpoint": "https://s3.example.com" }],
    ["so it does without backups", apart(NONE), { "minio.credentials.accessKey": "not-in-use", "minio.credentials.secretKey": "not-in-use" }],
    ["no stack, no keys", referencePlan(NONE), {}],
  ])("%s", (_what, plan, expected) => {
    expect(picked(plan)).toEqual(expected);
  });

  test("what brings the class to a Seed apart from the master is what the release has", () => {
    const why = (plan: Plan) => plan.settings.find(({ id }) => id === "setting.certificates.gateway-class[seed]")?.why;
    expect(why(apart())).toContain("--separate-seed brings");
    expect(why(apart(GATEWAY_2_29))).not.toContain("--separate-seed");
  });
});
