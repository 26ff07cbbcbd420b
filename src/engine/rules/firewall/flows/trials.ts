import { access } from "../../../answers/chapters/access.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { entryAddress, formerEntryAddress } from "../../addresses/assignments.ts";
import { clusterName, installedRelease, masterCluster, replacedEntry } from "../../basics/platform.ts";
import { issuerInWords, tokenIssuer } from "../../identity/token-issuer.ts";
import { connectorsInUse, hostQuestion, transportOf } from "../../identity/connectors.ts";
import { throughProxy } from "../../internet/proxied-hosts.ts";
import { ends } from "../ends.ts";
import { entryPorts } from "../entry-ports.ts";
import { frontTrial, ledOnAs, nodeFront } from "../node-front.ts";
import { isSeparateSeed, needPlatform, placeOfCluster } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** The machine whose working copy holds the whole platform: the bastion at the master's place, or the engineers' own. */
export const workplace = (read: Reader): string => (read.answer(access.plan.bastion) ? ends.bastion(placeOfCluster(read, read.rule(masterCluster))) : ends.engineers);

/** From the machine that installs to the entries that steps of the runbook try. */
export const installerToEntries = rule<readonly FlowDraft[]>({
  id: "firewall.installer-to-entries",
  title: "Trials of the entry",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.gateway-api"],
  derive: (read, cluster) => {
    const row = { refs: ["I5"], word: "installer-entry", of: cluster, source: workplace(read), destination: ends.entry(cluster), ports: entryPorts(read, cluster).https } as const;
    const name = clusterName(read, cluster);
    if (isSeparateSeed(read, cluster)) {
      const { entry } = read.rule(replacedEntry);
      read.rule(formerEntryAddress, cluster);
      read.rule(entryAddress, cluster);
      return [flow(read, { ...row, reason: "The new entry of the Seed is tried before its records move", lifetime: "installation", why: `The upgrade asks the Gateway of ${name} under each of its names while ${entry.title} still serves them; the row goes with ${entry.title}.` })];
    }
    return [flow(read, { ...row, reason: "The runbook tries the platform and its login", lifetime: "installation and operation", why: `The acceptance asks the dashboard on ${name} from there, after the installation and after every upgrade.` })];
  },
});

/** From the machine that installs to what stands in front of node ports: the step that gives it the nodes as targets tries it. */
export const installerToFronts = rule<readonly FlowDraft[]>({
  id: "firewall.installer-to-fronts",
  title: "Trial of the front of the node ports",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    const before = read.optionalRule(installedRelease);
    if (before) return read.notApplicable(`KKP ${before.id} is installed already.`);
    const front = read.rule(nodeFront, cluster);
    if (ledOnAs(read, cluster, front).ports.length === 0) return read.notApplicable("People dial a node on its own ports.");
    const tried = frontTrial(front)?.port;
    if (tried === undefined) return read.notApplicable("Nothing answers behind it before the first user cluster.");
    const shown = front.address.kind === "known" ? front.address.value : "The front";
    return [
      flow(read, {
        refs: ["I5"],
        word: "installer-front",
        of: cluster,
        source: workplace(read),
        destination: ends.entry(cluster),
        ports: tried,
        reason: "The runbook tries whether the front leads on to the nodes",
        lifetime: "installation",
        why: `${shown} is given the nodes of ${clusterName(read, cluster)} in the middle of the installation, and a trial from there shows that it leads on before names are looked up.`,
      }),
    ];
  },
});

/** From the machine that installs to an issuer that takes the place of Dex. */
export const installerToIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.installer-to-issuer",
  title: "Trial of the token issuer",
  per: "plan",
  sources: ["kkp.oidc"],
  derive: (read) => {
    needPlatform(read);
    const issuer = read.rule(tokenIssuer);
    if (!issuer.external) return read.notApplicable("Dex is tried at the platform entry.");
    const [source] = read.rule(connectorsInUse);
    const question = source && hostQuestion(source);
    // The bastion's shell knows the proxy of its place; how engineers' own machines get out, this plan does not say.
    const distant = question && read.answer(access.plan.bastion) ? throughProxy(read, placeOfCluster(read, read.rule(masterCluster)), question) : undefined;
    return [
      flow(read, {
        refs: ["I5"],
        word: "installer-issuer",
        of: "plan",
        source: workplace(read),
        destination: ends.identity,
        ports: () => String((source && transportOf(read, source)?.port) ?? ""),
        ...distant,
        reason: "The runbook asks the token issuer for its configuration",
        lifetime: "installation and operation",
        why: `The acceptance reads what ${issuerInWords(issuer)} says of itself, after the installation and after every upgrade.`,
      }),
    ];
  },
});
