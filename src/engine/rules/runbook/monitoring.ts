import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { userClusterMlaStore } from "../../facts/storage.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { proxiesOfStacks } from "../../facts/monitoring.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { gatewayAccess } from "../../facts/releases.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, entryAt, masterCluster } from "../basics/platform.ts";
import { separateSeedFlag } from "../basics/seed-stack.ts";
import { ownInterfaces } from "../certificates/interfaces.ts";
import { deploy, folderOf, atCluster, noPlaceholder, verb, type StepRule } from "./step.ts";

const IAP = "--mla-include-iap";

/** How the proxies come to a cluster: by the installer, which wants all of a stack or none, or by their chart alone. */
function proxies(read: Reader, cluster: string, stack: "seed-mla" | "usercluster-mla", exposed: readonly string[], values: string, namespace: string): { readonly flag: string | false; readonly text: string; readonly commands: readonly string[] } {
  if (exposed.length === 0) return { flag: false, text: "", commands: [] };
  const all = read.fact(proxiesOfStacks)[stack];
  if (all.every((name) => exposed.includes(name))) return { flag: IAP, text: "", commands: [] };
  const entry = read.rule(entryAt, cluster);
  // The installer labels the namespace only where it installs the proxies itself.
  const labelled = entry.routes && !entry.own ? [`kubectl label namespace ${namespace} ${read.fact(gatewayAccess)} --overwrite`] : [];
  const missing = all.filter((name) => !exposed.includes(name));
  return {
    flag: false,
    text: ` The installer would want a key for ${missing.join(" and ")} as well, so the chart of the proxies, in the folder charts of its archive, is installed by itself.${labelled.length === 0 ? "" : ` The Gateway takes routes only of namespaces with the label.`}`,
    commands: [...labelled, `helm upgrade --install --wait --namespace ${namespace} --values ${values} iap "$KUBERMATIC_CHARTS_DIRECTORY"/iap`],
  };
}

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
    const how = proxies(read, cluster, "seed-mla", exposed, `${folderOf(read, cluster)}/values-seed-mla.yaml`, read.fact(certificateNames.platformNamespace));
    const named = exposed.length > 0 ? ` It names an identity-aware proxy for ${listed(exposed)}.` : "";
    return [
      {
        id: `step.mla[${cluster}]`,
        title: `${verb(read)} monitoring, logging and alerting on ${name}`,
        text: `${name}/values-seed-mla.yaml is a file of its own, because keys of the two stacks mean different things.${named}${how.text}`,
        commands: [
          atCluster(read, cluster),
          ...(exposed.length > 0 ? [noPlaceholder(`${folderOf(read, cluster)}/values-seed-mla.yaml`)] : []),
          deploy("seed-mla", `${folderOf(read, cluster)}/values-seed-mla.yaml`, [how.flag, separateSeedFlag(read, cluster)]),
          ...how.commands,
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
    const how = proxies(read, cluster, "usercluster-mla", exposed, `${folder}/values-usercluster-mla.yaml`, read.fact(certificateNames.seedNamespace));
    const outside = read.answer(observability.plan.objectStore) === "s3" ? read.fact(userClusterMlaStore).flags : [];
    return [
      {
        id: `step.user-cluster-mla[${cluster}]`,
        title: `${verb(read)} user-cluster MLA on ${name}`,
        text: `kubermatic.yaml sets the feature gate UserClusterMLA, and ${name}/seed.yaml spec.mla.userClusterMLAEnabled; both are applied on the master.${exposed.length > 0 ? ` ${name}/values-usercluster-mla.yaml names an identity-aware proxy for ${listed(exposed)}.` : ""}${how.text}`,
        commands: [
          atCluster(read, cluster),
          ...(exposed.length > 0 ? [noPlaceholder(`${folder}/values-usercluster-mla.yaml`)] : []),
          deploy("usercluster-mla", `${folder}/values-usercluster-mla.yaml`, [how.flag, ...outside, separateSeedFlag(read, cluster)]),
          ...how.commands,
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
