import { authentication } from "../../answers/chapters/authentication.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import type { Connector } from "../../connectors/connector.ts";
import { connectorOf } from "../../connectors/registry.ts";
import type { CredentialSecret, DnsService } from "../../dns-services/dns-service.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { secretForms } from "../../facts/operations.ts";
import type { SourceId } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { capital, inSentence } from "../../values/sentence.ts";
import { masterCluster, nameOfCluster, releaseIn, seeds } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { issuer } from "../certificates/issuer.ts";
import { ISSUER_NAMESPACE, issuerCredentials } from "../certificates/issuer-credentials.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { externalDns, RECORDS_NAMESPACE } from "../dns/external-dns.ts";
import { connectorsInUse } from "../identity/connectors.ts";
import { connectorFiles } from "../identity/dex-files.ts";
import { platformRedirectUris } from "../identity/redirect-uris.ts";
import { ownProxyRedirectUris, platformProxyRedirectUris, seedProxyRedirectUris } from "../identity/proxy-redirect-uris.ts";
import { rootsOfDex } from "../identity/source-root.ts";
import { isKept } from "./new-secrets.ts";
import { secretNames } from "./secret-names.ts";

/** What differs from secret to secret. */
type Row = Pick<SecretRow, "id" | "name" | "form" | "files" | "why"> & Partial<Pick<SecretRow, "command">>;

/** One secret of the list. */
export const secretRow = (read: Reader, row: Row): SecretRow => ({ ...row, ...(isKept(read, row.name) ? { inUse: true } : {}), from: read.cell });

/** The same where its words read what no other secret rests on. */
export const secretWith = (read: Reader, id: string, words: () => Omit<Row, "id">): SecretRow => read.forRow(id, () => secretRow(read, { id, ...words() }));

/** The command that makes a secret without a form of its own. */
export const sharedSecret = (read: Reader): string => read.fact(secretForms.shared).command;

const KEYS = ["kubermatic.yaml"];
const VALUES = ["values.yaml"];

/** Secrets with which the platform signs and logs in. */
export const platformSecrets = rule<readonly SecretRow[]>({
  id: "access.secrets",
  title: "Secrets of the platform",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.code.example-values", "kkp.code.master-validation"],
  derive: (read) => {
    const connector: Connector = connectorOf(read.answer(authentication.plan.connector));
    const dex = !connector.issuer;
    return [
      secretWith(read, "secret.service-account-key", () => {
        const { command, bytes } = read.fact(secretForms.serviceAccountKey);
        return { name: secretNames.serviceAccounts, command, form: `at least ${bytes} bytes`, files: KEYS, why: "It signs the tokens of service accounts; the installer looks at its length and takes a long placeholder for the real key." };
      }),
      secretWith(read, "secret.issuer-client", () => ({
        name: secretNames.issuer,
        ...(dex ? { command: sharedSecret(read) } : {}),
        form: dex ? "text" : "text, as the issuer shows it",
        files: dex ? [...KEYS, ...VALUES] : KEYS,
        why: dex ? "The same value stands in both files: Dex refuses the client otherwise." : "It is made at the issuer together with the client kubermaticIssuer.",
      })),
      secretWith(read, "secret.issuer-cookie", () => ({ name: secretNames.cookie, command: sharedSecret(read), form: "text, not empty", files: KEYS, why: "It protects the login while the browser is at the issuer." })),
      ...(read.answer(project.plan.edition) === "EE" ? [secretRow(read, { id: "secret.pull", name: secretNames.pull, form: "JSON text", files: KEYS, why: "Kubermatic hands it out; the installer copies it from there into the values of the operator." })] : []),
    ];
  },
});

