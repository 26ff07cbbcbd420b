import { certificates, issuerQuestions } from "../../answers/chapters/certificates.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import { approvedUnasked, certificateNames } from "../../facts/certificates.ts";
import { ports } from "../../facts/ports.ts";
import type { DnsService } from "../../dns-services/dns-service.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { hostPort } from "../../values/url-host.ts";
import { filled, filledValue } from "../basics/filled.ts";
import { solverValue } from "../basics/entry-names.ts";
import { entryIn, masterCluster, nameOfCluster, releaseIn, runsAlready } from "../basics/platform.ts";
import { proxyNamespaces } from "../certificates/interfaces.ts";
import { challengesSeen } from "../certificates/challenges-seen.ts";
import { bundleNeedsRoot, issuer, proxiesNeedRoot, rootIsPrivate } from "../certificates/issuer.ts";
import { approvedSigners, foreignIssuer, foreignIssuerIn, ISSUER_NAME } from "../certificates/issuer-reference.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { webhookGroup } from "../certificates/solver-webhook.ts";
import { isSeparateSeed } from "../firewall/subjects.ts";
import { CONFIGURATION, helmValues, MASTER_VALUES, seedValues, setting } from "./setting.ts";
import { suppliedFields } from "./supplied.ts";
import { replacesDex } from "../identity/token-issuer.ts";

const CLUSTER_ISSUER = `ClusterIssuer ${ISSUER_NAME}`;

/** Fields that lead the platform to its issuer, or to the Secret of a supplied certificate. */
export const issuanceSettings = rule<readonly Setting[]>({
  id: "settings.certificates-issuer",
  title: "Fields of the issuer",
  per: "plan",
  sources: ["kkp.certificates", "kkp.code.configuration-defaults"],
  derive: (read) => {
    const { by, authority } = read.rule(issuer);
    const { entry, gatewayEntry, suppliedThroughGateway, id } = releaseIn(read);
    if (entry.own) return read.notApplicable("Certificates of your Gateway are yours; KKP refuses an issuer or a Secret beside it.");
    const at = { topic: "certificates", object: CONFIGURATION } as const;
    if (by === "hand") {
      if (gatewayEntry && !suppliedThroughGateway && entry.title === gatewayEntry.title) return read.notApplicable(`A Gateway of KKP ${id} takes no supplied certificate.`);
      if (entry.suppliedCertificate !== "single") return suppliedFields(read, entry);
      const [secret] = read.rule(certificateRequest, read.rule(masterCluster)).secrets;
      return secret ? [setting(read, { ...at, id: "certificates.secret", field: "spec.ingress.gateway.tls.secretRef.name", value: secret.name, why: `KKP ${id} refuses it together with a certificateIssuer, so that field is left out.` })] : [];
    }
    return [
      setting(read, { ...at, id: "certificates.issuer", field: "spec.ingress.certificateIssuer.name", value: ISSUER_NAME, why: `Without a name the installer brings no cert-manager, and the entry answers on TCP 80 alone; ${authority} would never be asked.` }),
      ...kindOfIssuer(read),
      ...entry.issuerValues.filter(({ chart }) => chart !== "dex" || !replacesDex(read)).flatMap((values) => chartIssuer(read, entry.title, values)),
    ];
  },
});

/** The kind that stands in KubermaticConfiguration for an issuer by a plug-in: the one beside which annotations may name another. */
function kindOfIssuer(read: Reader): readonly Setting[] {
  const foreign = foreignIssuer(read);
  if (!foreign) return [];
  return [setting(read, { topic: "certificates", object: CONFIGURATION, id: "certificates.issuer-kind", field: "spec.ingress.certificateIssuer.kind", value: "Issuer", why: `KKP takes Issuer and ClusterIssuer alone; beside a ClusterIssuer, which it takes unasked, cert-manager refuses annotations that name ${foreign.kind}.` })];
}

