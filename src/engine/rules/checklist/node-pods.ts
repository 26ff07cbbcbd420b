import { rule, type Rule } from "../../kernel/rule.ts";
import { clusterName, runsAlready } from "../basics/platform.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { toldPods } from "../sizing/told-pods.ts";
import { itemOf, type Draft } from "./item.ts";

/** How many pods workers of a platform that runs must take: nobody makes them anew with the upgrade. */
const nodePods = rule<readonly Draft[]>({
  id: "checklist.node-pods",
  title: "Checklist: pods on workers that run",
  per: "cluster",
  sources: ["kubernetes.large-clusters"],
  derive: (read, cluster) => {
    if (!runsAlready(read)) return read.notApplicable("Workers are made with it.");
    const told = toldPods(read, cluster);
    if (!told) return read.notApplicable("Workers run as many pods as they do unasked.");
    const name = clusterName(read, cluster);
    const by =
      read.rule(platformWorkers, cluster) === "static"
        ? `${told.field} of its host in kubeone.yaml says so, which kubeone apply hands to a host that it sets up or upgrades`
        : `the annotation ${told.annotation} of its MachineDeployment says so, which holds for machines made from then on`;
    return [
      itemOf(read, `node-pods[${cluster}]`, {
        title: `${told.pods} pods for each worker of ${name}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `\`${told.command}\` prints ${told.pods} for each worker, and ${by}`,
        why: `Kubelets run ${told.unasked} pods unasked; the number of workers of ${name} counts on ${told.pods}.`,
      }),
    ];
  },
});

export const nodePodItems: readonly Rule<readonly Draft[]>[] = [nodePods];
