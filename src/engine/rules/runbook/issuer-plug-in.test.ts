import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const EXTERNAL: Changes = { "project.upgradeFrom": "none", "certificates.issuance": "external", "certificates.rootTrust": "public", "certificates.externalCaHost": "ca.example.com", "certificates.externalIssuerKind": "step-issuer" };
const CHART = "helm upgrade --install --wait cert-manager-plug-in '<fill-in: chart of the plug-in, with its repository or as an OCI address, from whoever keeps it>' --namespace cert-manager --values plug-in.yaml";
const stepOf = (plan: ReturnType<typeof referencePlan>, id: string) => plan.runbook.find((step) => step.id === `step.${id}`);

describe("an issuer by a plug-in", () => {
  const plan = referencePlan(EXTERNAL);
  const step = stepOf(plan, "issuer[seed]");
  const at = (line: string) => step?.commands.indexOf(line) ?? -1;

  test("is installed on the master before its object, and the certificates follow, which no field of KKP asks for", () => {
    expect(at(CHART)).toBeGreaterThan(0);
    expect(at("kubectl apply -f seed/clusterissuer.yaml")).toBeGreaterThan(at(CHART));
    expect(at("kubectl apply -f seed/certificates.yaml")).toBeGreaterThan(at("kubectl apply -f seed/clusterissuer.yaml"));
    expect(step?.commands).toContain("kubectl create namespace monitoring --dry-run=client -o yaml | kubectl apply -f -");
    expect(step?.text).toContain("The plug-in step-issuer comes before its issuer: put its chart and version in place of the placeholder, and what it asks for into plug-in.yaml.");
    expect(step?.text).toContain("No field of KKP names its kind, so nobody else asks for certificates: certificates.yaml holds a Certificate for each Secret of the certificate chapter, in the namespace of that Secret, with the plug-in's kind as its issuer.");
    expect(step?.why).toBe("Browsers find nothing that they trust at seed before each of its certificates is ready.");
  });

  test("is looked at when it can be: its chart before the installation, its kinds in that step", () => {
    const item = plan.checklist.find(({ id }) => id === "todo.issuer-plug-in");
    expect(item?.verify).toBe("Its project names the cert-manager of this release as one that it works with, and its chart and values lie in the repository; once it runs, `kubectl get crd` shows its kinds");
  });

  test("comes to a Gateway of one's own and to a Seed apart in the same way", () => {
    const own = referencePlan({ ...EXTERNAL, "project.release": "2.31", "loadBalancer.entry": "own", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayAddress": "10.20.30.9" });
    expect(stepOf(own, "own-gateway")?.commands).toContain(CHART);
    const apart = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), EXTERNAL));
    const seed = stepOf(apart, "issuer[azure-seed]");
    expect(seed?.commands).toContain(CHART);
    expect(seed?.commands).toContain("kubectl apply -f azure-seed/certificates.yaml");
    expect(seed?.why).not.toContain("Nothing is asked for yet");
  });

  test("has its images in the private registry", () => {
    const mirror = (changes: Changes) => stepOf(planFrom(changed(starterAnswers("air-gapped-bank"), changes)), "mirror")?.text;
    expect(mirror(EXTERNAL)).toContain("those of the plug-in step-issuer");
    expect(mirror({})).not.toContain("plug-in");
  });

  test("stays as it is on an upgrade", () => {
    const upgrade = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...EXTERNAL, "project.release": "2.30", "project.upgradeFrom": "2.29" }));
    expect(upgrade.runbook.flatMap(({ commands }) => commands)).not.toContain(CHART);
  });
});
