import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { alerting } from "../../answers/chapters/alerting.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { userClusterMlaS3, userClusterMlaStore } from "../../facts/storage.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { mlaPlacement } from "../../facts/placement.ts";
import { proxiesOfStacks, testAlert } from "../../facts/monitoring.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { ServedHost } from "../../plan/plan.ts";
import { alertRoot } from "../../facts/store-root.ts";
import { gatewayAccess } from "../../facts/releases.ts";
import { listed } from "../../values/sentence.ts";
import { secretNames } from "../access/secret-names.ts";
import { clusterName, entryIn, masterCluster } from "../basics/platform.ts";
import { separateSeedFlag } from "../basics/seed-stack.ts";
import { closedHosts } from "../certificates/closed-hosts.ts";
import { ownInterfaceHosts, seedInterfaceHosts } from "../certificates/hosts.ts";
import { ownInterfaces } from "../certificates/interfaces.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { alertRootIsPrivate } from "../monitoring/alert-root.ts";
import { onDuty } from "../monitoring/alert-target.ts";
import { mlaStoreSections } from "../storage/mla-store.ts";
import { applied, deploy, folderOf, atCluster, namespaced, onlyInstalling, verb, type StepRule } from "./step.ts";

const IAP = "--mla-include-iap";

/** How the proxies come to a cluster: by the installer, which wants all of a stack or none, or by their chart alone. */
function proxies(read: Reader, cluster: string, stack: "seed-mla" | "usercluster-mla", exposed: readonly string[], values: string, namespace: string): { readonly flag: string | false; readonly text: string; readonly commands: readonly string[] } {
  if (exposed.length === 0) return { flag: false, text: "", commands: [] };
  const all = read.fact(proxiesOfStacks)[stack];
  if (all.every((name) => exposed.includes(name))) return { flag: IAP, text: "", commands: [] };
  const entry = entryIn(read, cluster);
  // The installer labels the namespace only where it installs the proxies itself.
  const labelled = entry.routes && !entry.own ? [`kubectl label namespace ${namespace} ${read.fact(gatewayAccess)} --overwrite`] : [];
  const missing = all.filter((name) => !exposed.includes(name));
  return {
    flag: false,
    text: ` The installer would want a key for ${listed(missing)} as well, so the chart of the proxies, in the folder charts of its archive, is installed by itself.${labelled.length === 0 ? "" : ` The Gateway takes routes only of namespaces with the label.`}`,
    commands: [...labelled, `helm upgrade --install --wait --namespace ${namespace} --values ${values} iap "$KUBERMATIC_CHARTS_DIRECTORY"/iap`],
  };
}

/** What nobody opens from this step of an upgrade on, as a sentence: names of a Seed apart whose routes it takes to a new entry. */
function closesMeanwhile(read: Reader, cluster: string, source: Rule<readonly ServedHost[]>): string {
  const closed = read.optionalRule(closedHosts, cluster);
  if (!closed || read.rule(masterCluster) === cluster) return "";
  const hosts = read.optionalRule(source, cluster) ?? [];
  return hosts.length > 0 ? ` From here until ${closed.until}, ${listed(hosts.map(({ name: host }) => host))} ${hosts.length === 1 ? "opens" : "open"} for nobody, as announced: trial and switch follow at once.` : "";
}

/** What shows that pods of a stack stand on workers of their own, where they have some; a sentence with a blank before it. */
function apart(read: Reader): { readonly wide: string; readonly text: string } {
  if (read.answer(observability.plan.nodes) === "shared") return { wide: "", text: "" };
  const { key, value } = read.fact(mlaPlacement);
  return { wide: " -o wide", text: ` The column NODE names none but workers with the label ${key}=${value}, apart from what runs on every node.` };
}

