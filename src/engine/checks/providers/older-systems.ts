import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { OLDER_SYSTEMS, versions } from "../../answers/chapters/versions.ts";
import { project } from "../../answers/chapters/project.ts";
import { ciliumKernel, oldKernels, profileSystems } from "../../facts/operating-systems.ts";
import { check } from "../../kernel/check.ts";
import { isBelow } from "../../rules/basics/kubernetes.ts";
import { datacenterName, releaseIn } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Worker images whose kernel or profile the release does not suit. */
export const olderSystems = check({
  id: "providers.older-systems",
  title: "Operating systems of workers are new enough",
  severity: "warning",
  also: ["blocker", "advice"],
  per: "datacenter",
  sources: ["kkp.os-support", "kkp.known-issues", "kubeone.os-support"],
  examine: (read, datacenter, report) => {
    const chosen: readonly string[] = read.optional(infrastructure.datacenter.operatingSystems, datacenter) ?? [];
    const older = (read.optional(versions.datacenter.olderSystems, datacenter) ?? []).filter((id) => chosen.includes(OLDER_SYSTEMS[id].system));
    if (older.length === 0) return;
    const { id: releaseId, kubernetes, networkPlugins } = releaseIn(read);
    const name = datacenterName(read, datacenter);
    const words = (ids: typeof older) => listed(ids.map((id) => OLDER_SYSTEMS[id].label));
    const path = read.path(versions.datacenter.olderSystems, datacenter);
    const answers = [path, read.path(project.plan.release)];
    const kernels = read.fact(oldKernels);
    const stale = older.filter((id) => kernels.systems.includes(id));
    if (stale.length > 0) {
      const never = !isBelow(kubernetes.oldest, kernels.from);
      report({
        key: "kernel",
        severity: never ? "blocker" : "warning",
        title: `${words(stale)} cannot run Kubernetes ${kernels.from} and newer`,
        message: `Workers of ${name} would have Linux ${kernels.kernel}; Kubernetes ${kernels.from} wants ${kernels.least}, and KKP ${releaseId} offers ${kubernetes.oldest} to ${kubernetes.newest}.`,
        remedy: never ? "Make images of version 9." : `Make images of version 9, or keep user clusters there below ${kernels.from} for as long as the release offers it.`,
        fixes: [{ title: "Make images of version 9", set: [{ path, value: older.filter((id) => !stale.includes(id)) }] }],
        answers,
      });
    }
    const { plugin, system, kernel } = read.fact(ciliumKernel);
    if (older.some((id) => id === system) && networkPlugins.cilium.default.startsWith(`${plugin}.`)) {
      report({
        key: "cilium",
        title: `Cilium ${plugin} does not start on an old kernel of Ubuntu 22.04`,
        message: `Unasked, user clusters of KKP ${releaseId} get Cilium ${networkPlugins.cilium.default}; on workers of ${name} with kernel ${kernel} or older it never becomes ready.`,
        remedy: `Use Ubuntu 24.04, or images with a kernel newer than ${kernel}; “Upgrade system on first boot” helps as well.`,
        answers,
      });
    }
    const profiles = read.fact(profileSystems)[releaseId];
    if (read.optional(versions.datacenter.ownProfiles, datacenter) === true) return;
    const others = older.filter((id) => !stale.includes(id) && !profiles.older.includes(id));
    if (others.length > 0) {
      report({
        key: "profile",
        severity: "advice",
        title: `${words(others)} in ${name} ${others.length === 1 ? "is" : "are"} not what KKP's profiles are made for`,
        message: `The operating-system-manager brings profiles for ${profiles.words}; workers of ${name} are to run ${words(others)}.`,
        remedy: "Plan with the newer version, or test a machine of each before the first user cluster.",
        answers,
      });
    }
  },
});
