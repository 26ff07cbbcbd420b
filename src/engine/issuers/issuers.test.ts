import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { planFrom } from "../plan/plan-from.ts";
import type { Plan } from "../plan/plan.ts";
import { changed, referenceAnswers, referencePlan, type Changes } from "../testing/reference.ts";
import { issuers } from "./registry.ts";

const FRESH = { "project.release": "2.31", "project.upgradeFrom": "none" };
const ANSWERS: Changes = {
  "certificates.acmeHost": "acme.example.com",
  "certificates.acmePath": "/acme/acme/directory",
  "certificates.acmeBinding": true,
  "certificates.vaultHost": "vault.example.com",
  "certificates.vaultPath": "pki_int/sign/platform",
  "certificates.venafiHost": "tpp.example.com",
  "certificates.venafiZone": "Platform",
  "certificates.externalCaHost": "ca.example.com",
  "certificates.externalIssuerKind": "step-issuer",
  "certificates.externalIssuerObject": "StepClusterIssuer",
  "certificates.externalIssuerGroup": "certmanager.step.sm",
  "dns.zone": "public",
  "dns.automation": "bind",
  "dns.updateServer": "ns1.example.com",
  "dns.updateKey": "kkp-update",
};
const planOf = (id: string, changes: Changes = {}): Plan => planFrom(referenceAnswers({ ...ANSWERS, "certificates.issuance": id, ...changes }));

