import { metering } from "../../answers/chapters/metering.ts";
import { bucketHosts } from "../../facts/s3-clients.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { bucketHostsOf, inNoProxy } from "./dialled-hosts.ts";
import { etcdBucket, savesPlatformEtcd } from "./further.ts";
import { mlaStoreBuckets } from "./mla-store.ts";
import type { Store } from "./stores.ts";

/** Hosts that are dialled for a store beside its endpoint, and the end of a sentence that says by whom. */
export interface StoreHosts {
  readonly hosts: readonly Value<string>[];
  readonly who: string;
}

/** Buckets of a store whose programs put them in front of the host. */
function bucketsOf(read: Reader, id: Store["id"]): readonly Value<string>[] {
  if (id === "metering") return [read.maybe(metering.plan.meteringBucket)];
  if (id === "further") return read.subjects("cluster").filter((cluster) => savesPlatformEtcd(read, cluster)).map((cluster) => known(`<${etcdBucket(nameOfCluster(read, cluster))}>`));
  const found = read.outcome(mlaStoreBuckets);
  const unsaid = openFor(found);
  if (unsaid) return [unsaid];
  return found.kind === "known" ? found.value.filter((section) => bucketHosts.value.sections.includes(section.id)).map(({ bucket }) => bucket) : [];
}

/** A store in NO_PROXY: the hosts of its buckets, and the endpoint itself where controllers look into buckets that owners of projects choose. */
export const storeInNoProxy = (read: Reader, { id, address }: Store): readonly Value<string>[] => (id === "further" ? [address] : inNoProxy(read, address, () => bucketsOf(read, id)));

const WHO: Readonly<Record<Store["id"], string>> = {
  further: "restic puts the name of its bucket in front of the host, and every other program dials the endpoint itself",
  metering: "KKP and browsers dial the host with the bucket in front, and Jobs of the Seeds the endpoint",
  mla: "Cortex dials the host with the bucket in front, and Loki the endpoint itself",
};

export const storeHosts = (read: Reader, { id, address }: Store): StoreHosts => {
  if (bucketHostsOf(read, address, () => known("bucket")).length === 0) return { hosts: [], who: "" };
  return { hosts: bucketsOf(read, id).flatMap((bucket) => bucketHostsOf(read, address, () => bucket)), who: WHO[id] };
};
