import { network } from "../../answers/chapters/network.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { offlinePlaces } from "../../rules/internet/offline.ts";
import { servedByHub } from "../../rules/workloads/hub.ts";

/** KubeLB without internet, in an edition that has no bundle for it. */
export const offlineKubelb = check({
  id: "internet.offline-kubelb",
  title: "KubeLB can be installed without internet",
  severity: "blocker",
  per: "plan",
  sources: ["kubelb.editions", "kkp.offline"],
  examine: (read, _plan, report) => {
    const [place = ""] = read.rule(offlinePlaces);
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0 || read.answer(project.plan.edition) !== "CE") return;
    const edition = read.path(project.plan.edition);
    report({
      title: "KubeLB has no bundle for places without internet in CE",
      message: `KubeLB serves ${clusters.length + datacenters.length} ${clusters.length + datacenters.length === 1 ? "part" : "parts"} of this plan; the bundle that brings its images and charts offline belongs to the Enterprise Edition.`,
      remedy: "Take the Enterprise Edition, let the management cluster out to the internet, or announce addresses by MetalLB or Cilium.",
      fixes: [{ title: "Take the Enterprise Edition", set: [{ path: edition, value: "EE" }] }],
      answers: [edition, read.path(network.place.internet, place)],
    });
  },
});
