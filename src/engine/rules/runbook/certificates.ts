import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { certificateLimits } from "../../facts/certificates.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { capital, listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { secretNames } from "../access/secret-names.ts";
import { urlPort } from "../addresses/url-port.ts";
import { filled } from "../basics/filled.ts";
import { clusterName, entryIn, masterCluster, releaseIn, replacedEntry, runsAlready } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { ISSUER_NAMESPACE, issuerCredentials } from "../certificates/issuer-credentials.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { certificatesStand } from "../certificates/standing.ts";
import { certificateObjects } from "./certificate-objects.ts";
import { credentialSecret, heldBy, type Credential } from "./credential.ts";
import { servesRecords } from "./external-dns.ts";
import { certificateReady } from "./gateway-trial.ts";
import { foreignIssuerLines } from "./foreign-issuer.ts";
import { plugInLines, plugInWords } from "./issuer-plug-in.ts";
import { webhookLines, webhookWords } from "./solver-webhook.ts";
import { reviewedLines } from "./token-review.ts";
import { applied, atCluster, certManagerByHand, domainWord, folderOf, namespaced, onlyInstalling, type Step, type StepRule } from "./step.ts";
import { replacesDex } from "../identity/token-issuer.ts";

/** Secrets of a certificate that the customer's PKI signed; before the entry asks for them. */
export const suppliedCertificates: StepRule = rule({
  id: "runbook.supplied-certificates",
  title: "Step: supplied certificate",
  per: "cluster",
  sources: ["kkp.certificates"],
  derive: (read, cluster) => {
    if (read.rule(issuer).by !== "hand") return read.notApplicable("cert-manager writes the Secrets.");
    const { names, secrets, inUse } = read.rule(certificateRequest, cluster);
    if (certificatesStand(read, cluster) && inUse) return read.notApplicable("The Secrets hold their certificates already.");
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    const namespaces = [...new Set(secrets.map(({ namespace }) => namespace))];
    const { suppliedCertificate, own } = entryIn(read, cluster);
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
    const { entry } = releaseIn(read);
    if (!entry.suppliedFields.some(({ at }) => at === "ingress")) return read.notApplicable(`${entry.title} takes the Secret from a field of KKP.`);
    if (read.rule(issuer).by !== "hand") return read.notApplicable("cert-manager writes the Secrets, and KKP names them.");
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
  const { own, seedGatewayByHand } = entryIn(read, cluster);
  return own === true || (seedGatewayByHand && read.rule(masterCluster) !== cluster);
};

/** What brings the certificates of a Seed apart only after its issuer: the Ingresses that ask for them, or the routes that external-dns reads their names from. */
function comesLater(read: Reader, cluster: string): "ingresses" | "names" | undefined {
  if (read.rule(masterCluster) === cluster || runsAlready(read)) return undefined;
  if (!entryIn(read, cluster).seedGatewayByHand) return "ingresses";
  return read.rule(issuer).challenge === "http01" && servesRecords(read) ? "names" : undefined;
}

/** With which directory an authority is asked that takes only so many orders. */
function beginOf(read: Reader, cluster: string): string {
  const { issuer: authority, secrets } = read.rule(certificateRequest, cluster);
  if (runsAlready(read)) return `The issuer is there and keeps the real directory of ${authority}: what it has signed stays valid.`;
  const start = `Start with the staging directory of ${authority}`;
  if (comesLater(read, cluster) !== undefined) return `${start}; a later step changes to the real one.`;
  const several = askedTogether(read, cluster) && secrets.length > 1;
  return `${start} and change to the real one when ${several ? "the certificates are there; delete their Secrets then, so that they are" : "the first certificate is there; delete its Secret then, so that it is"} asked for anew.`;
}

/** Where the Secrets come from that the issuer refers to. */
function secretsOfIssuer(read: Reader, cluster: string): string {
  const { makesRoot, needs, onUpgrade, rootSecret = "" } = read.rule(issuer);
  if (makesRoot && runsAlready(read)) return onUpgrade;
  if (makesRoot && read.rule(masterCluster) !== cluster) return `The Secret ${rootSecret} is carried over from ${clusterName(read, read.rule(masterCluster))} first: one root signs for every cluster, and the one that is handed out is the only one.`;
  return needs ?? (read.optionalRule(issuerCredentials) ? "" : "Secrets with credentials that it refers to are in the namespace cert-manager before it is applied.");
}

/** Carries the root that cert-manager has made on the master to a Seed, whose issuer signs with it as well. */
function carriedRoot(read: Reader, cluster: string): readonly string[] {
  const { makesRoot, rootSecret = "" } = read.rule(issuer);
  const master = read.rule(masterCluster);
  if (!makesRoot || master === cluster || runsAlready(read)) return [];
  const part = (key: string) => `(umask 077; kubectl -n cert-manager get secret ${rootSecret} -o jsonpath='{.data.tls\\.${key}}' | base64 -d > root.${key})`;
  return [atCluster(read, master), part("crt"), part("key"), atCluster(read, cluster), namespaced("cert-manager"), applied(`kubectl -n cert-manager create secret tls ${rootSecret} --cert=root.crt --key=root.key`), "rm root.crt root.key"];
}

/** Secrets of the credentials that the issuer refers to: made before it on an installation, there already on an upgrade. */
export function issuerSecrets(read: Reader, cluster: string): { readonly text: string; readonly commands: readonly string[] } {
  const { zone, binding, signer } = read.optionalRule(issuerCredentials) ?? {};
  const row = (secret: typeof zone, files: string, stored: string): readonly Credential[] => (secret ? [{ ...secret, namespace: ISSUER_NAMESPACE, files, stored }] : []);
  const credentials = [...row(zone, "dns01", secretNames.zone), ...row(binding, "acme-binding", secretNames.binding), ...row(signer, "signer", secretNames.signer)];
  if (runsAlready(read)) {
    return {
      text: credentials.map((secret) => ` The issuer that is there refers to a Secret of ${ISSUER_NAMESPACE} with ${heldBy(secret)}; where that is not ${secret.name}, clusterissuer.yaml keeps the name and keys that it has.`).join(""),
      commands: credentials.length === 0 ? [] : [`kubectl -n ${ISSUER_NAMESPACE} get secrets`],
    };
  }
  const made = credentials.map((secret) => ({ name: secret.name, ...credentialSecret(read, cluster, secret) }));
  return { text: made.map(({ name, files }) => ` The Secret ${name} of ${ISSUER_NAMESPACE} comes before the issuer: ${files}`).join(""), commands: made.flatMap(({ commands }) => commands) };
}

/** What the file of the issuer holds, and with what to begin. */
export function issuerWords(read: Reader, cluster: string): string {
  const { challenge, rateLimited, fields: all } = read.rule(issuer);
  const upgrade = runsAlready(read);
  const fields = all.filter(({ onMaster, onlyNew }) => !(onMaster && read.rule(masterCluster) !== cluster) && !(onlyNew && upgrade));
  const solver = challenge === "http01" ? `an HTTP-01 solver for ${entryIn(read, cluster).title}` : challenge === "dns01" ? "the DNS-01 solver with the account of the zone" : `the fields of the table: ${listed(fields.map(({ field }) => filled(read, field, issuerQuestions.plan)))}`;
  const begin = rateLimited ? beginOf(read, cluster) : secretsOfIssuer(read, cluster);
  return `clusterissuer.yaml names ${solver}.${begin === "" ? "" : ` ${begin}`}${issuerSecrets(read, cluster).text}${webhookWords(read)}${plugInWords(read)}`;
}

/** What somebody does by hand, since KKP does not: annotations for an issuer that none of its fields names, and the certificates of a Gateway that is written for a Seed. */
function certificatesByHand(read: Reader, cluster: string): { readonly text: string; readonly commands: readonly string[] } {
  if (read.rule(masterCluster) === cluster) return foreignIssuerLines(read);
  if (!entryIn(read, cluster).seedGatewayByHand) return { text: "", commands: [] };
  const { secrets } = read.rule(certificateRequest, cluster);
  const temporary = comesLater(read, cluster) === "names";
  read.cite("kkp.gateway-api-seed");
  return {
    text: ` Nobody else asks for certificates of this Gateway, since KKP does so on the master alone: a Certificate for each Secret of the certificate chapter follows the issuer, in the namespace of the Gateway.${temporary ? " Their annotation fills each Secret with a temporary certificate at once: external-dns writes a name only when its route is accepted, and a listener without a certificate accepts none." : ""}`,
    commands: certificateObjects(read, secrets, temporary),
  };
}

/** On what to go on after the issuer. */
function goOn(read: Reader, cluster: string): string {
  const { names } = read.rule(certificateRequest, cluster);
  const { title } = entryIn(read, cluster);
  const [first = ""] = names;
  const name = clusterName(read, cluster);
  const later = comesLater(read, cluster);
  if (later === "ingresses") return `Nothing is asked for yet: the Ingress of ${names.length === 1 ? first : `each interface of ${name}`} asks for its certificate when its stack brings it.`;
  if (later === "names") return `${names.length === 1 ? `${first} gets` : `The names of ${name} get`} no certificate yet: external-dns writes ${names.length === 1 ? "it" : "them"} when the routes of the interfaces are there, and a step after that waits for ${names.length === 1 ? "its certificate" : "the certificates"}.`;
  if (read.rule(issuer).challenge === "http01" && read.optionalRule(replacedEntry) !== undefined) return `${listed(names)} ${names.length === 1 ? "is" : "are"} asked for again when ${names.length === 1 ? "its record leads" : "their records lead"} to ${title}.`;
  if (names.length === 1) return `Browsers find nothing that they trust before ${first} is ready.`;
  return read.rule(masterCluster) !== cluster ? `Browsers find nothing that they trust at ${name} before each of its certificates is ready.` : `${first} comes first; the names of interfaces follow with their installation.`;
}

/** What the limits of an authority are; a sentence with a blank behind it. */
function limitsOf(read: Reader, cluster: string): string {
  if (!read.rule(issuer).rateLimited) return "";
  return `${read.rule(certificateRequest, cluster).issuer} takes ${read.fact(certificateLimits.failedAttempts)} failed validations for a host in an hour, and issues the same names ${read.fact(certificateLimits.sameNames)} times in 7 days. `;
}

/** Issuer of cert-manager on a cluster, once its names resolve. */
function issuerStep(read: Reader, cluster: string, before: readonly string[] = []): readonly Step[] {
  const { by, rateLimited, method } = read.rule(issuer);
  if (by === "hand") return read.notApplicable("The certificate is supplied.");
  read.rule(certificateRequest, cluster);
  const name = clusterName(read, cluster);
  const own = certificatesByHand(read, cluster);
  return [
    {
      id: `step.issuer[${cluster}]`,
      title: rateLimited ? `Let cert-manager ask for certificates on ${name}` : `Let cert-manager get certificates on ${name} (${method})`,
      text: `${issuerWords(read, cluster)}${before.length === 0 ? "" : ` No stack of the installer brings cert-manager to ${name}, so its chart comes first.`}${own.text}`,
      commands: [...carriedRoot(read, cluster), atCluster(read, cluster), ...before, ...issuerSecrets(read, cluster).commands, ...webhookLines(read, cluster), ...plugInLines(read), `kubectl apply -f ${folderOf(read, cluster)}/clusterissuer.yaml`, ...reviewedLines(read, cluster), ...own.commands, "kubectl get certificates --all-namespaces"],
      from: read.cell,
      why: `${limitsOf(read, cluster)}${goOn(read, cluster)}`,
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
    if (releaseIn(read).entry.own) return read.notApplicable("The step of your Gateway brings the issuer.");
    if (runsAlready(read)) return read.notApplicable("The issuer is there already; what changes in it comes before the upgrade.");
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
    const { entry } = releaseIn(read);
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

/** Certificates of a Seed apart that its issuer could not get before its stacks were there. */
export const seedCertificatesStep: StepRule = rule({
  id: "runbook.seed-certificates",
  title: "Step: certificates of the Seed",
  per: "cluster",
  sources: ["cert-manager.http01", "external-dns.gateway"],
  derive: (read, cluster) => {
    const { by, rateLimited, challenge } = read.rule(issuer);
    if (by === "hand") return read.notApplicable("The certificate is supplied.");
    const later = comesLater(read, cluster);
    if (later === undefined || (later === "ingresses" && !rateLimited)) return read.notApplicable("Nothing has to be done for them any more.");
    const { issuer: authority, secrets } = read.rule(certificateRequest, cluster);
    const name = clusterName(read, cluster);
    const [one] = secrets.length === 1 ? secrets : [];
    return [
      {
        id: `step.seed-certificates[${cluster}]`,
        title: `Wait for the certificates of ${name}`,
        text: `${challenge === "http01" ? `${capital(authority)} finds ${one ? "the name" : "the names"} now. ` : ""}${rateLimited ? `When ${one ? "it" : "each"} is ready, clusterissuer.yaml gets the real directory of ${authority}; ${one ? "the Secret goes, so that the certificate is" : "the Secrets go, so that the certificates are"} asked for anew. Go on when the last command shows ${one ? "it" : "each"} as ready again.` : `Go on when ${one ? "it" : "each"} is ready.`}`,
        commands: [
          atCluster(read, cluster),
          ...secrets.map(certificateReady),
          ...(rateLimited ? [`kubectl apply -f ${folderOf(read, cluster)}/clusterissuer.yaml`, ...secrets.map((secret) => `kubectl -n ${quote(secret.namespace)} delete secret ${quote(secret.name)}`)] : []),
          "kubectl get certificates --all-namespaces",
        ],
        from: read.cell,
        why: later === "ingresses" ? `The Ingresses that ask for them came with the stacks of ${name}.` : `Until then ${entryIn(read, cluster).title} of ${name} shows certificates that nobody trusts.`,
      },
    ];
  },
});