/** Fields of a chart with an Ingress of its own, which lead it to the issuer. */
function chartIssuer(read: Reader, title: string, { chart, field, foreign }: PlatformEntry["issuerValues"][number]): readonly Setting[] {
  const row = (id: string, at: string, value: Setting["value"] | string, why: string) => setting(read, { topic: "certificates", object: chart === "iap" ? helmValues(chart) : MASTER_VALUES, id: `certificates.issuer-${chart}${id}`, field: at, value, why });
  const own = `${title} has an Ingress of its own for ${chart}, which takes its issuer from here.`;
  if (!foreignIssuer(read)) return [row("", field, ISSUER_NAME, own)];
  return foreign.map(({ field: at, value, why = own }, index) => row(`-${index + 1}`, at, foreignIssuerIn(read, value.replace("{issuer}", ISSUER_NAME)), why));
}

/** Values that let cert-manager approve what is asked of an issuer by a plug-in, in each cluster that asks. */
export const signerApproval = rule<readonly Setting[]>({
  id: "settings.certificates-approval",
  title: "Approval of requests to a plug-in",
  per: "plan",
  sources: ["cert-manager.approval", "cert-manager.code.chart"],
  derive: (read) => {
    const foreign = foreignIssuer(read);
    if (!foreign) return read.notApplicable("cert-manager approves requests to its own issuers unasked.");
    const own = read.fact(approvedUnasked);
    return ["", ...read.subjects("cluster").filter((cluster) => asksApart(read, cluster))].map((seed) =>
      setting(read, { topic: "certificates", object: seed === "" ? MASTER_VALUES : seedValues(nameOfCluster(read, seed)), id: `certificates.approval${seed === "" ? "" : `[${seed}]`}`, field: "cert-manager.approveSignerNames", value: approvedSigners(read, own), why: `cert-manager approves requests to its own kinds alone unless told otherwise, and one to ${foreign.kind} would wait for ever; the list replaces the one of the chart. Where the plug-in's chart brings such a right itself, both stand side by side.` }),
    );
  },
});

/** Name of the key of the account at an ACME server. */
const ACCOUNT_KEY = "spec.acme.privateKeySecretRef.name";

/** Where the authority writes to, where somebody names it: an account is made without as well. */
function mailOf(read: Reader, row: (id: string, field: string, value: string, why: string) => Setting): readonly Setting[] {
  const mail = read.optional(certificates.plan.acmeMail);
  return mail === undefined ? [] : [row("mail", "spec.acme.email", mail, "The authority tells it of trouble with the account; cert-manager itself tells nobody.")];
}

