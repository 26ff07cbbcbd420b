import { access } from "../../answers/chapters/access.ts";
import { alerting } from "../../answers/chapters/alerting.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import type { NewThing } from "../../answers/chapters/new-secrets.ts";
import type { Question } from "../../answers/question.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import type { AccessRow, AccountRow } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import type { CredentialSecret } from "../../dns-services/dns-service.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, providers } from "../../providers/registry.ts";
import { alertAccount, alertProof } from "../accounts/alerts.ts";
import { accountRules } from "../accounts/index.ts";
import { clusterAccounts, datacenterAccounts, tenantAccountId } from "../accounts/provider-accounts.ts";
import { balancerSoFar } from "../basics/balancer.ts";
import { datacenterAnswer } from "../basics/infrastructure.ts";
import { sshKey } from "../accounts/installation.ts";
import { issuerAccount } from "../accounts/services.ts";
import { issuer } from "../certificates/issuer.ts";
import { ISSUER_NAMESPACE, issuerCredentials } from "../certificates/issuer-credentials.ts";
import { externalDns, RECORDS_NAMESPACE } from "../dns/external-dns.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { runsAlready } from "../basics/platform.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { alertTarget } from "../monitoring/alert-target.ts";
import { repository, secretStore } from "../access/stores.ts";
import { managedService } from "../access/service.ts";
import { bastions, builtAt, engineersWayIn, entersInPublic } from "../access/ways-in.ts";
import { handMadeRow } from "./hand-made.ts";
import { dialledFrom, rowsFrom } from "./dialled.ts";
import { itemsFor, openIn, type Draft, type ItemWords } from "./item.ts";
import { openPathsOf } from "./provider-endpoint.ts";
import { identityItems, outsideLogins, outsideSeedLogin, redirectUris } from "./identity.ts";
import { afterNetwork, afterNetworks, fromNodes, leftToTrials } from "./made-network.ts";
import { bucketRows } from "./storage.ts";
import { FIREWALL, REPOSITORY, SECRET_STORE, bastionRows, clustersAt, ofRights, sshKeyRow } from "./uses.ts";

/** Where a credential is kept, while its address is open. */
const openStore = (read: Reader): readonly AnswerPath[] => (read.optional(access.plan.secretStore) === "vault" ? openIn(read.maybe(access.plan.vaultAddress)) : []);

/** Handed out by Kubermatic, not by a team of the customer. */
const VENDOR = "account.pull-secret";

/** What shows that each engineer has an access of their own; no credential of theirs lies in the secret store. */
const OWN_ACCESS: Readonly<Partial<Record<string, { readonly verify: string; readonly uses: string }>>> = {
  "account.secret-store": { verify: "Each installing engineer opens a test secret with a login or key of their own, and nobody knows another's", uses: SECRET_STORE },
  "account.repository": { verify: "Each installing engineer pushes a test branch with a key or token of their own", uses: REPOSITORY },
};

const AS_ADMINISTRATOR = "with an account of their own; once the platform stands, KKP takes the same login as an administrator";

/** The same for the engineers of a managed service, who come through a bastion where there is one. */
function ownAccess(read: Reader, { id, permissions }: AccountRow): { readonly verify: string; readonly uses: readonly string[] } | undefined {
  const own = OWN_ACCESS[id];
  if (id !== "account.managed-service") return own && { verify: own.verify, uses: [own.uses] };
  const throughBastion = permissions.some((right) => right.includes("bastion"));
  return { verify: `Each engineer of the service ${throughBastion ? "opens SSH through the bastion" : "logs in at the identity source"} ${AS_ADMINISTRATOR}`, uses: throughBastion ? bastionRows(read) : [] };
}

/** Fields of accounts that are no secrets. */
const PLAIN: ReadonlySet<string> = new Set(providers.flatMap(({ accounts }) => accounts.flatMap(({ plain }) => plain ?? [])));

