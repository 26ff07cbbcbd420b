import { rule, type Reader } from "../../kernel/rule.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { platformPort } from "../addresses/url-port.ts";
import { listOf } from "../basics/list-of.ts";
import { goesAtOnce, masterCluster, releaseIn, replacedEntry } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { foreignIssuerLines } from "./foreign-issuer.ts";
import { servesRecords } from "./external-dns.ts";
import { askedBehindFront, askedUnder, certificateReady, readyGateway } from "./gateway-trial.ts";
import { atCluster, domainWord, type StepRule } from "./step.ts";

/** The first certificate of the entry; those of interfaces are asked for when their stack is upgraded. */
function waitForFirst(read: Reader, cluster: string): readonly string[] {
  const [secret] = read.rule(certificateRequest, cluster).secrets;
  return secret ? [certificateReady(secret), "kubectl get certificates --all-namespaces"] : [];
}

/** The new entry answers under the old name before any record moves. */
export const upgradeTry: StepRule = rule({
  id: "runbook.upgrade-try",
  title: "Step: trial of the new entry",
  per: "plan",
  sources: ["kkp.gateway-api"],
  derive: (read) => {
    const before = read.rule(replacedEntry);
    const { entry } = releaseIn(read);
    const cluster = read.rule(masterCluster);
    const { by, challenge } = read.rule(issuer);
    const [to] = rowsFrom(read, [listOf(entryAddress)]).rows.filter((row) => row.cluster === cluster);
    const ports = portsAt(read, cluster);
    const move = !ports ? "the records move" : ports.dialled ? "people come to it" : "what stands in front leads to it";
    const foreign = foreignIssuerLines(read);
    const certificates = by !== "hand" && challenge !== "http01" ? [...foreign.commands, ...waitForFirst(read, cluster)] : [];
    const certificate =
      by === "hand"
        ? "It shows the supplied certificate."
        : challenge === "http01"
          ? `It still shows the certificate that ${before.entry.title} got; a new one is asked for only when ${ports ? move : "the records lead here"}.`
          : `The certificate is there before ${move}, because nothing of it needs ${ports ? "that" : "them"}.`;
    return [
      {
        id: "step.upgrade-try",
        title: `Try ${entry.title} before ${move}`,
        text: `${ports && !ports.dialled ? `curl asks ${entry.title} through the API of the cluster, because what stands in front still leads to ${before.entry.title}.` : `The last command asks ${entry.title} under the platform's name${ports ? `, on port ${ports.after.https}` : ", whatever the records say"}.`} ${certificate}${foreign.text} Go on when it answers without a warning.`,
        commands: [
          atCluster(read, cluster),
          ...(ports && !ports.dialled
            ? askedBehindFront(read, entry, certificates, [domainWord(read)], "fsSI")
            : [...readyGateway(read, entry, to?.address, certificates), askedUnder(domainWord(read), platformPort(read), "fsSI")]),
        ],
        from: read.cell,
        why: goesAtOnce(before.entry) ? `${entry.title} has the routes alone by now; what it answers here, everybody gets once ${ports ? move : "the records lead to it"}.` : `${before.entry.title} serves until ${ports ? "then" : "the records move"}; what fails here fails for nobody else.`,
      },
    ];
  },
});

/** HTTP-01 at the new entry, once the records lead to it. */
export const upgradeCertificates: StepRule = rule({
  id: "runbook.upgrade-certificates",
  title: "Step: certificates at the new entry",
  per: "plan",
  sources: ["kkp.gateway-api", "cert-manager.http01"],
  derive: (read) => {
    const { entry } = releaseIn(read);
    const replaced = read.optionalRule(replacedEntry);
    if (!replaced && !entry.own) return read.notApplicable("The step of the issuer waits for them.");
    const { challenge, authority } = read.rule(issuer);
    if (challenge !== "http01") return read.notApplicable("No certificate waits for the records.");
    const cluster = read.rule(masterCluster);
    return [
      {
        id: "step.upgrade-certificates",
        title: `Wait for certificates at ${entry.title}`,
        text: `${authority} now finds ${entry.title} under the names. ${replaced ? `Where the certificate of ${replaced.entry.title} has time left, nothing is asked for before its renewal; those of interfaces follow with their stacks.` : servesRecords(read) ? "Those of interfaces follow when external-dns has written their names." : "Those of interfaces are asked for with it, and follow as soon as their names are found."}`,
        commands: [atCluster(read, cluster), ...waitForFirst(read, cluster)],
        from: read.cell,
        why: "A renewal that fails shows weeks later, when the certificate has run out.",
      },
    ];
  },
});
