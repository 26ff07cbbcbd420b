import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { driverLimits, type DriverLimits } from "../../facts/storage.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";

/** Limits of the driver behind a cluster's classes, where it is that of the infrastructure; undefined where none are known. */
export function limitsOf(read: Reader, cluster: string): DriverLimits | undefined {
  // An infrastructure without known limits is no ground of the rows that ask.
  const { csi }: Provider = providerOf(read.aside(() => read.answer(infrastructure.cluster.provider, cluster)));
  const limits = csi === undefined ? undefined : driverLimits.value[csi.provisioner];
  if (!csi || !limits || read.answer(storage.cluster.fastClass, cluster) === "other") return undefined;
  read.answer(infrastructure.cluster.provider, cluster);
  return read.fact(driverLimits)[csi.provisioner];
}
