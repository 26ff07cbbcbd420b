import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubeOneVersions } from "../../facts/operations.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { releaseIn } from "../basics/platform.ts";
import { applied } from "./step.ts";

/** A Secret without which no pod of KubeOne's storage addon starts: what is said of it, as a sentence with a blank before it, and how it is copied. */
export function missingSecret(read: Reader, cluster: string): { readonly words: string; readonly commands: readonly string[] } {
  const { kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (!kubeone?.missingSecret) return { words: "", commands: [] };
  const { releases, namespace, mounted, made, key } = read.fact(kubeone.missingSecret);
  const fitting = read.fact(kubeOneVersions)[releaseIn(read).id];
  const affected = fitting.filter((release) => releases.includes(release));
  if (affected.length === 0) return { words: "", commands: [] };
  return {
    words: ` Pods of the storage driver mount the Secret ${mounted}, and KubeOne ${listed(affected)} ${affected.length === 1 ? "makes" : "make"} ${made} alone: they start once the command with both names has copied it.`,
    commands: [`kubectl --namespace ${namespace} get secret ${made} --output jsonpath='{.data.${key}}' | base64 --decode | ${applied(`kubectl --namespace ${namespace} create secret generic ${mounted} --from-file=${key}=/dev/stdin`)}`],
  };
}
