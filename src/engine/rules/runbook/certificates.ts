import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { certificateLimits } from "../../facts/certificates.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { listed } from "../../values/sentence.ts";
import { urlPort } from "../addresses/url-port.ts";
import { filled } from "../basics/filled.ts";
import { clusterName, entryAt, installedRelease, masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { certificateObjects } from "./certificate-objects.ts";
import { webhookLines, webhookWords } from "./solver-webhook.ts";
import { applied, atCluster, certManagerByHand, domainWord, folderOf, namespaced, onlyInstalling, type Step, type StepRule } from "./step.ts";
import { replacesDex } from "../identity/token-issuer.ts";

/** Secrets of a certificate that the customer's PKI signed; before the entry asks for them. */
export const suppliedCertificates: StepRule = rule({
  id: "runbook.supplied-certificates",
  title: "Step: supplied certificate",
  per: "cluster",
  sources: ["kkp.certificates"],
  derive: (read, cluster) => {
    const { names, secrets } = read.rule(certificateRequest, cluster);
    if (read.rule(issuer).by !== "hand") return read.notApplicable("cert-manager writes the Secrets.");
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    const namespaces = [...new Set(secrets.map(({ namespace }) => namespace))];
    const { suppliedCertificate, own } = read.rule(entryAt, cluster);
    const single = suppliedCertificate === "single";
    const gateway = single && !own && read.optionalRule(masterCluster) === cluster;
    return [
      {
        id: `step.supplied-certificates[${cluster}]`,
        title: `Enter the certificate of ${name}`,
        text: `${own && read.optionalRule(masterCluster) === cluster ? "Listeners of your Gateway name the Secret; KKP takes no field for it beside a Gateway of yours. " : ""}tls.crt holds the certificate with its intermediates, tls.key its key from the secret store; delete both files afterwards.${gateway ? " kubermatic.yaml names the Secret under spec.ingress.gateway.tls.secretRef and leaves certificateIssuer out." : ""}`,
        commands: [
          atCluster(read, cluster),
          `openssl x509 -in ${folder}/tls.crt -noout -ext subjectAltName`,
          ...namespaces.map(namespaced),
          ...secrets.map(({ namespace, name: secret }) => applied(`kubectl -n ${quote(namespace)} create secret tls ${quote(secret)} --cert=${folder}/tls.crt --key=${folder}/tls.key`)),
          `rm ${folder}/tls.crt ${folder}/tls.key`,
        ],
        from: read.cell,
        why: `${secrets.length === 1 ? "One Secret serves" : `${secrets.length} Secrets serve`} ${listed(names)}.`,
      },
    ];
  },
});

/** Names the Secret of a supplied certificate in the Ingress of dashboard and API, which no field of KKP does. */
export const suppliedIngress: StepRule = rule({
  id: "runbook.supplied-ingress",
  title: "Step: supplied certificate in the Ingress",
  per: "plan",
  sources: ["kkp.certificates", "kkp.code.master-ingress"],
  derive: (read) => {
    onlyInstalling(read);
    const { entry } = read.rule(release);
    if (read.rule(issuer).by !== "hand") return read.notApplicable("cert-manager writes the Secrets, and KKP names them.");
    if (!entry.suppliedFields.some(({ at }) => at === "ingress")) return read.notApplicable(`${entry.title} takes the Secret from a field of KKP.`);
    const cluster = read.rule(masterCluster);
    const [secret] = read.rule(certificateRequest, cluster).secrets;
    if (!secret) return read.notApplicable("No Secret is planned.");
    const patch = JSON.stringify({ spec: { tls: [{ hosts: secret.covers, secretName: secret.name }] } });
    return [
      {
        id: "step.supplied-ingress",
        title: "Let the dashboard answer with the supplied certificate",
        text: `The operator has made the Ingress kubermatic without TLS and leaves what is written there alone. ${replacesDex(read) ? "The chart of the proxies names its Secrets itself; its values stand" : "The charts of Dex and of the proxies name their Secrets themselves; their values stand"} in the table of settings.`,
        commands: [atCluster(read, cluster), `kubectl -n ${quote(secret.namespace)} patch ingress kubermatic --type merge --patch ${quote(patch)}`, `echo | openssl s_client -connect ${domainWord(read)}${read.rule(urlPort, cluster) || ":443"} -servername ${domainWord(read)} | openssl x509 -noout -ext subjectAltName`],
        from: read.cell,
        why: `Without this line ${entry.title} answers for ${listed(secret.covers)} with a certificate of its own making, and every login ends there.`,
      },
    ];
  },
});

/** Whether all certificates of an entry are asked for with the issuer, because nobody does so later. */
const askedTogether = (read: Reader, cluster: string): boolean => {
  const { own, seedGatewayByHand } = read.rule(entryAt, cluster);
  return (own === true || (seedGatewayByHand && read.rule(masterCluster) !== cluster)) && read.rule(certificateRequest, cluster).secrets.length > 1;
};

/** What the file of the issuer holds, and with what to begin. */
export function issuerWords(read: Reader, cluster: string): string {
  const { issuer: authority } = read.rule(certificateRequest, cluster);
  const { challenge, rateLimited, fields, needs } = read.rule(issuer);
  const solver = challenge === "http01" ? `an HTTP-01 solver for ${read.rule(entryAt, cluster).title}` : challenge === "dns01" ? "the DNS-01 solver with the account of the zone" : `the fields of the table: ${listed(fields.map(({ field }) => filled(read, field, issuerQuestions.plan)))}`;
  const begin = rateLimited ? `Start with the staging directory of ${authority} and change to the real one when ${askedTogether(read, cluster) ? "the certificates are there; delete their Secrets then, so that they are" : "the first certificate is there; delete its Secret then, so that it is"} asked for anew.` : (needs ?? "Secrets with credentials that it refers to are in the namespace cert-manager before it is applied.");
  return `clusterissuer.yaml names ${solver}. ${begin}${webhookWords(read)}`;
}

/** Certificates of a Gateway that somebody writes for a Seed: KKP has nobody there who asks for them. */
function seedCertificates(read: Reader, cluster: string): { readonly text: string; readonly commands: readonly string[] } {
  if (read.rule(masterCluster) === cluster || !read.rule(entryAt, cluster).seedGatewayByHand) return { text: "", commands: [] };
  const { secrets } = read.rule(certificateRequest, cluster);
  const foreign = read.rule(issuer).foreignKind === true;
  read.cite("kkp.gateway-api-seed");
  return {
    text: ` Nobody else asks for certificates of this Gateway, since KKP does so on the master alone: ${foreign ? "certificates.yaml holds a Certificate for each Secret of the certificate chapter, with the plug-in's kind as its issuer, in the namespace of the Gateway." : "a Certificate for each Secret of the certificate chapter follows the issuer, in the namespace of the Gateway."}`,
    commands: foreign ? [`kubectl apply -f ${folderOf(read, cluster)}/certificates.yaml`] : certificateObjects(read, secrets),
  };
}

/** Issuer of cert-manager on a cluster, once its names resolve. */
function issuerStep(read: Reader, cluster: string, before: readonly string[] = []): readonly Step[] {
  const { names, issuer: authority } = read.rule(certificateRequest, cluster);
  const { by, challenge, rateLimited, method } = read.rule(issuer);
  if (by === "hand") return read.notApplicable("The certificate is supplied.");
  const name = clusterName(read, cluster);
  const later = challenge === "http01" && read.optionalRule(replacedEntry) !== undefined;
  const [first = ""] = names;
  const own = seedCertificates(read, cluster);
  const limits = rateLimited ? `${authority} takes ${read.fact(certificateLimits.failedAttempts)} failed validations for a host in an hour, and issues the same names ${read.fact(certificateLimits.sameNames)} times in 7 days. ` : "";
  return [
    {
      id: `step.issuer[${cluster}]`,
      title: rateLimited ? `Let cert-manager ask for certificates on ${name}` : `Let cert-manager get certificates on ${name} (${method})`,
      text: `${issuerWords(read, cluster)}${before.length === 0 ? "" : ` No stack of the installer brings cert-manager to ${name}, so its chart comes first.`}${own.text}`,
      commands: [atCluster(read, cluster), ...before, ...webhookLines(read, cluster), `kubectl apply -f ${folderOf(read, cluster)}/clusterissuer.yaml`, ...own.commands, "kubectl get certificates --all-namespaces"],
      from: read.cell,
      why: `${limits}${later ? `${first} is asked for again when its record leads to ${read.rule(entryAt, cluster).title}.` : names.length === 1 ? `Go on when ${first} is ready.` : own.commands.length > 0 ? "Go on when each is ready." : `${first} comes first; the names of interfaces follow with their installation.`}`,
    },
  ];
}

/** Issuer on the master, before anybody logs in. */
export const masterIssuer: StepRule = rule({
  id: "runbook.issuer",
  title: "Step: certificate issuer",
  per: "plan",
  sources: ["cert-manager.http01", "cert-manager.dns01"],
  derive: (read) => {
    if (read.rule(release).entry.own) return read.notApplicable("The step of your Gateway brings the issuer.");
    if (read.optionalRule(installedRelease)) return read.notApplicable("The issuer is there already; what changes in it comes before the upgrade.");
    return issuerStep(read, read.rule(masterCluster));
  },
});

/** The solver of an issuer that is there, before another entry takes its challenges. */
export const upgradeIssuer: StepRule = rule({
  id: "runbook.upgrade-issuer",
  title: "Step: solver for the new entry",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "cert-manager.http01"],
  derive: (read) => {
    const before = read.rule(replacedEntry);
    const { entry } = read.rule(release);
    const { challenge } = read.rule(issuer);
    if (entry.own) return read.notApplicable("The step of your Gateway brings the issuer.");
    if (challenge !== "http01") return read.notApplicable("Its issuer asks nothing of the entry.");
    const cluster = read.rule(masterCluster);
    return [
      {
        id: "step.upgrade-issuer",
        title: `Point the solver at ${entry.title}`,
        text: `clusterissuer.yaml names ${entry.solver.field} in place of ${before.entry.solver.field}. Certificates that are there stay valid; a renewal that falls between this step and the records is tried again.`,
        commands: [atCluster(read, cluster), `kubectl apply -f ${folderOf(read, cluster)}/clusterissuer.yaml`, "kubectl get clusterissuers"],
        from: read.cell,
        why: `With the old solver challenges go to ${before.entry.title}, and fail as soon as it is gone.`,
      },
    ];
  },
});

/** Issuer on a Seed apart from the master, once the names below it resolve. */
export const seedIssuer: StepRule = rule({
  id: "runbook.seed-issuer",
  title: "Step: certificate issuer of the Seed",
  per: "cluster",
  sources: ["cert-manager.http01", "cert-manager.dns01"],
  derive: (read, cluster) => {
    if (read.rule(masterCluster) === cluster) return read.notApplicable("The master has an issuer already.");
    return issuerStep(read, cluster, certManagerByHand(`${folderOf(read, cluster)}/values-seed.yaml`));
  },
});
