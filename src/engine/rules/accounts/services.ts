import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { metering } from "../../answers/chapters/metering.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { project } from "../../answers/chapters/project.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { userClusterKeys } from "../../facts/backup.ts";
import { meteringStore } from "../../facts/metering.ts";
import { userClusterMlaS3 } from "../../facts/storage.ts";
import type { DnsService } from "../../dns-services/dns-service.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import { capital } from "../../values/sentence.ts";
import { backupStoreSecret } from "../access/backup-secrets.ts";
import { meteringSecret } from "../access/metering-secret.ts";
import { filled } from "../basics/filled.ts";
import { clusterName, releaseIn, writtenName } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { externalDns, insideView } from "../dns/external-dns.ts";
import { besideSolver } from "../dns/records-beside.ts";
import { furtherBuckets, savesUserClusters } from "../storage/further.ts";
import { bucketsInWords, mlaStoreBuckets } from "../storage/mla-store.ts";
import { offlinePlaces, registryInWords } from "../internet/offline.ts";
import { zoneGranted } from "./zone-granted.ts";
import { balancerOf } from "../basics/balancer.ts";

/** What shows that keys may do in a bucket what is written and deleted there. */
const BUCKET_PROOF = "with them `mc cp` writes a test object to each bucket, `mc ls` lists it and `mc rm` deletes it; in another bucket they are refused";

/** Credentials of the bucket that holds a Seed's etcd backups. */
export const backupBucket = rule<readonly AccountRow[]>({
  id: "accounts.backup-bucket",
  title: "Account of the backup bucket",
  per: "cluster",
  sources: ["kkp.etcd-backups"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const target = read.answer(storage.cluster.backupTarget, cluster);
    if (target === "none") return read.notApplicable("No backup is planned.");
    const name = clusterName(read, cluster);
    const inside = target === "minio";
    return [
      {
        id: `account.backup-bucket[${cluster}]`,
        title: inside ? "Credentials of MinIO" : "S3 credentials for backups",
        where: inside ? `MinIO in ${name}` : `S3 bucket of ${name}`,
        permissions: inside ? ["Set by you at the installation"] : ["Read, write, list and delete objects in the bucket"],
        fields: inside ? ["accessKey", "secretKey"] : ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY"],
        proof: inside ? "both are of your own making, and MinIO takes them when it is installed" : BUCKET_PROOF,
        team: inside ? "platform" : "storage",
        from: read.cell,
        why: `${name} writes etcd snapshots with them and deletes the oldest.`,
      },
    ];
  },
});

/** Account of the controller that writes virtual addresses to something outside the cluster. */
export const balancerAccount = rule<readonly AccountRow[]>({
  id: "accounts.balancer",
  title: "Account of the load balancer",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    const credential = kind.install?.credential;
    if (!credential) return read.notApplicable("It signs in nowhere.");
    read.cite(...credential.sources);
    const name = clusterName(read, cluster);
    return [
      {
        id: `account.balancer[${cluster}]`,
        title: credential.title,
        where: `${kind.title} in front of ${name}`,
        permissions: credential.permissions.map((one) => one.replaceAll("{name}", writtenName(read, cluster))),
        fields: Object.keys(credential.secret.keys),
        ...(credential.proof === undefined ? {} : { proof: credential.proof }),
        team: "network",
        from: read.cell,
        why: credential.why,
      },
    ];
  },
});

/** Credentials of the store that further backups of the platform go to. */
export const backupStoreAccount = rule<readonly AccountRow[]>({
  id: "accounts.backup-store",
  title: "Account of the S3 for further backups",
  per: "plan",
  sources: ["kkp.backup"],
  derive: (read) => {
    read.rule(backupStoreSecret);
    const { shared, etcd } = furtherBuckets(read);
    const places = [...(shared ? ["the bucket"] : []), ...(etcd === undefined ? [] : [etcd])];
    return [
      {
        id: "account.backup-store",
        title: "S3 credentials for further backups",
        where: "S3 for further backups",
        permissions: [`Read, write, list and delete objects in ${places.join(" and in ")}`],
        fields: ["access key", "secret key"],
        proof: BUCKET_PROOF,
        team: "storage",
        from: read.cell,
        why: "Each tool deletes what is older than it keeps, so the keys must delete as well, but nowhere else.",
      },
    ];
  },
});

