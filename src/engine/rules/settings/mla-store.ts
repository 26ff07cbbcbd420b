import { observability } from "../../answers/chapters/observability.ts";
import { internetFacts } from "../../facts/internet.ts";
import { objectStoreRegion, userClusterMlaS3 } from "../../facts/storage.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { nameOfCluster, seeds } from "../basics/platform.ts";
import { mlaStoreSections } from "../storage/mla-store.ts";
import { storeProxy } from "./proxy.ts";
import { setting, userClusterMlaValues, type Found } from "./setting.ts";
import { storeInUrl } from "../storage/store-port.ts";

/** Parts of Cortex and Loki that call the store, by the field that gives them variables. */
const PARTS = [
  { id: "cortex", field: "cortex.{alertmanager, compactor, ingester, querier, ruler, store_gateway}.env", source: "cortex.chart", why: "These parts call the store and take no proxy from KKP. Helm replaces lists, so ACCESS_KEY and SECRET_KEY stay in each of them.", frontend: false },
  { id: "loki", field: "loki-distributed.{compactor, ingester, querier, ruler, tableManager}.extraEnv", source: "loki.chart", why: "These parts call the store and take no proxy from KKP.", frontend: true },
] as const;

/** Values that lead the user-cluster MLA of a Seed to a store outside. */
export const mlaStoreFields = rule<readonly Setting[]>({
  id: "settings.monitoring-store",
  title: "Values of the object store outside",
  per: "cluster",
  sources: ["kkp.mla-user-cluster", "kkp.code.mla-values"],
  derive: (read, cluster) => {
    const sections = read.rule(mlaStoreSections, cluster);
    const charts = () => read.fact(userClusterMlaS3);
    const { namespace, secret, user, password, enabled, compactor } = read.aside(charts);
    const name = nameOfCluster(read, cluster);
    const row = (id: string, field: string, value: Found<Value<string> | string>, why: Found<string>) => setting(read, { topic: "monitoring", object: userClusterMlaValues(name), id: `monitoring.store-${id}[${cluster}]`, field, value, why });
    const place = (named: string, bucket: Value<string>) => (): Value<string> => {
      const address = storeInUrl(read, observability.plan.objectStoreAddress);
      const region = read.maybe(observability.plan.objectStoreRegion);
      const { field: regionField } = read.fact(objectStoreRegion);
      if (address.kind !== "known") return address;
      if (bucket.kind !== "known") return bucket;
      return region.kind === "known" ? known(`endpoint ${address.value}, ${regionField} ${region.value}, insecure false, ${named} ${bucket.value}`) : region;
    };
    const apart = read.rule(seeds).length > 1 ? `; a bucket of its own keeps ${name} apart from other Seeds in the same store` : "";
    return [
      row("secret", enabled, () => (charts(), "false"), `The chart would make the Secret ${namespace}/${secret} with keys that the store does not know; all pods read ${user} and ${password} of the one that you enter.`),
      ...sections.map(({ id, field, bucket, named }) => row(id, field, place(named, bucket), `Otherwise it leads to the MinIO that the installer skips${apart}.`)),
      ...PARTS.flatMap(({ id, field, source, why, frontend }) =>
        storeProxy(read, cluster, observability.plan.objectStoreAddress, (word, variable, value, reason) => row(`${id}-proxy-${word}`, `${field}: ${variable}`, value, reason), {
          sources: [source],
          https: why,
          none: "They dial each other by gRPC, which obeys HTTPS_PROXY as well.",
          ...(frontend ? { further: () => [read.fact(internetFacts.storeProxy).frontend] } : {}),
        }),
      ),
      ...compactor.map(({ id, field, value }) => row(`compactor-${id}`, field, () => (charts(), value), "The compactor alone brings no keys, since the buckets of MinIO are public; without them nothing joins or deletes blocks.")),
    ];
  },
});
