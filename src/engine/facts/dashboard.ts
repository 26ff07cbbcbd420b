import { fact, type Fact } from "./fact.ts";

/** A switch of the dashboard: its field, and the words beside it in the admin panel. */
export interface DashboardSwitch {
  readonly field: string;
  readonly label: string;
}

export const dashboardSettings = fact({
  id: "dashboard.settings",
  statement: "What the dashboard offers stands in the KubermaticSetting globalsettings on the master, which the admin panel shows. KKP's API makes it when it is first asked for it; the list of custom links is read from it and asks for no login.",
  value: { kind: "KubermaticSetting", name: "globalsettings", resource: "kubermaticsettings", firstAsked: "/api/v1/admin/settings/customlinks" },
  certainty: "sourced",
  sources: ["kkp.admin-panel", "kkp.code.dashboard-settings", "kkp.code.dashboard-links"],
});

export const userClusterBackupSwitch = fact<DashboardSwitch>({
  id: "dashboard.user-cluster-backups",
  statement: "Backup of user clusters is off unless an administrator switches it on: the API refuses backups, schedules and restores, and the dashboard hides their pages.",
  value: { field: "enableClusterBackup", label: "Enable Cluster Backups" },
  certainty: "sourced",
  sources: ["kkp.cluster-backup", "kkp.code.dashboard-cluster-backups"],
});

export const etcdBackupSwitch = fact<DashboardSwitch>({
  id: "dashboard.etcd-backups",
  statement: "KKP takes etcd backups on its own, but the API lists and restores none of them unless an administrator switches them on; it is off at first.",
  value: { field: "enableEtcdBackup", label: "Enable etcd Backups" },
  certainty: "sourced",
  sources: ["kkp.code.dashboard-etcd-backups"],
});

export const clusterLoginSwitch = fact<DashboardSwitch>({
  id: "dashboard.cluster-login",
  statement: "Beside the feature gates an administrator must switch kubeconfigs by OpenID Connect on; until then the dashboard hands out those with a token.",
  value: { field: "enableOIDCKubeconfig", label: "Enable OIDC Kubeconfig" },
  certainty: "sourced",
  sources: ["kkp.admin-panel", "kkp.code.dashboard-cluster-page"],
});

export const dashboardFacts: readonly Fact<unknown>[] = [dashboardSettings, userClusterBackupSwitch, etcdBackupSwitch, clusterLoginSwitch];
