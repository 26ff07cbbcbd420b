import { fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const flatcarFrom = fact<Partial<Readonly<Record<ReleaseId, string>>>>({
  id: "operating-systems.flatcar-from",
  statement: "Flatcar Stable 4593.2.0 and newer does not join user clusters of KKP 2.28 and 2.29, whose operating-system-manager is older than 1.9.1, which mended it.",
  value: { "2.28": "4593.2.0", "2.29": "4593.2.0" },
  certainty: "derived",
  sources: ["kkp.known-issues", "kkp.code.control-plane"],
});

/** Systems of the profiles that a release brings, in words, and those among the older ones that people choose for which they are made. */
export const profileSystems = fact<Readonly<Record<ReleaseId, { readonly words: string; readonly older: readonly string[] }>>>({
  id: "operating-systems.profiles",
  statement:
    "The profiles that KKP brings are made for Ubuntu 24.04, RHEL 9, Rocky Linux 9 and Flatcar Stable, those of 2.28 (operating-system-manager 1.7.6) for version 8 of RHEL and Rocky Linux. Other systems are supported by name, with a profile of your own. The page of 2.28 and 2.29 about them names Ubuntu 20.04 and 22.04 and version 8, the page about cluster requirements still Debian 10 and RHEL 7; the profiles themselves count.",
  value: {
    "2.28": { words: "Ubuntu 24.04, RHEL 8, Rocky Linux 8 and Flatcar Stable", older: ["rhel-8", "rocky-8"] },
    "2.29": { words: "Ubuntu 24.04, RHEL 9, Rocky Linux 9 and Flatcar Stable", older: [] },
    "2.30": { words: "Ubuntu 24.04, RHEL 9, Rocky Linux 9 and Flatcar Stable", older: [] },
    "2.31": { words: "Ubuntu 24.04, RHEL 9, Rocky Linux 9 and Flatcar Stable", older: [] },
  },
  certainty: "sourced",
  sources: ["osm.profiles-1.7", "osm.profiles-1.8", "kkp.osm-profiles", "kkp.os-support"],
});

export const oldKernels = fact({
  id: "operating-systems.old-kernels",
  statement: "Kubernetes wants Linux 4.19 from 1.32 on; RHEL 8 and Rocky Linux 8 have 4.18.",
  value: { from: "1.32", least: "4.19", systems: ["rhel-8", "rocky-8"], kernel: "4.18" },
  certainty: "derived",
  sources: ["kubeone.upgrade-1.12", "kubeone.os-support"],
});

export const ciliumKernel = fact({
  id: "operating-systems.cilium-kernel",
  statement: "Cilium 1.18 does not start on Ubuntu 22.04 with kernel 5.15.0-47 or older; with a newer one it does.",
  value: { plugin: "1.18", system: "ubuntu-22.04", kernel: "5.15.0-47" },
  certainty: "sourced",
  sources: ["kkp.known-issues"],
});

export const imageArchitecture = fact({
  id: "operating-systems.architecture",
  statement: "The images of KKP itself, of the nodeport-proxy and of etcd are built for x86-64 alone, so that nodes of master and Seeds cannot be arm64 machines.",
  value: { uname: "x86_64", kubernetes: "amd64" },
  certainty: "derived",
  sources: ["kkp.code.release-images"],
});

/** Versions of the workers' operating systems, by the ids that people choose. */
export const workerVersions = fact<Readonly<Record<ReleaseId, Readonly<Partial<Record<string, string>>>>>>({
  id: "operating-systems.versions",
  statement:
    "Profiles for workers come for Ubuntu 24.04, RHEL 9, Rocky Linux 9 and Flatcar Stable; in 2.28 for version 8 of RHEL and Rocky Linux, whose kernel Kubernetes from 1.32 on finds too old, so that 9 may stand beside it there. The matrix also lists Ubuntu 20.04 and 22.04, an older page even Debian 10; the plan takes what the profiles are made for.",
  value: {
    "2.28": { ubuntu: "24.04", flatcar: "Stable", rhel: "8 or 9", rocky: "8 or 9" },
    "2.29": { ubuntu: "24.04", flatcar: "Stable", rhel: "9", rocky: "9" },
    "2.30": { ubuntu: "24.04", flatcar: "Stable", rhel: "9", rocky: "9" },
    "2.31": { ubuntu: "24.04", flatcar: "Stable", rhel: "9", rocky: "9" },
  },
  certainty: "sourced",
  sources: ["osm.profiles-1.7", "osm.profiles-1.8", "kkp.osm-profiles", "kkp.os-support", "kkp.cluster-requirements"],
});

/** What machines of master and Seeds run under KubeOne. */
export const platformSystems = fact({
  id: "operating-systems.platform",
  statement: "Machines that KubeOne 1.12 or newer takes over run Ubuntu 24.04, Rocky Linux 9, RHEL 9 or Flatcar. Older pages name more systems; the newest matrix counts.",
  value: "Ubuntu 24.04, Rocky Linux 9, RHEL 9 or Flatcar",
  certainty: "sourced",
  sources: ["kubeone.os-support"],
});

/** Versions of the systems that machines of master and Seeds run, by the ids that people choose. */
export const platformVersions = fact<Readonly<Partial<Record<string, string>>>>({
  id: "operating-systems.platform-versions",
  statement:
    "Of the systems that KubeOne 1.12 or newer takes, the plan counts on Ubuntu 24.04, Rocky Linux 9, RHEL 9 and the Stable channel of Flatcar, which the Terraform examples take. KubeOne 1.10 and 1.11 name version 8 of Rocky Linux and RHEL, whose kernel Kubernetes from 1.32 on finds too old.",
  value: { ubuntu: "24.04", rocky: "9", rhel: "9", flatcar: "Stable" },
  certainty: "derived",
  sources: ["kubeone.os-support", "kubeone.terraform"],
});

/** What registers workers with RHEL, as fields of operatingSystemSpec of a MachineDeployment. */
export const rhelRegistration = fact({
  id: "operating-systems.rhel-registration",
  statement:
    "operating-system-manager has workers with RHEL register themselves with rhelSubscriptionManagerUser and rhelSubscriptionManagerPassword of operatingSystemSpec, or at a Satellite with rhelSatelliteServer, rhelOrganizationName and rhelActivationKey once rhelUseSatelliteServer is true; machine-controller gives the subscription of a deleted machine back only where rhsmOfflineToken stands beside them.",
  value: {
    portal: ["rhelSubscriptionManagerUser", "rhelSubscriptionManagerPassword"],
    givesBack: "rhsmOfflineToken",
    satellite: { on: "rhelUseSatelliteServer", fields: ["rhelSatelliteServer", "rhelOrganizationName", "rhelActivationKey"] },
  },
  certainty: "sourced",
  sources: ["osm.code.rhel", "machine-controller.rhel"],
});

/** All facts about operating systems, for the register. */
export const operatingSystemFacts = [flatcarFrom, profileSystems, workerVersions, oldKernels, ciliumKernel, platformSystems, platformVersions, rhelRegistration, imageArchitecture];
