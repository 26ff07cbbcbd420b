import type { Reader } from "../../kernel/rule.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { installedRelease } from "../basics/platform.ts";
import { ownInterfaceHosts, platformInterfaceHosts, seedInterfaceHosts } from "./hosts.ts";

/** Names of a cluster's interfaces that come with an upgrade: nobody has entered them, and no certificate holds them. Never waits for whether a platform runs. */
export function newHosts(read: Reader, cluster: string): readonly string[] {
  if (read.outcome(installedRelease).kind !== "known") return [];
  const added = [...(comesNew(read, "interfaces") ? [platformInterfaceHosts, ownInterfaceHosts] : []), ...(comesNew(read, "user-cluster-mla") ? [seedInterfaceHosts] : [])];
  return added.flatMap((source) => read.optionalRule(source, cluster) ?? []).map(({ name }) => name);
}
