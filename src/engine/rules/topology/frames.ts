import type { Endpoint } from "../../plan/plan.ts";

/** Ids of the frames of a cluster. */
export const frames = { cluster: (cluster: string) => `cluster[${cluster}]`, pool: (cluster: string) => `pool[${cluster}]` } as const;

const OF_CLUSTER: ReadonlySet<Endpoint["kind"]> = new Set(["nodes", "control-planes", "public-machines", "example-bastion", "kubernetes-api"]);

/** Frame of a cluster that an end of this kind stands in, or undefined. */
export function frameOf(kind: Endpoint["kind"], cluster: string): string | undefined {
  if (kind === "entry" || kind === "nodeport-proxy" || kind === "user-cluster-front" || kind === "api-servers") return frames.pool(cluster);
  return OF_CLUSTER.has(kind) ? frames.cluster(cluster) : undefined;
}
