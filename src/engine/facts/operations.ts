import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const helmVersions = fact<Readonly<Record<ReleaseId, string>>>({
  id: "operations.helm-versions",
  statement: "The installer takes Helm 3, since 2.30.4 Helm 4 as well.",
  value: { "2.28": "3", "2.29": "3", "2.30": "3 or 4", "2.31": "3 or 4" },
  certainty: "sourced",
  sources: ["kkp.code.installer", "kkp.code.helm-client"],
});

export const kubeOneVersions = fact<Readonly<Record<ReleaseId, readonly string[]>>>({
  id: "operations.tool-versions",
  statement: "No pairing of KKP with KubeOne is published: the releases named here cover the same Kubernetes versions.",
  value: { "2.28": ["1.10", "1.11"], "2.29": ["1.11", "1.12"], "2.30": ["1.12", "1.13"], "2.31": ["1.13", "1.14"] },
  certainty: "unconfirmed",
  sources: ["kubeone.compatibility", "kkp.supported-versions"],
});

export const kubeOneReleases = fact<readonly { readonly release: string; readonly oldest: string; readonly newest: string; readonly supported?: true }[]>({
  id: "operations.kubeone-releases",
  statement: "KubeOne 1.13 installs Kubernetes 1.33 to 1.35 and KubeOne 1.14 1.34 to 1.36; only its latest two minor releases, these, are supported.",
  value: [
    { release: "1.10", oldest: "1.30", newest: "1.32" },
    { release: "1.11", oldest: "1.31", newest: "1.33" },
    { release: "1.12", oldest: "1.32", newest: "1.34" },
    { release: "1.13", oldest: "1.33", newest: "1.35", supported: true },
    { release: "1.14", oldest: "1.34", newest: "1.36", supported: true },
  ],
  certainty: "sourced",
  sources: ["kubeone.compatibility", "kubeone.support-policy"],
});

export const kubeOneOnKubevirt = fact<readonly string[]>({
  id: "operations.kubeone-on-kubevirt",
  statement: "Since 1.14 KubeOne makes control planes on KubeVirt itself, with a Service in front of their Kubernetes API; before, somebody creates the virtual machines and brings the endpoint.",
  value: ["1.14"],
  certainty: "sourced",
  sources: ["kubeone.changelog-1.14", "kubeone.kubevirt-control-plane"],
});

export const withoutController = fact<readonly string[]>({
  id: "operations.kubeone-without-cloud-controller",
  statement: "Up to 1.13 KubeOne brings the cloud controller of KubeVirt only where cloudProvider.external is written; since 1.14, as on every other infrastructure before, it is written by default. VMware Cloud Director has none in any release.",
  value: ["1.10", "1.11", "1.12", "1.13"],
  certainty: "sourced",
  sources: ["kubeone.defaults-1.13", "kubeone.defaults"],
});

export const nutanixSecret = fact<{ readonly releases: readonly string[]; readonly namespace: string; readonly mounted: string; readonly made: string; readonly key: string }>({
  id: "operations.nutanix-secret",
  statement: "Since 1.12 and up to 1.14.2, pods of KubeOne's storage addon for Nutanix mount the Secret ntnx-pc-secret, while the addon makes ntnx-secret alone: without a copy of it no pod of the driver starts. Read from the files of the addon; it was not run.",
  value: { releases: ["1.12", "1.13", "1.14"], namespace: "kube-system", mounted: "ntnx-pc-secret", made: "ntnx-secret", key: "key" },
  certainty: "derived",
  sources: ["kubeone.csi-nutanix"],
});

export const kubeOneMirror = fact<{ readonly command: string; readonly lacking: readonly string[] }>({
  id: "operations.kubeone-mirror",
  statement: "KubeOne copies its images into a registry by mirror-images, which its release 1.10 does not know yet.",
  value: { command: "mirror-images", lacking: ["1.10"] },
  certainty: "sourced",
  sources: ["kubeone.code.mirror-images"],
});

export const terraformVersion = fact({
  id: "operations.terraform",
  statement: "The Terraform examples of KubeOne want Terraform 1.0 or newer.",
  value: "1.0 or newer",
  certainty: "sourced",
  sources: ["kubeone.compatibility"],
});

export const toolingContent = fact({
  id: "operations.tooling-content",
  statement:
    "The tooling image in its last pinned version holds KubeOne 1.12.3, which ends at Kubernetes 1.34, and a kubectl of 1.30, and neither sonobuoy nor vault nor htpasswd nor docker nor plug-ins of kubectl; it is built for amd64 and never updated by itself.",
  value: { kubeone: "1.12.3", kubectl: "1.30", newestKubernetes: "1.34", lacks: ["sonobuoy", "vault", "htpasswd", "docker", "kubectl-view_serviceaccount_kubeconfig"], platform: "amd64" },
  certainty: "derived",
  sources: ["kubermatic.tooling", "kubeone.compatibility"],
});

export const toolingProviders = fact({
  id: "operations.tooling-providers",
  statement:
    "By TF_CLI_ARGS_init the tooling image keeps terraform init to the providers that it brings: those of AWS, Azure, Google Cloud, OpenStack and vSphere in versions that it pins, and none for Cloud Director, Nutanix, Hetzner or DigitalOcean. Read from the files that it is built of; the image itself was not run.",
  value: { variable: "TF_CLI_ARGS_init", brings: ["aws", "azure", "gcp", "openstack", "vsphere"] },
  certainty: "unconfirmed",
  sources: ["kubermatic.tooling"],
});

/** How secrets are made and what is asked of them; each by itself, so that a row rests on its own alone. */
export const secretForms = {
  serviceAccountKey: fact({
    id: "operations.service-account-key",
    statement: "serviceAccountKey wants at least 32 bytes. The installer checks its length alone, so it takes a placeholder for the key.",
    value: { command: "openssl rand -base64 32", bytes: 32 },
    certainty: "derived",
    sources: ["kkp.code.master-validation", "kkp.code.example-values"],
  }),
  proxyKey: fact({
    id: "operations.encryption-key",
    statement: "An identity-aware proxy wants an encryption key of 16, 24 or 32 characters. The installer checks its length alone, so it takes a placeholder for the key.",
    value: { command: "openssl rand -hex 16", lengths: "16, 24 or 32" },
    certainty: "derived",
    sources: ["kkp.code.seed-mla-validation"],
  }),
  shared: fact({
    id: "operations.shared-secret",
    statement: "Secrets that only have to be equal in two places are text of any length; random bytes in hexadecimal digits are taken everywhere.",
    value: { command: "openssl rand -hex 32" },
    certainty: "derived",
    sources: ["kkp.code.master-validation", "kkp.code.example-values"],
  }),
  userHash: fact({
    id: "operations.user-hash",
    statement: "People who live in Dex itself have bcrypt hashes in its values, and no passwords.",
    value: { command: 'htpasswd -nBC 10 "" | cut -d: -f2' },
    certainty: "derived",
    sources: ["kkp.code.example-values"],
  }),
  minio: fact({
    id: "operations.minio-keys",
    statement: "MinIO wants an access key of at least 3 and a secret key of at least 8 characters.",
    value: { access: 3, secret: 8 },
    certainty: "derived",
    sources: ["minio.credentials"],
  }),
} as const;

export const operationsFacts: readonly Fact<unknown>[] = [helmVersions, kubeOneVersions, kubeOneReleases, kubeOneOnKubevirt, withoutController, nutanixSecret, kubeOneMirror, terraformVersion, toolingContent, toolingProviders, ...Object.values(secretForms)];
