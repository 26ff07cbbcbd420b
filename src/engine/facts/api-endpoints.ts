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

export const gobetweenArchive = fact({
  id: "api-endpoints.gobetween",
  statement: "The script gobetween.sh of KubeOne's example loads release 0.7.0 of gobetween as one archive for linux_amd64 and unpacks it on the machine.",
  value: {
    name: "gobetween_0.7.0_linux_amd64.tar.gz",
    url: "https://github.com/yyyar/gobetween/releases/download/0.7.0/gobetween_0.7.0_linux_amd64.tar.gz",
    script: "gobetween.sh",
  },
  certainty: "sourced",
  sources: ["kubeone.terraform-nutanix"],
});

export const apiEndpointFacts: readonly Fact<unknown>[] = [kubeVipImage, keepalivedPriorities, gobetweenArchive];
