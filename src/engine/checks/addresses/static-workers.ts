import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { staticWorkerAddresses } from "../../rules/addresses/assignments.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { workersOf } from "../../rules/sizing/workers.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { overlapOf, parseAny } from "../../values/range.ts";

const meet = (text: string | undefined, address: string): boolean => {
  const [other, one] = [text === undefined ? undefined : parseAny(text), parseAny(address)];
  return other !== undefined && one !== undefined && overlapOf(other, one) !== undefined;
};

/** Listed workers that are too few, or whose addresses something else may use. */
export const staticWorkers = check({
  id: "addresses.static-workers",
  title: "Listed workers and their addresses",
  severity: "blocker",
  also: ["warning"],
  per: "cluster",
  sources: ["kubeone.static-nodes", "kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const rows = read.rule(staticWorkerAddresses, cluster).flatMap(({ address, place }) => (address.kind === "known" ? [{ text: address.value, place }] : []));
    const [first] = rows;
    if (!first) return;
    const name = clusterName(read, cluster);
    const path = read.path(infrastructure.cluster.workerAddresses, cluster);
    const segment = read.optional(network.place.nodeNetwork, first.place);
    const wrong = (key: string, where: string, why: string, found: readonly { readonly text: string }[], other: AnswerPath, reserved = false) => {
      if (found.length === 0) return;
      const outside = "Take addresses of the node network outside the DHCP range and the block of virtual addresses";
      report({ key, ...(reserved ? { severity: "warning" as const } : {}), title: `Workers of ${name} lie ${where}: ${found.map(({ text }) => text).join(", ")}`, message: why, remedy: reserved ? `${outside}, or have the DHCP server reserve each for its machine.` : `${outside}.`, answers: [path, other] });
    };
    const dhcp = read.optional(network.place.dhcp, first.place);
    const pool = read.optional(loadBalancer.cluster.pool, cluster);
    wrong("dhcp", "inside the DHCP range", `${dhcp ?? ""} is leased out, so another machine could get the address of a worker, unless the DHCP server reserves it.`, rows.filter(({ text }) => meet(dhcp, text)), read.path(network.place.dhcp, first.place), true);
    wrong("pool", "inside the block of virtual addresses", `${pool ?? ""} is given out to Services, so a machine and a Service would meet.`, rows.filter(({ text }) => meet(pool, text)), read.path(loadBalancer.cluster.pool, cluster));
    wrong("outside", "outside the node network", `The machines stand in ${segment ?? ""} and could not use these addresses there.`, segment === undefined ? [] : rows.filter(({ text }) => !meet(segment, text)), read.path(network.place.nodeNetwork, first.place));
    const needed = read.rule(workersOf, cluster);
    const listed = new Set(rows.map(({ text }) => text)).size;
    if (listed >= needed) return;
    report({
      key: "few",
      severity: "warning",
      title: `${name} lists ${formatCount(listed, "worker")} and needs ${formatFigure(needed)}`,
      message: `The load of ${name} takes ${formatCount(needed, "worker")}, one of them to spare; ${listed === 1 ? "one address is" : `${formatFigure(listed)} different addresses are`} listed, and nothing adds a machine by itself.`,
      remedy: `List ${needed - listed} more, or take larger machines.`,
      answers: [path],
    });
  },
});
