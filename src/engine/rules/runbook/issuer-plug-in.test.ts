import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const EXTERNAL: Changes = { "project.upgradeFrom": "none", "certificates.issuance": "external", "certificates.rootTrust": "public", "certificates.externalCaHost": "ca.example.com", "certificates.externalIssuerKind": "step-issuer", "certificates.externalIssuerObject": "StepClusterIssuer", "certificates.externalIssuerGroup": "certmanager.step.sm" };
const CHART = "helm upgrade --install --wait cert-manager-plug-in '<fill-in: chart of the plug-in, with its repository or as an OCI address, from whoever keeps it>' --namespace cert-manager --values plug-in.yaml";
const ANNOTATED = (object: "ingress" | "gateway") => `kubectl -n kubermatic annotate ${object} kubermatic 'cert-manager.io/issuer-kind=StepClusterIssuer' 'cert-manager.io/issuer-group=certmanager.step.sm' --overwrite`;
/** Rows of values and configuration that lead to the issuer, without the issuer itself. */
const rows = (plan: ReturnType<typeof referencePlan>) =>
  plan.settings.filter(({ id }) => /^setting\.certificates\.(issuer|approval)/.test(id)).map(({ object, field, value }) => `${object}: ${field} = ${value.kind === "known" ? value.value : value.kind}`).toSorted();
const stepOf = (plan: ReturnType<typeof referencePlan>, id: string) => plan.runbook.find((step) => step.id === `step.${id}`);

