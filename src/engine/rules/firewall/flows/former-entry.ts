import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { portsAt } from "../../addresses/changed-ports.ts";
import { formerEntryAddress } from "../../addresses/assignments.ts";
import { clusterName, goesAtOnce, masterCluster, replacedEntry } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { entryPorts } from "../entry-ports.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From people to an entry that an upgrade replaces, until it is cleaned. */
export const usersToFormerEntry = rule<readonly FlowDraft[]>({
  id: "firewall.users-to-former-entry",
  title: "Users to the former entry",
  per: "cluster",
  sources: ["kkp.ports", "kkp.upgrade-2.31"],
  derive: (read, cluster) => {
    const { entry } = read.rule(replacedEntry);
    read.rule(formerEntryAddress, cluster);
    const { onNodes } = entryPorts(read, cluster);
    const stays = portsAt(read, cluster);
    if (stays && !stays.dialled) return read.notApplicable("People dial the same address and ports before and after.");
    return [
      flow(read, {
        refs: [read.optionalRule(masterCluster) === cluster ? "P1" : "E3"],
        word: "P1-former",
        of: cluster,
        source: ends.users,
        destination: ends.formerEntry(cluster),
        ports: onNodes ? `${entry.nodePorts.https}, ${entry.nodePorts.http}` : `${read.fact(ports.entryHttps)}, ${read.fact(ports.entryHttp)}`,
        reason: stays ? "Browsers that dial the former ports" : goesAtOnce(entry) ? "Browsers until the upgrade" : "Browsers until the records lead to the new entry",
        lifetime: "installation",
        why: `${entry.title} of ${clusterName(read, cluster)} answers here until it is ${goesAtOnce(entry) ? "deleted" : "cleaned"}; the row goes with it.`,
      }),
    ];
  },
});