/** Where the runbook puts the credential of an account of cert-manager or external-dns, as the files name it. */
function secretOf(read: Reader, id: string): string {
  const secret = HELD_IN[id]?.(read);
  if (!secret) return "";
  const keys = Object.keys(secret.keys ?? {});
  return `, of which the runbook makes the Secret ${id === "account.external-dns" ? RECORDS_NAMESPACE : ISSUER_NAMESPACE}/${secret.name}${keys.length === 0 ? "" : ` with ${listed(keys)}`}`;
}

/** Secrets of accounts by their ids; each reads what its account rests on, and no more. */
const HELD_IN: Readonly<Record<string, ((read: Reader) => CredentialSecret | undefined) | undefined>> = {
  "account.zone": (read) => dnsServiceOf(read.answer(dns.plan.automation)).solver?.secret,
  "account.external-dns": (read) => read.rule(externalDns).service.externalDns?.secret,
  "account.issuer": (read) => {
    const { signer, binding } = read.optionalRule(issuerCredentials) ?? {};
    return signer ?? binding;
  },
};

/** What the account has its rights on, or is made of, and what a login with it shows of that; clauses. */
interface Rights {
  readonly on: readonly string[];
  readonly shown: readonly string[];
}

const NO_RIGHTS: Rights = { on: [], shown: [] };

const accountWords = (read: Reader, account: AccountRow, blockedBy: readonly AnswerPath[], kept = "", { on, shown }: Rights = NO_RIGHTS) => {
  const { id, title, where, fields: all, proof, team, why } = account;
  const own = ownAccess(read, account);
  const fields = all.filter((field) => !PLAIN.has(field));
  return {
    title: `${title}: ${where}`,
    team,
    chapter: "access",
    verify: own?.verify ?? `The secret store holds ${fields.some((field) => /, | and /.test(field)) ? fields.join(", ") : listed(fields)}${kept}; ${proof ?? "a login with it, where one is possible already, shows the listed permissions and no others"}${shown.map((clause) => `; ${clause}`).join("")}`,
    why,
    after: [] as readonly string[],
    uses: [...on, ...(own?.uses ?? [SECRET_STORE])],
    blockedBy,
    ...(id === VENDOR ? { work: "vendor" as const } : {}),
  } as const;
};

/** The account at the issuer: what nobody keeps as a secret waits for the server that signs, not for the secret store. */
const issuerAccountItems = itemsFor(issuerAccount, (row, read) => {
  if (isRunning(read, "certificates")) return undefined;
  const { account, endpoint, prepare } = read.rule(issuer);
  const prepared = prepare.map(({ id }) => `issuer-${id}`);
  const address = endpoint ? (issuerQuestions.plan[endpoint.addressQuestion] as Question<string> | undefined) : undefined;
  const words = accountWords(read, row, [...new Set([...(account?.verify === undefined ? openStore(read) : []), ...(address ? openIn(read.maybe(address)) : [])])], secretOf(read, row.id), { ...NO_RIGHTS, on: prepared });
  return account?.verify === undefined ? words : { ...words, verify: account.verify, uses: prepared };
});

/** What an account belongs to of all that may come with an upgrade, by the beginning of its id. */
const ACCOUNT_OF: readonly (readonly [id: string, what: NewThing])[] = [
  ["account.backup-bucket[", "backups"],
  ["account.backup-store", "further-backups"],
  ["account.user-cluster-backups", "further-backups"],
  ["account.metering", "metering"],
  ["account.mla-store", "user-cluster-mla"],
  ["account.zone", "certificates"],
  ["account.external-dns", "certificates"],
  ["account.balancer[", "load-balancers"],
];

/** Whether an account of a datacenter stands in the Seed object. */
function isInSeed(read: Reader, source: Rule<readonly AccountRow[]>, subject: string, row: string): boolean {
  if (source !== datacenterAccounts) return false;
  const { accounts }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, subject));
  return accounts.some(({ id, inSeed }) => inSeed && row === tenantAccountId(id, subject));
}

/** Whether an installed platform has an account already. */
function isHeld(read: Reader, source: Rule<readonly AccountRow[]>, subject: string, id: string): boolean {
  const what = ACCOUNT_OF.find(([start]) => id.startsWith(start))?.[1] ?? (isInSeed(read, source, subject, id) ? "machines" : undefined);
  return what === undefined ? runsAlready(read) : isRunning(read, what);
}

