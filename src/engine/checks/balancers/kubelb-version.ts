import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { project } from "../../answers/chapters/project.ts";
import { kubelbMutualTls, kubelbVersions } from "../../facts/balancers.ts";
import { check } from "../../kernel/check.ts";
import { isBelow } from "../../rules/basics/kubernetes.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { servedByHub } from "../../rules/workloads/hub.ts";

/** Sources disagree about which KubeLB goes with which KKP. */
export const kubelbVersion = check({
  id: "balancers.kubelb-version",
  title: "KubeLB and its connector were tested together",
  severity: "warning",
  also: ["blocker"],
  per: "plan",
  sources: ["kubelb.compatibility", "kkp.changelog-2.31", "kubelb.mtls"],
  examine: (read, _plan, report) => {
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return;
    const { id } = releaseIn(read);
    const { connector, manager } = read.fact(kubelbVersions)[id];
    if (read.optional(kubelbHub.plan.kubelbTraffic) === "mtls") {
      const { since, releases } = read.fact(kubelbMutualTls);
      const traffic = read.path(kubelbHub.plan.kubelbTraffic);
      if (!releases.includes(id)) {
        report({
          key: "no-mtls",
          severity: "blocker",
          title: `No KubeLB with mutual TLS goes with KKP ${id}`,
          message: `KubeLB has it from ${since} on, and the compatibility matrix names no KubeLB ${since} for KKP ${id}, which goes with ${manager}.`,
          remedy: "Reach node ports directly, or plan a newer release.",
          fixes: [{ title: "Reach node ports directly", set: [{ path: traffic, value: "direct" }] }],
          answers: [traffic, read.path(project.plan.release)],
        });
        return;
      }
      if (datacenters.length > 0 && isBelow(connector, since)) {
        report({
          key: "mtls",
          title: `No source says that mutual TLS of KubeLB works with KKP ${id}`,
          message: `KubeLB documents it from ${since} on, as beta. The compatibility matrix tests KubeLB ${since} with KKP ${id}, which brings the connector ${connector} into user clusters, and it is the connector that sets up the proxy there.`,
          remedy: "Reach node ports directly, or have Kubermatic confirm the pair before the firewall is opened for the proxy alone.",
          fixes: [{ title: "Reach node ports directly", set: [{ path: traffic, value: "direct" }] }],
          answers: [traffic, read.path(project.plan.release)],
        });
      }
    }
    if (datacenters.length === 0 || connector.startsWith(`${manager}.`)) return;
    report({
      title: `Ask which KubeLB goes with KKP ${id}`,
      message: `KKP ${id} brings the connector ${connector} into user clusters, while the compatibility matrix names ${manager} for this release. No source says that both work together.`,
      remedy: `Plan the management cluster with KubeLB ${manager}, and have Kubermatic confirm the pair before it is installed.`,
      answers: [read.path(project.plan.release), read.path(kubelbHub.plan.kubelbApi)],
    });
  },
});
