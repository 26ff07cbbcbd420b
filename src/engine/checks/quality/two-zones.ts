import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { smallestQuorum } from "../../facts/firewall.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Control planes in the zone that holds most of them. */
const inFullest = (machines: number, zones: number): number => Math.ceil(machines / zones);

/** Whether a majority remains when the fullest zone is lost. */
const survives = (machines: number, zones: number): boolean => machines - inFullest(machines, zones) > machines / 2;

/** Zones that do not keep a majority of control planes when one of them is lost. */
export const twoZones = check({
  id: "quality.two-zones",
  title: "Control planes and availability zones",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.setup-checklist", "etcd.faq"],
  examine: (read, cluster, report) => {
    if (read.optional(infrastructure.cluster.provisioning, cluster) !== "kubeone") return;
    const zones = read.optional(sizing.cluster.zones, cluster);
    const machines = read.optional(infrastructure.cluster.controlPlanes, cluster);
    if (zones === undefined || machines === undefined || zones < 2 || machines < 2) return;
    if (survives(machines, zones)) return;
    const fullest = inFullest(machines, zones);
    const name = clusterName(read, cluster);
    const [path, count] = [read.path(sizing.cluster.zones, cluster), read.path(infrastructure.cluster.controlPlanes, cluster)];
    const few = read.fact(smallestQuorum);
    // As many zones as it takes machines: fewer hold a majority in one.
    const enough = Math.max(zones, few);
    const counts = survives(machines, enough) ? [] : [machines + 1, machines - 1].filter((other) => survives(other, enough));
    const more = zones < enough ? "a third zone" : undefined;
    const spread = more && `${more}, if only for one control plane, with few milliseconds between zones`;
    const planes = counts.length === 0 ? undefined : [`${counts[0]} control planes`, ...counts.slice(1)].join(", or ");
    const zoneFix = zones < enough ? [{ path, value: enough }] : [];
    report({
      title: `${name} stops with one of its ${zones} zones`,
      message: `Of ${machines} control planes one zone holds ${fullest}; when it is lost ${machines - fullest} remain, which is no majority of ${machines}, so etcd of ${name} stops although another zone works.`,
      remedy: `Use ${[spread, planes].filter(Boolean).join(", and ")}.`,
      fixes:
        counts.length === 0
          ? [{ title: `Use ${more ?? ""}`, set: zoneFix }]
          : counts.map((value) => ({ title: `Use ${listed([...(more === undefined ? [] : [more]), `${value} control planes`])}`, set: [...zoneFix, { path: count, value }] })),
      answers: [path, count],
    });
  },
});
