import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { encryptionKeyLength } from "../../facts/operations.ts";
import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { clusterName } from "../basics/platform.ts";
import { ownInterfaces } from "../certificates/interfaces.ts";

/** Secrets of the master that people generate, by name. */
export const platformSecrets = rule<readonly SecretRow[]>({
  id: "access.secrets",
  title: "Secrets of the platform",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.code.example-values"],
  derive: (read) => {
    const { key, secret } = read.fact(encryptionKeyLength);
    const from = read.cell;
    return [
      { id: "secret.service-account-key", name: "kkp/auth/service-account-key", command: key, files: ["kubermatic.yaml"], from, why: "It signs the tokens of service accounts; a placeholder of 32 characters would be installed as the real key." },
      { id: "secret.issuer-client", name: "kkp/auth/issuer-client-secret", command: secret, files: ["kubermatic.yaml", "values.yaml"], from, why: "The same value stands in both files: Dex refuses the dashboard otherwise." },
      { id: "secret.issuer-cookie", name: "kkp/auth/issuer-cookie-key", command: secret, files: ["kubermatic.yaml"], from, why: "It protects the login while the browser is at Dex." },
    ];
  },
});

/** Secrets of one cluster: keys of MinIO and of identity-aware proxies. */
export const clusterSecrets = rule<readonly SecretRow[]>({
  id: "access.cluster-secrets",
  title: "Secrets of the cluster",
  per: "cluster",
  sources: ["kkp.code.minio-values", "kkp.code.iap-values"],
  derive: (read, cluster) => {
    const role = read.answer(infrastructure.cluster.role, cluster);
    const name = clusterName(read, cluster);
    const { iap, secret } = read.fact(encryptionKeyLength);
    const from = read.cell;
    const rows: SecretRow[] = [];
    if (role !== "master" && read.answer(storage.cluster.backupTarget, cluster) === "minio") {
      rows.push({ id: `secret.minio[${cluster}]`, name: `${name}/minio`, command: secret, files: [`${name}/values-seed.yaml`], from, why: `MinIO of ${name} takes an access key of at least 3 and a secret key of at least 8 characters; the backup writes with them.` });
    }
    const platform: readonly string[] = role === "seed" ? read.rule(ownInterfaces, cluster) : read.answer(monitoring.plan.mla) ? read.answer(monitoring.plan.platformUis) : [];
    const own: readonly string[] = role !== "master" && read.answer(monitoring.plan.userClusterMla) ? read.answer(monitoring.plan.seedUis) : [];
    const proxies = [
      ...platform.map((ui) => [ui, "values-seed-mla.yaml"] as const),
      ...own.map((ui) => [`seed-${ui}`, "values-usercluster-mla.yaml"] as const),
    ];
    for (const [ui, file] of proxies) {
      rows.push({ id: `secret.iap-${ui}[${cluster}]`, name: `${name}/iap/${ui}`, command: `${secret}; ${iap}`, files: [`${name}/${file}`, "values.yaml"], from, why: `Two values for the identity-aware proxy before ${ui.replace("seed-", "")} of ${name}: a client secret that Dex knows too, and an encryption key of 32 characters.` });
    }
    return rows;
  },
});