/** Who is called on which port, and what comes to the entry, worked out from each issuer's documentation. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  supplied: [],
  http01: ["internet → public-address[seed] 80", "public-address[seed] → entry[seed] 80", "nodes[seed] → public-address[seed] 80", "nodes[seed] → acme 443"],
  dns01: ["nodes[seed] → acme 443", "nodes[seed] → zone 53", "nodes[seed] → zone-server 53"],
  "acme-http01": ["issuer → entry[seed] 80", "nodes[seed] → entry[seed] 80", "nodes[seed] → issuer 443"],
  "acme-dns01": ["nodes[seed] → issuer 443", "nodes[seed] → zone 53", "nodes[seed] → zone-server 53"],
  ca: [],
  vault: ["nodes[seed] → issuer 8200", "issuer → api[seed] 6443"],
  venafi: ["nodes[seed] → issuer 443"],
  external: ["nodes[seed] → issuer 443"],
  "self-signed": [],
};

test("every issuer is worked out here", () => expect(issuers.map(({ id }) => id).toSorted()).toEqual(Object.keys(WAYS).toSorted()));

describe.each(Object.entries(WAYS))("%s", (id, ways) => {
  const plan = planOf(id);
  const record = issuers.find((issuer) => issuer.id === id);

  test("has the flows of its way and no others", () => {
    const mine = plan.firewall.flows.filter(({ refs }) => refs.includes("E1") || refs.includes("E21"));
    expect(mine.map(({ source, destination, ports }) => `${source} → ${destination} ${ports}`).toSorted()).toEqual([...ways].toSorted());
  });

  test.each([{}, FRESH])("covers every host in each release", (release) => {
    const { certificates } = planOf(id, release);
    expect(certificates.coverage).toHaveLength(6);
    expect(certificates.coverage.every(({ coveredBy }) => coveredBy === "certificate[seed]")).toBe(true);
    expect(planOf(id, { ...release, "certificates.names": "wildcard" }).certificates.coverage.every(({ match }) => match !== undefined)).toBe(true);
  });

  test("asks nothing that is not answered, and prepares what it needs", () => {
    expect(plan.openPoints.map(({ path }) => path).filter((path) => path.startsWith("certificates.") && path !== "certificates.publicAddress")).toEqual([]);
    const lines = plan.checklist.map((item) => item.id);
    for (const need of record?.prepare ?? []) expect(lines).toContain(`todo.issuer-${need.id}`);
    expect(plan.accounts.some((account) => account.id === "account.issuer")).toBe(record?.account !== undefined || record?.bindingQuestion !== undefined);
  });

  test("a step applies it, or enters the certificate by hand", () => {
    const steps = plan.runbook.map((step) => step.id);
    expect(steps.includes("step.issuer[seed]")).toBe(record?.by === "cert-manager");
    expect(steps.includes("step.supplied-certificates[seed]")).toBe(record?.by === "hand");
    expect(steps.includes("step.ca-key")).toBe(id === "ca");
  });
});

const fields = (plan: Plan) => plan.settings.filter(({ topic }) => topic === "certificates").map(({ object, field, value }) => `${object}: ${field} = ${value.kind === "known" ? value.value : value.kind}`);

describe("tokens that Vault has reviewed", () => {
  const plan = planOf("vault", { "access.vaultAddress": undefined });
  const item = (id: string, of = plan) => of.checklist.find((line) => line.id === `todo.${id}`);

  test("it is told of each cluster before the issuer is applied there", () => {
    const ids = planOf("vault", FRESH).runbook.map(({ id }) => id);
    expect(ids.indexOf("step.kubeone[seed]")).toBeLessThan(ids.indexOf("step.token-review"));
    expect(ids.indexOf("step.token-review")).toBeGreaterThan(0);
    expect(ids.indexOf("step.token-review")).toBeLessThan(ids.indexOf("step.issuer[seed]"));
    const step = planOf("vault", FRESH).runbook.find(({ id }) => id === "step.token-review");
    expect(step?.commands).toContain("kubectl auth can-i create tokenreviews.authentication.k8s.io --as=system:serviceaccount:cert-manager:vault-reviewer");
    expect(planOf("vault", FRESH).runbook.find(({ id }) => id === "step.issuer[seed]")?.commands).toContain("if kubectl wait clusterissuers --all --for=condition=Ready --timeout=5m; then rm seed/vault-reviewer.jwt seed/vault-reviewer-ca.crt; else false; fi");
    expect(planOf("ca").runbook.map(({ id }) => id)).not.toContain("step.token-review");
  });

  test("only what can be there before the clusters is on the checklist", () => {
    expect(item("issuer-vault-auth")?.verify).toBe("`vault auth list` shows a path of the type kubernetes for each cluster");
  });

  test("the role is bound to the audience that cert-manager asks for, and the issuer names the whole path of the login", () => {
    expect(item("account.issuer")?.verify).toContain("audience vault://platform");
    expect(fields(plan).find((line) => line.includes("spec.vault.auth.kubernetes"))).toContain("mountPath /v1/auth/");
  });

  test("the role waits for the Vault that signs, not for the one that keeps secrets", () => {
    expect(item("account.issuer")).toMatchObject({ blockedBy: [], dependsOn: [], shownWith: ["todo.issuer-vault-role", "todo.issuer-vault-auth"] });
    expect(item("account.issuer", planOf("vault", { "access.vaultAddress": undefined, "certificates.vaultHost": undefined }))?.blockedBy).toEqual(["certificates.vaultHost"]);
  });
});

test("Vault is named with server and path", () => {
  expect(fields(planOf("vault"))).toEqual(
    expect.arrayContaining(["ClusterIssuer platform: spec.vault.server = https://vault.example.com:8200", "ClusterIssuer platform: spec.vault.path = pki_int/sign/platform"]),
  );
});

test("2.30 names the issuer in three places, 2.31 in one", () => {
  const named = (plan: Plan) => fields(plan).filter((line) => line.endsWith("= platform"));
  expect(named(planOf("vault"))).toEqual(["KubermaticConfiguration: spec.ingress.certificateIssuer.name = platform", "values.yaml: dex.ingress.annotations: cert-manager.io/cluster-issuer = platform", "Helm values of iap: iap.certIssuer.name = platform"]);
  expect(named(planOf("vault", FRESH))).toEqual(["KubermaticConfiguration: spec.ingress.certificateIssuer.name = platform"]);
});

test("a private root stands in every place that checks certificates", () => {
  const objects = (plan: Plan) => plan.settings.filter(({ id }) => id.startsWith("setting.certificates.root-")).map(({ object }) => object);
  const everywhere = ["ConfigMap kubermatic/platform-ca-bundle", "KubermaticConfiguration", "Helm values of iap in monitoring", "Helm values of iap in mla"];
  expect(objects(planOf("ca"))).toEqual(everywhere);
  expect(objects(planOf("supplied", { "certificates.rootTrust": "private" }))).toEqual(everywhere);
  expect(objects(planOf("supplied"))).toEqual([]);
  expect(objects(planOf("http01"))).toEqual([]);
  expect(planOf("ca").checklist.map(({ id }) => id)).toEqual(expect.arrayContaining(["todo.root-bundle", "todo.root-clients"]));
  expect(planOf("ca").runbook.map(({ id }) => id)).toContain("step.private-root");
});

test("a root that cert-manager makes is not asked for before it exists", () => {
  const { checklist, runbook } = planOf("self-signed");
  const roots = checklist.filter(({ id }) => id.startsWith("todo.root-"));
  expect(roots.map(({ id }) => id)).toEqual(["todo.root-clients"]);
  expect(roots[0]?.title).toContain("on the day of the installation");
  expect(runbook.map(({ id }) => id)).toContain("step.made-root");
});

test("a Seed apart from the master is given cert-manager, which no stack of the installer brings there", () => {
  const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...ANSWERS, "certificates.issuance": "ca" }));
  const steps = plan.runbook.filter(({ commands }) => commands.some((line) => /^helm .*cert-manager/.test(line)));
  expect(steps.map(({ id }) => id)).toEqual(["step.issuer[azure-seed]"]);
});

test("beside a root that is made, the private root of an issuer in place of Dex is asked for and handed out", () => {
  const { checklist, runbook } = planOf("self-signed", { "authentication.connector": "keycloak", "authentication.sourceRoot": "private" });
  expect(checklist.map(({ id }) => id)).toContain("todo.root-bundle");
  const commands = runbook.filter(({ id }) => ["step.private-root", "step.made-root"].includes(id)).map(({ commands }) => commands.join("\n"));
  expect(commands).toHaveLength(2);
  for (const lines of commands) expect(lines).toContain("issuer-root.crt");
});

test("a supplied certificate takes the public root as KKP ships it, and says so", () => {
  expect(referencePlan().assumptions.map(({ path }) => path)).toContain("certificates.rootTrust");
});

test("external account binding appears by name only", () => {
  const binding = fields(planOf("acme-http01")).find((line) => line.includes("externalAccountBinding"));
  expect(binding).toContain("<fill-in");
  expect(fields(planOf("acme-http01", { "certificates.acmeBinding": false })).some((line) => line.includes("externalAccountBinding"))).toBe(false);
});

test("the key of the binding gets a Secret before the issuer, beside a Gateway of the customer as well, and stays as it is on an upgrade", () => {
  const step = (id: string, changes: Changes) => planOf("acme-http01", changes).runbook.find((one) => one.id === id);
  const own = { "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayAddress": "10.20.40.9" };
  for (const [id, changes] of [["step.issuer[seed]", {}], ["step.own-gateway", { ...FRESH, ...own }]] as const) {
    const commands = step(id, changes)?.commands ?? [];
    const at = commands.findIndex((line) => line.startsWith("if kubectl -n cert-manager create secret generic acme-binding --from-file=secret=seed/acme-binding-secret "));
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(commands.indexOf("kubectl apply -f seed/clusterissuer.yaml"));
    expect(planOf("acme-http01", changes).secrets.find((secret) => secret.id === "secret.binding")?.files).toEqual(["Secret cert-manager/acme-binding of seed"]);
    expect(step(id, { ...changes, "certificates.acmeBinding": false })?.commands.join()).not.toContain("acme-binding");
  }
  expect(step("step.own-gateway", { "project.release": "2.31", "project.upgradeFrom": "2.30", ...own })?.commands.join()).not.toContain("create secret generic acme-binding");
});

test("a CA service is named by the kind of its plug-in, in the table and in the runbook", () => {
  const plan = planOf("external");
  const named = "address of the CA service, in the field that step-issuer has for it";
  expect(plan.settings.filter(({ object }) => object === "StepClusterIssuer platform").map(({ field }) => field).toSorted()).toEqual(["Secret with the credential, in the field that step-issuer has for it", named, "apiVersion and kind"]);
  expect(plan.runbook.find(({ id }) => id === "step.issuer[seed]")?.text).toContain(named);
});

test("the credential of Venafi has a name in the secret store, and a step that makes its Secret", () => {
  const plan = planOf("venafi", FRESH);
  expect(plan.checklist.find(({ title }) => title.startsWith("Venafi account"))?.verify).toBe("The secret store holds access-token, of which the runbook makes the Secret cert-manager/venafi-credentials with access-token; a login with it, where one is possible already, shows the listed permissions and no others");
  expect(plan.secrets.find(({ id }) => id === "secret.signer")).toMatchObject({ name: "kkp/signer", files: ["Secret cert-manager/venafi-credentials of seed"] });
  expect(plan.runbook.find(({ id }) => id === "step.issuer[seed]")?.commands.join("\n")).toContain("create secret generic venafi-credentials --from-file=access-token=");
  expect(planOf("venafi", { ...FRESH, "project.upgradeFrom": "2.30" }).runbook.flatMap(({ commands }) => commands).join("\n")).not.toContain("create secret generic venafi-credentials");
});

/** Key and mail address of an account at an ACME server, in the order in which rows stand. */
const ACCOUNT = ["spec.acme.privateKeySecretRef.name = acme-account-key", "spec.acme.email = platform@example.com"];

