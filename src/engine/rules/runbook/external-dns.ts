import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import type { CredentialSecret } from "../../dns-services/dns-service.ts";
import { serviceName } from "../../dns-services/registry.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { secretNames } from "../access/secret-names.ts";
import { formerEntryAddress } from "../addresses/assignments.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { clusterName, entryIn, masterCluster, replacedAt, runsAlready } from "../basics/platform.ts";
import { isInBoth, namesOf } from "../dns/entered.ts";
import { externalDns, RECORDS_NAMESPACE } from "../dns/external-dns.ts";
import { chosenVersions, reachableCharts } from "./charts.ts";
import { credentialSecret, heldBy, ownRoot } from "./credential.ts";
import { atCluster, folderOf, namespaced, type Step, type StepRule } from "./step.ts";

/** The chart, as public lines name it. */
export const RECORDS_CHART = "helm upgrade --install external-dns external-dns --repo https://kubernetes-sigs.github.io/external-dns/";

/** Whether external-dns is installed anywhere. */
export const servesRecords = (read: Reader): boolean => read.optionalRule(externalDns) !== undefined;

/** What the mirror is told of the webhook beside external-dns, which no chart prints without its values. */
export const recordsImages = (read: Reader): readonly string[] => {
  const found = read.outcome(externalDns);
  const records = found.kind === "known" ? found.value.service.externalDns : undefined;
  return records?.kind === "webhook" ? [records.image ? `${records.image} with the tag of provider.webhook.image, for external-dns` : "that of the webhook of external-dns"] : [];
};

/** The Secret with its credential: made before the chart on an installation, there already on an upgrade. */
function credential(read: Reader, cluster: string, secret: CredentialSecret): { readonly text: string; readonly commands: readonly string[] } {
  const { name } = secret;
  if (runsAlready(read)) {
    return {
      text: `the Secret ${RECORDS_NAMESPACE}/${name} of the credential, with ${heldBy(secret)}. Where the second command finds none, make it of ${secretNames.records}. Its values so far, which the next command shows, say which owner stands in the marks of its records and how the marks are named; the file keeps both.`,
      commands: [`kubectl -n ${RECORDS_NAMESPACE} get secret ${name}`, `helm -n ${RECORDS_NAMESPACE} get values external-dns --all`],
    };
  }
  const { files, commands } = credentialSecret(read, cluster, { ...secret, namespace: RECORDS_NAMESPACE, files: "external-dns", stored: secretNames.records });
  return { text: `the Secret ${name} of the credential. ${files}`, commands: [namespaced(RECORDS_NAMESPACE), ...commands] };
}

/** external-dns in a cluster; on an upgrade it takes the names that it wrote to the new entry. */
function records(read: Reader, cluster: string): readonly Step[] {
  const { service } = read.rule(externalDns);
  if (!service.externalDns) return [];
  const { root } = service.externalDns;
  const trust = root && !runsAlready(read) ? ` ${ownRoot(root, RECORDS_NAMESPACE)} the chart, whose pod waits for it.` : "";
  const secret = credential(read, cluster, service.externalDns.secret);
  const name = clusterName(read, cluster);
  const folder = folderOf(read, cluster);
  const entered = read.rule(masterCluster) === cluster || read.optionalRule(servesOwnInterfaces, cluster) === true;
  const former = entered ? replacedAt(read, cluster) : undefined;
  const entry = entryIn(read, cluster);
  const moves = former && !portsAt(read, cluster) ? ` From here on it watches ${entry.recordSource}: records that it wrote itself move from ${former.title} to ${entry.title}, and those that somebody entered by hand stay as they are. Annotations with host names that somebody set on the Service of ${former.title} are set on that of ${entry.title} first.` : "";
  if (moves !== "") read.cite("kkp.upgrade-2.30");
  return [
    {
      id: `step.external-dns[${cluster}]`,
      title: `${former ? "Point" : "Install"} external-dns ${former ? `of ${name} at ${entry.title}` : `on ${name}`}`,
      text: `${name}/values-external-dns.yaml holds the fields of the DNS chapter for ${serviceName(service)} and refers to ${secret.text}${trust} The last command shows what it wrote.${chosenVersions(read, [RECORDS_CHART])}${moves}`,
      commands: [
        atCluster(read, cluster),
        ...secret.commands,
        ...reachableCharts(read, cluster, [`${RECORDS_CHART} --namespace external-dns --create-namespace --values ${folder}/values-external-dns.yaml`]),
        "kubectl -n external-dns logs deployment/external-dns --tail=50",
      ],
      from: read.cell,
      why: `KKP brings no external-dns; ${name} has one of its own, so that its records follow its own Services and routes.`,
    },
  ];
}

/** Whether a Seed apart gets another entry: its records move when that has been tried, and not with those of the platform. */
export const movesLater = (read: Reader, cluster: string): boolean => replacedAt(read, cluster) !== undefined && read.rule(masterCluster) !== cluster && read.optionalRule(formerEntryAddress, cluster) !== undefined;

/** external-dns on the master, once the platform runs and before its names are looked for. */
export const externalDnsStep: StepRule = rule({
  id: "runbook.external-dns",
  title: "Step: external-dns",
  per: "plan",
  sources: ["external-dns.providers", "kkp.upgrade-2.31"],
  derive: (read) => records(read, read.rule(masterCluster)),
});

/** The same on a Seed apart, once its charts have brought the kinds that it watches. */
export const apartExternalDnsStep: StepRule = rule({
  id: "runbook.seed-external-dns",
  title: "Step: external-dns of a Seed apart",
  per: "cluster",
  sources: ["external-dns.providers", "external-dns.gateway"],
  derive: (read, cluster) => {
    if (read.rule(masterCluster) === cluster) return read.notApplicable("The master has its own by now.");
    return movesLater(read, cluster) ? read.notApplicable("It waits until the Gateway of the Seed has been tried.") : records(read, cluster);
  },
});

/** The same on a Seed apart whose entry is replaced, between the trial of its Gateway and its records. */
export const seedExternalDnsStep: StepRule = rule({
  id: "runbook.upgrade-seed-external-dns",
  title: "Step: external-dns of the Seed",
  per: "cluster",
  sources: ["external-dns.providers", "kkp.upgrade-2.31"],
  derive: (read, cluster) => (movesLater(read, cluster) ? records(read, cluster) : read.notApplicable("Its step comes before the names below the Seed.")),
});

/** Who moves records at the switch, and in which views. */
export function whoMoves(read: Reader, records: readonly DnsRecord[]): string {
  const both = namesOf(records.filter(isInBoth));
  if (!servesRecords(read)) return `Whoever runs the zone enters the new addresses${both.length === 0 ? "" : both.length === namesOf(records).length ? ", in both views" : `, those of ${listed(both)} in both views`}. `;
  const zone = read.maybe(dns.plan.zoneName);
  const top = zone.kind === "known" && zone.value === read.answer(project.plan.domain) && records.some(({ name }) => name === zone.value) ? ` ${zone.value} is the top of the zone: it moves by itself only where txtPrefix ends in a full stop, and by hand otherwise.` : "";
  return `external-dns has moved those that it wrote itself; whoever runs the zone moves those that were entered by hand, which it leaves alone${both.length === 0 ? "" : `, and in the outer view, which it does not fill, ${listed(both)}`}.${top} `;
}
