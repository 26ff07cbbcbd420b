import { authentication } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { releases } from "../../releases/registry.ts";
import { clusterName, releaseIn } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Further token issuers that the release of the plan cannot take. */
export const furtherIssuersUnread = check({
  id: "identity.further-issuers-unread",
  title: "The release takes further token issuers",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.authentication-configuration"],
  examine: (read, cluster, report) => {
    const { id, severalIssuers } = releaseIn(read);
    if (severalIssuers) return;
    const path = read.path(authentication.cluster.furtherIssuers, cluster);
    const further = read.optional(authentication.cluster.furtherIssuers, cluster) ?? [];
    if (further.length === 0) return;
    const name = clusterName(read, cluster);
    const since = releases.find((release) => release.severalIssuers)?.id ?? "";
    report({
      title: `User clusters of ${name} accept no tokens of ${listed(further)}`,
      message: `KKP ${id} has no field for further issuers; KKP ${since} is the first with one. The plan leaves ${listed(further)} out.`,
      remedy: `Plan KKP ${since}, or take the further issuers away and let these machines use service accounts of the user clusters.`,
      fixes: [{ title: `Take ${listed(further)} away as further issuers of ${name}`, set: [], takeAway: [path] }],
      answers: [path, read.path(project.plan.release)],
    });
  },
});