/** Fields of the ClusterIssuer itself, with the solver of the DNS service. */
export const clusterIssuer = rule<readonly Setting[]>({
  id: "settings.certificates-cluster-issuer",
  title: "Fields of the ClusterIssuer",
  per: "plan",
  sources: ["cert-manager.acme"],
  derive: (read) => {
    const { by, fields, challenge, bindingQuestion, bundleField } = read.rule(issuer);
    const { entry } = releaseIn(read);
    if (by === "hand") return read.notApplicable("The certificate is supplied, so there is no issuer.");
    const service = challenge === "dns01" ? dnsServiceOf(read.answer(dns.plan.automation)) : undefined;
    if (service) read.cite(...service.sources);
    const binding = bindingQuestion === undefined ? undefined : issuerQuestions.plan[bindingQuestion];
    const { kind = "ClusterIssuer" } = foreignIssuer(read) ?? {};
    const row = (id: string, field: string, value: Setting["value"] | string, why: string) => setting(read, { topic: "certificates", object: `${kind} ${ISSUER_NAME}`, id: `certificates.${id}`, field, value, why });
    return [
      ...fields.flatMap(({ field, value, why, onlyNew }, at) => (onlyNew && runsAlready(read) ? [] : [row(`field-${at + 1}`, filled(read, field, issuerQuestions.plan), filledValue(read, value, issuerQuestions.plan), why)])),
      ...(challenge !== undefined && fields.every(({ field }) => field !== ACCOUNT_KEY) ? [row("account-key", ACCOUNT_KEY, "acme-account-key", "The object is refused without it; cert-manager makes the key of its account itself and keeps it there.")] : []),
      ...(challenge === undefined ? [] : mailOf(read, row)),
      ...(challenge === "http01" ? [row("http01", `spec.acme.solvers[].${entry.solver.field}`, solverValue(read, entry), `Challenges arrive at TCP 80 of ${entry.title}, and cert-manager hangs its answer there.`)] : []),
      ...(challenge === "http01" && entry.own ? solverOfSeeds(read) : []),
      ...(binding && read.answer(binding) === true ? [row("binding", "spec.acme.externalAccountBinding.keyID and keySecretRef", "<fill-in: key id, from the PKI team> and acme-binding, key secret", "The server refuses orders of accounts that it did not make itself.")] : []),
      ...(bundleField !== undefined && rootIsPrivate(read) ? [row("bundle", bundleField, "the private root, base64", "cert-manager checks the server that signs against it; KKP's own bundle does not reach cert-manager.")] : []),
      ...(service?.solver?.chart ? [row("solver-group", "spec.acme.solvers[].dns01.webhook.groupName", webhookGroup(read), "cert-manager finds the webhook by this name and the next; the chart is given the same one as groupName.")] : []),
      ...(service?.solver?.fields ?? []).map(({ field, value, why }, at) => row(`solver-${at + 1}`, `spec.acme.solvers[].${field}`, filledValue(read, value, dnsServiceQuestions.plan), why)),
      ...(service ? whichZone(read, service, row) : []),
    ];
  },
});

/** Values by which cert-manager of each cluster looks for challenges at resolvers that are named. */
export const challengeArguments = rule<readonly Setting[]>({
  id: "settings.certificates-resolvers",
  title: "Resolvers for challenges",
  per: "plan",
  sources: ["cert-manager.resolvers"],
  derive: (read) => {
    const seen = read.rule(challengesSeen);
    if (seen === "zone") return read.notApplicable("cert-manager asks the servers of the zone.");
    const { onInternet, authority } = read.rule(issuer);
    const ofView = onInternet ? "Resolvers inside show the inner view, where the challenge never appears; cert-manager would wait for it in vain." : `The challenge stands in the view that ${authority} asks; behind resolvers that show the other one cert-manager would wait for it in vain.`;
    const why = seen === "view" ? ofView : "cert-manager would ask the servers of the zone themselves, which stand on the internet, and no proxy passes these questions on.";
    return ["", ...read.subjects("cluster").filter((cluster) => asksApart(read, cluster))].map((seed) =>
      setting(read, { topic: "certificates", object: seed === "" ? MASTER_VALUES : seedValues(nameOfCluster(read, seed)), id: `certificates.recursive${seed === "" ? "" : `[${seed}]`}`, field: "cert-manager.extraArgs", value: () => challengeResolvers(read), why }),
    );
  },
});

/** The arguments that lead cert-manager to resolvers. */
function challengeResolvers(read: Reader): Setting["value"] {
  read.cite("cert-manager.resolvers");
  const port = read.fact(ports.dns);
  const named = read.maybe(dns.plan.challengeResolvers);
  return named.kind === "known" ? known(`--dns01-recursive-nameservers-only=true, --dns01-recursive-nameservers=${named.value.map((address) => hostPort(address, port)).join(",")}`) : named;
}

