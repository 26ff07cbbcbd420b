import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { check } from "../../kernel/check.ts";
import { controlPlaneAddresses } from "../../rules/addresses/assignments.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatCount } from "../../values/figures.ts";
import { overlapOf, parseAny } from "../../values/range.ts";

/** Fixed addresses of control planes that something else may use, or that are too few. */
export const controlPlanesMisplaced = check({
  id: "addresses.control-planes-misplaced",
  title: "Control-plane addresses lie where they may",
  severity: "blocker",
  also: ["warning"],
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const rows = read.rule(controlPlaneAddresses, cluster).flatMap(({ address, place }) => (address.kind === "known" ? [{ text: address.value, place }] : []));
    const [first] = rows;
    if (!first) return;
    const path = read.path(infrastructure.cluster.controlPlaneAddresses, cluster);
    const name = clusterName(read, cluster);
    const inside = (text: string | undefined, address: string) => {
      const [other, one] = [text === undefined ? undefined : parseAny(text), parseAny(address)];
      return other !== undefined && one !== undefined && overlapOf(other, one) !== undefined;
    };
    const say = (key: string, found: readonly { readonly text: string }[], where: string, message: string, other: AnswerPath, reserved = false) => {
      if (found.length === 0) return;
      const list = found.map(({ text }) => text).join(", ");
      const outside = "Take addresses of the node network outside the DHCP range and the block of virtual addresses";
      report({ key, ...(reserved ? { severity: "warning" as const } : {}), title: `Control planes of ${name} lie ${where}: ${list}`, message, remedy: reserved ? `${outside}, or have the DHCP server reserve each for its machine.` : `${outside}.`, answers: [path, other] });
    };
    const dhcp = read.optional(network.place.dhcp, first.place);
    const segment = read.optional(network.place.nodeNetwork, first.place);
    const pool = read.optional(loadBalancer.cluster.pool, cluster);
    say("dhcp", rows.filter(({ text }) => inside(dhcp, text)), "inside the DHCP range", `${dhcp ?? ""} is leased out, so a worker could get the address of a control plane, unless the DHCP server reserves it for that machine.`, read.path(network.place.dhcp, first.place), true);
    say("outside", segment === undefined ? [] : rows.filter(({ text }) => !inside(segment, text)), "outside the node network", `The machines stand in ${segment ?? ""} and could not use these addresses there.`, read.path(network.place.nodeNetwork, first.place));
    say("pool", rows.filter(({ text }) => inside(pool, text)), "inside the block of virtual addresses", `${pool ?? ""} is given out to Services, so a machine and a Service would meet.`, read.path(loadBalancer.cluster.pool, cluster));
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    const different = new Set(rows.map(({ text }) => text)).size;
    if (different !== machines) {
      report({
        key: "count",
        title: `${name} has ${formatCount(machines, "control plane")} and ${formatCount(different, "address", "addresses")} for ${machines === 1 ? "it" : "them"}`,
        message: `Each control-plane machine of ${name} needs an address of its own; ${different === 1 ? "only one is" : `${different} different ones are`} stated.`,
        remedy: "State one address for each machine, or change the number of machines.",
        fixes: different % 2 === 1 ? [{ title: `Plan ${formatCount(different, "control plane")}`, set: [{ path: read.path(infrastructure.cluster.controlPlanes, cluster), value: different }] }] : [],
        answers: [path, read.path(infrastructure.cluster.controlPlanes, cluster)],
      });
    }
  },
});
