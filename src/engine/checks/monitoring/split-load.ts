import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { heavyLoad } from "../../facts/monitoring-load.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { monitoringLoad } from "../../rules/monitoring/expected-load.ts";
import { formatFigure } from "../../values/figures.ts";

/** A load that competes with etcd for disks and machines, or outgrows a single MinIO. */
export const splitLoad = check({
  id: "monitoring.split-load",
  title: "A heavy load of metrics stands apart from etcd",
  severity: "warning",
  also: ["advice"],
  per: "cluster",
  sources: ["kkp.setup-checklist", "cortex.capacity"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return;
    const { samples, storage } = read.rule(monitoringLoad, cluster);
    const heavy = read.fact(heavyLoad);
    const name = clusterName(read, cluster);
    const { plan } = observability;
    const sharing = [plan.storage, plan.nodes].filter((question) => read.answer(question) === "shared");
    if (samples > heavy.samples && sharing.length > 0) {
      report({
        key: "etcd",
        title: `Metrics of user clusters compete with etcd on ${name}`,
        message: `${formatFigure(samples)} samples a second are written on ${name} beside the etcd of its user clusters; from ${formatFigure(heavy.samples)} on, this plan wants them apart.`,
        remedy: "Give the MLA workers and a storage class of its own.",
        running: "Give the MLA workers of its own; a class of its own takes only volumes that are made anew.",
        fixes: [
          {
            title: "Give the MLA workers and storage of its own",
            set: [
              { path: read.path(plan.nodes), value: "dedicated" },
              { path: read.path(plan.storage), value: "own" },
            ],
          },
        ],
        answers: [read.path(plan.nodes), read.path(plan.storage)],
      });
    }
    if (storage > heavy.minio && read.answer(plan.objectStore) === "minio") {
      const path = read.path(plan.objectStore);
      report({
        key: "minio",
        severity: "advice",
        title: `${formatFigure(storage)} GiB of metrics and logs in one pod on ${name}`,
        message: `The MinIO of the user-cluster MLA is a single pod with a single volume; ${formatFigure(storage)} GiB in it stop every query while it is away.`,
        remedy: "Use S3 outside the cluster.",
        fixes: [{ title: "Keep metrics and logs in S3 outside", set: [{ path, value: "s3" }] }],
        answers: [path],
      });
    }
  },
});
