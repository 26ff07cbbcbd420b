import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { driverParameters } from "../../facts/storage.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";

/** A storage driver that the storage team brings. */
export interface OwnDriver {
  readonly name: Value<string>;
  /** Its name in a sentence, or what it is while nobody has named it. */
  readonly words: string;
}

/** The storage driver that the storage team brings into a cluster; undefined where the one of its infrastructure serves the classes. */
export function ownDriverOf(read: Reader, cluster: string): OwnDriver | undefined {
  const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (read.answer(storage.cluster.fastClass, cluster) === "provider" && csi) return undefined;
  const name = read.maybe(backup.cluster.driver, cluster);
  return { name, words: name.kind === "known" ? name.value : "the storage driver" };
}

/** Parameters that a class of this driver must have, in words; undefined where only the storage team knows them. */
export function parametersOf(read: Reader, { name }: OwnDriver): string | undefined {
  if (name.kind !== "known") return undefined;
  const driver = name.value;
  // Cited only where the fact says something of the driver.
  const end = Object.keys(driverParameters.value).find((one) => driver.endsWith(one));
  return end === undefined ? undefined : read.fact(driverParameters)[end];
}
