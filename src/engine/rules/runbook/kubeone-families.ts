import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { nodeNetwork6, platformDual } from "../basics/families.ts";

/** What KubeOne and its Terraform example do here, with machines that have the families of the platform. */
export const inFamilies = (read: Reader, support: KubeOneSupport): KubeOneSupport => (support.secondFamily && platformDual(read) ? { ...support, ...support.secondFamily.instead } : support);

/** What files of the example get for addresses of both families, as sentences with a blank before them. */
export function secondFamilyInFiles(read: Reader, { secondFamily }: KubeOneSupport, cluster: string): string {
  if (!platformDual(read) || !secondFamily) return "";
  read.cite(...secondFamily.sources);
  const block = nodeNetwork6(read, read.answer(infrastructure.cluster.place, cluster));
  return ` ${secondFamily.change.replaceAll("{network}", block?.kind === "known" ? block.value : "the IPv6 node network")} KubeOne refuses both families for a machine without an IPv6 address.`;
}

/** What each machine that people list has besides, as the end of a list; nothing where nodes have one family. */
export function listedInBoth(read: Reader): string {
  if (!platformDual(read)) return "address";
  read.cite("kubeone.validation");
  return "address, ipv6Addresses";
}
