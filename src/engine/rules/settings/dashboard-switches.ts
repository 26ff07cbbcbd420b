import { authentication } from "../../answers/chapters/authentication.ts";
import type { NewThing } from "../../answers/chapters/new-secrets.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { clusterLoginSwitch, dashboardSettings, etcdBackupSwitch, userClusterBackupSwitch, type DashboardSwitch } from "../../facts/dashboard.ts";
import type { Fact } from "../../facts/fact.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, seeds } from "../basics/platform.ts";
import { savesUserClusters } from "../storage/further.ts";
import { setting } from "./setting.ts";

/** Something that the plan asks for and that the dashboard keeps back until somebody switches it on. */
interface Wanted {
  readonly id: string;
  readonly title: string;
  readonly topic: Setting["topic"];
  readonly with: Fact<DashboardSwitch>;
  /** What an upgrade brings it with; the installed platform has it switched on otherwise. */
  readonly comes: NewThing;
  /** The reason where the plan asks for it. */
  readonly why: (read: Reader) => string | undefined;
}

const switchOf = ({ id, title, topic, with: switched, comes, why }: Wanted): Rule<readonly Setting[]> =>
  rule({
    id: `settings.dashboard-${id}`,
    title,
    per: "plan",
    sources: [],
    derive: (read) => {
      const reason = why(read);
      if (reason === undefined) return read.notApplicable("The plan does not ask for it.");
      if (isRunning(read, comes)) return read.notApplicable("The installed platform has it.");
      const { kind, name } = read.fact(dashboardSettings);
      return [setting(read, { topic, object: `${kind} ${name}`, id: `dashboard.${id}`, field: `spec.${read.fact(switched).field}`, value: "true", why: reason })];
    },
  });

/** The switch and its words in the admin panel, for the step that sets them all. */
const WANTED: readonly Wanted[] = [
  {
    id: "etcd-backups",
    title: "Switch of etcd backups in the dashboard",
    topic: "storage",
    with: etcdBackupSwitch,
    comes: "backups",
    why: (read) => {
      const saved = read.rule(seeds).filter((seed) => read.answer(storage.cluster.backupTarget, seed) !== "none");
      return saved.length === 0 ? undefined : `Snapshots of ${saved.length > 3 ? `${saved.length} Seeds` : listed(saved.map((seed) => clusterName(read, seed)))} are taken without it, but nobody sees or restores one in the dashboard.`;
    },
  },
  {
    id: "user-cluster-backups",
    title: "Switch of user-cluster backups in the dashboard",
    topic: "storage",
    with: userClusterBackupSwitch,
    comes: "further-backups",
    why: (read) => (savesUserClusters(read) ? "KKP refuses every backup, schedule and restore of a user cluster until it is on, and the dashboard shows no page for them." : undefined),
  },
  {
    id: "cluster-login",
    title: "Switch of the login to user clusters in the dashboard",
    topic: "login",
    with: clusterLoginSwitch,
    comes: "login",
    why: (read) => (read.answer(authentication.plan.clusterLogin) ? "The feature gates alone change nothing for people: the dashboard goes on handing out kubeconfigs with a token." : undefined),
  },
];

const rules = WANTED.map((wanted) => ({ ...wanted, rule: switchOf(wanted) }));

/** Fields of globalsettings that these answers need. */
export const dashboardSwitches: readonly Rule<readonly Setting[]>[] = rules.map((one) => one.rule);

/** A switch to set, with its words in the admin panel. */
export interface SwitchToSet {
  readonly setting: Setting;
  readonly label: string;
}

/** The switches that somebody has to set, in the order of the admin panel. */
export const switchesToSet = (read: Reader): readonly SwitchToSet[] => rules.flatMap((one) => (read.optionalRule(one.rule) ?? []).map((row) => ({ setting: row, label: read.fact(one.with).label })));