/** The root of the server that takes alerts, which Alertmanager mounts and does not start without; a sentence with a blank before it. */
function rootOfAlerts(read: Reader): { readonly text: string; readonly commands: readonly string[] } {
  if (!alertRootIsPrivate(read) || isRunning(read, "alerts")) return { text: "", commands: [] };
  const { namespace, secret, key, file } = read.fact(alertRoot);
  return { text: ` ${file} is the root of the server that takes alerts, from whoever runs it.`, commands: [namespaced(namespace), applied(`kubectl -n ${namespace} create secret generic ${secret} --from-file=${key}=${file}`)] };
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
    const placed = apart(read);
    const told = read.answer(alerting.plan.alertForm) !== "none";
    const root = rootOfAlerts(read);
    const trial = told ? ` The last command raises a test alert: ${onDuty(read)} confirms it.` : " Nobody is told of alerts: whoever looks after the platform opens Alertmanager.";
    const named = exposed.length > 0 ? ` It names an identity-aware proxy for ${listed(exposed)}.` : "";
    return [
      {
        id: `step.mla[${cluster}]`,
        title: `${verb(read, "mla")} monitoring, logging and alerting on ${name}`,
        text: `${name}/values-seed-mla.yaml is a file of its own, because keys of the two stacks mean different things.${named}${how.text}${placed.text}${root.text}${trial}${closesMeanwhile(read, cluster, ownInterfaceHosts)}`,
        commands: [
          atCluster(read, cluster),
          ...root.commands,
          deploy("seed-mla", `${folderOf(read, cluster)}/values-seed-mla.yaml`, [how.flag, separateSeedFlag(read, cluster)]),
          ...how.commands,
          `kubectl -n monitoring get pods${placed.wide}`,
          ...(told ? [read.fact(testAlert)] : []),
        ],
        from: read.cell,
        why: `From then on ${name} measures itself and the control planes in it.`,
      },
    ];
  },
});

/** Keys of the store outside, which the charts would make themselves for their own MinIO. */
export const mlaStoreCredentials: StepRule = rule({
  id: "runbook.mla-store",
  title: "Step: keys of the S3 of the user-cluster MLA",
  per: "cluster",
  sources: ["kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    onlyInstalling(read, "user-cluster-mla");
    read.rule(mlaStoreSections, cluster);
    const { namespace, secret, user, password } = read.fact(userClusterMlaS3);
    const name = clusterName(read, cluster);
    const [access, key] = ["mla-access-key", "mla-secret-key"];
    const folder = folderOf(read, cluster);
    return [
      {
        id: `step.mla-store[${cluster}]`,
        title: `Enter the keys of the S3 of the user-cluster MLA on ${name}`,
        text: `${name}/${access} and ${name}/${key} hold one value of ${secretNames.mlaStore} each and nothing else, no newline either; both are deleted afterwards.`,
        commands: [
          atCluster(read, cluster),
          namespaced(namespace),
          applied(`kubectl -n ${namespace} create secret generic ${secret} --from-file=${user}=${folder}/${access} --from-file=${password}=${folder}/${key}`),
          `rm ${folder}/${access} ${folder}/${key}`,
        ],
        from: read.cell,
        why: `Pods of Cortex and Loki on ${name} do not start while the Secret is missing, since ${name}/values-usercluster-mla.yaml keeps the chart from making it.`,
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
    const placed = apart(read);
    const outside = read.answer(observability.plan.objectStore) === "s3" ? read.fact(userClusterMlaStore).flags : [];
    const store = outside.length === 0 ? "" : ` ${name}/values-usercluster-mla.yaml leads Cortex and Loki to the S3 outside; the installer leaves out MinIO and its expiry rules.`;
    return [
      {
        id: `step.user-cluster-mla[${cluster}]`,
        title: `${verb(read, "user-cluster-mla")} user-cluster MLA on ${name}`,
        text: `kubermatic.yaml sets the feature gate UserClusterMLA, and ${name}/seed.yaml spec.mla.userClusterMLAEnabled; both are applied on the master.${exposed.length > 0 ? ` ${name}/values-usercluster-mla.yaml names an identity-aware proxy for ${listed(exposed)}.` : ""}${store}${how.text}${placed.text}${closesMeanwhile(read, cluster, seedInterfaceHosts)}`,
        commands: [
          atCluster(read, cluster),
          deploy("usercluster-mla", `${folder}/values-usercluster-mla.yaml`, [how.flag, ...outside, separateSeedFlag(read, cluster)]),
          ...how.commands,
          `kubectl -n mla get pods${placed.wide}`,
          atCluster(read, read.rule(masterCluster)),
          `kubectl apply -f kubermatic.yaml -f ${folder}/seed.yaml`,
        ],
        from: read.cell,
        why: `User clusters of ${name} can then send metrics and logs; it is switched on for each of them.`,
      },
    ];
  },
});
