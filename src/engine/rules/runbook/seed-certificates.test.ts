import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed } from "../../testing/reference.ts";

type Changes = Parameters<typeof changed>[1];
const apart = (changes: Changes = {}) => planFrom(changed(starterAnswers("large-data-centre"), changes));
type Plan = ReturnType<typeof apart>;

const CA = { "certificates.issuance": "ca" };
const HTTP01 = { "certificates.issuance": "http01", "dns.zone": "split", "certificates.clusters.seed.publicAddress": "203.0.113.9" };
const EXTERNAL = { "certificates.issuance": "external", "certificates.externalCaHost": "ca.example.com", "certificates.externalIssuerKind": "step-issuer", "certificates.rootTrust": "private" };
const NGINX = { "project.release": "2.29", "loadBalancer.entry": "standard" };

const commandsOf = (plan: Plan, id: string) => plan.runbook.find((step) => step.id === id)?.commands ?? [];
const secretsOf = (plan: Plan) => plan.certificates.requests.find(({ cluster }) => cluster === "seed")?.secrets.map(({ name }) => name) ?? [];
const listeners = (plan: Plan) => plan.settings.filter(({ object }) => object === "Gateway kubermatic/kubermatic on munich").map(({ field, value }) => [field, value.kind === "known" ? value.value : value.kind]);

describe("certificates of a Gateway that somebody writes for a Seed", () => {
  test.each<[string, Changes]>([
    ["a CA in the cluster", CA],
    ["Let's Encrypt by HTTP-01", HTTP01],
    ["the Gateway as an option of the release", { ...CA, "project.release": "2.29", "loadBalancer.entry": "gateway" }],
  ])("%s: each Secret of its listeners is asked for, after cert-manager and the issuer are there", (_name, changes) => {
    const plan = apart(changes);
    const commands = commandsOf(plan, "step.issuer[seed]");
    const asked = commands.filter((line) => line.startsWith("metadata: ")).map((line) => /name: ([^,]+), namespace: kubermatic/.exec(line)?.[1]);
    expect(secretsOf(plan).length).toBeGreaterThan(0);
    expect(asked).toEqual(secretsOf(plan));
    expect(commands.findIndex((line) => line.includes("/cert-manager/crd/"))).toBeLessThan(commands.indexOf("kind: Certificate"));
    expect(commands.indexOf("kubectl apply -f munich/clusterissuer.yaml")).toBeLessThan(commands.indexOf("kind: Certificate"));
    expect(plan.runbook.find(({ id }) => id === "step.seed-charts[seed]")?.text).not.toContain("certificate for each");
  });

  test("name a plug-in's kind with its group", () => {
    const commands = commandsOf(apart({ ...EXTERNAL, "certificates.externalIssuerObject": "StepClusterIssuer", "certificates.externalIssuerGroup": "certmanager.step.sm" }), "step.issuer[seed]");
    expect(commands).toContain("kind: Certificate");
    expect(commands).toContain('  issuerRef: { group: "certmanager.step.sm", kind: "StepClusterIssuer", name: platform }');
  });

  test("a supplied certificate asks for nothing, and Ingresses ask for themselves", () => {
    expect(apart().runbook.some(({ commands }) => commands.includes("kind: Certificate"))).toBe(false);
    expect(commandsOf(apart({ ...CA, ...NGINX }), "step.issuer[seed]")).not.toContain("kind: Certificate");
  });

  test("the master's are left to KKP", () => {
    expect(commandsOf(apart(CA), "step.issuer[master]")).not.toContain("kind: Certificate");
  });
});

