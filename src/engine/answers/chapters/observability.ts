import { expectedLoad, productRetention } from "../../facts/monitoring-load.ts";
import { choice, host, integer, label, text } from "../kinds.ts";
import { portOfStore } from "../port-of-server.ts";
import { chapter, type Look } from "../question.ts";
import { isSharedStore } from "../shared-store.ts";
import { monitoring } from "./monitoring.ts";

const platform = (look: Look): boolean => look(monitoring.plan.mla) === true;
const users = (look: Look): boolean => look(monitoring.plan.userClusterMla) === true;
const stated = (look: Look): boolean => users(look) && look(observability.plan.expectedLoad) === "stated";
const ownRetention = (look: Look): boolean => platform(look) && look(observability.plan.retention) === "own";

const expected = (bounds: { min: number; max: number; unit: string }, value: number, words: { label: string; short: string; help: string }, sentence: string) =>
  integer(bounds, {
    section: "User clusters",
    ...words,
    source: "cortex.capacity",
    team: "platform",
    productDefault: { value, sentence, source: "cortex.capacity" },
    asked: stated,
  });

/** Questions of the monitoring chapter about load, retention and where the stacks run. */
export const observability = chapter("monitoring", "Monitoring", "", {
  plan: {
    retention: choice(
      [
        { value: "product", label: "Metrics 15 days, logs 30 days", chip: "product-default" },
        { value: "own", label: "Times of our own" },
      ],
      {
        section: "Master and Seeds",
        label: "How long do master and Seeds keep their own metrics and logs?",
        short: "Retention on master and Seeds",
        help: "Volumes grow in proportion.",
        source: "kkp.mla-seed",
        team: "platform",
        productDefault: { value: "product", sentence: productRetention.statement, source: "kkp.code.monitoring-values" },
        asked: platform,
      },
    ),
    metricsDays: integer({ min: 1, max: 730, unit: "days" }, {
      section: "Master and Seeds",
      label: "How many days are metrics of master and Seeds kept?",
      short: "Retention of metrics",
      help: "Set as prometheus.tsdb.retentionTime; a new installation gets prometheus.storageSize in proportion.",
      source: "kkp.mla-seed",
      team: "platform",
      productDefault: { value: productRetention.value.metrics, sentence: productRetention.statement, source: "kkp.code.monitoring-values" },
      asked: ownRetention,
    }),
    logsDays: integer({ min: 1, max: 730, unit: "days" }, {
      section: "Master and Seeds",
      label: "How many days are logs of master and Seeds kept?",
      short: "Retention of logs",
      help: "Set as loki.loki.limits_config.retention_period; a new installation gets loki.singleBinary.persistence.size in proportion.",
      source: "kkp.mla-seed",
      team: "platform",
      productDefault: { value: productRetention.value.logs, sentence: productRetention.statement, source: "kkp.code.monitoring-values" },
      asked: ownRetention,
    }),
    expectedLoad: choice(
      [
        { value: "minimum", label: "Not stated: the documented minimum", help: "2 vCPU and 14 GB, said to serve several user clusters.", chip: "product-default" },
        { value: "stated", label: "Stated in series and logs", help: "Memory, CPU and storage of Cortex and Loki are computed." },
      ],
      {
        section: "User clusters",
        label: "Is the load that user clusters send known?",
        short: "Expected load of the user-cluster MLA",
        help: "The minimum carries a few user clusters; metrics of fifty need several times the memory.",
        source: "kkp.mla-user-cluster",
        team: "platform",
        productDefault: { value: "minimum", sentence: "KKP documents 2 vCPU and 14 GB as the minimum of the user-cluster MLA, for several user clusters.", source: "kkp.mla-user-cluster" },
        asked: users,
      },
    ),
    series: expected(
      { min: 100, max: 10000000, unit: "series" },
      expectedLoad.value.series,
      { label: "How many active series does one user cluster send?", short: "Series per user cluster", help: "count by cluster in a Prometheus that is there already tells it." },
      "No vendor states the series of a user cluster: 50,000 for ten nodes is a guess to be confirmed.",
    ),
    scrapeInterval: expected(
      { min: 5, max: 300, unit: "seconds" },
      expectedLoad.value.scrapeInterval,
      { label: "How many seconds lie between two samples of a series?", short: "Scrape interval", help: "Half the interval doubles the samples." },
      "Groundplan plans with a sample every 15 seconds, the usual case in the capacity guide of Cortex.",
    ),
    logs: expected(
      { min: 0, max: 10000, unit: "GiB" },
      expectedLoad.value.logs,
      { label: "How many GiB of logs does one user cluster send in a day?", short: "Logs per user cluster and day", help: "Measure it in a cluster that is there already." },
      "No vendor states the logs of a user cluster: 1 GiB a day is a guess to be confirmed.",
    ),
    userRetention: expected(
      { min: 1, max: 730, unit: "days" },
      expectedLoad.value.days,
      { label: "How many days are metrics and logs of user clusters kept?", short: "Retention for user clusters", help: "The expiry of the buckets decides; it is set to one day more." },
      "KKP documents 7 days for user clusters; objects expire after 8.",
    ),
    objectStore: choice(
      [
        { value: "minio", label: "MinIO in the Seed", chip: "product-default", help: "One replica on kubermatic-fast." },
        { value: "s3", label: "S3 outside", help: "Buckets and their expiry are yours to prepare." },
      ],
      {
        section: "User clusters",
        label: "Where do Cortex and Loki keep their blocks?",
        short: "Object store of the user-cluster MLA",
        help: "MinIO is a single pod; an outage of it stops queries.",
        source: "kkp.mla-user-cluster",
        team: "storage",
        productDefault: { value: "minio", sentence: "The installer brings a MinIO for the user-cluster MLA unless told to skip it.", source: "kkp.mla-user-cluster" },
        asked: users,
      },
    ),
    objectStoreAddress: host({
      section: "User clusters",
      label: "Under which name or address is the S3 of the user-cluster MLA reached?",
      short: "S3 of the user-cluster MLA",
      help: "Cortex keeps three buckets there and Loki two; the storage team makes them.",
      example: "s3.example.com",
      source: "kkp.mla-user-cluster",
      team: "storage",
      server: { title: "S3 of the user-cluster MLA", dialledBy: ["platform"] },
      asked: (look): boolean => users(look) && look(observability.plan.objectStore) === "s3",
    }),
    objectStorePort: portOfStore({
      section: "User clusters",
      title: "the S3 of the user-cluster MLA",
      source: "kkp.mla-user-cluster",
      asked: (look): boolean => users(look) && look(observability.plan.objectStore) === "s3" && !isSharedStore(look(observability.plan.objectStoreAddress)),
    }),
    objectStoreRegion: text({
      section: "User clusters",
      label: "Which region does the S3 of the user-cluster MLA sign for?",
      short: "Region of the S3 of the user-cluster MLA",
      help: "AWS refuses requests for another one. A store without regions takes any name, such as us-east-1.",
      example: "eu-central-1",
      source: "loki.code.s3",
      team: "storage",
      asked: (look): boolean => users(look) && look(observability.plan.objectStore) === "s3",
    }),
    bucketPrefix: label({
      section: "User clusters",
      label: "With what do the names of the buckets for the user-cluster MLA begin?",
      short: "Prefix of the buckets of the user-cluster MLA",
      help: "A hyphen and the name in the charts follow: acme-kkp-cortex. On AWS and stores like it nobody else in the world may have these names.",
      example: "acme-kkp",
      source: "kkp.code.mla-values",
      team: "storage",
      empty: {
        shown: "none",
        sentence: "The charts call the buckets alertmanager, cortex, cortex-ruler, loki and loki-ruler unless told otherwise.",
        source: "kkp.code.mla-values",
        // Others have had such names in a store that everybody uses for a long time.
        where: (look): boolean => !isSharedStore(look(observability.plan.objectStoreAddress)),
      },
      asked: (look): boolean => users(look) && look(observability.plan.objectStore) === "s3",
    }),
    nodes: choice(
      [
        { value: "shared", label: "On the workers that carry everything", chip: "product-default" },
        { value: "dedicated", label: "On workers of their own", help: "Labelled and tainted for the MLA; a busy query does not slow an etcd." },
      ],
      {
        section: "Master and Seeds",
        label: "On which workers do the MLA stacks run?",
        short: "Workers of the MLA",
        seldom: true,
        help: "With many user clusters, metrics compete with control planes for memory and disks.",
        source: "kkp.setup-checklist",
        team: "platform",
        productDefault: { value: "shared", sentence: "The MLA charts ask for no nodes of their own.", source: "kkp.code.monitoring-values" },
        asked: (look): boolean => platform(look) || users(look),
      },
    ),
    storage: choice(
      [
        { value: "shared", label: "On kubermatic-fast, beside etcd", chip: "product-default" },
        { value: "own", label: "On a class of their own", help: "Another backend, so that queries do not slow the writes of etcd." },
      ],
      {
        section: "Master and Seeds",
        label: "On which storage class do the MLA stacks keep their volumes?",
        short: "Storage of the MLA",
        kept: { says: "Volumes of the MLA that run keep their class.", source: "kubernetes.code.stateful-sets" },
        seldom: true,
        help: "If one backend cannot carry both, etcd and MLA must be split.",
        source: "kkp.setup-checklist",
        team: "storage",
        productDefault: { value: "shared", sentence: "The MLA charts put their volumes on kubermatic-fast.", source: "kkp.code.monitoring-values" },
        asked: (look): boolean => platform(look) || users(look),
      },
    ),
  },
});