/** Where alerts go: who holds a secret for it keeps that in the secret store, and the proof is that somebody is told. */
const alertItems = itemsFor(alertAccount, (row, read) => {
  const server = read.rule(alertTarget).kind === "server";
  const kept = row.fields.length > 0;
  const words = accountWords(read, row, [...(kept ? openStore(read) : []), ...(server ? openIn(read.maybe(alerting.plan.alertReceiver), read.maybe(alerting.plan.alertPort)) : [])]);
  // A mail server without a login takes mail by where it comes from.
  return { ...words, verify: `${read.rule(alertProof)}${kept ? "" : leftToTrials(read)}`, uses: kept ? words.uses : dialledFrom(read), after: kept ? words.after : afterNetworks(read) };
});

/** The key of machines that are there before the installation is tried on them, in their network. */
const afterMachines = (read: Reader, source: Rule<readonly AccountRow[]>, cluster: string, words: ReturnType<typeof accountWords>): ItemWords =>
  source === sshKey && !usesTerraform(read, cluster) ? { ...words, after: [...words.after, handMadeRow(cluster), ...afterNetwork(read, read.answer(infrastructure.cluster.place, cluster))] } : words;

const accountItems = accountRules.map((source) =>
  source === alertAccount ? alertItems : source === issuerAccount ? issuerAccountItems : itemsFor(source, (row, read, subject) =>
        isHeld(read, source, subject, row.id) ? undefined : afterMachines(read, source, subject, accountWords(read, row, [...openStore(read), ...openInfrastructure(read, source, subject, row)], secretOf(read, row.id), rightsOf(read, source, subject, row))),
      ),
);

/** Stores and hosts that an account opens, by the beginning of its id; each is an item of its own where the plan has one. */
const OPENS: readonly (readonly [id: string, rows: (read: Reader, subject: string) => readonly string[]])[] = [
  ["account.backup-bucket[", (read, cluster) => bucketRows(read, cluster)],
  ["account.backup-store", () => ["store-further"]],
  ["account.user-cluster-backups", () => ["store-user-clusters"]],
  ["account.mla-store", () => ["store-mla"]],
  ["account.metering", () => ["store-metering"]],
  ["account.zone", () => ["zone"]],
  ["account.external-dns", () => ["zone"]],
  ["account.balancer[", (read, cluster) => (balancerSoFar(read, cluster)?.prepare ?? []).map(({ id }) => `${id}[${cluster}]`)],
  ["account.registry-push", () => ["mirror-registry", "mirror-host", "workplace-roots"]],
];

/** What an account has its rights on, as far as that is an item. */
function rightsOf(read: Reader, source: Rule<readonly AccountRow[]>, subject: string, row: AccountRow): Rights {
  const questions = source === clusterAccounts ? infrastructure.cluster : source === datacenterAccounts ? infrastructure.datacenter : undefined;
  if (!questions) return { ...NO_RIGHTS, on: OPENS.find(([start]) => row.id.startsWith(start))?.[1](read, subject) ?? [] };
  const provider: Provider = providerOf(read.answer(questions.provider, subject));
  const need = provider.accounts.find(({ id }) => row.id === `account.${id}[${subject}]` || row.id === tenantAccountId(id, subject));
  const shown = need?.only === "volumes" ? [] : provider.prepare.flatMap(({ rightsOn, forKubeOne }) => (rightsOn === undefined || rightsOn === "" || (forKubeOne && source === datacenterAccounts) ? [] : [rightsOn]));
  // A user of machines that somebody makes is tried on these, with the key that opens them.
  const machines = need?.inKubeOne === "hosts" && source === clusterAccounts ? [handMadeRow(subject), sshKeyRow(subject)] : [];
  return { on: [...ofRights(provider, read.aside(() => read.optional(questions.place, subject))), ...machines], shown };
}

