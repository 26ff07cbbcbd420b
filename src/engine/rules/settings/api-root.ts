import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubeoneRoot } from "../../facts/store-root.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { nameOfCluster, nameOfDatacenter } from "../basics/platform.ts";
import { clusterApi, datacenterApi } from "../certificates/api-root.ts";
import { kubeoneRoots } from "../certificates/kubeone-roots.ts";
import { seedObject, setting } from "./setting.ts";

/** The field by which KKP reaches an API whose root its clients do not take. */
export const uncheckedApiFields = rule<readonly Setting[]>({
  id: "settings.unchecked-api",
  title: "Datacenters whose API nobody checks",
  per: "datacenter",
  sources: ["kkp.code.datacenter"],
  derive: (read, datacenter) => {
    const { provider, root } = read.rule(datacenterApi, datacenter);
    if (!root.unchecked) return read.notApplicable("KKP checks the API against its bundle.");
    read.cite(...root.sources);
    const name = nameOfDatacenter(read, datacenter);
    return [
      setting(read, {
        topic: "seeds",
        object: seedObject(nameOfCluster(read, read.answer(infrastructure.datacenter.seed, datacenter))),
        id: `seeds.datacenter-unchecked[${datacenter}]`,
        field: `spec.datacenters.${name}.spec.${provider.kkpName ?? provider.id}.${root.unchecked.field}`,
        value: "true",
        why: `KKP's client and machine-controller take no root for ${root.unchecked.name}, which makes workers of ${name}: they know public ones alone, or check nothing.`,
      }),
    ];
  },
});

/** The bundle of KubeOne, where a pod of its addons calls an API behind a private root. */
export const kubeOneBundleFields = rule<readonly Setting[]>({
  id: "settings.kubeone-bundle",
  title: "Bundle of a cluster that KubeOne builds",
  per: "cluster",
  sources: ["kubeone.types"],
  derive: (read, cluster) => {
    const { root } = read.rule(clusterApi, cluster);
    if (!root.inBundle) return read.notApplicable("No addon reads the bundle to reach the API.");
    read.cite(...root.sources);
    const { field, file } = read.fact(kubeoneRoot);
    const roots = listed(["public roots", ...kubeoneRoots(read, cluster).map(({ of }) => `the root of ${of}`)]);
    return [
      setting(read, {
        topic: "certificates",
        object: `kubeone.yaml of ${nameOfCluster(read, cluster)}`,
        id: `certificates.kubeone-bundle[${cluster}]`,
        field,
        value: `${file}, ${roots}`,
        why: `Cloud controller and storage driver check ${root.inBundle.ofKubeOne} against it, as machine-controller does where it takes a root. It takes the place of the roots of their images, so public ones stand in it too.`,
      }),
    ];
  },
});
