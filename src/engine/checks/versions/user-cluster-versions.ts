import { upgradeVersions } from "../../answers/chapters/versions.ts";
import { check } from "../../kernel/check.ts";
import { isBelow } from "../../rules/basics/kubernetes.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { project } from "../../answers/chapters/project.ts";

/** An upgrade that leaves user clusters behind. */
export const userClusterVersions = check({
  id: "versions.user-clusters",
  title: "User clusters run a Kubernetes of the new release before the upgrade",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.code.master-validation", "kkp.supported-versions"],
  examine: (read, _plan, report) => {
    const from = read.optional(project.plan.upgradeFrom);
    const { id, kubernetes, upgradesFrom } = releaseIn(read);
    if (from === undefined || from !== upgradesFrom) return;
    const version = read.answer(upgradeVersions.plan.oldestKubernetes);
    if (!isBelow(version, kubernetes.oldest)) return;
    report({
      title: `User clusters are too old for KKP ${id}`,
      message: `The oldest user cluster runs ${version === "older" ? "an older Kubernetes than any release here offers" : `Kubernetes ${version}`}; KKP ${id} begins at ${kubernetes.oldest}, and its installer stops while one such cluster exists.`,
      remedy: `Bring every user cluster to ${kubernetes.oldest} or newer under KKP ${from}, minor version by minor version.`,
      answers: [read.path(upgradeVersions.plan.oldestKubernetes), read.path(project.plan.release)],
    });
  },
});