test("limits of the chart, whose policies cannot name the Gateway of the Seed, stand beside it", () => {
  const limits = (changes: Changes) => apart({ ...CA, ...changes }).settings.filter(({ id }) => /gateway-(policies|requests|connections)\[/.test(id)).map(({ object, value }) => [object, value.kind === "known" ? value.value : value.kind]);
  expect(limits({})).toEqual([
    ["munich/values-seed.yaml", "false"],
    ["BackendTrafficPolicy kubermatic/kubermatic on munich", "targetRefs[]: group gateway.networking.k8s.io, kind Gateway, name kubermatic; requestBuffer.limit 100Mi"],
    ["ClientTrafficPolicy kubermatic/kubermatic on munich", "targetRefs[]: group gateway.networking.k8s.io, kind Gateway, name kubermatic; connection.bufferLimit 256Ki"],
  ]);
  expect(limits(NGINX)).toEqual([]);
});

describe("a listener on port 80", () => {
  test.each<[string, Changes]>([["a CA in the cluster", CA], ["Let's Encrypt by HTTP-01", HTTP01]])("%s: lets in routes of the solver and of nobody else", (_name, changes) => {
    expect(listeners(apart(changes))).toContainEqual(["spec.listeners[] on port 80", "HTTP 80, no hostname, allowedRoutes.namespaces.from Same"]);
  });

  test("challenges are looked for where their route may stand", () => {
    const why = apart(HTTP01).settings.find(({ id }) => id === "setting.certificates.gateway-http[seed]")?.why;
    expect(why).toContain("HTTP-01");
    expect(apart(CA).settings.find(({ id }) => id === "setting.certificates.gateway-http[seed]")?.why).not.toContain("HTTP-01");
  });

  test("nothing needs it where Secrets are there before the Gateway", () => {
    expect(listeners(apart()).filter(([field]) => field === "spec.listeners[] on port 80")).toEqual([]);
  });
});

describe("certificates that the issuer of a Seed cannot get yet", () => {
  const DRIVEN = { "dns.automation": "route53", "dns.externalDns": true, "dns.zoneName": "example.com" };
  const order = (plan: Plan) => plan.runbook.map(({ id }) => id);
  const whyOf = (plan: Plan, id: string) => plan.runbook.find((step) => step.id === id)?.why ?? "";
  const textOf = (plan: Plan, id: string) => plan.runbook.find((step) => step.id === id)?.text ?? "";

  test("HTTP-01 with names by external-dns: listeners get temporary ones, and a step after the records waits", () => {
    const plan = apart({ ...HTTP01, ...DRIVEN });
    expect(commandsOf(plan, "step.issuer[seed]").filter((line) => line.startsWith("metadata: ") && line.includes('cert-manager.io/issue-temporary-certificate: "true"'))).toHaveLength(secretsOf(plan).length);
    expect(whyOf(plan, "step.issuer[seed]")).not.toContain("Browsers find nothing");
    expect(order(plan).indexOf("step.seed-certificates[seed]")).toBeGreaterThan(order(plan).indexOf("step.interface-names[seed]"));
    expect(commandsOf(plan, "step.seed-certificates[seed]").filter((line) => line.includes(" wait 'certificate/") || line.includes(" wait certificate/"))).toHaveLength(secretsOf(plan).length);
  });

  test.each<[string, Changes]>([
    ["names by hand", HTTP01],
    ["another issuer", { ...CA, ...DRIVEN }],
  ])("%s: everything is there with the issuer", (_name, changes) => {
    const plan = apart(changes);
    expect(order(plan)).not.toContain("step.seed-certificates[seed]");
    expect(whyOf(plan, "step.issuer[seed]")).toContain("Browsers find nothing that they trust at munich before each of its certificates is ready.");
    expect(commandsOf(plan, "step.issuer[seed]").join("\n")).not.toContain("temporary");
  });

  test("Ingresses ask when their stacks bring them, and only then the real directory takes the place of the staging one", () => {
    const plan = apart({ ...HTTP01, ...NGINX, "monitoring.seedUis": ["grafana"] });
    expect(whyOf(plan, "step.issuer[seed]")).toContain("the Ingress of grafana.munich.kkp.example.com asks for its certificate when its stack brings it");
    expect(order(plan).indexOf("step.seed-certificates[seed]")).toBeGreaterThan(order(plan).indexOf("step.user-cluster-mla[seed]"));
    expect(order(apart({ ...CA, ...NGINX }))).not.toContain("step.seed-certificates[seed]");
  });

  test("an upgrade begins with no staging directory, and names every name that is asked for again", () => {
    const plan = apart({ ...HTTP01, "project.upgradeFrom": "2.30", "project.oldestKubernetes": "1.33", "loadBalancer.entryBefore": "nginx" });
    expect(textOf(plan, "step.issuer[seed]")).not.toContain("staging");
    expect(whyOf(plan, "step.issuer[seed]")).toContain("grafana.munich.kkp.example.com and alertmanager.munich.kkp.example.com are asked for again when their records lead to Envoy Gateway.");
  });
});

describe("a root that cert-manager makes", () => {
  const MADE = { "certificates.issuance": "self-signed" };
  const seedLines = (changes: Changes) => commandsOf(apart({ ...MADE, ...changes }), "step.issuer[seed]");

  test("is made on the master alone and carried to the Seed, whose issuer signs with it", () => {
    const lines = seedLines({});
    expect(lines.slice(0, 2)).toEqual(['export KUBECONFIG="$PWD"/master/kubeconfig', "(umask 077; kubectl -n cert-manager get secret platform-root -o jsonpath='{.data.tls\\.crt}' | base64 -d > root.crt)"]);
    const brought = lines.findIndex((line) => line.includes("create secret tls platform-root --cert=root.crt --key=root.key"));
    expect(brought).toBeGreaterThan(lines.indexOf('export KUBECONFIG="$PWD"/munich/kubeconfig'));
    expect(brought).toBeLessThan(lines.indexOf("kubectl apply -f munich/clusterissuer.yaml"));
    const [onMaster, onSeed] = ["master", "seed"].map((cluster) => apart(MADE).runbook.find(({ id }) => id === `step.issuer[${cluster}]`)?.text ?? "");
    expect(onMaster).toContain("spec.selfSigned");
    expect(onSeed).not.toContain("spec.selfSigned");
    expect(onSeed).toContain("The Secret platform-root is carried over from master first");
  });

  test("lasts for years with one key, and an upgrade leaves it alone", () => {
    const lasting = (changes: Changes) => apart({ ...MADE, ...changes }).settings.find(({ field }) => field.startsWith("spec.duration"))?.value;
    expect(lasting({})).toEqual({ kind: "known", value: "87600h, Never" });
    const upgrade = { "project.upgradeFrom": "2.30", "project.oldestKubernetes": "1.33", "loadBalancer.entryBefore": "nginx" };
    expect(lasting(upgrade)).toBeUndefined();
    expect(seedLines(upgrade).join("\n")).not.toContain("root.key");
  });
});