/** Secrets between Dex and its clients. */
export const loginSecrets = rule<readonly SecretRow[]>({
  id: "access.login-secrets",
  title: "Secrets of clients",
  per: "plan",
  sources: ["kkp.code.example-values", "kkp.code.iap-values"],
  derive: (read) => {
    const dex = read.rule(connectorsInUse).every(({ issuer: signs }) => !signs);
    // Which clients there are decides whose folders are named; the rule waits for all names, so that the list never stands for a part of itself.
    const masterName = nameOfCluster(read, read.rule(masterCluster));
    const seedNames = new Map(read.rule(seeds).map((seed) => [seed, nameOfCluster(read, seed)]));
    const platform = rowsFrom(read, [platformRedirectUris]).rows.map(({ client }) => client);
    const proxies = rowsFrom(read, [platformProxyRedirectUris]).rows.map(({ client }) => client);
    const shared = rowsFrom(read, [seedProxyRedirectUris]).rows.map(({ client }) => client);
    const urisOf = new Map([...seedNames.keys()].map((seed) => [seed, read.optionalRule(ownProxyRedirectUris, seed) ?? []]));
    const ofSeed = (client: string) => [...seedNames].filter(([seed]) => urisOf.get(seed)?.some((uri) => uri.client === client));
    const apart = rowsFrom(read, [ownProxyRedirectUris]).rows.map(({ client }) => client);
    const own = [...new Set([...platform, ...proxies, ...shared, ...apart])].filter((client) => client !== releaseIn(read).redirectUris.find(({ id }) => id === "kubeconfig")?.client);
    const filesOf = (client: string) => [...(dex ? VALUES : []), ...(shared.includes(client) ? [...seedNames.values()].map((name) => `${name}/values-usercluster-mla.yaml`) : apart.includes(client) ? ofSeed(client).map(([, name]) => `${name}/values-seed-mla.yaml`) : proxies.includes(client) ? [`${masterName}/values-seed-mla.yaml`] : [])];
    return own
      .filter((client) => filesOf(client).length > 0)
      .map((client) =>
        secretRow(read, {
          id: `secret.client-${client}`,
          name: secretNames.client(client),
          ...(dex ? { command: sharedSecret(read) } : {}),
          form: dex ? "text" : "text, as the issuer shows it",
          files: filesOf(client),
          why: platform.includes(client) ? "Dex wants a secret for every client; the dashboard's login in the browser never shows it." : `The proxy shows it to ${dex ? "Dex" : "the issuer"}, which compares; ${(shared.includes(client) || apart.includes(client)) && read.rule(seeds).length > 1 ? "all Seeds share the client." : "nobody else uses it."}`,
        }),
      );
  },
});

/** Secrets between Dex and the identity sources. */
export const sourceSecrets = rule<readonly SecretRow[]>({
  id: "access.source-secrets",
  title: "Secrets of identity sources",
  per: "plan",
  sources: ["kkp.code.example-values", "dex.code.config"],
  derive: (read) => {
    const sources = read.rule(connectorsInUse);
    const dex = sources.every(({ issuer: signs }) => !signs);
    return [
      ...(sources.some(({ inDex }) => inDex) ? [secretWith(read, "secret.user-hash", () => ({ name: secretNames.userHash, command: read.fact(secretForms.userHash).command, form: "bcrypt hash, one for each person", files: VALUES, why: "Dex keeps hashes and no passwords; whoever makes one types the password and sees it nowhere." }))] : []),
      ...(dex ? sources : []).flatMap(({ id, title, inDex, withoutSecret }, at) => {
        if (inDex || withoutSecret) return [];
        return [secretRow(read, { id: `secret.connector${at === 0 ? "" : `-${id}`}`, name: secretNames.connector(id, at), form: "as the identity team hands it over, and without $: Dex reads what follows one as the name of a variable", files: VALUES, why: `Dex names itself with it to ${inSentence(title)}, which tells it nothing about people otherwise.` })];
      }),
      ...(read.optionalRule(connectorFiles) ?? []).flatMap(({ connector, file: { kind, name, key, holds, why } }) =>
        kind === "Secret" ? [secretRow(read, { id: `secret.connector-file-${connector.id}`, name: secretNames.connectorFile(connector.id), form: `${key}: ${holds}`, files: [`Secret ${rootsOfDex.namespace}/${name}`], why })] : [],
      ),
    ];
  },
});

