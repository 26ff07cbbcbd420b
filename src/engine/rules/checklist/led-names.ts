import { rule, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { placeName } from "../basics/platform.ts";
import { soFar } from "../basics/rows-from.ts";
import { namesOf } from "../dns/entered.ts";
import { ledRecords } from "../dns/led-records.ts";
import { ledHosts } from "../internet/led-hosts.ts";
import { offlinePlaces } from "../internet/offline.ts";
import { dialledAt } from "./dialled.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { leftToTrials } from "./made-network.ts";
import { afterMachinesAt } from "./places.ts";

/** Names of the internet that lead to the mirror, for machines that reach nothing else. */
export const ledNameItems: Rule<readonly Draft[]> = rule<readonly Draft[]>({
  id: "checklist.led-names",
  title: "Checklist: names that lead to the mirror",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    onlyForNew(read);
    const rows = read.rule(ledRecords);
    if (rows.length === 0) return [];
    const names = listed(namesOf(rows));
    const where = listed(read.rule(offlinePlaces).map((place) => placeName(read, place)));
    const { missing } = ledHosts(read);
    return [
      itemOf(read, "led-names", {
        title: `${names} ${rows.length === 1 ? "leads" : "lead"} to the mirror of binaries${soFar(missing)}, for machines in ${where}`,
        team: "dns",
        chapter: "dns",
        verify: `On a test machine in ${where}, \`dig +short\` prints the address of the mirror for each of ${names}; on the mirror workstation it still prints addresses on the internet${leftToTrials(read)}`,
        after: afterMachinesAt(read, read.rule(offlinePlaces)),
        uses: ["mirror-host", ...dialledAt(read, read.rule(offlinePlaces))],
        why: `Machines in ${where} ask for ${rows.length === 1 ? "it" : "them"} whatever their images name as sources, and since the names are those of others, nothing but the resolvers inside can lead them to the mirror.`,
        blockedBy: [...openIn(...rows.map(({ target }) => target)), ...missing],
      }),
    ];
  },
});
