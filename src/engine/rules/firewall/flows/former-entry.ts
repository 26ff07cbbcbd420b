import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { portsAt } from "../../addresses/changed-ports.ts";
import { formerEntryAddress } from "../../addresses/assignments.ts";
import { clusterName, goesAtOnce, masterCluster, replacedEntry } from "../../basics/platform.ts";
import { issuerInWords, tokenIssuer } from "../../identity/token-issuer.ts";
import { ends } from "../ends.ts";
import { entryPorts } from "../entry-ports.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** What a former entry is called, on which ports it is dialled, and until when. */
interface Former {
  readonly title: string;
  readonly https: string;
  readonly http: string;
  /** Whether it stays at the address of the new one, on ports of its own. */
  readonly samePlace: boolean;
  readonly reason: string;
  /** "NGINX Ingress of Frankfurt answers here until it is cleaned; the row goes with it." */
  readonly why: string;
}

/** The entry of a cluster that an upgrade replaces, where it is dialled elsewhere than the new one; not applicable otherwise. */
const formerAt = rule<Former>({
  id: "firewall.former-entry",
  title: "Former entry as it is dialled",
  per: "cluster",
  sources: ["kkp.ports", "kkp.upgrade-2.31"],
  derive: (read, cluster) => {
    const { entry } = read.rule(replacedEntry);
    read.rule(formerEntryAddress, cluster);
    const { onNodes } = entryPorts(read, cluster);
    const stays = portsAt(read, cluster);
    if (stays && !stays.dialled) return read.notApplicable("It is dialled at the same address and ports before and after.");
    return {
      title: entry.title,
      https: onNodes ? String(entry.nodePorts.https) : read.fact(ports.entryHttps),
      http: onNodes ? String(entry.nodePorts.http) : read.fact(ports.entryHttp),
      samePlace: stays !== undefined,
      reason: stays ? "at the former ports" : goesAtOnce(entry) ? "until the upgrade" : "until the records lead to the new entry",
      why: `${entry.title} of ${clusterName(read, cluster)} answers here until it is ${goesAtOnce(entry) ? "deleted" : "cleaned"}; the row goes with it.`,
    };
  },
});

/** From people to an entry that an upgrade replaces, until it is cleaned. */
export const usersToFormerEntry = rule<readonly FlowDraft[]>({
  id: "firewall.users-to-former-entry",
  title: "Users to the former entry",
  per: "cluster",
  sources: ["kkp.ports", "kkp.upgrade-2.31"],
  derive: (read, cluster) => {
    const { https, http, samePlace, reason, why } = read.rule(formerAt, cluster);
    return [
      flow(read, {
        refs: [read.optionalRule(masterCluster) === cluster ? "P1" : "E3"],
        word: "P1-former",
        of: cluster,
        source: ends.users,
        destination: ends.formerEntry(cluster),
        ports: `${https}, ${http}`,
        reason: samePlace ? "Browsers that dial the former ports" : `Browsers ${reason}`,
        lifetime: "installation",
        why,
      }),
    ];
  },
});

/** From clusters that check tokens at Dex to the entry before it that an upgrade replaces. */
export const tokensToFormerEntry = rule<readonly FlowDraft[]>({
  id: "firewall.tokens-to-former-entry",
  title: "Checks of tokens at the former entry",
  per: "cluster",
  sources: ["kkp.code.apiserver-policy", "kkp.code.iap-values"],
  derive: (read, cluster) => {
    read.rule(replacedEntry);
    const signer = read.rule(tokenIssuer);
    if (signer.external) return read.notApplicable(`Tokens are checked at ${issuerInWords(signer)}, whichever entry there is.`);
    const master = read.rule(masterCluster);
    const { https, reason, why } = read.rule(formerAt, master);
    return [
      flow(read, {
        refs: ["E4"],
        word: "E4-former",
        of: cluster,
        source: ends.nodes(cluster),
        destination: ends.formerEntry(master),
        ports: https,
        reason: `Tokens are checked at ${issuerInWords(signer)} ${reason}`,
        lifetime: "installation",
        why,
      }),
    ];
  },
});

/** A row to the entry once more, to the one before it while names and forwardings still lead there; none where the cluster keeps its entry. */
export function stillToFormer(read: Reader, cluster: string, row: Parameters<typeof flow>[1], portsOf?: (former: Former) => string): readonly FlowDraft[] {
  const former = read.outcome(formerAt, cluster);
  // At the same address only other ports need a row of their own.
  if (former.kind !== "known" || (former.value.samePlace && !portsOf)) return [];
  const { reason, why } = former.value;
  return [flow(read, { ...row, word: `${row.word ?? row.refs[0] ?? ""}-former`, destination: ends.formerEntry(cluster), ports: portsOf?.(former.value) ?? row.ports, reason: `${row.reason}, ${reason}`, lifetime: "installation", why })];
}
