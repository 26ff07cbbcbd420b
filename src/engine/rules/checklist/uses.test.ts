import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const item = (id: string, changes: Changes = {}) => referencePlan(changes).checklist.find((one) => one.id === `todo.${id}`);
const S3 = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.com" };

test("whoever grants roles shows folders, and the user is tried on them", () => {
  expect(item("vsphere-folders[main]")?.verify).toBe("`govc object.collect` prints each of them to whoever grants the roles");
  const account = item("account.vsphere-infrastructure[seed]");
  expect(account?.shownWith).toEqual(["todo.vsphere-folders[main]", "todo.access.secret-store"]);
  expect(account?.verify).toMatch(/; `govc object\.collect` with it reads folder, resource pool and datastore of the nodes$/);
});

test("a bucket is there before the keys that are tried in it", () => {
  expect(item("bucket[seed]", S3)?.dependsOn).toEqual(["todo.node-network[main]"]);
  expect(item("account.backup-bucket[seed]", S3)?.shownWith).toEqual(["todo.bucket[seed]", "todo.access.secret-store"]);
});

test("keys that MinIO takes only when it is installed wait for no bucket", () => {
  expect(item("account.backup-bucket[seed]")?.shownWith).toEqual(["todo.access.secret-store"]);
});

test.each<[string, readonly string[]]>([
  ["sops", ["todo.access.repository"]],
  ["git-crypt", ["todo.access.repository"]],
  ["vault", []],
])("a secret store of the kind %s waits for %j", (secretStore, expected) => {
  expect(item("access.secret-store", { "access.secretStore": secretStore })?.shownWith).toEqual(expected);
});

test("an engineer pushes to the repository once it is there", () => {
  expect(item("account.repository")?.shownWith).toEqual(["todo.access.repository"]);
});

/** What is dialled from a network is let through by rows of the firewalls, and found by its name servers. */
const DIALLED = ["todo.firewall-flows", "todo.name-and-time[main]"];

test.each<[string, Changes, readonly string[]]>([
  ["records", {}, DIALLED],
  ["bucket[seed]", S3, [...DIALLED, "todo.external-hosts"]],
  ["name-and-time[main]", {}, ["todo.firewall-flows"]],
  ["external-hosts", {}, DIALLED],
  ["access.bastion[main]", {}, ["todo.firewall-flows"]],
  ["preparation.ldap.bind-user", {}, ["todo.access.secret-store", "todo.preparation.ldap.ca", ...DIALLED]],
  ["preparation.ldap.ca", {}, DIALLED],
])("the proof of %s takes what lets it through", (id, changes, expected) => {
  expect(item(id, changes)?.shownWith).toEqual(expected);
});

describe("servers that somebody hands over", () => {
  const ofHall = (id: string) => planFrom(starterAnswers("kubevirt-on-bare-metal")).checklist.find((one) => one.id === `todo.${id}`);
  test("are there before anything is seen on them", () => {
    expect(ofHall("baremetal-storage[hall]")?.shownWith).toContain("todo.account.ssh-key[seed]");
  });
  test("stand apart when they are handed over, as the list of hosts tells", () => {
    expect(ofHall("spread[seed]")).toMatchObject({ dependsOn: [], shownWith: ["todo.hand-made[seed]", "todo.baremetal-hosts[hall]"] });
  });
});

test("a file that Terraform reads lies in the repository, and the rules that it makes are seen later", () => {
  const rules = planFrom(starterAnswers("openstack-two-tenants")).checklist.find(({ id }) => id === "todo.example-rules[seed]");
  expect(rules?.shownWith).toEqual(["todo.access.repository"]);
  expect(rules?.verify).toMatch(/; once the machines are there, `openstack security group rule list` shows as much, and `nc -vz` to their port 22 fails from any other address$/);
});

test("a workstation shows its tools before there is the kubermatic.yaml of which images are listed", () => {
  const host = planFrom(starterAnswers("air-gapped-bank")).checklist.find(({ id }) => id === "todo.mirror-host");
  expect(host?.verify).not.toContain("--dry-run");
  expect(host?.shownWith).toEqual(["todo.external-hosts"]);
});

test.each<[string, string, string]>([
  ["web-shop-on-aws", "node-network[main]", "aws-vpc[main]"],
  ["google-cloud-media", "worker-network[europe-west3]", "gcp-network[main]"],
])("%s: %s is shown in what it is made with", (name, network, made) => {
  const { checklist } = planFrom(installationAnswers(name));
  expect(checklist.find(({ id }) => id === `todo.${network}`)?.shownWith).toContain(`todo.${made}`);
  expect(checklist.find(({ id }) => id === `todo.${made}`)?.why).toMatch(/ here the networks are made, and both show them together\.$/);
});

test("an upgrade opens no row for what is dialled as before", () => {
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
  expect(referencePlan(upgrade).checklist.filter(({ shownWith }) => shownWith.includes("todo.name-and-time[main]"))).toEqual([]);
});
