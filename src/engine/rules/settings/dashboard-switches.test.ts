import { expect, test } from "vitest";
import { HELD_BEFORE, referencePlan, type Changes } from "../../testing/reference.ts";

const EE: Changes = { "project.edition": "EE" };
const patched = (changes: Changes): unknown => {
  const line = referencePlan(changes).runbook.find(({ id }) => id === "step.dashboard-switches")?.commands.find((one) => one.startsWith("kubectl patch"));
  return line === undefined ? undefined : (JSON.parse(/'(.*)'/.exec(line)?.[1] ?? "") as { readonly spec: unknown }).spec;
};

test.each<[string, Changes, unknown]>([
  ["etcd backups", EE, { enableEtcdBackup: true }],
  ["nothing, without backups", { ...EE, "storage.clusters.seed.backupTarget": "none" }, undefined],
  ["backups of user clusters", { ...EE, "storage.further": ["user-clusters"] }, { enableEtcdBackup: true, enableClusterBackup: true }],
  ["none of them in the Community Edition", { "project.edition": "CE", "storage.further": ["user-clusters"] }, { enableEtcdBackup: true }],
  ["the login to user clusters", { ...EE, "authentication.clusterLogin": true, "storage.clusters.seed.backupTarget": "none" }, { enableOIDCKubeconfig: true }],
])("%s", (_what, changes, spec) => {
  expect(patched(changes)).toEqual(spec);
});

test("globalsettings is made before it is changed, and all of it before the acceptance", () => {
  const { runbook, settings } = referencePlan(EE);
  const ids = runbook.map(({ id }) => id);
  expect(ids.indexOf("step.dashboard-switches")).toBe(ids.indexOf("step.acceptance") - 1);
  expect(runbook.find(({ id }) => id === "step.dashboard-switches")?.commands[0]).toBe("curl -fsS https://kubermatic.example.com/api/v1/admin/settings/customlinks");
  expect(settings.find(({ id }) => id === "setting.dashboard.etcd-backups")).toMatchObject({ object: "KubermaticSetting globalsettings", field: "spec.enableEtcdBackup", value: { kind: "known", value: "true" } });
});

test("an upgrade sets what it brings, and leaves the rest as it is", () => {
  const upgrade: Changes = { ...EE, ...HELD_BEFORE, "project.release": "2.31", "project.upgradeFrom": "2.30", "authentication.clusterLogin": true, "storage.further": ["user-clusters"] };
  expect(patched({ ...upgrade, "access.newSecrets": [] })).toBeUndefined();
  expect(patched({ ...upgrade, "access.newSecrets": ["backups"] })).toEqual({ enableEtcdBackup: true });
  expect(patched({ ...upgrade, "access.newSecrets": ["further-backups"] })).toEqual({ enableClusterBackup: true });
  expect(patched({ ...upgrade, "access.newSecrets": ["login"] })).toEqual({ enableOIDCKubeconfig: true });
});
