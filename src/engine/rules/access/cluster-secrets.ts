import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { minioBucket } from "../../facts/backup.ts";
import { secretForms } from "../../facts/operations.ts";
import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { ownInterfaceHosts, platformInterfaceHosts, seedInterfaceHosts } from "../certificates/hosts.ts";
import { proxyOf } from "../certificates/interfaces.ts";
import { secretNames } from "./secret-names.ts";
import { secretRow, secretWith, sharedSecret } from "./secrets.ts";
import { seedIssuer } from "../identity/seed-issuer.ts";

/** Keys with which a Seed is reached and writes its backups. */
export const seedSecrets = rule<readonly SecretRow[]>({
  id: "access.seed-secrets",
  title: "Secrets of the Seed",
  per: "cluster",
  sources: ["kkp.add-seed"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const name = nameOfCluster(read, cluster);
    const backups = () => read.answer(storage.cluster.backupTarget, cluster);
    const target = read.aside(backups);
    const issuedBy = () => read.optionalRule(seedIssuer, cluster);
    const issuer = read.aside(issuedBy);
    return [
      ...(issuer === undefined ? [] : [secretWith(read, `secret.seed-issuer[${cluster}]`, () => {
        issuedBy();
        read.cite("kkp.oidc");
        return { name: secretNames.seedIssuer(name), form: "text, as the issuer shows it", files: [`${name}/seed.yaml`], why: `It is made at ${issuer} together with the client for kubeconfigs of ${name}.` };
      })]),
      secretRow(read, { id: `secret.kubeconfig[${cluster}]`, name: `${name}/kubeconfig`, command: "kubermatic-installer convert-kubeconfig", form: "kubeconfig of a service account", files: [`Secret kubermatic/kubeconfig-${name}`], why: `The master manages ${name} with it; credentials of a person or a cloud login would run out.` }),
      ...(target === "minio"
        ? (["access", "secret"] as const).map((key) =>
            secretWith(read, `secret.minio-${key}[${cluster}]`, () => {
              backups();
              read.cite("kkp.code.minio-values");
              const bucket = read.fact(minioBucket);
              return { name: secretNames.minio(name, key), command: sharedSecret(read), form: `at least ${read.fact(secretForms.minio)[key]} characters`, files: [`${name}/values-seed.yaml`], why: `The chart copies it into the Secret ${bucket.namespace}/${bucket.secret}, from which backups of ${name} are written.` };
            }),
          )
        : []),
      ...(target === "s3" ? [secretWith(read, `secret.s3[${cluster}]`, () => {
        backups();
        read.cite("kkp.etcd-backups");
        const { namespace, secret } = read.fact(minioBucket);
        return { name: `${name}/s3`, form: "ACCESS_KEY_ID and SECRET_ACCESS_KEY, without a newline", files: [`Secret ${namespace}/${secret}`], why: `The storage team hands it over; the Seed object of ${name} is refused while the Secret is missing.` };
      })] : []),
    ];
  },
});

/** Encryption keys of a cluster's identity-aware proxies. */
export const proxyKeys = rule<readonly SecretRow[]>({
  id: "access.proxy-keys",
  title: "Secrets of the proxies",
  per: "cluster",
  sources: ["kkp.code.iap-values", "kkp.code.seed-mla-validation", "kkp.code.user-cluster-mla-validation"],
  derive: (read, cluster) => {
    const name = nameOfCluster(read, cluster);
    const { command, lengths } = read.fact(secretForms.proxyKey);
    const stacks = [
      ["seed-mla", [platformInterfaceHosts, ownInterfaceHosts].flatMap((hosts) => read.optionalRule(hosts, cluster) ?? [])],
      ["usercluster-mla", read.optionalRule(seedInterfaceHosts, cluster) ?? []],
    ] as const;
    return stacks.flatMap(([stack, hosts]) =>
      hosts.map((host) => {
        const deployment = proxyOf(host);
        return secretRow(read, { id: `secret.key-${stack}-${deployment}[${cluster}]`, name: secretNames.encryptionKey(name, stack, deployment), command, form: `${lengths} characters`, files: [`${name}/values-${stack}.yaml`], why: `Cookies of ${host.name} are encrypted with it; the installer stops at any other length.` });
      }),
    );
  },
});
