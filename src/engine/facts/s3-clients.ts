import { fact, type Fact } from "./fact.ts";

export const bucketHosts = fact({
  id: "s3-clients.bucket-hosts",
  statement:
    "minio-go, by which controllers, API and exporter of KKP call S3, and Cortex and restic their buckets, dials another host than the endpoint at AWS, Google and Alibaba: the name of the bucket stands in front, unless it holds a dot, and at AWS the endpoint becomes the dual-stack name of its region. For an endpoint of AWS without a region it asks first where the bucket lies; names of FIPS and of interface endpoints stay. Everywhere else it dials the endpoint. s3cmd in the backups of etcd, Loki and Velero, which are told to write paths, dial the endpoint itself.",
  value: {
    /** Stores that take the bucket in front of the endpoint as it stands. */
    inFront: ["storage.googleapis.com", "aliyuncs.com"],
    /** Endpoints of AWS without a region. */
    global: ["s3.amazonaws.com", "s3-external-1.amazonaws.com"],
    /** Names of AWS that stay, by what they begin with. */
    kept: ["s3-fips.", "bucket.vpce-", "accesspoint.vpce-"],
    domain: "amazonaws.com",
    regional: "s3.dualstack.{region}.",
    unknownRegion: "<region of the bucket>",
    /** Sections of the user-cluster MLA whose program calls S3 so. */
    sections: ["blocks", "ruler", "alertmanager"],
  },
  certainty: "derived",
  sources: ["kkp.code.s3-client", "minio-go.code.target", "minio-go.code.styles", "cortex.code.s3", "restic.code.s3", "kkp.code.configuration-defaults", "kkp.code.mla-values"],
});

export const s3ClientFacts: readonly Fact<unknown>[] = [bucketHosts];
