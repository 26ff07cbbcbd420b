import { certificateNames } from "../../facts/certificates.ts";
import { kubeoneRoot, storeRootFile } from "../../facts/store-root.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { savesPlatformEtcd } from "../storage/further.ts";
import { storeCallers } from "../storage/store-root.ts";
import { folderOf } from "./step.ts";

/** The bundle that KubeOne hands to its pods, where one of them calls a server behind a private root: as sentences for its step, and what writes the file. */
export function kubeoneBundle(read: Reader, cluster: string): { readonly words: string; readonly commands: readonly string[] } {
  // The step is whole without it while nobody has said who signs for the store; that answer is missing here too.
  const calling = savesPlatformEtcd(read, cluster) ? read.outcome(storeCallers, cluster) : undefined;
  if (calling?.kind !== "known" || calling.value.every(({ part }) => part !== "platform-etcd")) return { words: "", commands: [] };
  const { field, file } = read.fact(kubeoneRoot);
  const { file: root } = read.fact(storeRootFile);
  const { publicRoots } = read.fact(certificateNames.caBundle);
  const folder = folderOf(read, cluster);
  return {
    words: ` ${clusterName(read, cluster)}/${file}, which ${field} names, is written before: ${root}, the root of the object stores from the storage team, behind the public roots.`,
    commands: [`cat "$KUBERMATIC_CHARTS_DIRECTORY"/${publicRoots} ${root} > ${folder}/${file}`],
  };
}
