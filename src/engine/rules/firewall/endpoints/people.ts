import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { known } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { listed } from "../../../values/sentence.ts";
import { masterCluster } from "../../basics/platform.ts";
import { bastionClusters, NO_BASTION } from "../bastion-clusters.ts";
import { ends } from "../ends.ts";
import { forwarding, opensOutside, publicUserNetworks } from "../forwarding.ts";

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

/** Engineers who work on a bastion, at machines of their own from which they open sessions there. */
export const bastionPeopleEndpoint = rule<readonly Endpoint[]>({
  id: "firewall.people-at-bastions",
  title: "Engineers who work on a bastion",
  per: "plan",
  sources: ["kubeone.infrastructure"],
  derive: (read) => {
    if (!read.answer(access.plan.bastion)) return read.notApplicable("They reach the machines directly.");
    if (read.subjects("place").every((place) => bastionClusters(read, place).length === 0)) return read.notApplicable(NO_BASTION);
    return [{ id: ends.engineers, title: "Installing engineers", kind: "engineers", addresses: [], from: read.cell, why: "They work on the bastion and open sessions on it from wherever your policy lets them in; no other row begins at their own machines." }];
  },
});

/** People on the internet, whom networks inside leave out. */
export const outsidePeopleEndpoint = rule<readonly Endpoint[]>({
  id: "firewall.people-outside",
  title: "People on the internet",
  per: "plan",
  sources: ["kkp.ports", "kkp.install-ce"],
  derive: (read) => {
    if (!read.rule(opensOutside)) return read.notApplicable("Nobody on the internet opens the platform.");
    const networks = publicUserNetworks(read);
    if (!networks) return read.notApplicable("People may come from anywhere.");
    const { all, onInternet } = networks;
    if (onInternet.length > 0 && read.optionalRule(forwarding, read.rule(masterCluster)) === undefined) return read.notApplicable("Rows for users name their networks.");
    return [
      {
        id: ends.outsideUsers,
        title: "Users on the internet",
        kind: "users",
        addresses: onInternet.map(known),
        from: read.cell,
        why: onInternet.length > 0 ? `Of the networks that users are let in from, ${listed(all)}, these are public.` : `None of the networks that users are let in from, ${listed(all)}, is public, so nothing limits where people on the internet come from.`,
      },
    ];
  },
});
