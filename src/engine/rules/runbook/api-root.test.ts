import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const ROOT = "infrastructure.places.main.apiRoot";
const PRIVATE: Changes = { [ROOT]: "private", "infrastructure.places.main.vsphereServer": "vcenter.example.com" };
const step = (plan: ReturnType<typeof referencePlan>, id: string) => plan.runbook.find((one) => one.id === id);
const fields = (plan: ReturnType<typeof referencePlan>) => plan.settings.filter(({ field }) => field.startsWith("spec.caBundle") || field.startsWith("certificateAuthority") || field.endsWith("allowInsecure")).map(({ object, field, value }) => `${object} ${field}: ${value.kind === "known" ? value.value : value.kind}`);
const BUNDLE = '"$KUBERMATIC_CHARTS_DIRECTORY"/kubermatic-operator/static/ca-bundle.pem';

/** Nutanix, as a new installation. */
const nutanix = (changes: Changes = {}) => planFrom(changed(installationAnswers("nutanix-hospital"), { "project.upgradeFrom": "none", [ROOT]: "private", ...changes }));

test("the root of vCenter goes into KKP's bundle, into that of KubeOne and to Terraform", () => {
  const plan = referencePlan(PRIVATE);
  expect(fields(plan)).toEqual(["KubermaticConfiguration spec.caBundle: kind ConfigMap, name platform-ca-bundle", "kubeone.yaml of seed certificateAuthority.file: ca-bundle.pem, public roots and the root of vCenter"]);
  expect(step(plan, "step.private-root")).toMatchObject({ title: "Give KKP the root of vCenter", why: "KKP checks vCenter against this bundle, and refuses one whose root is not in it." });
  expect(step(plan, "step.private-root")?.commands[0]).toBe(`cat ${BUNDLE} api-root.crt > ca-bundle.pem`);
  const lines = step(plan, "step.terraform[seed]")?.commands ?? [];
  const at = lines.indexOf(`cat ${BUNDLE} api-root.crt > seed/ca-bundle.pem`);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(lines.slice(at).filter((line) => line.includes("terraform -chdir=seed "))).toEqual([
    "terraform -chdir=seed init",
    'SSL_CERT_FILE="$PWD"/seed/ca-bundle.pem terraform -chdir=seed plan -out=tfplan',
    'SSL_CERT_FILE="$PWD"/seed/ca-bundle.pem terraform -chdir=seed apply tfplan',
    "terraform -chdir=seed output -json > seed/tf.json",
  ]);
  expect(step(plan, "step.kubeone[seed]")?.text).toContain("seed/ca-bundle.pem, which certificateAuthority.file names, is the one that Terraform trusts");
});

test("the infrastructure team hands it over and proves it", () => {
  expect(referencePlan(PRIVATE).checklist.find(({ id }) => id === "todo.api-root")).toMatchObject({ team: "infrastructure", title: "Root certificate of vCenter as api-root.crt, in PEM" });
  expect(referencePlan(PRIVATE).checklist.find(({ id }) => id === "todo.api-root")?.verify).toContain("`openssl s_client -connect vcenter.example.com:443 -CAfile api-root.crt` ends with verify return code 0");
  expect(referencePlan({ [ROOT]: "private", "infrastructure.places.main.vsphereServer": undefined }).checklist.find(({ id }) => id === "todo.api-root")?.blockedBy).toEqual(["infrastructure.places.main.vsphereServer"]);
});

test("it stands beside the roots of the platform and of the stores, in one file", () => {
  const plan = referencePlan({ ...PRIVATE, "certificates.rootTrust": "private", "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.bank.example", "storage.storeRoot": "private" });
  expect(step(plan, "step.private-root")?.commands[0]).toBe(`cat ${BUNDLE} ca.crt store-root.crt api-root.crt > ca-bundle.pem`);
  expect(step(plan, "step.private-root")?.text).toContain("api-root.crt is the root of vCenter, from the infrastructure team.");
});

test("where the addon of KubeOne calls a store as well, one row and one file hold both", () => {
  const plan = referencePlan({ ...PRIVATE, "storage.further": ["platform-etcd"], "storage.store": "s3.bank.example", "storage.storeRegion": "us-east-1", "storage.storeRoot": "private" });
  expect(fields(plan)).toContain("kubeone.yaml of seed certificateAuthority.file: ca-bundle.pem, public roots, the root of vCenter and the root of the object stores");
  expect(fields(plan).filter((row) => row.includes("certificateAuthority"))).toHaveLength(1);
  expect(plan.runbook.flatMap(({ commands }) => commands).filter((line) => line.endsWith("> seed/ca-bundle.pem"))).toEqual([`cat ${BUNDLE} api-root.crt store-root.crt > seed/ca-bundle.pem`]);
});

