import { sizing } from "../../answers/chapters/sizing.ts";
import { controlPlaneComponents, largeOverrides, mediumOverrides, type ScaledComponent } from "../../facts/control-plane.ts";
import type { Fact } from "../../facts/fact.ts";
import { largeProfile, mediumProfile, type ControlPlaneProfile } from "../../facts/sizing/user-cluster-requests.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";
import { quantity } from "../../values/quantity.ts";
import { clustersBySize, seeds } from "../basics/platform.ts";
import { figureOf } from "../sizing/figures.ts";
import { setting, type Found } from "./setting.ts";

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
  const object = `Cluster template for ${size} user clusters`;
  const row = (id: string, field: string, value: Found<string>, why: Found<string>) => setting(read, { topic: "control-planes", object, id: `control-planes.${size}-${id}`, field: `spec.componentsOverride.${field}`, value, why });
  const disk = row("etcd-disk", "etcd.diskSize", () => quantity(figureOf(read)(profile).etcdDisk, "Gi"), "The volume cannot be changed once the cluster is there; the product would take 5Gi.");
  const figures = () => ({ planned: figureOf(read)(profile), charted: read.fact(profile) });
  const { planned: own, charted } = read.aside(figures);
  if (own.cpu !== charted.cpu || own.memory !== charted.memory) {
    const sum = () => {
      const { planned } = figures();
      return `requests that add up to ${quantity(planned.cpu, "m")} and ${quantity(planned.memory, "Mi")}`;
    };
    return [row("all", "apiserver, etcd, controllerManager, scheduler, prometheus", sum, `The sizing counts your own figures for each ${size} control plane.`), disk];
  }
  return [
    ...Object.keys(read.aside(() => read.fact(overrides))).map((field) => {
      const unasked = () => read.fact(controlPlaneComponents).find(({ override }) => override === field);
      const scaled = (): string => {
        const { replicas = 1, cpu = 0, memory = 0 } = read.fact(overrides)[field] ?? {};
        const more = replicas === (unasked()?.replicas ?? replicas) ? "" : `replicas: ${replicas}, `;
        return `${more}resources.requests: ${quantity(cpu, "m")}, ${quantity(memory, "Mi")}`;
      };
      return row(field, field, scaled, () => `Counted so for clusters of up to about ${formatFigure(read.fact(profile).nodes)} nodes; by default ${unasked()?.title ?? field} gets what a small one has.`);
    }),
    disk,
  ];
}
