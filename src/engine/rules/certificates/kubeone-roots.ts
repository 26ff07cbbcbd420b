import { storeRootFile } from "../../facts/store-root.ts";
import type { Reader } from "../../kernel/rule.ts";
import { savesPlatformEtcd } from "../storage/further.ts";
import { storeCallers } from "../storage/store-root.ts";
import { clusterApi, rootFileOf } from "./api-root.ts";

/** A private root in the bundle of a cluster that KubeOne builds. */
interface KubeOneRoot {
  readonly file: string;
  /** Whose root it is, and who hands it over; ends of sentences. */
  readonly of: string;
  readonly from: string;
}

/** Private roots that pods of KubeOne's addons need in a cluster. Whoever reads them is whole without one of which nobody has said who signs; that answer is missing there too. */
export function kubeoneRoots(read: Reader, cluster: string): readonly KubeOneRoot[] {
  const api = read.outcome(clusterApi, cluster);
  const title = api.kind === "known" ? api.value.root.inBundle?.ofKubeOne : undefined;
  const stores = savesPlatformEtcd(read, cluster) ? read.outcome(storeCallers, cluster) : undefined;
  const stored = stores?.kind === "known" && stores.value.some(({ part }) => part === "platform-etcd");
  return [
    ...(title === undefined ? [] : [{ file: rootFileOf(read, title), of: title, from: "the infrastructure team" }]),
    ...(stored ? [{ file: read.fact(storeRootFile).file, of: "the object stores", from: "the storage team" }] : []),
  ];
}
