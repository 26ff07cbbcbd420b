import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { parseAddress } from "../../values/address.ts";
import { exampleRulesTitle } from "../checklist/example-rules.ts";
import { knownIds } from "../firewall/subjects.ts";

/** What the files of the example get so that KubeOne comes by the planned bastion, and not by a way that the example makes; a sentence or more with a blank before it. */
export function sshWayInFiles(read: Reader, { sshWay }: KubeOneSupport, cluster: string): string {
  if (!sshWay || !read.answer(access.plan.bastion)) return "";
  read.cite(...sshWay.sources);
  const place = read.answer(infrastructure.cluster.place, cluster);
  const address = read.rule(knownIds).places.has(place) ? read.maybe(access.place.bastionAddress, place) : undefined;
  const single = address?.kind === "known" && parseAddress(address.value)?.family === 4 ? `${address.value}/32` : "the address of the bastion";
  return ` ${sshWay.behindBastion.replaceAll("{bastion}", single)}`;
}

/** That rules of the example are narrowed; a sentence with a blank before it. */
export function rulesInFiles(read: Reader, { opened }: KubeOneSupport, cluster: string): string {
  if (!opened) return "";
  read.cite(...opened.sources);
  return ` What lets anybody in to the machines is narrowed as the item “${exampleRulesTitle(read, cluster)}” of the checklist says.`;
}