/** The ClusterIssuer as cert-manager publishes it, with the answers of this plan: all fields of the issuer itself, and no others. */
test.each<[string, readonly string[]]>([
  ["acme-http01", ["spec.acme.server = https://acme.example.com/acme/acme/directory", ...ACCOUNT]],
  ["acme-dns01", ["spec.acme.server = https://acme.example.com/acme/acme/directory", ...ACCOUNT]],
  ["ca", ["spec.ca.secretName = platform-ca"]],
  ["vault", ["spec.vault.server = https://vault.example.com:8200", "spec.vault.path = pki_int/sign/platform", "spec.vault.auth.kubernetes = role cert-manager, serviceAccountRef cert-manager, mountPath /v1/auth/ with the path of the cluster's own auth method"]],
  ["venafi", ["spec.venafi.tpp.url = https://tpp.example.com/vedsdk", "spec.venafi.zone = Platform", "spec.venafi.tpp.credentialsRef.name = venafi-credentials"]],
  ["external", ["apiVersion and kind = certmanager.step.sm, with the version that `kubectl api-resources` shows, and StepClusterIssuer", "address of the CA service, in the field that step-issuer has for it = https://ca.example.com", "Secret with the credential, in the field that step-issuer has for it = issuer-credentials in the namespace cert-manager"]],
  ["self-signed", ["spec.selfSigned of an Issuer, and a Certificate with isCA: true = platform-root", "spec.duration and spec.privateKey.rotationPolicy of that Certificate = 87600h, Never", "spec.ca.secretName = platform-root"]],
])("%s: where it signs, by which path and with which Secret", (id, rows) => {
  const own = fields(planOf(id, { ...FRESH, "certificates.acmeMail": "platform@example.com" })).flatMap((line) => (/^\w*ClusterIssuer platform: /.test(line) ? [line.replace(/^\w*ClusterIssuer platform: /, "")] : []));
  expect(own.filter((line) => !/^spec\.acme\.(solvers|externalAccountBinding)|caBundle/.test(line))).toEqual(rows);
});

test.each([["acme-http01", "spec.acme.caBundle"], ["acme-dns01", "spec.acme.caBundle"], ["vault", "spec.vault.caBundle"], ["venafi", "spec.venafi.tpp.caBundle"]])("%s is told the root of a private CA as %s", (id, bundle) => {
  expect(fields(planOf(id, { "certificates.rootTrust": "private" })).some((line) => line.startsWith(`ClusterIssuer platform: ${bundle} = `))).toBe(true);
});
