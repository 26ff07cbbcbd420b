import { backup } from "../../answers/chapters/backup.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { listed } from "../../values/sentence.ts";

const WORDS = { "platform-etcd": "etcd and PKI of master and Seeds", machines: "control-plane machines", mla: "metrics and logs" } as const;
const CONTROL_PLANE = ["platform-etcd", "machines"] as const;

/** Further backups of what the plan does not have: control planes that a provider runs, volumes of an MLA that is left out. */
export const nothingToSave = check({
  id: "storage.nothing-to-save",
  title: "What is backed up is there",
  severity: "advice",
  per: "plan",
  sources: ["kkp.backup"],
  examine: (read, _plan, report) => {
    const further = read.answer(backup.plan.further);
    const clusters = read.subjects("cluster");
    const planes = CONTROL_PLANE.filter((part) => further.includes(part));
    const outOfReach = clusters.length > 0 && planes.length > 0 && clusters.every((cluster) => read.answer(infrastructure.cluster.provisioning, cluster) === "managed");
    const noVolumes = further.includes("mla") && !read.answer(monitoring.plan.mla);
    const parts = [...(outOfReach ? planes : []), ...(noVolumes ? (["mla"] as const) : [])];
    if (parts.length === 0) return;
    const names = listed(parts.map((part) => WORDS[part]));
    report({
      title: `Nothing to back up: ${names}`,
      message: [
        ...(outOfReach ? ["The provider runs the control planes of all platform clusters, and nobody else reaches their etcd or machines."] : []),
        ...(noVolumes ? ["Master and Seeds run no MLA, so it has no volumes."] : []),
      ].join(" "),
      remedy: `Leave ${parts.length === 1 ? "it" : "them"} out${outOfReach ? "; Velero saves the objects of clusters that somebody else runs" : ""}.`,
      fixes: [{ title: `Leave ${names} out`, set: [{ path: read.path(backup.plan.further), value: further.filter((part) => !parts.some((left) => left === part)) }] }],
      answers: [read.path(backup.plan.further), ...(noVolumes ? [read.path(monitoring.plan.mla)] : []), ...(outOfReach ? clusters.map((cluster) => read.path(infrastructure.cluster.provisioning, cluster)) : [])],
    });
  },
});
