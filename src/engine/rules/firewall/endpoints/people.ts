import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { known } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { ends } from "../ends.ts";

/** People who open conversations from machines of their own. */
export const peopleEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.people",
  title: "People who connect",
  per: "plan",
  sources: ["kkp.ports"],
  derive: (read) => {
    if (read.subjects("cluster").length === 0) return read.notApplicable("The plan has no cluster yet.");
    const from = read.cell;
    const limits = read.maybe(access.plan.userNetworks);
    const networks = limits.kind === "known" ? limits.value.map(known) : [limits];
    const users: Endpoint = { id: ends.users, title: "Users", kind: "users", addresses: networks, from, why: "Everybody who opens the dashboard or works with kubectl, from wherever your policy lets them in." };
    if (read.optional(access.plan.bastion) !== false) return [users];
    const built = read.subjects("cluster").some((cluster) => read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone");
    return [users, { id: ends.engineers, title: "Installing engineers", kind: "engineers", addresses: [], from, why: `There is no bastion, so ${built ? "KubeOne and the installer run" : "the installer runs"} on the engineers' own machines.` }];
  },
});
