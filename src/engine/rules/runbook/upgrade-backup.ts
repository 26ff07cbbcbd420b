import { backup } from "../../answers/chapters/backup.ts";
import { platformKinds, reconcileLimit } from "../../facts/releases.ts";
import { rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, installedRelease, masterCluster, releaseIn, seeds } from "../basics/platform.ts";
import { atCluster, folderOf, type StepRule } from "./step.ts";

/** What the platform knows is kept before anything of it changes, be it by a patch. */
export const upgradeBackup: StepRule = rule({
  id: "runbook.upgrade-backup",
  title: "Step: backup before the upgrade",
  per: "plan",
  sources: ["kkp.upgrading"],
  derive: (read) => {
    const { id } = read.rule(installedRelease);
    const kinds = read.fact(platformKinds);
    const all = [...new Set([read.rule(masterCluster), ...read.rule(seeds)])];
    const names = listed(all.map((cluster) => clusterName(read, cluster)));
    const saved = isRunning(read, "further-backups") && read.answer(backup.plan.further).includes("velero");
    const target = `../kkp-${id}-objects`;
    return [
      {
        id: "step.upgrade-backup",
        title: `Save what KKP ${id} knows`,
        text: `The kubeconfig of every cluster lies in its folder, from the secret store. Objects of KKP on ${names} go to the folder kkp-${id}-objects beside the working copy, one file for each kind and cluster. They hold credentials: the folder goes where secrets are kept, and never into Git. The last command counts the objects of each file; go on when projects, users and seeds of the master${all.length > 1 ? " and the clusters of each Seed" : ", and its clusters,"} are among them.${saved ? " The backup that Velero makes on schedule holds them as well; the newest one shows Completed." : ""}`,
        commands: [
          `(umask 077; mkdir -p ${target})`,
          ...all.flatMap((cluster) => [
            atCluster(read, cluster),
            `(umask 077; for kind in $(kubectl get crd -o name | grep -F ${kinds} | cut -d/ -f2); do kubectl get "$kind" --all-namespaces -o yaml > ${target}/${folderOf(read, cluster)}-"$kind".yaml; done)`,
            ...(saved ? ["kubectl -n velero get backups"] : []),
          ]),
          `grep -c '^- apiVersion:' ${target}/*.yaml`,
        ],
        from: read.cell,
        why: `Nothing brings back a project, a Preset or a user cluster of KKP ${id} that an upgrade spoils: etcd backups of user clusters hold none of them.`,
      },
    ];
  },
});

/** Once Seeds are calm, KKP works at its usual pace again. */
export const upgradePace: StepRule = rule({
  id: "runbook.upgrade-pace",
  title: "Step: usual pace after the upgrade",
  per: "plan",
  sources: ["kkp.upgrading"],
  derive: (read) => {
    read.rule(installedRelease);
    const { field } = read.fact(reconcileLimit);
    const all = read.rule(seeds);
    if (all.length === 0) return read.notApplicable("No Seed carries user clusters.");
    const names = listed(all.map((seed) => clusterName(read, seed)));
    return [
      {
        id: "step.upgrade-pace",
        title: "Let KKP reconcile at its usual pace again",
        text: `When all user clusters are healthy on the new versions and the load of ${names} has gone down, ${field} in kubermatic.yaml gets the value of before.`,
        commands: [
          ...all.flatMap((seed) => [atCluster(read, seed), "kubectl get clusters --output custom-columns=NAME:.metadata.name,KUBERNETES:.status.versions.controlPlane,HEALTH:.status.phase", "kubectl -n kubermatic get pods"]),
          atCluster(read, read.rule(masterCluster)),
          "kubectl apply -f kubermatic.yaml",
        ],
        from: read.cell,
        why: `Every later change of user clusters on ${names} would take as long as this upgrade to KKP ${releaseIn(read).id}.`,
      },
    ];
  },
});
