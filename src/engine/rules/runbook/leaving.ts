import { access } from "../../answers/chapters/access.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { nodesSeen } from "../basics/leaving.ts";

/** What the files of the example get where machines are to have no public address of their own, with a blank before it; empty where they have one, or never had. */
export function leavingInFiles(read: Reader, { withoutPublic, sshWay }: KubeOneSupport, cluster: string): string {
  if (!withoutPublic || read.rule(nodesSeen, cluster).as === "each") return "";
  read.cite(...withoutPublic.sources);
  // Behind a bastion it falls away in any case.
  const dialled = sshWay?.dials === "addresses" && !read.answer(access.plan.bastion) ? " In output.tf, public_address falls away in kubeone_hosts, so that KubeOne dials private addresses." : "";
  return ` ${withoutPublic.change}${dialled}`;
}