/** Fields that tell the solver which zone it writes to, where two have one name or where private ones are a kind of their own. */
function whichZone(read: Reader, { solver }: DnsService, row: (id: string, field: string, value: Setting["value"] | string, why: string) => Setting): readonly Setting[] {
  const zone = read.maybe(dns.plan.zone);
  if (!solver || zone.kind !== "known" || zone.value === "public") return [];
  const { authority, onInternet } = read.rule(issuer);
  const { named, privateZones } = solver;
  if (zone.value === "split" && named) {
    read.cite(...named.sources);
    return [row("solver-zone", `spec.acme.solvers[].${named.field}`, filledValue(read, `{${named.question}}`, dnsServiceQuestions.plan), named.why.replace("{authority}", authority))];
  }
  if (!privateZones || onInternet || !releaseIn(read).solvesPrivateZones) return [];
  read.cite(...privateZones.sources);
  const either = `<fill-in: ${privateZones.private} or ${privateZones.public}, the kind of the zone that ${authority} asks>`;
  return [row("solver-zone", `spec.acme.solvers[].${privateZones.field}`, zone.value === "split" ? either : privateZones.private, `Left out it is ${privateZones.public}, and cert-manager finds no private zone, which is what ${zone.value === "split" ? "the inner view is" : "only the inside sees"}.`)];
}

/** Whether a cluster asks for certificates as a Seed apart, as far as it is known; fields of the others wait for no Seed. */
const asksApart = (read: Reader, cluster: string): boolean =>
  read.maybe(infrastructure.cluster.role, cluster).kind === "known" && isSeparateSeed(read, cluster) && read.outcome(certificateRequest, cluster).kind === "known";

/** The solver of Seeds apart from a master with a Gateway of the customer: each has a Gateway as the release brings it. */
function solverOfSeeds(read: Reader): readonly Setting[] {
  const master = read.rule(masterCluster);
  const [seed] = read.subjects("cluster").filter((cluster) => cluster !== master && read.optionalRule(certificateRequest, cluster) !== undefined);
  if (seed === undefined) return [];
  const entry = entryIn(read, seed);
  const { title, solver } = entry;
  return [setting(read, { topic: "certificates", object: `${CLUSTER_ISSUER} on Seeds apart from the master`, id: "certificates.http01-seeds", field: `spec.acme.solvers[].${solver.field}`, value: solverValue(read, entry), why: `Your Gateway stands on the master alone, so challenges for names of these Seeds arrive at their own ${title}.` })];
}

/** Every place in which a private root must stand. */
export const privateRoot = rule<readonly Setting[]>({
  id: "settings.certificates-root",
  title: "Places of the private root",
  per: "plan",
  sources: ["kkp.certificates", "kkp.code.iap-values"],
  derive: (read) => {
    if (!bundleNeedsRoot(read)) return read.notApplicable("Machines and browsers trust the root as they are.");
    const row = (id: string, object: string, field: string, value: string, why: string) => setting(read, { topic: "certificates", object, id: `certificates.root-${id}`, field, value, why });
    const behind = () => (proxiesNeedRoot(read) ? read.rule(proxyNamespaces) : []);
    const proxies = read.aside(behind);
    const named = (id: string, words: (configMap: string) => Setting): Setting => read.forRow(`setting.certificates.root-${id}`, () => words(read.fact(certificateNames.caBundle).configMap));
    return [
      named("file", (configMap) => row("file", `ConfigMap kubermatic/${configMap}`, "data: ca-bundle.pem", "private root and public roots", "It replaces the bundle that comes with KKP, so public roots that are still needed stand in it too. The name ca-bundle belongs to the chart of the operator, which would write over it or be refused.")),
      named("field", (configMap) => row("field", CONFIGURATION, "spec.caBundle", `kind ConfigMap, name ${configMap}`, "Parts of KKP and user clusters trust the roots of this ConfigMap alone: KKP copies it to every Seed, to the namespace of each user cluster, and to kube-system/ca-bundle inside.")),
      ...proxies.map((namespace) => read.forRow(`setting.certificates.root-proxy-${namespace}`, () => (behind(), row(`proxy-${namespace}`, helmValues(`iap in ${namespace}`), "iap.customProviderCA.secretName and secretKey", "platform-root, ca.crt", `The proxies in ${namespace} check the token issuer against a Secret of their own namespace, not against KKP's bundle.`)))),
    ];
  },
});
