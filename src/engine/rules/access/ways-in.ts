import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";
import { clusterName, placeName } from "../basics/platform.ts";

/** Places in which a platform cluster stands, in one pass. */
const placesWithClusters = rule<ReadonlySet<string>>({
  id: "access.places-with-clusters",
  title: "Places with clusters",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const clusters = read.subjects("cluster");
    read.need(...clusters.map((id) => [infrastructure.cluster.place, id] as const));
    return new Set(clusters.map((id) => read.answer(infrastructure.cluster.place, id)));
  },
});

/** Bastion of a place in which a platform cluster stands. */
export const bastions = rule<readonly AccessRow[]>({
  id: "access.bastion",
  title: "Bastion",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    if (!read.answer(access.plan.bastion)) return read.notApplicable("The installing engineers reach the machines directly.");
    if (!read.rule(placesWithClusters).has(place)) return read.notApplicable("No platform cluster stands here.");
    const name = placeName(read, place);
    return [
      {
        id: `access.bastion[${place}]`,
        title: `Bastion, ${name}`,
        detail: read.maybe(access.place.bastionAddress, place),
        team: "security",
        from: read.cell,
        why: `The only machine in ${name} that opens SSH to the nodes and reaches their Kubernetes API for the installation.`,
      },
    ];
  },
});

/** kubeconfig of each platform cluster. */
export const kubeconfigs = rule<readonly AccessRow[]>({
  id: "access.kubeconfig",
  title: "Way into the cluster by kubeconfig",
  per: "cluster",
  sources: ["kubeone.creating-clusters"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    const kubeone = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    return [
      {
        id: `access.kubeconfig[${cluster}]`,
        title: `kubeconfig of ${name}`,
        detail: known(kubeone ? "Written by kubeone kubeconfig; kept in the secret store" : "Handed out by whoever runs the cluster; kept in the secret store"),
        team: kubeone ? "platform" : "infrastructure",
        from: read.cell,
        why: `Whoever holds it rules ${name}, so it never goes into the repository.`,
      },
    ];
  },
});
