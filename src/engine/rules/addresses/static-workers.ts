import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { clusterName } from "../basics/platform.ts";
import { workersOf } from "../sizing/workers.ts";
import { formatCount } from "../../values/figures.ts";

/** How many listed workers the load takes; until it is known, none is one too many. */
export function workersTaken(read: Reader, cluster: string): number {
  const sized = read.outcome(workersOf, cluster);
  return sized.kind === "known" ? sized.value : Number.POSITIVE_INFINITY;
}

/** What people list as workers for KubeOne, whether the load takes all of them or not. */
export const listedWorkers = rule<Value<readonly string[]>>({
  id: "addresses.listed-workers",
  title: "Workers that are listed",
  per: "cluster",
  sources: ["kubeone.static-nodes"],
  derive: (read, cluster) => {
    if (read.rule(platformWorkers, cluster) !== "static") return read.notApplicable(`Workers of ${clusterName(read, cluster)} are made by the cluster itself and take whatever address they get.`);
    return read.maybe(infrastructure.cluster.workerAddresses, cluster);
  },
});

/** Fixed addresses of worker machines that people list for KubeOne. */
export const staticWorkerAddresses = rule<readonly AddressAssignment[]>({
  id: "addresses.static-workers",
  title: "Addresses of the listed workers",
  per: "cluster",
  sources: ["kubeone.static-nodes", "kkp.setup-checklist"],
  derive: (read, cluster) => {
    const addresses = read.rule(listedWorkers, cluster);
    const name = clusterName(read, cluster);
    const common = {
      purpose: "worker",
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      from: read.cell,
      why: `KubeOne reaches each worker of ${name} by SSH at the address that staticWorkers.hosts names, at every run.`,
    } as const;
    if (addresses.kind !== "known") return [{ ...common, id: `address.static-workers[${cluster}]`, title: `Workers of ${name}`, address: addresses, count: 1 }];
    const needed = read.aside(() => workersTaken(read, cluster));
    const spare = () => `The load of ${name} takes ${formatCount(Math.min(workersTaken(read, cluster), addresses.value.length), "worker")}; this address is kept for a further one, which staticWorkers.hosts names once its machine is there.`;
    return addresses.value.map((address, at) => {
      const id = `address.static-worker-${at + 1}[${cluster}]`;
      return { ...common, id, title: `${at < needed ? "Worker" : "Further worker"} ${at + 1} of ${name}`, address: known(address), count: 1, ...(at < needed ? {} : { why: read.forRow(id, spare) }) };
    });
  },
});
