import { backup } from "../../answers/chapters/backup.ts";
import { backupReach } from "../../facts/backup.ts";
import { check } from "../../kernel/check.ts";
import { etcdSchedule } from "../../rules/storage/backups.ts";
import { formatFigure } from "../../values/figures.ts";

/** Snapshots that are gone before anybody comes to look. */
export const shortReach = check({
  id: "storage.backup-reach",
  title: "Snapshots reach back as far as those of the product",
  severity: "warning",
  per: "plan",
  sources: ["kkp.etcd-backups"],
  examine: (read, _plan, report) => {
    if (read.answer(backup.plan.schedule) !== "own") return;
    const { interval, kept } = read.rule(etcdSchedule);
    const least = read.fact(backupReach);
    if (interval * kept >= least) return;
    const path = read.path(backup.plan.kept);
    const more = Math.ceil(least / interval);
    report({
      title: "Snapshots of etcd reach back less than those of the product",
      message: `${kept} snapshots every ${interval} minutes reach back ${formatFigure(interval * kept)} minutes; by default KKP reaches back ${formatFigure(least)}. A fault of the night is gone by the morning.`,
      remedy: more <= 50 ? `Keep ${more} snapshots, or take them less often.` : "Take snapshots less often; KKP keeps 50 at most.",
      fixes: more <= 50 ? [{ title: `Keep ${more} snapshots`, set: [{ path, value: more }] }] : [],
      answers: [path, read.path(backup.plan.interval)],
    });
  },
});