/** What stands under each key of a Secret with a credential. */
export const formOf = ({ keys, asks = "the webhook" }: Pick<CredentialSecret, "keys" | "asks">): string => (keys === undefined ? `what ${asks} asks for, one line KEY=value each` : Object.entries(keys).map(([key, what]) => `${key}: ${what}`).join("; "));

/** A credential in the Secret that the ClusterIssuer refers to, on each cluster with one. */
function issuerSecret(read: Reader, row: Pick<Row, "id" | "name" | "why">, secret: CredentialSecret): SecretRow {
  const clusters = read.subjects("cluster").filter((cluster) => read.optionalRule(certificateRequest, cluster) !== undefined);
  return secretRow(read, { ...row, form: formOf(secret), files: clusters.map((cluster) => `Secret ${ISSUER_NAMESPACE}/${secret.name} of ${nameOfCluster(read, cluster)}`) });
}

/** Secrets behind certificates and records, which other teams hand over. */
export const certificateSecrets = rule<readonly SecretRow[]>({
  id: "access.certificate-secrets",
  title: "Secrets of certificates",
  per: "plan",
  sources: [],
  derive: (read) => {
    const { by, challenge, caSecret, authority, reference } = read.rule(issuer);
    const resting = (source: SourceId, id: string, make: () => SecretRow): SecretRow => read.forRow(id, () => (read.cite(source), make()));
    if (by === "hand") return [resting("kkp.certificates", "secret.tls-key", () => secretRow(read, { id: "secret.tls-key", name: "kkp/tls", form: "PEM key of the certificate, not encrypted", files: ["Secrets of the certificate chapter"], why: "The key is made with the request and leaves the secret store for the step that enters it, and no longer." }))];
    if (caSecret !== undefined) return [resting("cert-manager.ca", "secret.ca-key", () => secretRow(read, { id: "secret.ca-key", name: "kkp/ca", form: "PEM key of the CA, not encrypted", files: [`Secret cert-manager/${caSecret}`], why: `${capital(authority)} signs with it inside the cluster.` }))];
    const { zone, binding, signer } = read.optionalRule(issuerCredentials) ?? {};
    const bound = binding ? [resting("cert-manager.acme", "secret.binding", () => issuerSecret(read, { id: "secret.binding", name: secretNames.binding, why: `${capital(authority)} refuses orders of accounts that it did not make itself; the ClusterIssuer names the Secret and its key.` }, binding))] : [];
    if (signer) return [resting("kkp.certificates", "secret.signer", () => issuerSecret(read, { id: "secret.signer", name: secretNames.signer, why: `${reference ? "The plug-in" : "cert-manager"} shows it to ${authority} with every request; ${reference ? "its issuer" : "the ClusterIssuer"} names the Secret.` }, signer))];
    if (challenge !== "dns01") return bound.length > 0 ? bound : read.notApplicable("cert-manager makes every key itself.");
    const service: DnsService = dnsServiceOf(read.answer(dns.plan.automation));
    if (!zone) return bound;
    return [resting("cert-manager.dns01", "secret.zone", () => issuerSecret(read, { id: "secret.zone", name: secretNames.zone, why: `With it cert-manager ${service.delegates ? "writes challenges to" : "changes the zone at"} ${serviceName(service)}; the ClusterIssuer names the Secret and its keys.` }, zone)), ...bound];
  },
});

/** What external-dns changes the zone with, in the Secret that its values refer to. */
export const recordsSecret = rule<readonly SecretRow[]>({
  id: "access.records-secret",
  title: "Secret of external-dns",
  per: "plan",
  sources: ["external-dns.chart"],
  derive: (read) => {
    const { service } = read.rule(externalDns);
    if (!service.externalDns) return read.notApplicable("external-dns does not know the service.");
    const { name } = service.externalDns.secret;
    const form = formOf(service.externalDns.secret);
    const files = read.subjects("cluster").map((cluster) => `Secret ${RECORDS_NAMESPACE}/${name} of ${nameOfCluster(read, cluster)}`);
    return [secretRow(read, { id: "secret.records", name: secretNames.records, form, files, why: `With it external-dns changes the zone at ${serviceName(service)}; its values refer to the Secret, and the step of external-dns makes it.` })];
  },
});
