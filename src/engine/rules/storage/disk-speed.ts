import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { diskSpeeds, etcdLarge, type DiskSpeed } from "../../facts/storage.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { VolumeNeed } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatFigure } from "../../values/figures.ts";

/** How disks of this kind get faster. */
function faster({ order, instead, steps }: DiskSpeed, wanted: number): string {
  if (!order) {
    if (!instead) return "";
    const size = Math.ceil(wanted / instead.order.perGib);
    return `a ${instead.disk} disk serves ${formatFigure(instead.included)} at any size, and the parameter ${instead.order.parameter} orders more, ${formatFigure(instead.order.perGib)} at most for each GiB: ${formatFigure(wanted)} take volumes of ${formatFigure(size)} GiB; ${instead.limits}`;
  }
  const included = steps[0]?.[1] ?? 0;
  return `the parameter ${order.parameter} orders more, ${formatFigure(order.perGib)} at most for each GiB: ${formatFigure(wanted)} take volumes of ${formatFigure(Math.ceil(wanted / order.perGib))} GiB, and a class with it makes none below ${formatFigure(Math.ceil(included / order.perGib))} GiB`;
}

/** That the provider's disks are slower than the class must be where etcd's volumes are as small as planned; nothing where no speed is known. */
export function diskSpeed(read: Reader, cluster: string, etcd: readonly VolumeNeed[]): readonly string[] {
  if (read.answer(storage.cluster.fastClass, cluster) === "other") return [];
  const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  // Cited only where the fact says something of the driver.
  const known = csi && diskSpeeds[csi.provisioner];
  const speed = known && read.fact(known);
  const sizes = etcd.filter(({ count }) => count > 0).map(({ size }) => size);
  if (!speed || sizes.length === 0) return [];
  const wanted = read.fact(etcdLarge).iops;
  const size = Math.min(...sizes);
  const served = speed.steps.find(([upTo]) => size <= upTo)?.[1];
  if (served === undefined || served >= wanted) return [];
  const burst = speed.burst === undefined || speed.burst <= served ? "" : ` for long and ${formatFigure(speed.burst)} in bursts`;
  return [`Short of that: a ${speed.disk} disk of ${formatFigure(size)} GiB, as etcd gets here, serves ${formatFigure(served)} IOPS${burst}. Small user clusters may do with less, which the proof shows; ${faster(speed, wanted)}`];
}
