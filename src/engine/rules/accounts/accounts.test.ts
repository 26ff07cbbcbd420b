import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { pullSecret } from "./installation.ts";
import { secretStoreAccounts } from "./people.ts";
import { clusterAccounts, datacenterAccounts } from "./provider-accounts.ts";

const ids = (plan: ReturnType<typeof planFrom>) => plan.accounts.map(({ id }) => id);
const sharedUser = "infrastructure.datacenters.fra-vsphere.vsphereSharedUser";

test("the reference setup: vSphere users of the management, pull secret, SSH key, MinIO, mail server", () => {
  expect(ids(referencePlan())).toEqual([
    "account.vsphere-infrastructure[seed]",
    "account.vsphere-ccm-csi[seed]",
    "account.pull-secret",
    "account.ssh-key[seed]",
    "account.backup-bucket[seed]",
    "account.alerts",
    "account.secret-store",
    "account.repository",
  ]);
});

test("tenants with a user of their own get rows of their own", () => {
  expect(cellOf(datacenterAccounts, referenceAnswers(), "fra-vsphere").outcome).toMatchObject({ kind: "not-applicable" });
  expect(ids(referencePlan({ [sharedUser]: false }))).toContain("account.tenants-vsphere-infrastructure[fra-vsphere]");
});

test("only a user that reaches user clusters is said to end up there", () => {
  const warned = (shared: boolean) => referencePlan({ [sharedUser]: shared }).accounts.filter(({ permissions }) => permissions.some((line) => line.includes("inside user clusters"))).map(({ id }) => id);
  expect(warned(true)).toEqual(["account.vsphere-ccm-csi[seed]"]);
  expect(warned(false)).toEqual(["account.tenants-vsphere-ccm-csi[fra-vsphere]"]);
});

test("a Seed on other infrastructure cannot share its user", () => {
  expect(ids(referencePlan({ "infrastructure.clusters.seed.provider": "azure" }))).toContain("account.tenants-vsphere-infrastructure[fra-vsphere]");
});

test("the Community Edition needs no pull secret", () => {
  expect(cellOf(pullSecret, referenceAnswers({ "project.edition": "CE" })).outcome.kind).toBe("not-applicable");
  expect(cellOf(pullSecret, referenceAnswers({ "project.edition": undefined })).outcome).toEqual({ kind: "waiting", missing: ["project.edition"] });
});

test("Azure workers need a service principal with exactly the fields of a Preset", () => {
  const row = planFrom(starterAnswers("vsphere-plus-azure")).accounts.find(({ id }) => id === "account.tenants-azure-service-principal[azure-weu]");
  expect(row).toMatchObject({ fields: ["tenantID", "subscriptionID", "clientID", "clientSecret", "loadBalancerSKU"], team: "infrastructure" });
});