/** Credentials with which Velero in the user clusters of a project writes to the store. */
export const userClusterBackupAccount = rule<readonly AccountRow[]>({
  id: "accounts.user-cluster-backups",
  title: "Account of the S3 for backups of user clusters",
  per: "plan",
  sources: ["kkp.cluster-backup"],
  derive: (read) => {
    if (!savesUserClusters(read)) return read.notApplicable("Nobody backs up user clusters.");
    const { permissions, fields } = read.fact(userClusterKeys);
    return [
      {
        id: "account.user-cluster-backups",
        title: "S3 credentials for backups of user clusters",
        where: "S3 for further backups, one for each project",
        permissions,
        fields,
        team: "storage",
        from: read.cell,
        why: "KKP puts them into each user cluster of the project for Velero, where its administrators read them: what the keys open is open to all of these.",
      },
    ];
  },
});

/** Credentials with which Cortex and Loki write to a store outside. */
export const mlaStoreAccount = rule<readonly AccountRow[]>({
  id: "accounts.mla-store",
  title: "Account of the S3 of the user-cluster MLA",
  per: "plan",
  sources: ["kkp.mla-user-cluster", "kkp.code.mla-values"],
  derive: (read) => {
    const buckets = read.rule(mlaStoreBuckets);
    const { user, password } = read.fact(userClusterMlaS3);
    const unnamed = buckets.some(({ bucket }) => bucket.kind !== "known") ? `, whose names begin with <${observability.plan.bucketPrefix.short}>` : "";
    return [
      {
        id: "account.mla-store",
        title: "S3 credentials of the user-cluster MLA",
        where: "S3 of the user-cluster MLA",
        permissions: [`Read, write, list and delete objects in the buckets ${bucketsInWords(buckets)}${unnamed}`],
        fields: [user, password],
        proof: BUCKET_PROOF,
        team: "storage",
        from: read.cell,
        why: "Cortex and Loki write with them what user clusters send, and the compactor of Cortex deletes what it has joined.",
      },
    ];
  },
});

/** Credentials with which reports of metering are written and read. */
export const meteringAccount = rule<readonly AccountRow[]>({
  id: "accounts.metering",
  title: "Account of the S3 for reports of metering",
  per: "plan",
  sources: ["kkp.metering", "kkp.code.metering-jobs"],
  derive: (read) => {
    read.rule(meteringSecret);
    const { accessKey, secretKey } = read.fact(meteringStore);
    return [
      {
        id: "account.metering",
        title: "S3 credentials for reports of metering",
        where: "S3 for reports of metering",
        permissions: [filled(read, "Read, write and list objects in the bucket {meteringBucket}", metering.plan)],
        fields: [accessKey, secretKey],
        proof: "with them `mc cp` writes a test object to the bucket and `mc cat` reads it back; in another bucket either is refused",
        team: "storage",
        from: read.cell,
        why: "Jobs write reports with them; the dashboard lists these, and signs links to them that browsers open.",
      },
    ];
  },
});

/** What the account of cert-manager needs beside changing challenges: less where the zone is named, and other rights on private zones that are a kind of their own. */
function solverRights(read: Reader, { solver, zones }: DnsService, zone: string): readonly string[] {
  const { rights, named, privateZones } = solver ?? {};
  if (rights === undefined) return [];
  const seen = read.answer(dns.plan.zone);
  const { onInternet, authority } = read.rule(issuer);
  if (seen === "split" && named) return [named.rights.replaceAll("{zone}", zone)];
  if (!privateZones || !zones || onInternet || seen === "public") return [rights.replaceAll("{zone}", zone)];
  if (!releaseIn(read).solvesPrivateZones) return [rights.replaceAll("{zone}", zones.public)];
  if (seen === "private") return [privateZones.rights.replaceAll("{zone}", zone)];
  return [`${rights.replaceAll("{zone}", zones.public)}, or ${privateZones.rights.replaceAll("{zone}", zones.private)}, whichever of the two ${authority} asks`];
}

