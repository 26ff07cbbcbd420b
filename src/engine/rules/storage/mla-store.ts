import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { userClusterMlaS3, type StoreSection } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { nameOfCluster, seeds } from "../basics/platform.ts";

/** Name of a bucket of a Seed: the charts' own, unless several Seeds share the store and would mix their blocks in it. */
const bucketOf = (read: Reader, cluster: string, bucket: string): string => (read.rule(seeds).length > 1 ? `${nameOfCluster(read, cluster)}-${bucket}` : bucket);

/** Parts of a Seed's values that lead to the store outside, each with its bucket there. */
export const mlaStoreSections = rule<readonly StoreSection[]>({
  id: "storage.user-cluster-mla-buckets",
  title: "Buckets of the user-cluster MLA outside",
  per: "cluster",
  sources: ["kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    if (read.answer(observability.plan.objectStore) === "minio") return read.notApplicable("MinIO in the Seed keeps the blocks.");
    return read.fact(userClusterMlaS3).sections.map((section) => ({ ...section, bucket: bucketOf(read, cluster, section.bucket) }));
  },
});

/** All buckets that the storage team prepares, those of each Seed together. */
export const mlaStoreBuckets = rule<readonly StoreSection[]>({
  id: "storage.user-cluster-mla-all-buckets",
  title: "All buckets of the user-cluster MLA outside",
  per: "plan",
  sources: ["kkp.mla-user-cluster"],
  derive: (read) => {
    const all = read.rule(seeds);
    if (all.length === 0) return read.notApplicable("The plan has no Seed.");
    return all.flatMap((seed) => read.rule(mlaStoreSections, seed));
  },
});
