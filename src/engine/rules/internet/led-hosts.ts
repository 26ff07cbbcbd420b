import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { internetFacts } from "../../facts/internet.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { rowsFrom, type RowsSoFar } from "../basics/rows-from.ts";
import { placeOfCluster, placeOfWorkers } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { workerRuntime } from "../firewall/worker-packages.ts";

/** Hosts on the internet that workers without internet ask by name, whatever their images and fields of KKP say. */
export const ledByWorkers = rule<readonly string[]>({
  id: "internet.led-by-workers",
  title: "Names of the internet that workers ask for",
  per: "datacenter",
  sources: ["kkp.offline", "osm.profiles"],
  derive: (read, datacenter) => {
    if (reachesInternet(read, placeOfWorkers(read, datacenter))) return read.notApplicable("Its workers reach the internet.");
    const runtime = workerRuntime(read, datacenter);
    for (const made of runtime.flatMap(({ reads = [] }) => reads)) made(read);
    return [...read.fact(internetFacts.redirected), ...runtime.map(({ host }) => host)];
  },
});

/** The same for machines of a cluster that KubeOne builds; workers that the cluster makes itself start by profiles as those of user clusters do. */
export const ledByPlatform = rule<readonly string[]>({
  id: "internet.led-by-platform",
  title: "Names of the internet that machines of the platform ask for",
  per: "cluster",
  sources: ["kkp.offline", "kubeone.scripts"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    if (reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The cluster reaches the internet.");
    const { runtime: ofSystem }: OperatingSystem = operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster));
    const runtime = read.rule(platformWorkers, cluster) === "static" || ofSystem === undefined ? [] : read.fact(ofSystem);
    return [...read.fact(internetFacts.redirected), ...runtime.map(({ host }) => host)];
  },
});

const LED: readonly Rule<readonly string[]>[] = [ledByPlatform, ledByWorkers];

/** Names that DNS inside leads to the mirror of binaries, each once, as far as they are known. */
export function ledHosts(read: Reader): RowsSoFar<string> {
  const { rows, missing } = rowsFrom(read, LED);
  return { rows: [...new Set(rows)], missing };
}