/** Account with which cert-manager changes the zone. */
export const zoneAccount = rule<readonly AccountRow[]>({
  id: "accounts.zone",
  title: "Account for the DNS zone",
  per: "plan",
  sources: ["cert-manager.dns01"],
  derive: (read) => {
    const solving = read.rule(issuer).challenge === "dns01";
    if (!solving) return read.notApplicable("No challenge is written into the zone.");
    const service: DnsService = dnsServiceOf(read.answer(dns.plan.automation));
    if (!service.solver) return read.notApplicable("No program may change the zone.");
    const domain = read.answer(project.plan.domain);
    read.cite(...service.sources);
    const { zone, kept } = zoneGranted(read, service, read.rule(issuer).onInternet ? "internet" : "authority");
    const { delegates, credential } = service;
    return [
      {
        id: "account.zone",
        title: delegates && credential ? credential.title : "Account that may change the DNS zone",
        where: capital(serviceName(service)),
        permissions: delegates ? [delegates.rights.replaceAll("{domain}", domain)] : [`Create and delete TXT records below _acme-challenge in ${domain}`, ...solverRights(read, service, zone), ...kept],
        fields: credential?.fields ?? ["Secret of the ClusterIssuer's DNS-01 solver"],
        proof: delegates ? "a test value that is set with it shows in the answer for the name to which challenges lead" : `a TXT record for a test name below _acme-challenge in ${domain} is made with it, seen by a resolver ${read.rule(issuer).onInternet ? "on the internet" : "that the ACME server asks"} and deleted again, and an address record there is refused where the service tells the two apart`,
        team: "dns",
        from: read.cell,
        why: `cert-manager proves with it that ${domain} is yours, at every renewal.`,
      },
    ];
  },
});

/** Account with which external-dns writes the records. */
export const recordsAccount = rule<readonly AccountRow[]>({
  id: "accounts.external-dns",
  title: "Account of external-dns",
  per: "plan",
  sources: ["external-dns.providers"],
  derive: (read) => {
    const { service } = read.rule(externalDns);
    const inside = read.optionalRule(insideView);
    const domain = read.answer(project.plan.domain);
    const rights = inside?.role ?? service.externalDns?.rights;
    const { zone, kept } = zoneGranted(read, service, "inside");
    const apart = besideSolver(read, service);
    const { rightsBeside } = service.externalDns ?? {};
    const keys = rightsBeside !== undefined && apart.kind === "known" && apart.value.length > 0 ? [filled(read, rightsBeside, dnsServiceQuestions.plan)] : [];
    return [
      {
        id: "account.external-dns",
        title: "Account with which external-dns writes records",
        where: capital(serviceName(service)),
        permissions: [`List ${zone}; create, change and delete A, AAAA, CNAME and TXT records of ${domain} and below there`, ...(rights === undefined ? [] : [rights.replaceAll("{zone}", zone)]), ...keys, ...kept],
        fields: service.credential?.fields ?? [],
        proof: `a test record below ${domain} is made with it, stands in the list of the zone, and is deleted again`,
        team: "dns",
        from: read.cell,
        why: "external-dns marks each record that it owns by a TXT record and touches no other.",
      },
    ];
  },
});

/** Account with which cert-manager has certificates signed. */
export const issuerAccount = rule<readonly AccountRow[]>({
  id: "accounts.issuer",
  title: "Account at the issuer",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    const { account, authority, bindingQuestion } = read.rule(issuer);
    const row = { where: authority, from: read.cell } as const;
    if (account) {
      const { title, permissions, fields, team, why } = account;
      return [{ id: "account.issuer", ...row, title, permissions, fields, team, why }];
    }
    const question = bindingQuestion === undefined ? undefined : issuerQuestions.plan[bindingQuestion];
    if (!question || read.answer(question) !== true) return read.notApplicable(`${authority} asks for no account made beforehand.`);
    return [{ id: "account.issuer", ...row, title: "Account for external account binding", permissions: ["Order certificates below the base domain"], fields: ["key id", "HMAC key"], proof: "the authority shows the key id as one that is bound to no account yet", team: "pki", why: "The ACME server takes orders of known accounts only; cert-manager shows the key id and signs with the key." }];
  },
});

/** Account that fills the private registry. */
export const registryAccounts = rule<readonly AccountRow[]>({
  id: "accounts.registry",
  title: "Account of the private registry",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    read.rule(offlinePlaces);
    const name = registryInWords(read);
    return [
      { id: "account.registry-push", title: "Account that fills the private registry", where: name, permissions: ["Push images and OCI charts"], fields: ["username", "password"], proof: "on the mirror workstation `docker login` and `helm registry login` to the registry succeed with it, `docker push` of a test image is taken, and without it refused", team: "infrastructure", from: read.cell, why: "mirror-images and helm push log in with it, on the mirror workstation only; nodes pull without a login, so no file that reaches them holds it." },
    ];
  },
});