test("S3 outside asks the storage team for keys", () => {
  const row = referencePlan({ "storage.clusters.seed.backupTarget": "s3" }).accounts.find(({ id }) => id === "account.backup-bucket[seed]");
  expect(row).toMatchObject({ team: "storage", fields: ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY"] });
});

test("DNS-01 needs an account only where a program may change the zone", () => {
  const dns01 = { "certificates.issuance": "dns01", "dns.zone": "public" };
  expect(ids(referencePlan({ ...dns01, "dns.automation": "rfc2136" }))).toContain("account.zone");
  expect(ids(referencePlan({ ...dns01, "dns.automation": "none" }))).not.toContain("account.zone");
});

test("accounts of acme-dns change nothing in the zone", () => {
  const row = referencePlan({ "certificates.issuance": "dns01", "dns.zone": "public", "dns.automation": "acmedns", "dns.acmednsHost": "acme-dns.example.com" }).accounts.find(({ id }) => id === "account.zone");
  expect(row?.title).toBe("Accounts of acme-dns, one for each name");
  expect(row?.permissions).toEqual(["Change the TXT record of the names that acme-dns gave at the registration; nothing in the zone of kubermatic.example.com"]);
});

const vsphere = { "infrastructure.clusters.seed.provider": "vsphere" };

test("KubeOne takes a credential from its environment or its file, KKP from a Preset or the Seed", () => {
  const fields = (id: string) => referencePlan({ [sharedUser]: false }).accounts.find((row) => row.id === id)?.fields;
  expect(fields("account.vsphere-infrastructure[seed]")).toEqual(["VSPHERE_SERVER", "VSPHERE_USER", "VSPHERE_PASSWORD"]);
  expect(fields("account.vsphere-ccm-csi[seed]")).toEqual(["cloudConfig of credentials.yaml", "csiConfig of credentials.yaml"]);
  expect(fields("account.tenants-vsphere-infrastructure[fra-vsphere]")).toEqual(["infraManagementUser.username", "infraManagementUser.password"]);
});

test("the user for machines stands in the Seed's datacenter, and in no Preset", () => {
  const plan = referencePlan({ [sharedUser]: false });
  const why = (id: string) => plan.accounts.find((row) => row.id === id)?.why;
  expect(why("account.tenants-vsphere-infrastructure[fra-vsphere]")).toContain("it goes into the datacenter fra-vsphere of the Seed object");
  expect(why("account.tenants-vsphere-ccm-csi[fra-vsphere]")).toContain("it goes into a Preset");
  const block = "spec.datacenters.fra-vsphere.spec.vsphere.infraManagementUser";
  expect(plan.settings.filter(({ field }) => field.startsWith(block)).map(({ object, field, value }) => [object, field, value])).toEqual([
    ["Seed seed", `${block}.username`, { kind: "known", value: "<fill-in:fra-vsphere/machines/username>" }],
    ["Seed seed", `${block}.password`, { kind: "known", value: "<fill-in:fra-vsphere/machines/password>" }],
  ]);
  expect(plan.secrets.filter(({ name }) => name.startsWith("fra-vsphere/machines/")).map(({ files }) => files)).toEqual([["seed/seed.yaml"], ["seed/seed.yaml"]]);
  const text = (id: string, { runbook } = plan) => runbook.find((step) => step.id === id)?.text;
  expect(text("step.seed-object[seed]")).toContain("infraManagementUser from the secret store");
  expect(text("step.presets")).toContain("The vSphere user for machines stands in the Seed object");
  expect(text("step.presets", planFrom(starterAnswers("openstack-two-tenants")))).not.toContain("stands in the Seed object");
});

test("a user that tenants share goes into KubeOne and into the Preset", () => {
  const row = referencePlan().accounts.find(({ id }) => id === "account.vsphere-ccm-csi[seed]");
  expect(row?.fields).toEqual(["cloudConfig of credentials.yaml", "csiConfig of credentials.yaml", "username", "password"]);
  expect(row?.why).toContain("The storage driver makes volumes of seed itself with it. Its cloud controller looks machines up in vSphere with it. User clusters of fra-vsphere get their volumes with it too.");
});

test.each([
  ["managed", { ...vsphere, "infrastructure.clusters.seed.provisioning": "managed" }],
  ["existing", { ...vsphere, "infrastructure.clusters.seed.provisioning": "existing" }],
  ["made of machines that are listed", { "infrastructure.clusters.seed.provider": "anexia" }],
])("a cluster that is %s needs no account of ours for its machines", (_name, changes) => {
  expect(cellOf(clusterAccounts, referenceAnswers(changes), "seed").outcome.kind).toBe("not-applicable");
  // Tenants cannot share what the management does not hold.
  expect(ids(referencePlan(changes))).toContain("account.tenants-vsphere-ccm-csi[fra-vsphere]");
});

test.each([
  ["vsphere", "2.30", "KKP brings the cloud controller and the storage driver csi.vsphere.vmware.com 3.6.0 into them."],
  ["vsphere", "2.31", "KKP brings the cloud controller and the storage driver csi.vsphere.vmware.com 3.7.1 into them."],
  ["aws", "2.31", "KKP brings the cloud controller and the storage driver ebs.csi.aws.com into them."],
  ["nutanix", "2.31", "KKP brings the storage driver csi.nutanix.com 2.6.10 into them, and no cloud controller."],
  ["nutanix", "2.28", "KKP brings the storage driver csi.nutanix.com 2.6.6 into them, and no cloud controller."],
  ["anexia", "2.31", "KKP brings the cloud controller into them, and no storage driver."],
  ["alibaba", "2.31", "KKP brings neither cloud controller nor storage driver into them."],
])("user clusters on %s under %s: %s", (provider, release, sentence) => {
  const plan = referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": provider, "project.release": release, [sharedUser]: false });
  expect(plan.accounts.findLast(({ id }) => id.endsWith("[fra-vsphere]"))?.why).toContain(sentence);
});

test.each([
  ["vsphere", ["User clusters of fra-vsphere get their workers with it", "User clusters of fra-vsphere get their volumes with it"]],
  ["aws", ["User clusters of fra-vsphere get their workers and volumes with it"]],
  ["alibaba", ["User clusters of fra-vsphere get their workers with it"]],
])("an account on %s gives what it is there for, and no volumes where no driver comes along", (provider, uses) => {
  const plan = referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": provider, [sharedUser]: false });
  expect(plan.accounts.filter(({ id }) => id.endsWith("[fra-vsphere]")).map(({ why }) => why.split(";")[0])).toEqual(uses);
});

test.each([
  ["vsphere", ["KubeOne creates and replaces machines of seed itself with it.", "The storage driver makes volumes of seed itself with it. Its cloud controller looks machines up in vSphere with it."]],
  ["aws", ["Machines, volumes and load balancers of seed itself are created with it."]],
  ["bare-metal", ["KubeOne works on the machines of seed with it; it creates none."]],
])("an account of the management on %s says what it is for", (provider, uses) => {
  const plan = referencePlan({ "infrastructure.clusters.seed.provider": provider, [sharedUser]: false });
  expect(plan.accounts.filter(({ id, where }) => id.endsWith("[seed]") && where.endsWith("management of seed")).map(({ why }) => why)).toEqual(uses);
});

test("rights that only building a cluster or only making user clusters needs go to that account alone", () => {
  const rights = (provider: string) => {
    const plan = referencePlan({ "infrastructure.clusters.seed.provider": provider, "infrastructure.datacenters.fra-vsphere.provider": provider, [sharedUser]: false });
    const of = (end: string) => plan.accounts.find(({ id, title }) => id.endsWith(end) && /AWS|Azure/.test(title))?.permissions.join("; ");
    return [of("[seed]"), of("[fra-vsphere]")];
  };
  const [builds, makes] = rights("aws");
  expect(builds).toContain("iam:{CreateRole,DeleteRole,DeleteRolePolicy,GetRole,GetRolePolicy,ListAttachedRolePolicies,ListRolePolicies,PassRole,PutRolePolicy,TagRole} on role/seed-*, which Terraform makes by cluster_name");
  expect(builds).not.toContain("kubernetes-*");
  expect(makes).toContain("on role/kubernetes-*");
  expect(makes).not.toMatch(/cluster_name|role\/seed|AttachLoadBalancerToSubnets/);
  const [terraform, tenants] = rights("azure");
  expect(terraform).toContain("*/register/action on the subscription");
  expect(tenants).not.toContain("register/action");
});

test("on KubeVirt the storage driver of a cluster that KubeOne builds works with the account of its machines", () => {
  const of = (end: string) => referencePlan({ "infrastructure.clusters.seed.provider": "kubevirt", "infrastructure.datacenters.fra-vsphere.provider": "kubevirt" }).accounts.find(({ id }) => id.includes("kubevirt") && id.endsWith(end))?.permissions.join("; ");
  expect(of("[seed]")).toContain("What the storage driver of the cluster needs itself: create, delete and get on datavolumes of cdi.kubevirt.io");
  expect(of("[fra-vsphere]")).toContain("by a Role, since nobody may grant more than they hold: create, delete and get on datavolumes of cdi.kubevirt.io");
  expect(of("[fra-vsphere]")).not.toContain("needs itself");
});

test("rights on KubeVirt that came with a release are asked for by it and later ones alone", () => {
  const asked = (release: string) => referencePlan({ "project.release": release, "project.upgradeFrom": "none", "infrastructure.clusters.seed.provider": "kubevirt", "infrastructure.datacenters.fra-vsphere.provider": "kubevirt" }).accounts.some(({ permissions }) => permissions.some((right) => right.includes("PersistentVolumes")));
  expect(["2.28", "2.29", "2.30", "2.31"].map(asked)).toEqual([false, false, true, true]);
});

test("an account on OpenStack names project and domain", () => {
  const row = planFrom(starterAnswers("openstack-two-tenants")).accounts.find(({ id }) => id === "account.tenants-openstack-application-credential[retail]");
  expect(row?.where).toBe("OpenStack retail in the domain Default, Retail in os-retail");
});

test("secrets in the repository rest on the tool that encrypts them, not on a checklist that knows no SOPS", () => {
  const cited = (store: string) => cellOf(secretStoreAccounts, referenceAnswers({ "access.secretStore": store })).record.sources;
  expect(cited("sops")).toContain("sops");
  expect(cited("git-crypt")).toContain("git-crypt");
  expect(cited("vault")).toEqual(["kkp.setup-checklist"]);
});

test("on Nutanix one user makes machines and volumes of a platform cluster, and user clusters take a second one", () => {
  const plan = planFrom(installationAnswers("nutanix-hospital"));
  const of = (where: string) => plan.accounts.filter(({ id }) => id.startsWith("account.") && id.includes("nutanix") && id.endsWith(`[${where}]`)).map(({ id, fields, why }) => [id, fields, why.split(";")[0]]);
  const environment = ["NUTANIX_ENDPOINT", "NUTANIX_PORT", "NUTANIX_USERNAME", "NUTANIX_PASSWORD", "NUTANIX_INSECURE", "NUTANIX_CLUSTER_NAME"];
  expect(of("seed")).toEqual([["account.nutanix-prism-central[seed]", environment, "Machines and volumes of seed itself are created with it."]]);
  expect(of("wards")).toEqual([
    ["account.tenants-nutanix-prism-central[wards]", ["username", "password", "clusterName"], "User clusters of wards get their workers with it"],
    ["account.tenants-nutanix-prism-element[wards]", ["csiUsername", "csiPassword", "csiEndpoint"], "User clusters of wards get their volumes with it"],
  ]);
});

describe("on KubeVirt", () => {
  const ON = "infrastructure.datacenters.fra-vsphere.provider";
  const rights = (changes: Parameters<typeof referencePlan>[0], id: string) => referencePlan(changes).accounts.find((row) => row.id === id)?.permissions ?? [];

  test("KKP may make what it makes in each namespace, and grant the storage driver its Role", () => {
    const granted = rights({ [ON]: "kubevirt", "infrastructure.places.main.kubevirtLoadBalancer": true }, "account.tenants-kubevirt-kubeconfig[fra-vsphere]").join("\n");
    for (const resource of ["namespaces", "serviceaccounts", "roles", "rolebindings", "secrets", "networkpolicies", "storageclasses", "nodes", "services", "virtualmachines", "virtualmachineinstancetypes", "virtualmachinepreferences"]) expect(granted).toContain(resource);
    for (const resource of ["datavolumes", "volumesnapshots", "virtualmachineinstances/addvolume", "virtualmachines/removevolume", "persistentvolumeclaims"]) expect(granted).toContain(resource);
  });

  test("a place without load balancers wants no Services", () => {
    expect(rights({ [ON]: "kubevirt", "infrastructure.places.main.kubevirtLoadBalancer": false }, "account.tenants-kubevirt-kubeconfig[fra-vsphere]").filter((right) => right.includes("on services"))).toEqual([]);
  });

  test("a cluster of the platform wants no Roles: KubeOne makes machines alone", () => {
    const own = rights({ "infrastructure.clusters.seed.provider": "kubevirt" }, "account.kubevirt-kubeconfig[seed]").join("\n");
    expect(own).toContain("virtualmachines");
    expect(own).not.toContain("rolebindings");
  });
});

test("tenants that share a user of the management share that of their Seed, or of another cluster that is made there", () => {
  const shared = (changes: Changes) => changed(starterAnswers("vsphere-plus-azure-seed"), { "infrastructure.datacenters.fra-vsphere.vsphereSharedUser": true, ...changes });
  const held = (changes: Changes) => planFrom(shared(changes)).accounts.flatMap(({ id, why }) => (/vsphere-infrastructure/.test(id) ? [`${id}${/get their .* with it too/.test(why) ? " shared" : ""}`] : []));
  expect(held({})).toEqual(["account.vsphere-infrastructure[seed] shared"]);
  expect(held({ "infrastructure.datacenters.fra-vsphere.seed": "azure-seed" })).toEqual(["account.vsphere-infrastructure[seed] shared"]);
  expect(held({ "infrastructure.datacenters.fra-vsphere.vsphereSharedUser": false })).toEqual(["account.vsphere-infrastructure[seed]", "account.tenants-vsphere-infrastructure[fra-vsphere]"]);
});
