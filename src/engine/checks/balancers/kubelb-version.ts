import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { project } from "../../answers/chapters/project.ts";
import { kubelbVersions } from "../../facts/balancers.ts";
import { check } from "../../kernel/check.ts";
import { releaseRecord } from "../../rules/basics/platform.ts";
import { servedByHub } from "../../rules/workloads/hub.ts";

/** Sources disagree about which KubeLB goes with which KKP. */
export const kubelbVersion = check({
  id: "balancers.kubelb-version",
  title: "KubeLB and its connector were tested together",
  severity: "warning",
  per: "plan",
  sources: ["kubelb.compatibility", "kkp.changelog-2.31"],
  examine: (read, _plan, report) => {
    if (read.rule(servedByHub).datacenters.length === 0) return;
    const { id } = read.rule(releaseRecord);
    const { connector, manager } = read.fact(kubelbVersions)[id];
    if (connector.startsWith(`${manager}.`)) return;
    report({
      title: `Ask which KubeLB goes with KKP ${id}`,
      message: `KKP ${id} brings the connector ${connector} into user clusters, while the compatibility matrix names ${manager} for this release. No source says that both work together.`,
      remedy: `Plan the management cluster with KubeLB ${manager}, and have Kubermatic confirm the pair before it is installed.`,
      answers: [read.path(project.plan.release), read.path(kubelbHub.plan.kubelbApi)],
    });
  },
});
