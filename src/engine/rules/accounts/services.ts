import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { rule } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import { clusterName } from "../basics/platform.ts";
import { offlinePlaces, registryInWords } from "../internet/offline.ts";

/** Credentials of the bucket that holds a Seed's etcd backups. */
export const backupBucket = rule<readonly AccountRow[]>({
  id: "accounts.backup-bucket",
  title: "Credentials of the backup bucket",
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
        team: inside ? "platform" : "storage",
        from: read.cell,
        why: `${name} writes etcd snapshots with them and deletes the oldest.`,
      },
    ];
  },
});

/** Account with which cert-manager changes the zone. */
export const zoneAccount = rule<readonly AccountRow[]>({
  id: "accounts.zone",
  title: "Account for the DNS zone",
  per: "plan",
  sources: ["cert-manager.dns01"],
  derive: (read) => {
    if (read.answer(certificates.plan.issuance) !== "dns01") return read.notApplicable("No program changes the zone.");
    const way = read.answer(dns.plan.automation);
    if (way === "none") return read.notApplicable("No program may change the zone.");
    const domain = read.answer(project.plan.domain);
    const choice = dns.plan.automation.control.type === "choice" ? dns.plan.automation.control.choices.find(({ value }) => value === way) : undefined;
    return [
      {
        id: "account.zone",
        title: "Account that may change the DNS zone",
        where: choice?.label ?? way,
        permissions: [`Create and delete TXT records below _acme-challenge in ${domain}`],
        fields: ["Secret of the ClusterIssuer's DNS-01 solver"],
        team: "dns",
        from: read.cell,
        why: `cert-manager proves with it that ${domain} is yours, at every renewal.`,
      },
    ];
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
      { id: "account.registry-push", title: "Account that fills the private registry", where: name, permissions: ["Push images and OCI charts"], fields: ["username", "password"], team: "infrastructure", from: read.cell, why: "mirror-images and helm push log in with it, on the mirror workstation only." },
    ];
  },
});
