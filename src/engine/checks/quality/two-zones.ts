import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** Zones that do not keep a majority of control planes when one of them is lost. */
export const twoZones = check({
  id: "quality.two-zones",
  title: "Control planes and availability zones",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.setup-checklist", "etcd.faq"],
  examine: (read, cluster, report) => {
    if (read.optional(infrastructure.cluster.provisioning, cluster) !== "kubeone") return;
    const zones = read.optional(sizing.cluster.zones, cluster);
    const machines = read.optional(infrastructure.cluster.controlPlanes, cluster);
    if (zones === undefined || machines === undefined || zones < 2 || machines < 2) return;
    const fullest = Math.ceil(machines / zones);
    const left = machines - fullest;
    if (left > machines / 2) return;
    const name = clusterName(read, cluster);
    const [path, count] = [read.path(sizing.cluster.zones, cluster), read.path(infrastructure.cluster.controlPlanes, cluster)];
    report({
      title: `${name} stops with one of its ${zones} zones`,
      message: `Of ${machines} control planes one zone holds ${fullest}; when it is lost ${left} remain, which is no majority of ${machines}, so etcd of ${name} stops although another zone works.`,
      remedy: "Use a third zone, if only for one control plane, with few milliseconds between zones.",
      fixes: machines >= 3 && zones === 2 ? [{ title: "Use three zones", set: [{ path, value: 3 }] }] : [],
      answers: [path, count],
    });
  },
});