test("the port of Keystone is nobody's word", () => {
  const item = planFrom(changed(starterAnswers("openstack-two-tenants"), { "infrastructure.places.berlin.apiRoot": "private", "infrastructure.places.berlin.openstackAuthUrl": "keystone.example.com", "infrastructure.places.berlin.openstackServices": [] })).checklist.find(({ id }) => id === "todo.api-root");
  expect(item?.verify).toContain("`openssl s_client -connect keystone.example.com:<port of its URL> -CAfile api-root.crt`");
});

test("KKP takes no root for Prism Central: its datacenter says so, and the bundle is for volumes", () => {
  const plan = nutanix();
  expect(fields(plan)).toContain("Seed seed spec.datacenters.wards.spec.nutanix.allowInsecure: true");
  expect(step(plan, "step.private-root")?.text).toContain("volume-api-root.crt is the root of Prism Element, from the infrastructure team.");
  expect(step(plan, "step.kubeone[seed]")?.text).toContain("NUTANIX_INSECURE is true");
  const { title = "", verify = "" } = plan.checklist.find(({ id }) => id === "todo.api-root") ?? {};
  expect(title).toBe("Root certificate of Prism Central as api-root.crt, in PEM");
  expect(verify).toContain("from a machine in the node network of seed and archive `openssl s_client -connect prism-central.hospital.example:9440 -CAfile api-root.crt`");
  const volumes = plan.checklist.find(({ id }) => id === "todo.volume-api-root");
  expect(volumes?.title).toBe("Root certificate of Prism Element as volume-api-root.crt, in PEM");
  expect(volumes?.verify).toMatch(/from a machine beside the workers of wards and records `openssl s_client -connect \S+:9440 -CAfile volume-api-root.crt`/);
  expect(plan.findings.filter(({ id }) => id.startsWith("providers.unchecked-api")).map(({ title }) => title)).toEqual(["Nobody checks who answers as Prism Central in Vienna"]);
});

test("neither KKP nor Terraform takes one for Cloud Director", () => {
  const plan = planFrom(changed(installationAnswers("cloud-director-hoster"), { [ROOT]: "private" }));
  expect(fields(plan).filter((row) => row.endsWith("vmwareclouddirector.allowInsecure: true"))).not.toEqual([]);
  expect(plan.checklist.map(({ id }) => id)).not.toContain("todo.api-root");
  const texts = plan.runbook.filter(({ id }) => id.startsWith("step.terraform[")).map(({ text }) => text);
  expect(texts.every((text) => text.includes("allow_insecure is true"))).toBe(true);
  expect(plan.runbook.flatMap(({ commands }) => commands).some((line) => line.includes("SSL_CERT_FILE"))).toBe(false);
});

test("a public root, a cloud of a vendor and an upgrade ask nothing more", () => {
  for (const plan of [referencePlan({ [ROOT]: "public" }), nutanix({ "project.upgradeFrom": "2.28", [ROOT]: undefined }), planFrom(starterAnswers("aws-single-region"))]) {
    expect(plan.checklist.map(({ id }) => id)).not.toContain("todo.api-root");
    expect(fields(plan).filter((row) => row.includes("allowInsecure") || row.includes("vCenter"))).toEqual([]);
    expect(plan.openPoints.map(({ question }) => question).filter((path) => path.endsWith("apiRoot"))).toEqual([]);
  }
});

test("until somebody says who signs, the place asks", () => {
  expect(referencePlan({ [ROOT]: undefined }).openPoints.map(({ question }) => question)).toContain("infrastructure.places.apiRoot");
});

test("while nobody says who signs for the API, both steps say what a root of one's own would change", () => {
  const words = (root: string | undefined) => referencePlan({ "project.upgradeFrom": "none", [ROOT]: root }).runbook.flatMap(({ id, text }) => (/^step\.(kubeone|terraform)\[/.test(id) ? [/Who signs for the API of vSphere is open: behind a root of your own, (.*?)\./.exec(text)?.[1] ?? ""] : []));
  expect(words(undefined)).toEqual(["SSL_CERT_FILE names a file with it before Terraform runs", "certificateAuthority"]);
  expect(words("public")).toEqual(["", ""]);
});
