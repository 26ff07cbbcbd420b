import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** A platform without a master, or with two. */
export const oneMaster = check({
  id: "platform.one-master",
  title: "One cluster is the master",
  severity: "blocker",
  also: ["advice"],
  per: "plan",
  sources: ["kkp.add-seed"],
  examine: (read, _plan, report) => {
    const ids = read.subjects("cluster");
    if (ids.length === 0) {
      report({
        key: "no-cluster",
        severity: "advice",
        title: "The plan has no cluster yet",
        message: "Addresses, names, certificates and firewall rows follow from the clusters of the platform.",
        remedy: "Add the cluster that runs the master under Infrastructure; it can be the first Seed too.",
      });
      return;
    }
    read.need(...ids.map((id) => [infrastructure.cluster.role, id] as const));
    const masters = ids.filter((id) => read.answer(infrastructure.cluster.role, id) !== "seed");
    if (masters.length === 1) return;
    const answers = (masters.length === 0 ? ids : masters).map((id) => read.path(infrastructure.cluster.role, id));
    const role = (id: string, value: "master-and-seed" | "seed") => ({ path: read.path(infrastructure.cluster.role, id), value });
    if (masters.length === 0) {
      const fixes = ids.slice(0, 2).map((id) => ({ title: `Make ${clusterName(read, id)} master and Seed in one`, set: [role(id, "master-and-seed")] }));
      report({ fixes, key: "none", title: "No cluster carries the master", message: "Dashboard, API and Dex run on the master; every cluster of this plan is an additional Seed.", remedy: "Give one cluster the role of the master.", answers });
    } else {
      const names = masters.map((id) => clusterName(read, id));
      const fixes = masters.length > 3 ? [] : masters.slice(0, 2).map((id) => ({ title: `Let ${clusterName(read, id)} alone be the master`, set: masters.filter((other) => other !== id).map((other) => role(other, "seed")) }));
      report({ fixes, key: "several", title: `${listed(names)} are ${names.length === 2 ? "both" : "all"} master`, message: `A platform has one master; this plan gives the role to ${masters.length} clusters.`, remedy: `Make all but one of them additional Seeds.`, answers });
    }
  },
});
