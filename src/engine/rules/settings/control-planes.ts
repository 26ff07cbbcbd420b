import { sizing } from "../../answers/chapters/sizing.ts";
import { controlPlaneComponents, largeOverrides, mediumOverrides, type ScaledComponent } from "../../facts/control-plane.ts";
import type { Fact } from "../../facts/fact.ts";
import { largeProfile, mediumProfile, type ControlPlaneProfile } from "../../facts/sizing.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";
import { quantity } from "../../values/quantity.ts";
import { clustersBySize, seeds } from "../basics/platform.ts";
import { figureOf } from "../sizing/figures.ts";
import { setting } from "./setting.ts";

type Size = "medium" | "large";

const SIZES: readonly (readonly [Size, Fact<ControlPlaneProfile>, Fact<Readonly<Record<string, ScaledComponent>>>])[] = [
  ["medium", mediumProfile, mediumOverrides],
  ["large", largeProfile, largeOverrides],
];

/** Fields without which a larger user cluster would get the control plane of a small one. */
export const controlPlaneSettings = rule<readonly Setting[]>({
  id: "settings.control-planes",
  title: "Fields of larger control planes",
  per: "plan",
  sources: ["kkp.scaling", "kkp.code.etcd"],
  derive: (read) => {
    const all = read.rule(seeds);
    if (all.length === 0) return read.notApplicable("The plan has no Seed.");
    if (read.answer(sizing.plan.clusterSizes) === "small") return read.notApplicable("All user clusters have the control plane of the product.");
    const counts = all.map((seed) => read.rule(clustersBySize, seed));
    return SIZES.flatMap(([size, profile, overrides]) => {
      const clusters = counts.reduce((sum, count) => sum + count[size], 0);
      return clusters === 0 ? [] : rowsOf(read, size, profile, overrides);
    });
  },
});

function rowsOf(read: Reader, size: Size, profile: Fact<ControlPlaneProfile>, overrides: Fact<Readonly<Record<string, ScaledComponent>>>): readonly Setting[] {
  const planned = figureOf(read)(profile);
  const object = `Cluster template for ${size} user clusters`;
  const row = (id: string, field: string, value: string, why: string) => setting(read, { topic: "control-planes", object, id: `control-planes.${size}-${id}`, field: `spec.componentsOverride.${field}`, value, why });
  const disk = row("etcd-disk", "etcd.diskSize", quantity(planned.etcdDisk, "Gi"), "The volume cannot be changed once the cluster is there; the product would take 5Gi.");
  const { cpu, memory, nodes } = read.fact(profile);
  if (planned.cpu !== cpu || planned.memory !== memory) {
    const sum = `requests that add up to ${quantity(planned.cpu, "m")} and ${quantity(planned.memory, "Mi")}`;
    return [row("all", "apiserver, etcd, controllerManager, scheduler, prometheus", sum, `The sizing counts your own figures for each ${size} control plane.`), disk];
  }
  const scaled = read.fact(overrides);
  const titles = new Map(read.fact(controlPlaneComponents).flatMap(({ override, title, replicas }) => (override === undefined ? [] : [[override, { title, replicas }] as const])));
  return [
    ...Object.entries(scaled).map(([field, { replicas, cpu: each, memory: mebibytes }]) => {
      const { title = field, replicas: unasked = replicas } = titles.get(field) ?? {};
      const more = replicas === unasked ? "" : `replicas: ${replicas}, `;
      return row(field, field, `${more}resources.requests: ${quantity(each, "m")}, ${quantity(mebibytes, "Mi")}`, `Counted so for clusters of up to about ${formatFigure(nodes)} nodes; by default ${title} gets what a small one has.`);
    }),
    disk,
  ];
}
