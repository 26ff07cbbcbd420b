import { etcdLatency, fioRecipe, toolingImage } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { folded } from "../../values/folded.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { clusterName } from "../basics/platform.ts";
import { backupClass, carriesEtcd, driverOf, fastClass } from "../storage/classes.ts";
import { mlaStorageClass } from "../storage/mla-class.ts";
import { ownDriverOf } from "../storage/own-driver.ts";
import { AS_ROOT, imageAt } from "./image.ts";
import { folderOf, onlyInstalling, atCluster, type Step, type StepRule } from "./step.ts";

/** A pod that runs the recipe on a volume of the class; everything in it is ours, no answer enters. */
const testPod = (recipe: string, image: string): readonly string[] => [
  "kubectl apply -f - <<'EOF'",
  "apiVersion: v1",
  "kind: PersistentVolumeClaim",
  "metadata: { name: fio-test, namespace: default }",
  "spec:",
  "  storageClassName: kubermatic-fast",
  "  accessModes: [ReadWriteOnce]",
  "  resources: { requests: { storage: 5Gi } }",
  "---",
  "apiVersion: v1",
  "kind: Pod",
  "metadata: { name: fio-test, namespace: default }",
  "spec:",
  "  restartPolicy: Never",
  "  volumes: [{ name: test, persistentVolumeClaim: { claimName: fio-test } }]",
  "  containers:",
  "    - name: fio",
  `      image: ${image}`,
  AS_ROOT,
  "      command:",
  "        - sh",
  "        - -c",
  ...folded("- ", recipe, 10),
  "      volumeMounts: [{ name: test, mountPath: /mnt/test }]",
  "EOF",
];

/** Storage classes of a cluster, and the proof that etcd can live on them. */
export const storageClasses: StepRule = rule({
  id: "runbook.storage",
  title: "Step: storage classes",
  per: "cluster",
  sources: ["kkp.storage-requirements"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    const classes = [...read.rule(fastClass, cluster), ...(read.optionalRule(mlaStorageClass, cluster) ?? []), ...(read.optionalRule(backupClass, cluster) ?? [])];
    const names = listed(classes.map(({ name }) => name));
    const name = clusterName(read, cluster);
    const own = ownDriverOf(read, cluster) !== undefined;
    // What the file holds is the record's, as far as the storage team does not write it.
    if (!own) read.forRow(`step.storage-classes[${cluster}]`, () => driverOf(read, cluster, "fast"));
    return [
      {
        id: `step.storage-classes[${cluster}]`,
        title: `Create ${names} on ${name}`,
        text: `${name}/storageclass.yaml holds driver and parameters of the storage chapter. ${own ? "The storage team writes it, with the parameters that its driver wants in place of every placeholder. " : ""}The storage driver must run before.`,
        commands: [atCluster(read, cluster), "kubectl get csidrivers", `kubectl apply -f ${folderOf(read, cluster)}/storageclass.yaml`, "kubectl get storageclass"],
        from: read.cell,
        why: `Every volume that KKP asks for on ${name} names ${classes.length === 1 ? "this class" : "one of these classes"}.`,
      },
      ...(carriesEtcd(read, cluster) ? [read.forRow(`step.fio[${cluster}]`, () => fioStep(read, cluster))] : []),
    ];
  },
});

/** The class of a MinIO that comes with an upgrade; all other classes are there. */
export const backupClassStep: StepRule = rule({
  id: "runbook.backup-class",
  title: "Step: storage class of backups",
  per: "cluster",
  sources: ["kkp.storage-requirements"],
  derive: (read, cluster) => {
    if (!comesNew(read, "backups")) return read.notApplicable("Classes are made with the cluster, or are there.");
    const names = listed(read.rule(backupClass, cluster).map(({ name }) => name));
    const name = clusterName(read, cluster);
    return [
      {
        id: `step.backup-class[${cluster}]`,
        title: `Create ${names} on ${name}`,
        text: `${name}/storageclass.yaml gets ${names} with driver and parameters of the storage chapter; kubectl leaves the classes that are there as they are.`,
        commands: [atCluster(read, cluster), `kubectl apply -f ${folderOf(read, cluster)}/storageclass.yaml`, "kubectl get storageclass"],
        from: read.cell,
        why: `The claim of MinIO on ${name} waits for this class.`,
      },
    ];
  },
});

/** The proof that etcd can live on the class. */
function fioStep(read: Reader, cluster: string): Step {
  const name = clusterName(read, cluster);
  const { fsync } = read.fact(etcdLatency);
  return {
    id: `step.fio[${cluster}]`,
    title: `Measure kubermatic-fast on ${name}`,
    text: `Passed when the 99th percentile of fdatasync stays below ${fsync} ms. Otherwise stop here and talk to the storage team.`,
    commands: [
      atCluster(read, cluster),
      ...testPod(read.fact(fioRecipe), imageAt(read, cluster, read.fact(toolingImage))),
      "kubectl -n default wait pod/fio-test --for=jsonpath='{.status.phase}'=Succeeded --timeout=10m",
      "kubectl -n default logs fio-test",
      "kubectl -n default delete pod/fio-test persistentvolumeclaim/fio-test",
    ],
    from: read.cell,
    why: `A slow disk shows as lost leaders in the etcd of every user cluster of ${name}, and never as a disk.`,
  };
}
