import { fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const flatcarFrom = fact<Partial<Readonly<Record<ReleaseId, string>>>>({
  id: "operating-systems.flatcar-from",
  statement: "Flatcar Stable 4593.2.0 and newer does not join user clusters of KKP 2.28 and 2.29, whose operating-system-manager is too old for it.",
  value: { "2.28": "4593.2.0", "2.29": "4593.2.0" },
  certainty: "sourced",
  sources: ["kkp.known-issues"],
});

/** Versions of the workers' operating systems, by the ids that people choose. */
export const workerVersions = fact({
  id: "operating-systems.versions",
  statement:
    "Profiles for workers come for Ubuntu 24.04, RHEL 9, Rocky Linux 9 and Flatcar Stable. The matrix also lists Ubuntu 20.04 and 22.04 and version 8 of RHEL and Rocky Linux, an older page even Debian 10; the plan takes the newest of each.",
  value: { ubuntu: "24.04", flatcar: "Stable", rhel: "9", "amazon-linux": undefined, rocky: "9" },
  certainty: "sourced",
  sources: ["kkp.worker-profiles", "kkp.os-support", "kkp.cluster-requirements"],
});

/** Systems that start and then fail, with the reason. */
export const oldKernels = fact({
  id: "operating-systems.old-kernels",
  statement:
    "Cilium 1.18 does not start on Ubuntu 22.04 with the kernel 5.15.0-47 or an older one, and Kubernetes 1.32 and newer wants the kernel 4.19, which version 8 of RHEL and Rocky Linux lacks.",
  value: { ubuntu: { version: "22.04", kernel: "5.15.0-47", cilium: "1.18" }, enterprise: { version: "8", kernel: "4.19" } },
  certainty: "derived",
  sources: ["kkp.known-issues", "kubeone.os-support"],
});

/** What machines of master and Seeds run under KubeOne. */
export const platformSystems = fact({
  id: "operating-systems.platform",
  statement: "Machines that KubeOne 1.12 or newer takes over run Ubuntu 24.04, Rocky Linux 9, RHEL 9 or Flatcar. Older pages name more systems; the newest matrix counts.",
  value: "Ubuntu 24.04, Rocky Linux 9, RHEL 9 or Flatcar",
  certainty: "sourced",
  sources: ["kubeone.os-support"],
});

/** The processor that images of the platform are built for. */
export const platformProcessor = fact({
  id: "operating-systems.processor",
  statement:
    "kubermatic, nodeport-proxy and etcd-launcher are published for amd64 alone, so master and Seeds have no arm64 machine; of KKP's own images only three that run on workers come for both.",
  value: { name: "amd64", shown: "x86_64" },
  certainty: "derived",
  sources: ["kkp.code.images"],
});

/** All facts about operating systems, for the register. */
export const operatingSystemFacts = [flatcarFrom, workerVersions, oldKernels, platformSystems, platformProcessor];
