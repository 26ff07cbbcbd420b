import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { diskSpeeds, etcdLarge, etcdSequential, type DiskSpeed } from "../../facts/storage.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { etcdVolumeNeeds } from "../../rules/storage/volumes.ts";
import { formatFigure } from "../../values/figures.ts";

/** How disks of this kind get faster, as the end of a remedy. */
function faster({ order, instead, steps }: DiskSpeed, wanted: number): string {
  if (!order) return instead === undefined ? "" : ` ${instead}.`;
  const included = steps[0]?.[1] ?? 0;
  return ` The parameter ${order.parameter} orders more, ${formatFigure(order.perGib)} at most for each GiB: ${formatFigure(wanted)} take volumes of ${formatFigure(Math.ceil(wanted / order.perGib))} GiB, and a class with it makes none below ${formatFigure(Math.ceil(included / order.perGib))} GiB.`;
}

/** Volumes of etcd that are too small for the speed their class must hold. */
export const diskSpeed = check({
  id: "storage.disk-speed",
  title: "Volumes of etcd are as fast as their class must be",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.setup-checklist", "etcd.hardware"],
  examine: (read, cluster, report) => {
    if (read.answer(storage.cluster.fastClass, cluster) === "other") return;
    const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const speeds = read.fact(diskSpeeds);
    const speed = csi && speeds[csi.provisioner];
    if (!speed) return;
    const { iops: wanted, title } = read.fact(etcdLarge);
    const sizes = (read.optionalRule(etcdVolumeNeeds, cluster) ?? []).filter(({ count }) => count > 0).map(({ size }) => size);
    if (sizes.length === 0) return;
    const size = Math.min(...sizes);
    const served = speed.steps.find(([upTo]) => size <= upTo)?.[1];
    if (served === undefined || served >= wanted) return;
    const name = clusterName(read, cluster);
    report({
      severity: served < read.fact(etcdSequential).recommended ? "warning" : "advice",
      title: `Volumes of etcd on ${name} serve ${formatFigure(served)} IOPS`,
      message: `A ${speed.disk} disk of ${formatFigure(size)} GiB serves ${formatFigure(served)} IOPS${speed.burst === undefined || speed.burst <= served ? "" : ` for long and ${formatFigure(speed.burst)} in bursts`}; the ${title} class of etcd, which kubermatic-fast is planned by, has ${formatFigure(wanted)}.`,
      remedy: `Measure a volume of that size with the fio recipe of this plan before the first user cluster: etcd of a small one may do with less. Larger volumes stand in spec.defaultComponentSettings.etcd.diskSize of the Seed.${faster(speed, wanted)}`,
      answers: [read.path(storage.cluster.fastClass, cluster), read.path(infrastructure.cluster.provider, cluster)],
    });
  },
});
