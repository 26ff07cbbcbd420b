import { describe, expect, test } from "vitest";
import { goldenAnswers, installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import type { Plan } from "../../plan/plan.ts";
import { explain } from "../../plan/explain.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { kindOfSecret } from "./new-secrets.ts";
import { repository } from "./stores.ts";
import { bastions } from "./ways-in.ts";

test("the reference setup waits for the addresses of bastion and Vault", () => {
  const rows = referencePlan().access.map(({ id, detail }) => [id, detail]);
  expect(rows).toEqual([
    ["access.bastion[main]", { kind: "open", question: "access.places.main.bastionAddress" }],
    ["access.repository", { kind: "known", value: "https://git.example.com/platform/kubermatic.git" }],
    ["access.secret-store", { kind: "open", question: "access.vaultAddress" }],
    ["access.kubeconfig[seed]", { kind: "known", value: "Written by kubeone kubeconfig; kept in the secret store" }],
  ]);
});

describe("without a bastion", () => {
  const wayIn = (changes: Changes = {}) => referencePlan({ "access.bastion": false, ...changes });

  test("engineers need a way into a private node network, and the checklist says so", () => {
    const plan = wayIn();
    expect(plan.access.find(({ id }) => id === "access.way-in[main]")).toMatchObject({
      detail: { kind: "known", value: "Into 10.20.0.0/24, by VPN or by public addresses of the machines" },
      team: "security",
      why: "There is no bastion: KubeOne enters the machines of seed by SSH from the engineers' own, and 10.20.0.0/24 is private.",
    });
    expect(plan.checklist.find(({ id }) => id === "todo.access.way-in[main]")).toMatchObject({ team: "security", blockedBy: [] });
  });

  test("a node network that nobody named yet leaves it open", () => {
    expect(wayIn({ "network.places.main.nodeNetwork": undefined }).access.find(({ id }) => id === "access.way-in[main]")?.detail).toEqual({ kind: "open", question: "network.places.main.nodeNetwork" });
  });

  test.each<[string, Changes]>([
    ["a public node network", { "network.places.main.nodeNetwork": "203.0.113.0/24" }],
    ["a cluster that KubeOne does not build", { "infrastructure.clusters.seed.provisioning": "existing" }],
    ["a bastion after all", { "access.bastion": true }],
  ])("%s needs none", (_name, changes) => {
    expect(wayIn(changes).access.filter(({ id }) => id.startsWith("access.way-in"))).toEqual([]);
  });
});

test("a place of workers only has no bastion", () => {
  expect(cellOf(bastions, starterAnswers("vsphere-plus-azure"), "azure").outcome).toEqual({ kind: "not-applicable", why: "No platform cluster stands here." });
  expect(cellOf(bastions, starterAnswers("vsphere-plus-azure-seed"), "azure").outcome.kind).toBe("known");
});

test("stores inside the repository need no address", () => {
  const plan = planFrom(starterAnswers("proof-of-concept"));
  expect(plan.access.find(({ id }) => id === "access.secret-store")?.detail).toEqual({ kind: "known", value: "SOPS in the Git repository" });
});

test("no repository is said, not left out in silence", () => {
  expect(cellOf(repository, referenceAnswers({ "access.repository": "none" })).outcome.kind).toBe("not-applicable");
});

test("an upgrade asks for what brings Kubernetes of a platform cluster to a newer version, and for nothing where others do", () => {
  const titles = (changes: Changes) => referencePlan(changes).tools.map(({ title }) => title).filter((title) => ["kubeone", "terraform"].includes(title));
  const UPGRADE = { "project.release": "2.30", "project.upgradeFrom": "2.29" };
  expect(titles({ "project.release": "2.30", "project.upgradeFrom": "none" })).toEqual(["kubeone", "terraform"]);
  expect(titles(UPGRADE)).toEqual(["kubeone", "terraform"]);
  expect(titles({ ...UPGRADE, "infrastructure.clusters.seed.provider": "bare-metal" })).toEqual(["kubeone"]);
  expect(titles({ ...UPGRADE, "infrastructure.clusters.seed.provisioning": "managed" })).toEqual([]);
});

test("which KubeOne goes with which KKP is read from what both support, and said to be confirmed nowhere", () => {
  const plan = referencePlan({ "project.upgradeFrom": "none" });
  const kubeone = plan.tools.find(({ id }) => id === "tool.kubeone");
  expect(kubeone?.why).toContain("No pairing is published");
  expect(explain(plan, kubeone!).facts.find(({ id }) => id === "operations.tool-versions")?.certainty).toBe("unconfirmed");
});

test("tools have the versions that fit the release", () => {
  const versions = (release: string) => Object.fromEntries(referencePlan({ "project.release": release, "project.upgradeFrom": "none" }).tools.map(({ title, version }) => [title, version]));
  expect(versions("2.30")).toMatchObject({ "kubermatic-installer": "2.30.6", helm: "3 or 4", kubeone: "1.12 or 1.13; KubeOne supports 1.13 today", terraform: "1.0 or newer", vault: "that of the server" });
  expect(versions("2.31")).toMatchObject({ "kubermatic-installer": "2.31.0", helm: "3 or 4", kubeone: "1.13 or 1.14" });
  expect(versions("2.28")).toMatchObject({ kubeone: "1.10 or 1.11; KubeOne supports neither today" });
  expect(referencePlan({ "infrastructure.clusters.seed.provisioning": "managed" }).tools.map(({ title }) => title)).not.toContain("kubeone");
  const reason = (release: string) => referencePlan({ "project.release": release }).tools.find(({ id }) => id === "tool.kubeone")?.why;
  expect(reason("2.28")).toContain("Of those that KubeOne supports today, 1.13 installs 1.33 of it.");
  expect(reason("2.31")).toContain("cover most of what KKP 2.31 offers. Of those that KubeOne supports today, 1.13 installs 1.33 to 1.35 and 1.14 installs 1.34 to 1.36 of it.");
  const offline = (release: string) => referencePlan({ "project.release": release, "project.upgradeFrom": "none", "network.places.main.internet": "offline" }).tools.find(({ id }) => id === "tool.kubeone");
  expect(offline("2.28")?.version).toBe("1.11; KubeOne no longer supports it");
  expect(offline("2.28")?.why).toContain(" 1.10 cannot fill the private registry: it lacks mirror-images.");
  const rooted = (release: string) => referencePlan({ "project.release": release, "project.upgradeFrom": "none", "infrastructure.places.main.apiRoot": "private" }).tools.find(({ id }) => id === "tool.kubeone");
  expect(rooted("2.28")?.version).toBe("1.11; KubeOne no longer supports it");
  expect(rooted("2.28")?.why).toContain(" 1.10 cannot hand a file of roots to its pods: it lacks certificateAuthority.file.");
  expect(rooted("2.29")?.version).toBe("1.11 or 1.12; KubeOne supports neither today");
  expect(offline("2.29")?.version).toBe("1.11 or 1.12; KubeOne supports neither today");
  const titles = (changes: Parameters<typeof referencePlan>[0]) => referencePlan(changes).tools.map(({ title }) => title);
  expect(titles({ "loadBalancer.clusters.seed.kind": "cilium-bgp" })).toEqual(expect.arrayContaining(["sonobuoy", "cilium"]));
  expect(titles({})).not.toContain("cilium");
  expect(titles({ "project.release": "2.31", "project.upgradeFrom": "2.30" })).not.toContain("sonobuoy");
  expect(referencePlan({ "access.toolset": "container" }).tools.find(({ id }) => id === "tool.container")?.version).toContain("kubeone-tooling");
});

test("secrets are named once each, with what makes them; proxies stand apart by stack", () => {
  const { secrets } = referencePlan();
  expect(secrets.map(({ id }) => id)).toEqual([
    "secret.service-account-key",
    "secret.issuer-client",
    "secret.issuer-cookie",
    "secret.pull",
    "secret.client-kubermatic",
    "secret.client-prometheus",
    "secret.client-grafana",
    "secret.client-alertmanager",
    "secret.client-mla-grafana",
    "secret.client-mla-alertmanager",
    "secret.connector",
    "secret.tls-key",
    "secret.machines-username[fra-vsphere]",
    "secret.machines-password[fra-vsphere]",
    "secret.kubeconfig[seed]",
    "secret.minio-access[seed]",
    "secret.minio-secret[seed]",
    "secret.alerts",
    "secret.key-seed-mla-prometheus[seed]",
    "secret.key-seed-mla-grafana[seed]",
    "secret.key-seed-mla-alertmanager[seed]",
    "secret.key-usercluster-mla-grafana[seed]",
    "secret.key-usercluster-mla-alertmanager[seed]",
  ]);
  expect(secrets.find(({ id }) => id === "secret.issuer-client")?.files).toEqual(["kubermatic.yaml", "values.yaml"]);
  expect(secrets.find(({ id }) => id === "secret.client-mla-grafana")?.files).toEqual(["values.yaml", "seed/values-usercluster-mla.yaml"]);
});

test("an issuer in place of Dex makes its clients' secrets itself, and users in Dex have hashes", () => {
  const keycloak = referencePlan({ "authentication.connector": "keycloak" }).secrets;
  expect(keycloak.find(({ id }) => id === "secret.issuer-client")).toMatchObject({ files: ["kubermatic.yaml"] });
  expect(keycloak.find(({ id }) => id === "secret.issuer-client")).not.toHaveProperty("command");
  expect(keycloak.map(({ id }) => id)).not.toContain("secret.client-kubermatic");
  const inDex = referencePlan({ "authentication.connector": "static-users" }).secrets.map(({ id }) => id);
  expect(inDex).toContain("secret.user-hash");
  expect(inDex).not.toContain("secret.connector");
  for (const connector of ["saml", "authproxy"]) expect(referencePlan({ "authentication.connector": connector }).secrets.map(({ id }) => id)).not.toContain("secret.connector");
});

test("further backups name the keys of their store and the password of what they write", () => {
  const plan = (...further: readonly string[]) => referencePlan({ "storage.further": further, "storage.furtherStore": "s3.example.com" });
  const of = (...further: readonly string[]) => plan(...further).secrets.filter(({ id }) => id.startsWith("secret.backup-store") || id.startsWith("secret.restic")).map(({ name, files }) => `${name}: ${files.join(", ")}`);
  expect(of()).toEqual([]);
  expect(of("velero")).toEqual(["kkp/backup-store: seed/values-velero.yaml"]);
  expect(of("platform-etcd", "mirror")).toEqual(["kkp/backup-store: environment of kubeone apply for seed, seed/minio-mirror.yaml", "seed/restic: seed/kubeone.yaml, resticPassword of backups-restic"]);
  const step = plan("platform-etcd").runbook.find(({ id }) => id === "step.kubeone[seed]");
  expect(step?.commands.findIndex((line) => line.includes("AWS_ACCESS_KEY_ID"))).toBeLessThan(step?.commands.findIndex((line) => line.startsWith("kubeone apply")) ?? -1);
  expect(step?.text).toContain("hold kkp/backup-store while `kubeone apply` runs");
});

test("on AWS the store's keys stand beside the account of the cloud, and neither needs the rights of the other", () => {
  const aws = planFrom(changed(installationAnswers("web-shop-on-aws"), { "storage.further": ["platform-etcd"], "storage.store": "s3.example.com", "storage.storeRoot": "public", "project.upgradeFrom": "none", "infrastructure.clusters.seed.provisioning": "kubeone", "infrastructure.clusters.seed.controlPlanes": 3, "loadBalancer.clusters.seed.apiEndpoint": "provider" }));
  const step = aws.runbook.find(({ id }) => id === "step.kubeone[seed]");
  expect(step?.text).toContain("the components of the cloud find its account under the same names behind MC_, OSM_ and CCM_");
  expect(step?.commands.filter((line) => !line.startsWith("if grep")).slice(0, 4)).toEqual([
    ': "${BACKUP_ACCESS_KEY_ID:?key for the store of further backups}" "${BACKUP_SECRET_ACCESS_KEY:?its secret}"',
    'export MC_AWS_ACCESS_KEY_ID="$AWS_ACCESS_KEY_ID" OSM_AWS_ACCESS_KEY_ID="$AWS_ACCESS_KEY_ID" CCM_AWS_ACCESS_KEY_ID="$AWS_ACCESS_KEY_ID"',
    'export MC_AWS_SECRET_ACCESS_KEY="$AWS_SECRET_ACCESS_KEY" OSM_AWS_SECRET_ACCESS_KEY="$AWS_SECRET_ACCESS_KEY" CCM_AWS_SECRET_ACCESS_KEY="$AWS_SECRET_ACCESS_KEY"',
    expect.stringMatching(/^\(export AWS_ACCESS_KEY_ID="\$BACKUP_ACCESS_KEY_ID" AWS_SECRET_ACCESS_KEY="\$BACKUP_SECRET_ACCESS_KEY"; kubeone apply -m .*\)$/),
  ]);
});

test("each way to a certificate has its secret, or none", () => {
  const of = (issuance: string) => referencePlan({ "certificates.issuance": issuance, "dns.automation": "rfc2136" }).secrets.map(({ id }) => id).filter((id) => ["secret.tls-key", "secret.ca-key", "secret.zone"].includes(id));
  expect(of("supplied")).toEqual(["secret.tls-key"]);
  expect(of("ca")).toEqual(["secret.ca-key"]);
  expect(of("dns01")).toEqual(["secret.zone"]);
  expect(of("http01")).toEqual([]);
});

test("S3 outside hands its keys over", () => {
  const ids = referencePlan({ "storage.clusters.seed.backupTarget": "s3" }).secrets.map(({ id }) => id);
  expect(ids).toContain("secret.s3[seed]");
  expect(ids).not.toContain("secret.minio-access[seed]");
});

test.each(starterNames)("%s: placeholders pass for no secret and stand for one each", (name) => {
  const { settings, secrets } = planFrom(starterAnswers(name));
  expect(new Set(secrets.map((secret) => secret.name)).size).toBe(secrets.length);
  const shown = settings.flatMap(({ value }) => (value.kind === "known" ? [...value.value.matchAll(/<(?:GENERATE|fill-in): ?([^>]+)>/g)] : []));
  const names = new Set(secrets.map((secret) => secret.name));
  expect(shown.map(([, secret = ""]) => secret).filter((secret) => secret.includes("/") && !names.has(secret))).toEqual([]);
  const account = settings.find(({ field }) => field === "spec.auth.serviceAccountKey")?.value;
  expect(account?.kind === "known" ? account.value.length : 99).toBeLessThan(32);
  for (const [text] of shown) expect([16, 24, 32]).not.toContain(text.length);
});

describe("an upgrade keeps what the installed platform has", () => {
  const plan = (changes: Changes) => referencePlan({ "project.release": "2.31", "storage.further": ["velero"], "storage.store": "s3.example.com", "storage.furtherBucket": "kkp", ...changes });
  const values = ({ settings }: Plan) => settings.flatMap(({ value }) => (value.kind === "known" ? [value.value] : []));

  test("no file asks for a new secret, or for one that somebody hands over", () => {
    const shown = values(plan({ "project.upgradeFrom": "2.30" }));
    expect(shown).toContain("<KEEP:kkp/auth/sa>");
    expect(shown).toContain("<KEEP:kkp/pull-secret>");
    expect(shown.some((value) => value.includes("<KEEP:kkp/client/grafana>") && value.includes("<KEEP:seed/seed-mla/grafana>"))).toBe(true);
    expect(shown).toContain("[default] with aws_access_key_id and aws_secret_access_key of <KEEP:kkp/backup-store>");
    expect(shown.filter((value) => /<(?:GENERATE|fill-in): ?[^ ]+\//.test(value))).toEqual([]);
    for (const [text] of shown.flatMap((value) => [...value.matchAll(/<KEEP: ?[^>]+>/g)])) expect([16, 24, 32]).not.toContain(text.length);
  });

  test("each secret says so, and a new platform makes it", () => {
    expect(plan({ "project.upgradeFrom": "2.30" }).secrets.every(({ inUse }) => inUse)).toBe(true);
    expect(plan({ "project.upgradeFrom": "none" }).secrets.some(({ inUse }) => inUse)).toBe(false);
    expect(values(plan({ "project.upgradeFrom": "none" }))).toContain("<GENERATE:kkp/auth/sa>");
  });

  test("what it has none of is made or handed over as on a new platform", () => {
    const adds = plan({ "project.upgradeFrom": "2.30", "access.newSecrets": ["login", "further-backups"] });
    const shown = values(adds);
    expect(shown).toContain("<GENERATE:kkp/auth/issuer>");
    expect(shown).toContain("<GENERATE:kkp/auth/cookie>");
    expect(shown).toContain("<KEEP:kkp/auth/sa>");
    expect(shown).toContain("[default] with aws_access_key_id and aws_secret_access_key of <fill-in:kkp/backup-store>");
    expect(adds.secrets.filter(({ inUse }) => !inUse).map(({ name, command }) => [name, command])).toEqual([
      ["kkp/auth/issuer", "openssl rand -hex 32"],
      ["kkp/auth/cookie", "openssl rand -hex 32"],
      ["kkp/backup-store", undefined],
    ]);
    const step = adds.runbook.find(({ id }) => id === "step.configuration");
    expect(step?.text).toContain("<GENERATE:name> stands for a secret that is new with this upgrade");
    expect(step?.commands[0]).toContain("GENERATE");
    expect(adds.assumptions.map(({ path }) => path)).not.toContain("access.newSecrets");
    expect(plan({ "project.upgradeFrom": "2.30" }).assumptions.map(({ path }) => path)).toContain("access.newSecrets");
  });

  test.each([...goldenAnswers()])("%s: every secret but those as old as the platform is of some kind", (_name, answers) => {
    const old = planFrom(answers).secrets.filter(({ name }) => kindOfSecret(name) === undefined).map(({ name }) => name);
    expect(old.filter((name) => !["kkp/auth/sa", "kkp/pull-secret"].includes(name) && !name.endsWith("/kubeconfig"))).toEqual([]);
  });

  test("while nobody says whether a platform runs, the placeholder is open, and the field stays", () => {
    expect(plan({ "project.upgradeFrom": undefined }).settings.find(({ field }) => field === "spec.auth.serviceAccountKey")?.value).toEqual({ kind: "open", question: "project.upgradeFrom" });
  });

  test("the step of the files makes nothing", () => {
    const step = (from: string) => plan({ "project.upgradeFrom": from }).runbook.find(({ id }) => id === "step.configuration");
    expect(step("2.30")?.commands.join("\n")).not.toContain("GENERATE");
    expect(step("2.30")?.text).toContain("<KEEP:name>");
    expect(step("none")?.text).not.toContain("KEEP");
  });
});

test("a managed service needs a way in, hours and accounts", () => {
  const plan = referencePlan({ "access.service": "managed", "access.serviceHours": "always" });
  expect(plan.access.find(({ id }) => id === "access.service-hours")?.detail).toEqual({ kind: "known", value: "Around the clock" });
  expect(plan.openPoints.map(({ path }) => path)).toContain("access.serviceWay");
  expect(plan.accounts.map(({ id }) => id)).toContain("account.managed-service");
  expect(referencePlan().accounts.map(({ id }) => id)).not.toContain("account.managed-service");
});

describe("the tooling container", () => {
  const container = (changes: Changes = {}) => referencePlan({ "access.toolset": "container", "access.secretStore": "vault", ...changes });
  const first = (plan: Plan) => plan.runbook[0];
  const itself = (plan: Plan) => plan.tools.find(({ id }) => id === "tool.container");

  test("lacks what is installed beside it, as far as this plan needs it", () => {
    expect(itself(container())?.why).toContain("everything but the installer, sonobuoy, vault and docker, which are installed beside it;");
    expect(itself(container({ "access.secretStore": "sops", "project.upgradeFrom": "2.30" }))?.why).toContain("everything but the installer and docker, which are installed beside it;");
  });

  test("and the first step looks for the others in it alone", () => {
    const step = first(container());
    expect(step?.text).toContain("All tools but the installer, sonobuoy, vault and docker run in quay.io/");
    expect(step?.text).toContain("The image lacks sonobuoy, vault and docker: install them on the machine beside the container");
    expect(step?.commands.join("\n")).not.toContain("sonobuoy");
    expect(step?.commands[0]).toContain("kubeone");
    const installed = first(referencePlan({ "access.secretStore": "vault" }));
    expect(installed?.commands.join("\n")).toContain("sonobuoy version");
    expect(installed?.text).not.toContain("lacks");
  });
});

test("what machines are made with waits for its own datacenter alone, as its field in the Seed object does", () => {
  const MACHINES = ["secret.machines-username[fra-vsphere]", "secret.machines-password[fra-vsphere]"];
  const rows = (changes: Changes) => referencePlan(changes).secrets.map(({ id }) => id).filter((id) => id.startsWith("secret.machines-"));
  expect(rows({ "storage.clusters.seed.backupTarget": undefined })).toEqual(MACHINES);
  expect(rows({ "infrastructure.clusters.seed.name": undefined })).toEqual([]);
  const plan = referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": undefined });
  expect(plan.secrets.filter(({ id }) => id.startsWith("secret.machines-"))).toEqual([]);
  expect(plan.openPoints.find(({ path }) => path === "infrastructure.datacenters.fra-vsphere.provider")?.waiting).toContain("Secrets of fra-vsphere");
});

test("ssh is a tool where KubeOne takes its key from an agent, or an item of the checklist is shown by it", () => {
  const there = (plan: Plan) => plan.tools.some(({ id }) => id === "tool.ssh");
  const calls = (plan: Plan) => plan.runbook.some(({ commands }) => commands.some((line) => /\bssh(-add)? /.test(line))) || plan.checklist.some(({ verify }) => /`ssh[ `]/.test(verify));
  for (const name of starterNames) {
    const plan = planFrom(starterAnswers(name));
    expect(there(plan), name).toBe(calls(plan));
  }
  const keepalived: Changes = { "loadBalancer.clusters.seed.apiEndpoint": "keepalived", "loadBalancer.clusters.seed.apiAddress": "10.20.0.10", "infrastructure.clusters.seed.provider": "openstack", "project.upgradeFrom": "none" };
  expect(starterNames.map((name) => there(planFrom(starterAnswers(name))))).toContain(true);
  expect(there(referencePlan({ ...keepalived, "infrastructure.clusters.seed.provisioning": "managed", "access.bastion": false }))).toBe(false);
});

test.each([
  ["vault", "vault"],
  ["sops", "sops"],
  ["git-crypt", "git-crypt"],
  ["other", undefined],
])("the secret store %s brings its own tool", (store, tool) => {
  const stores = referencePlan({ "access.secretStore": store, "access.toolset": "installed" }).tools.map(({ title }) => title).filter((title) => ["vault", "sops", "git-crypt"].includes(title));
  expect(stores).toEqual(tool === undefined ? [] : [tool]);
});
