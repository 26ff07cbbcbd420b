import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { entryAddress, formerEntryAddress } from "../addresses/assignments.ts";
import { bothPorts, portsAt } from "../addresses/changed-ports.ts";
import { platformPort } from "../addresses/url-port.ts";
import { goesAtOnce, masterCluster, releaseIn, replacedEntry } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { listOf } from "../basics/list-of.ts";
import { losesIssuer } from "../identity/token-issuer.ts";
import { clusterProxyNamespaces } from "../certificates/interfaces.ts";
import { hostRules } from "../certificates/index.ts";
import { isWritten, namesOf } from "../dns/entered.ts";
import { dashboardRecord, platformRecords } from "../dns/platform-records.ts";
import { seedInterfaceRecords } from "../dns/seed-records.ts";
import { askedNames } from "./asked-names.ts";
import { servesRecords, whoMoves } from "./external-dns.ts";
import { ledOn } from "./forwarding.ts";
import { domainWord, type StepRule } from "./step.ts";

/** Names move from the old entry to the new. */
export const upgradeNames: StepRule = rule({
  id: "runbook.upgrade-names",
  title: "Step: records to the new entry",
  per: "plan",
  sources: ["kkp.upgrade-2.31"],
  derive: (read) => {
    const { entry } = releaseIn(read);
    const before = read.rule(replacedEntry);
    const cluster = read.rule(masterCluster);
    const [from] = rowsFrom(read, [listOf(formerEntryAddress)]).rows.filter((row) => row.cluster === cluster);
    const [to] = rowsFrom(read, [listOf(entryAddress)]).rows.filter((row) => row.cluster === cluster);
    const shown = (address = known("")) => (address.kind === "known" && address.value !== "" ? ` (${address.value})` : "");
    // Routes of interfaces hang on the new entry once their stack is upgraded, and external-dns moves no name before.
    const written = servesRecords(read) && !portsAt(read, cluster);
    const records = rowsFrom(read, [dashboardRecord, platformRecords, seedInterfaceRecords]).rows.filter((record) => record.cluster === cluster);
    const moving = written ? records.filter((record) => !isWritten(record) || record.carrier === "platform") : records;
    const names = written ? namesOf(moving) : rowsFrom(read, hostRules).rows.filter((host) => host.cluster === cluster).map(({ name }) => name);
    const ports = portsAt(read, cluster);
    const asked = [...askedNames(read, cluster, names), `curl -fsSI https://${domainWord(read)}${platformPort(read)} | head -n 1`];
    if (ports) {
      return [
        {
          id: "step.upgrade-names",
          title: ports.dialled ? `Bring people to ${entry.title} on port ${ports.after.https}` : `Lead 443 and 80 to ${entry.title}`,
          text: `Records stay${shown(to?.address)}. ${ports.dialled ? `Tell everybody the new URL; bookmarks and links with ${ports.before.https} lead to ${before.entry.title}, which goes next.${losesIssuer(read) ? " Kubeconfigs by OIDC are downloaded anew: those from before ask a token issuer that is gone." : ""}` : `What stands in front now leads 443 and 80 to ${bothPorts(ports.after)} of the nodes, in place of ${bothPorts(ports.before)}.`} ${ports.dialled ? ledOn(read, cluster) : ""}${only(read, cluster)}`.trimEnd(),
          commands: asked,
          from: read.cell,
          why: `${before.entry.title} is taken away next, and its ports with it.`,
        },
      ];
    }
    return [
      {
        id: "step.upgrade-names",
        title: `Move the records to ${entry.title}`,
        text: `${written ? `${listed(names)}, which` : "Every name that"} led to ${before.entry.title}${shown(from?.address)}${written ? `, now ${names.length === 1 ? "leads" : "lead"}` : " now leads"} to ${entry.title}${shown(to?.address)}. ${whoMoves(read, moving)}${ledOn(read, cluster)}${only(read, cluster)}Wait for the old TTL before the next step.`,
        commands: asked,
        from: read.cell,
        why: goesAtOnce(before.entry) ? `${before.entry.title} has lost its routes, so no name that still leads there opens.` : `${before.entry.title} is taken away next, and with it every name that still leads there.`,
      },
    ];
  },
});

/** Names of interfaces lead nowhere until the charts of their stack hang routes onto the new entry. */
const only = (read: Reader, cluster: string): string =>
  (read.optionalRule(clusterProxyNamespaces, cluster) ?? []).length === 0 ? "" : "Names of interfaces open again when their stack is upgraded, in the steps that follow, so do those without a pause. ";
