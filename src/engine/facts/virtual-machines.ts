import { fact } from "./fact.ts";

/** How many vCPUs of virtual machines share a core of a server. */
export const vcpusPerCore = fact({
  id: "sizing.vcpus-per-core",
  statement: "KubeVirt asks for a tenth of a core for each vCPU unless cpuAllocationRatio says otherwise; with usePodResourcesCPU of the datacenter KKP asks for a whole one.",
  value: 10,
  certainty: "sourced",
  sources: ["kubevirt.resources", "kkp.provider-kubevirt"],
});

/** Memory that a virtual machine takes beside its own: MiB for each, MiB for each vCPU, and a part of its memory. */
export const vmOverhead = fact({
  id: "sizing.vm-overhead",
  statement: "KubeVirt requests the whole memory of a virtual machine and what runs it: 218 MiB, 16 MiB for the graphics device that it attaches unasked, 8 MiB for each vCPU and 0.2 % of its memory by the formula that Red Hat publishes for its KubeVirt.",
  value: { each: 218 + 16, perCpu: 8, perMille: 2 },
  certainty: "planning",
  sources: ["kubevirt.resources", "openshift.vm-overhead"],
});

export const virtualMachineFacts = [vcpusPerCore, vmOverhead];
