import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { userClusterMlaStore } from "../../facts/storage.ts";
import { rule } from "../../kernel/rule.ts";
import { clusterName, masterCluster } from "../basics/platform.ts";
import { ownInterfaces } from "../certificates/interfaces.ts";
import { separateSeedFlag } from "./seed-charts.ts";
import { deploy, folderOf, atCluster, verb, type StepRule } from "./step.ts";

const IAP = "--mla-include-iap";

/** MLA of a master or Seed. */
export const seedMla: StepRule = rule({
  id: "runbook.mla",
  title: "Step: MLA",
  per: "cluster",
  sources: ["kkp.mla-seed", "kkp.code.installer"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed.");
    const exposed = read.answer(infrastructure.cluster.role, cluster) === "seed" ? read.rule(ownInterfaces, cluster) : read.answer(monitoring.plan.platformUis);
    const name = clusterName(read, cluster);
    const proxies = exposed.length > 0 ? ` It names an identity-aware proxy for each of ${exposed.join(", ")}.` : "";
    return [
      {
        id: `step.mla[${cluster}]`,
        title: `${verb(read)} monitoring, logging and alerting on ${name}`,
        text: `${name}/values-seed-mla.yaml is a file of its own, because keys of the two stacks mean different things.${proxies}`,
        commands: [
          atCluster(read, cluster),
          deploy("seed-mla", `${folderOf(read, cluster)}/values-seed-mla.yaml`, [exposed.length > 0 && IAP, separateSeedFlag(read, cluster)]),
          "kubectl -n monitoring get pods",
        ],
        from: read.cell,
        why: `From then on ${name} measures itself and the control planes in it.`,
      },
    ];
  },
});

/** MLA for the user clusters of a Seed. */
export const userClusterMla: StepRule = rule({
  id: "runbook.user-cluster-mla",
  title: "Step: user-cluster MLA",
  per: "cluster",
  sources: ["kkp.mla-user-cluster", "kkp.code.installer"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    const exposed = read.answer(monitoring.plan.seedUis);
    const name = clusterName(read, cluster);
    const folder = folderOf(read, cluster);
    const outside = read.answer(observability.plan.objectStore) === "s3" ? read.fact(userClusterMlaStore).flags : [];
    return [
      {
        id: `step.user-cluster-mla[${cluster}]`,
        title: `${verb(read)} user-cluster MLA on ${name}`,
        text: `kubermatic.yaml sets the feature gate UserClusterMLA, and ${name}/seed.yaml spec.mla.userClusterMLAEnabled; both are applied on the master.${exposed.length > 0 ? ` ${name}/values-usercluster-mla.yaml names an identity-aware proxy for each of ${exposed.join(", ")}.` : ""}`,
        commands: [
          atCluster(read, cluster),
          deploy("usercluster-mla", `${folder}/values-usercluster-mla.yaml`, [exposed.length > 0 && IAP, ...outside, separateSeedFlag(read, cluster)]),
          "kubectl -n mla get pods",
          atCluster(read, read.rule(masterCluster)),
          `kubectl apply -f kubermatic.yaml -f ${folder}/seed.yaml`,
        ],
        from: read.cell,
        why: `User clusters of ${name} can then send metrics and logs; it is switched on for each of them.`,
      },
    ];
  },
});