/** The provider's open address, for accounts that log in there: that of its API, or of what workers alone ask for volumes. */
function openInfrastructure(read: Reader, source: Rule<readonly AccountRow[]>, subject: string, row: AccountRow): readonly AnswerPath[] {
  const questions = source === clusterAccounts ? infrastructure.cluster : source === datacenterAccounts ? infrastructure.datacenter : undefined;
  if (!questions) return [];
  const provider: Provider = providerOf(read.answer(questions.provider, subject));
  const { accounts, volumeApi } = provider;
  const forVolumes = volumeApi !== undefined && source === datacenterAccounts && accounts.some(({ id, only }) => only === "volumes" && row.id === tenantAccountId(id, subject));
  const volumes = forVolumes ? datacenterAnswer(read, volumeApi.question, subject) : undefined;
  return volumes ? openIn(volumes) : openPathsOf(read, provider, read.optional(questions.place, subject));
}

const SESSION = "`ssh` opens a session on it";

/** What shows that way in and hours of a managed service hold: it tells alerts of the platform itself at the acceptance only. */
const serviceProof = (read: Reader): string =>
  `An engineer of the service comes in by it at the agreed hours${read.answer(monitoring.plan.mla) ? ", and somebody is named whose phone rings; an alert reaches it at the acceptance only" : ""}`;

// Kubeconfigs have no item here: KubeOne's comes out of the installation, and the login to a cluster that is there has an item behind its handover.
const VERIFY: readonly (readonly [Rule<readonly AccessRow[]>, string | ((read: Reader, subject: string) => string)])[] = [
  [bastions, (read, place) => builtAt(read, place).length > 0 ? fromNodes(read, place, `${SESSION}, and from there \`nc -vz\` reaches port 22 of a machine in the node network`, `${SESSION}, and nothing is in its way to port 22 of the node network`) : `${SESSION}, and from there \`nc -vz\` reaches the Kubernetes API of each cluster that is there already`],
  [engineersWayIn, (read, place) => fromNodes(read, place, `From an engineer's machine, \`nc -vz\` reaches port 22 of a test machine ${entersInPublic(read, place) ? "with a public address there" : "in the node network"}`, "Somebody is named who opens the way in")],
  [repository, "`git ls-remote` answers whoever has made it"],
  [secretStore, "Whoever runs it writes a test entry and reads it back"],
  [managedService, serviceProof],
];

/** Ways in that are proved on a machine of the node network of their place. */
const inNetwork: ReadonlySet<Rule<readonly AccessRow[]>> = new Set([bastions, engineersWayIn]);

/** What is looked at beside networks: rows by which machines in them are reached, an API of a cluster that is there, the repository in which encrypted files lie, the engineers of a service. */
const USES: ReadonlyMap<Rule<readonly AccessRow[]>, (read: Reader, subject: string) => readonly string[]> = new Map([
  [bastions, (read: Reader, place: string) => (builtAt(read, place).length > 0 ? rowsFrom(read, [place]) : [FIREWALL, ...clustersAt(read, place).map((cluster) => `existing-cluster[${cluster}]`)])],
  [engineersWayIn, (read: Reader, place: string) => rowsFrom(read, [place])],
  [secretStore, (read: Reader) => (["sops", "git-crypt"].includes(read.optional(access.plan.secretStore) ?? "") ? [REPOSITORY] : [])],
  [managedService, () => ["account.managed-service"]],
]);

const accessItems = VERIFY.map(([source, verify]) =>
  itemsFor(source, ({ title, detail, team, why }, read, subject) =>
    runsAlready(read) ? undefined : { title, team, chapter: "access", verify: typeof verify === "string" ? verify : verify(read, subject), why, uses: USES.get(source)?.(read, subject) ?? [], ...(inNetwork.has(source) ? { after: builtAt(read, subject).length > 0 ? afterNetwork(read, subject) : [] } : {}), blockedBy: openIn(detail) },
  ),
);

export const peopleItems: readonly Rule<readonly Draft[]>[] = [...identityItems, redirectUris, outsideLogins, outsideSeedLogin, ...accessItems, ...accountItems];
