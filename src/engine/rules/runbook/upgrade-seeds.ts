import { rule, type Reader } from "../../kernel/rule.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { quote } from "../../values/shell.ts";
import { entryAddress, formerEntryAddress } from "../addresses/assignments.ts";
import { bothPorts, portsAt } from "../addresses/changed-ports.ts";
import { urlPort } from "../addresses/url-port.ts";
import { clusterName, entryIn, masterCluster, replacedEntry } from "../basics/platform.ts";
import { ownInterfaceHosts, seedInterfaceHosts } from "../certificates/hosts.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest, secretsOf } from "../certificates/requests.ts";
import { seedInterfaceRecords } from "../dns/seed-records.ts";
import { askedNames } from "./asked-names.ts";
import { whoMoves } from "./external-dns.ts";
import { ledOn } from "./forwarding.ts";
import { askedBehindFront, askedUnder, certificateReady, readyGateway, servingMeanwhile } from "./gateway-trial.ts";
import { atCluster, type StepRule } from "./step.ts";

/** Certificates of a Seed's interfaces, each until it is there. */
const waitForAll = (read: Reader, cluster: string): readonly string[] =>
  read.rule(certificateRequest, cluster).secrets.map(certificateReady);

/** Until records lead to the Gateway, HTTP-01 gives it no certificate: it serves those of the former entry meanwhile. */
function formerCertificates(read: Reader, cluster: string, before: PlatformEntry): readonly string[] {
  const former = secretsOf(read, cluster, before);
  return read.rule(certificateRequest, cluster).secrets.flatMap(({ namespace, name, covers }) => {
    const from = former.find((secret) => secret.covers[0] === covers[0]);
    return from ? [servingMeanwhile(namespace, name, from)] : [];
  });
}

/** What the steps of a Seed's own entry speak of. */
function replacing(read: Reader, cluster: string) {
  if (read.rule(masterCluster) === cluster) return read.notApplicable("Names of the master have moved with those of the platform.");
  const before = read.rule(replacedEntry).entry;
  const entry = entryIn(read, cluster);
  const [from, to] = [read.rule(formerEntryAddress, cluster).address, read.rule(entryAddress, cluster).address];
  const { by, challenge } = read.rule(issuer);
  const name = clusterName(read, cluster);
  const hosts = [seedInterfaceHosts, ownInterfaceHosts].flatMap((source) => read.optionalRule(source, cluster) ?? []).map((host) => host.name);
  const suffix = read.rule(urlPort, cluster);
  const shown = (value: typeof from) => (value.kind === "known" ? ` (${value.value})` : "");
  const late = challenge === "http01";
  const ports = portsAt(read, cluster);
  const certificates = by === "hand" ? [] : late ? formerCertificates(read, cluster, before) : waitForAll(read, cluster);
  const move = ports === undefined ? "its records move" : ports.dialled ? "people come to it" : "what stands in front leads to it";
  return { before, entry, from, to, by, name, hosts, suffix, shown, late, ports, certificates, move };
}

/** A Seed's own entry is replaced as the platform's is: the new one is tried, then the names move, and only then the former one goes. */
export const upgradeSeedTry: StepRule = rule({
  id: "runbook.upgrade-seed-entry",
  title: "Step: trial of the Seed's entry",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "kkp.gateway-api"],
  derive: (read, cluster) => {
    const { before, entry, to, by, name, hosts, suffix, late, ports, certificates, move } = replacing(read, cluster);
    const certificate = by === "hand" ? "It shows the supplied certificate." : late ? `Until ${ports ? move : "the records lead here"} it shows the certificates that ${before.title} got; cert-manager writes over the copies.` : `The certificates are there before ${ports ? move : "the records move"}, because nothing of them needs ${ports ? "that" : "them"}.`;
    return [
      {
        id: `step.upgrade-seed-try[${cluster}]`,
        title: `Try the Gateway of ${name} before ${move}`,
        text: `${ports && !ports.dialled ? "curl asks" : "The last commands ask"} it under each name that ${name} serves, whatever the records say. ${certificate} Go on when every name is answered without a warning; a proxy answers with the way to the login.`,
        commands: [
          atCluster(read, cluster),
          ...(ports && !ports.dialled ? askedBehindFront(read, entry, certificates, hosts.map(quote), "sSI") : [...readyGateway(read, entry, to, certificates), ...hosts.map((host) => askedUnder(quote(host), suffix, "sSI"))]),
        ],
        from: read.cell,
        why: `Its routes hang on the Gateway since the stacks of ${name} were upgraded, and ${before.title} answers for none of these names until ${ports ? move : "they move"}; what fails here is mended before that.`,
      },
    ];
  },
});

/** Then its names move. */
export const upgradeSeedNames: StepRule = rule({
  id: "runbook.upgrade-seed-names",
  title: "Step: records of the Seed's entry",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "kkp.gateway-api"],
  derive: (read, cluster) => {
    const { before, from, to, name, hosts, shown, late, ports } = replacing(read, cluster);
    return [
      {
        id: `step.upgrade-seed-names[${cluster}]`,
        title: !ports ? `Move the records of ${name} to its Gateway` : ports.dialled ? `Bring people to the Gateway of ${name} on port ${ports.after.https}` : `Lead 443 and 80 to the Gateway of ${name}`,
        text: ports ? `Records stay${shown(to)}. ${ports.dialled ? `Interfaces of ${name} open on port ${ports.after.https} in place of ${ports.before.https}.` : `What stands in front of ${name} now leads 443 and 80 to ${bothPorts(ports.after)} of its nodes, in place of ${bothPorts(ports.before)}.`} ${ports.dialled ? ledOn(read, cluster) : ""}`.trimEnd() : `Every name of interfaces that led to ${before.title} of ${name}${shown(from)} now leads to the Gateway of ${name}${shown(to)}; the names of its user clusters stay where they are. ${whoMoves(read, read.optionalRule(seedInterfaceRecords, cluster) ?? [])}${ledOn(read, cluster)}Do so right after the trial, and wait for the old TTL before ${before.title} goes.`,
        commands: [...askedNames(read, cluster, hosts), ...(late ? [atCluster(read, cluster), ...waitForAll(read, cluster)] : [])],
        from: read.cell,
        why: `${before.title} is removed from ${name} at the end, and with it every name that still leads there.`,
      },
    ];
  },
});
