import { fact, type Fact } from "./fact.ts";

export const kubeVipImage = fact({
  id: "api-endpoints.kube-vip",
  statement: "kube-vip comes as ghcr.io/kube-vip/kube-vip, 1.2.3 when this was written.",
  value: "ghcr.io/kube-vip/kube-vip:v1.2.3",
  certainty: "sourced",
  sources: ["kube-vip.releases", "kube-vip.static"],
});

export const keepalivedPriorities = fact<Readonly<Record<string, string>>>({
  id: "api-endpoints.keepalived",
  statement: "KubeOne's example gives keepalived on the first control plane the priority 101 and on the others 100, so that the address begins where the API does.",
  value: { first: "101", others: "100" },
  certainty: "sourced",
  sources: ["kubeone.terraform-vsphere"],
});

export const apiEndpointFacts: readonly Fact<unknown>[] = [kubeVipImage, keepalivedPriorities];
