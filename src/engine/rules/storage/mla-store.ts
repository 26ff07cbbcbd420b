import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { userClusterMlaS3, type StoreSection } from "../../facts/storage.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { nameOfCluster, seeds } from "../basics/platform.ts";
import { isShared } from "./shared-store.ts";

/** A part of the values with its bucket in the store outside. */
export interface OutsideSection extends Omit<StoreSection, "bucket"> {
  readonly bucket: Value<string>;
  /** Name of the bucket in the chart. */
  readonly inChart: string;
}

/** What stands in front of all names of buckets, with its hyphen: nothing in a store of one's own unless somebody says so. */
function prefix(read: Reader): Value<string> {
  const stated = read.optional(observability.plan.bucketPrefix);
  if (stated !== undefined) return known(`${stated}-`);
  const address = read.maybe(observability.plan.objectStoreAddress);
  if (address.kind !== "known") return address;
  return isShared(read, address.value) ? read.maybe(observability.plan.bucketPrefix) : known("");
}

/** Name of a bucket of a Seed: that of the Seed stands in it where several share the store and would mix their blocks. */
const bucketOf = (read: Reader, cluster: string, bucket: string): string => (read.rule(seeds).length > 1 ? `${nameOfCluster(read, cluster)}-${bucket}` : bucket);

/** Parts of a Seed's values that lead to the store outside, each with its bucket there. */
export const mlaStoreSections = rule<readonly OutsideSection[]>({
  id: "storage.user-cluster-mla-buckets",
  title: "Buckets of the user-cluster MLA outside",
  per: "cluster",
  sources: ["kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    if (read.answer(observability.plan.objectStore) === "minio") return read.notApplicable("MinIO in the Seed keeps the blocks.");
    const first = prefix(read);
    return read.fact(userClusterMlaS3).sections.map(({ bucket, ...section }) => {
      // Asked for in any case: what the name waits for is the same, whoever has yet to say what stands in front of it.
      const own = bucketOf(read, cluster, bucket);
      return { ...section, inChart: bucket, bucket: first.kind === "known" ? known(`${first.value}${own}`) : first };
    });
  },
});

/** Buckets in words that follow "the buckets": their names, or what they are for while nobody knows these. */
export function bucketsInWords(buckets: readonly OutsideSection[]): string {
  const names = buckets.flatMap(({ bucket }) => (bucket.kind === "known" ? [bucket.value] : []));
  return names.length === buckets.length ? listed(names) : `for ${listed([...new Set(buckets.map(({ inChart }) => inChart))])}`;
}

/** All buckets that the storage team prepares, those of each Seed together. */
export const mlaStoreBuckets = rule<readonly OutsideSection[]>({
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
