import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import { clusterName } from "../basics/platform.ts";

/** Pull secret of the Enterprise Edition. */
export const pullSecret = rule<readonly AccountRow[]>({
  id: "accounts.pull-secret",
  title: "Pull secret of the Enterprise Edition",
  per: "plan",
  sources: ["kkp.install-ee"],
  derive: (read) => {
    if (read.answer(project.plan.edition) === "CE") return read.notApplicable("The images of the Community Edition are public.");
    return [
      {
        id: "account.pull-secret",
        title: "Pull secret of the Enterprise Edition",
        where: "quay.io, handed out by Kubermatic",
        permissions: ["Pull the images of the Enterprise Edition"],
        fields: ["imagePullSecret"],
        team: "platform",
        from: read.cell,
        why: "Without it the operator of the Enterprise Edition does not start.",
      },
    ];
  },
});

/** Key pair with which KubeOne enters the machines of a cluster. */
const sshKey = rule<readonly AccountRow[]>({
  id: "accounts.ssh-key",
  title: "SSH key for the machines",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const name = clusterName(read, cluster);
    return [
      {
        id: `account.ssh-key[${cluster}]`,
        title: "SSH key pair and user with sudo",
        where: `Control-plane machines of ${name}`,
        permissions: ["SSH to every control-plane machine", "sudo without password"],
        fields: ["SSH private key", "ssh_username"],
        team: "security",
        from: read.cell,
        why: `KubeOne builds ${name} over SSH and needs it again for every upgrade.`,
      },
    ];
  },
});

/** Credentials of the bucket that holds a Seed's etcd backups. */
const backupBucket = rule<readonly AccountRow[]>({
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
const zoneAccount = rule<readonly AccountRow[]>({
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

export const platformAccounts: readonly Rule<readonly AccountRow[]>[] = [pullSecret, sshKey, backupBucket, zoneAccount];
