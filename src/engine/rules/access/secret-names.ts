/**
 * Names in the secret store. One name stands for one secret, in however many files. Those of the platform are short, so that
 * a placeholder made of them is no key of 32 bytes by accident.
 */
export const secretNames = {
  serviceAccounts: "kkp/auth/sa",
  issuer: "kkp/auth/issuer",
  cookie: "kkp/auth/cookie",
  pull: "kkp/pull-secret",
  /** What Dex names itself with at an identity source; the first one has the plain name. */
  connector: (id: string, at: number): string => `kkp/dex/connector${at === 0 ? "" : `-${id}`}`,
  /** A file that Dex reads for a connector. */
  connectorFile: (connector: string): string => `kkp/dex/${connector}-file`,
  /** Client of an identity-aware proxy at whoever signs the tokens; Seeds share the clients of the user-cluster MLA. */
  client: (client: string): string => `kkp/client/${client}`,
  /** What Alertmanager shows the receiver of alerts: a password, or the path of a webhook. */
  alerts: "kkp/alerts",
  /** Hash of a user who lives in Dex. */
  userHash: "kkp/dex/user-hash",
  seedIssuer: (cluster: string): string => `${cluster}/issuer`,
  minio: (cluster: string, key: "access" | "secret"): string => `${cluster}/minio/${key}`,
  /** User and password with which KKP makes machines of a datacenter, where the Seed object holds them. */
  machineUser: (datacenter: string, part: string): string => `${datacenter}/machines/${part}`,
  /** Keys of the S3 for further backups. */
  backupStore: "kkp/backup-store",
  /** Keys of the S3 of the user-cluster MLA. */
  mlaStore: "kkp/mla-store",
  /** Keys of the S3 for reports of metering. */
  metering: "kkp/metering",
  /** Credential with which cert-manager changes the zone. */
  zone: "kkp/dns",
  /** Key of an account that the ACME server made beforehand. */
  binding: "kkp/acme-binding",
  /** Credential with which cert-manager has certificates signed. */
  signer: "kkp/signer",
  /** Credential with which external-dns changes the zone. */
  records: "kkp/external-dns",
  /** Account of what announces the addresses of a cluster, on something outside of it. */
  balancer: (cluster: string): string => `${cluster}/load-balancer`,
  /** Kubeconfig with which KKP makes tenants of KubeLB. */
  hub: "kkp/kubelb",
  /** Kubeconfig of the tenant that a platform cluster is in KubeLB. */
  tenant: (cluster: string): string => `${cluster}/kubelb-tenant`,
  /** Password of the snapshots of a platform cluster's etcd and PKI. */
  restic: (cluster: string): string => `${cluster}/restic`,
  encryptionKey: (cluster: string, stack: "seed-mla" | "usercluster-mla", deployment: string): string => `${cluster}/${stack}/${deployment}`,
} as const;