describe("an issuer by a plug-in", () => {
  const plan = referencePlan(EXTERNAL);
  const step = stepOf(plan, "issuer[seed]");
  const at = (line: string) => step?.commands.indexOf(line) ?? -1;

  test("is installed on the master before its object, and the object of KKP is led to it by annotations", () => {
    expect(at(CHART)).toBeGreaterThan(0);
    expect(at("kubectl apply -f seed/clusterissuer.yaml")).toBeGreaterThan(at(CHART));
    expect(at(ANNOTATED("ingress"))).toBeGreaterThan(at("kubectl apply -f seed/clusterissuer.yaml"));
    expect(at("kubectl -n kubermatic delete certificate kubermatic-tls --ignore-not-found")).toBe(at(ANNOTATED("ingress")) + 1);
    expect(step?.text).toContain("The plug-in step-issuer comes before its issuer: put its chart and version in place of the placeholder, and what it asks for into plug-in.yaml.");
    expect(step?.text).toContain("No field of KKP names the plug-in's kind, so annotations on the Ingress kubermatic do; the operator leaves them there.");
  });

  test("is named in the values of the charts with Ingresses of their own, and approved", () => {
    expect(rows(plan)).toEqual([
      "KubermaticConfiguration: spec.ingress.certificateIssuer.name = platform",
      "KubermaticConfiguration: spec.ingress.certificateIssuer.kind = Issuer",
      "values.yaml: dex.ingress.annotations: cert-manager.io/cluster-issuer = null",
      "values.yaml: dex.ingress.annotations: cert-manager.io/issuer, cert-manager.io/issuer-kind and cert-manager.io/issuer-group = platform, StepClusterIssuer and certmanager.step.sm",
      "Helm values of iap: iap.certIssuer.name and kind = platform and Issuer",
      "Helm values of iap: iap.deployments.<name>.ingress.annotations: cert-manager.io/issuer-kind and cert-manager.io/issuer-group = StepClusterIssuer and certmanager.step.sm",
      "values.yaml: cert-manager.approveSignerNames = issuers.cert-manager.io/*, clusterissuers.cert-manager.io/*, stepclusterissuers.certmanager.step.sm/*",
    ].toSorted());
  });

  test("a Gateway of KKP is led to it in the same way, and has no charts with Ingresses", () => {
    const gateway = referencePlan({ ...EXTERNAL, "project.release": "2.31" });
    expect(stepOf(gateway, "issuer[seed]")?.commands).toContain(ANNOTATED("gateway"));
    expect(rows(gateway)).toEqual([
      "KubermaticConfiguration: spec.ingress.certificateIssuer.name = platform",
      "KubermaticConfiguration: spec.ingress.certificateIssuer.kind = Issuer",
      "values.yaml: cert-manager.approveSignerNames = issuers.cert-manager.io/*, clusterissuers.cert-manager.io/*, stepclusterissuers.certmanager.step.sm/*",
    ].toSorted());
  });

  test("a kind whose plural no page names leaves that to whoever brings the plug-in", () => {
    const value = (changes: Changes) => referencePlan({ ...EXTERNAL, ...changes }).settings.find(({ field }) => field === "cert-manager.approveSignerNames")?.value;
    const OWN = "issuers.cert-manager.io/*, clusterissuers.cert-manager.io/*, ";
    expect(value({ "certificates.externalIssuerObject": "ClusterAdcsIssuer", "certificates.externalIssuerGroup": "adcs.certmanager.csf.nokia.com" })).toEqual({ kind: "known", value: `${OWN}clusteradcsissuers.adcs.certmanager.csf.nokia.com/*` });
    expect(value({ "certificates.externalIssuerObject": "Authority", "certificates.externalIssuerGroup": "ca.example.com" })).toEqual({ kind: "known", value: `${OWN}<fill-in: plural of Authority, as kubectl api-resources --api-group ca.example.com shows it>.ca.example.com/*` });
  });

  test("the credential of its account has a row among the secrets, and a Secret before the issuer", () => {
    const row = plan.secrets.find(({ id }) => id === "secret.signer");
    expect(row).toMatchObject({ form: "what the plug-in asks for, one line KEY=value each", files: ["Secret cert-manager/issuer-credentials of seed"], why: "The plug-in shows it to your CA service with every request; its issuer names the Secret." });
    const step = stepOf(plan, "issuer[seed]")?.commands ?? [];
    expect(step.findIndex((line) => line.includes("create secret generic issuer-credentials"))).toBeGreaterThan(-1);
    expect(step.findIndex((line) => line.includes("create secret generic issuer-credentials"))).toBeLessThan(step.indexOf("kubectl apply -f seed/clusterissuer.yaml"));
    expect(plan.checklist.find(({ id }) => id === "todo.account.issuer")?.verify).toContain("Secret cert-manager/issuer-credentials");
  });

  test("an open kind leaves the values open, and the step asks for it in the place of the kind", () => {
    const open = referencePlan({ ...EXTERNAL, "certificates.externalIssuerObject": undefined });
    expect(open.settings.find(({ field }) => field === "cert-manager.approveSignerNames")?.value.kind).toBe("open");
    expect(stepOf(open, "issuer[seed]")?.commands.join("\n")).toContain("issuer-kind=<Kind of the plug-in");
  });

  test("is looked at when it can be: its chart before the installation, its kinds in that step", () => {
    const item = plan.checklist.find(({ id }) => id === "todo.issuer-plug-in");
    expect(item?.verify).toBe("Its project names the cert-manager of this release as one that it works with, and its chart and values lie in the repository; once it runs, `kubectl get crd` shows its kinds");
  });

  test("comes to a Gateway of one's own and to a Seed apart in the same way", () => {
    const own = referencePlan({ ...EXTERNAL, "project.release": "2.31", "loadBalancer.entry": "own", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayAddress": "10.20.30.9" });
    expect(stepOf(own, "own-gateway")?.commands).toContain(CHART);
    expect(stepOf(own, "own-gateway")?.commands).toContain('  issuerRef: { group: "certmanager.step.sm", kind: "StepClusterIssuer", name: platform }');
    expect(rows(own)).toEqual(["values.yaml: cert-manager.approveSignerNames = issuers.cert-manager.io/*, clusterissuers.cert-manager.io/*, stepclusterissuers.certmanager.step.sm/*"]);
    const apart = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), EXTERNAL));
    const seed = stepOf(apart, "issuer[azure-seed]");
    expect(seed?.commands).toContain(CHART);
    expect(seed?.commands).not.toContain(ANNOTATED("ingress"));
  });

  test("has its images in the private registry", () => {
    const mirror = (changes: Changes) => stepOf(planFrom(changed(starterAnswers("air-gapped-bank"), changes)), "mirror")?.text;
    expect(mirror(EXTERNAL)).toContain("those of the plug-in step-issuer");
    expect(mirror({})).not.toContain("plug-in");
  });

  test("a Gateway that an upgrade brings is led to it before it is tried", () => {
    const upgrade = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...EXTERNAL, "project.release": "2.31", "project.upgradeFrom": "2.30" }));
    const trial = stepOf(upgrade, "upgrade-try");
    expect(trial?.commands).toContain(ANNOTATED("gateway"));
    expect(trial?.commands.indexOf(ANNOTATED("gateway"))).toBeLessThan(trial?.commands.findIndex((line) => line.includes("certificate/kubermatic-tls")) ?? -1);
  });

  test("stays as it is on an upgrade", () => {
    const upgrade = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...EXTERNAL, "project.release": "2.30", "project.upgradeFrom": "2.29" }));
    expect(upgrade.runbook.flatMap(({ commands }) => commands)).not.toContain(CHART);
  });
});
