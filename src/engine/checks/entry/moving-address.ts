import { fronts } from "../../answers/chapters/fronts.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { entryAddress, formerEntryAddress } from "../../rules/addresses/assignments.ts";
import { bothPorts, portsAt } from "../../rules/addresses/changed-ports.ts";
import { goesWhen } from "../../rules/addresses/entry.ts";
import { clusterName, entryIn, goesAtOnce, masterCluster, releaseIn, replacedEntry } from "../../rules/basics/platform.ts";
import { losesIssuer, replacesDex } from "../../rules/identity/token-issuer.ts";
import { spoken } from "../../rules/dns/target.ts";

/** An upgrade that gives the entry another address, while the former one stays where it is. */
export const movingAddress = check({
  id: "entry.moving-address",
  title: "The entry keeps its address through the upgrade",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "kkp.code.nginx-values"],
  examine: (read, cluster, report) => {
    const former = read.rule(replacedEntry).entry;
    const { id } = releaseIn(read);
    const entry = entryIn(read, cluster);
    const [before, after] = [read.rule(formerEntryAddress, cluster).address, read.rule(entryAddress, cluster).address];
    const platform = read.optionalRule(masterCluster) === cluster;
    const which = platform ? "The platform entry" : `The entry of ${clusterName(read, cluster)}`;
    const known = before.kind === "known" && after.kind === "known";
    const old = known ? spoken(before) : "its address";
    const ports = portsAt(read, cluster);
    if (ports) {
      report({
        title: `${which} moves from ${bothPorts(ports.before)} to ${bothPorts(ports.after)} of the nodes`,
        message: `The address stays through the upgrade to KKP ${id}. ${former.title} goes on answering on ${bothPorts(ports.before)}, and ${entry.title} answers on ${bothPorts(ports.after)}, until ${former.title} is ${goesWhen(read, cluster, former)}. ${!ports.dialled ? "What stands in front leads 443 and 80 to the former ports until somebody changes it." : platform ? `Every URL changes its port: ${replacesDex(read) ? "" : "that of the token issuer, "}redirect URIs and links.${losesIssuer(read) ? " Kubeconfigs by OIDC from before fail at the login." : ""}` : "Every URL changes its port, the callbacks of its interfaces too."}`,
        remedy: ports.dialled
          ? `Open ${bothPorts(ports.after)} to users before the upgrade, tell them the new URL${platform && losesIssuer(read) ? ", and have them download their kubeconfigs anew" : ""}. Records stay.`
          : `Lead 443 and 80 to ${bothPorts(ports.after)} when ${entry.title} has been tried, and before ${former.title} goes. Records stay.`,
        answers: [read.path(project.plan.upgradeFrom), read.path(fronts.cluster.nodeFrontPorts, cluster)],
      });
      return;
    }
    const [stays, ends] = goesAtOnce(former)
      ? [`${former.title} answers at ${old} until the upgrade to KKP ${id} hands its routes to ${entry.title} at ${spoken(after)}. It is ${goesWhen(read, cluster, former)}; until the records have moved, nobody gets in.`, `as soon as ${entry.title} serves`]
      : [`${former.title} keeps ${old} through the upgrade to KKP ${id}, and ${entry.title} takes ${spoken(after)} beside it. Both are held until ${former.title} is ${goesWhen(read, cluster, former)}; then the former address is free, and the entry stays where it is.`, `before ${former.title} goes`];
    report({
      title: known ? `${which} moves from ${spoken(before)} to ${spoken(after)}` : `${which} moves to another address`,
      message: stays,
      remedy: `Move the records to ${known ? spoken(after) : "the new address"} ${ends}, and change whatever else names ${known ? old : "the former one"}: firewall rows, forwardings, lists of proxies.`,
      answers: [read.path(project.plan.upgradeFrom)],
    });
  },
});
