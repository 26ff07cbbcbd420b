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

  test("a plug-in's kind is written into a file by hand", () => {
    const commands = commandsOf(apart(EXTERNAL), "step.issuer[seed]");
    expect(commands).toContain("kubectl apply -f munich/certificates.yaml");
    expect(commands).not.toContain("kind: Certificate");
  });

  test("a supplied certificate asks for nothing, and Ingresses ask for themselves", () => {
    expect(apart().runbook.some(({ commands }) => commands.includes("kind: Certificate"))).toBe(false);
    expect(commandsOf(apart({ ...CA, ...NGINX }), "step.issuer[seed]")).not.toContain("kind: Certificate");
  });

  test("the master's are left to KKP", () => {
    expect(commandsOf(apart(CA), "step.issuer[master]")).not.toContain("kind: Certificate");
  });
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
