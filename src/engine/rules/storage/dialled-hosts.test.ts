import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const FRANKFURT = "s3.eu-central-1.amazonaws.com";
const plan = (changes: Changes) => referencePlan(changes);
const addresses = (changes: Changes, id: string) => plan(changes).firewall.endpoints.find((end) => end.id === id)?.addresses.map((address) => (address.kind === "known" ? address.value : address.kind));

describe("the store of etcd snapshots", () => {
  const SAVED = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.bucket": "acme-kkp" };
  const at = (host: string, bucket = "acme-kkp") => addresses({ ...SAVED, "storage.clusters.seed.s3Endpoint": host, "storage.clusters.seed.bucket": bucket }, "s3[seed]");

  // s3cmd dials the endpoint as it stands; minio-go in KKP's controllers and in the exporter does not.
  test.each<[string, string, readonly string[]]>([
    ["a region of AWS", FRANKFURT, [FRANKFURT, "acme-kkp.s3.dualstack.eu-central-1.amazonaws.com"]],
    ["the same in an older form", "s3-eu-west-1.amazonaws.com", ["s3-eu-west-1.amazonaws.com", "acme-kkp.s3.dualstack.eu-west-1.amazonaws.com"]],
    ["its dual-stack name", "s3.dualstack.eu-central-1.amazonaws.com", ["s3.dualstack.eu-central-1.amazonaws.com", "acme-kkp.s3.dualstack.eu-central-1.amazonaws.com"]],
    ["AWS in China", "s3.cn-north-1.amazonaws.com.cn", ["s3.cn-north-1.amazonaws.com.cn", "acme-kkp.s3.dualstack.cn-north-1.amazonaws.com.cn"]],
    ["AWS without a region", "s3.amazonaws.com", ["s3.amazonaws.com", "acme-kkp.s3.amazonaws.com", "acme-kkp.s3.dualstack.<region of the bucket>.amazonaws.com"]],
    ["FIPS", "s3-fips.us-east-1.amazonaws.com", ["s3-fips.us-east-1.amazonaws.com", "acme-kkp.s3-fips.us-east-1.amazonaws.com"]],
    ["an interface endpoint", "bucket.vpce-1a2b.s3.eu-central-1.vpce.amazonaws.com", ["bucket.vpce-1a2b.s3.eu-central-1.vpce.amazonaws.com", "acme-kkp.bucket.vpce-1a2b.s3.eu-central-1.vpce.amazonaws.com"]],
    ["Google", "storage.googleapis.com", ["storage.googleapis.com", "acme-kkp.storage.googleapis.com"]],
    ["Alibaba", "oss-eu-central-1.aliyuncs.com", ["oss-eu-central-1.aliyuncs.com", "acme-kkp.oss-eu-central-1.aliyuncs.com"]],
    ["a store of one's own", "s3.example.com", ["s3.example.com"]],
    ["another public one", "fsn1.your-objectstorage.com", ["fsn1.your-objectstorage.com"]],
  ])("at %s", (_name, host, expected) => {
    expect(at(host)).toEqual(expected);
  });

  test("a bucket with a dot in its name stands behind the host", () => {
    expect(at(FRANKFURT, "acme.kkp")).toEqual([FRANKFURT, "s3.dualstack.eu-central-1.amazonaws.com"]);
    expect(at("storage.googleapis.com", "acme.kkp")).toEqual(["storage.googleapis.com"]);
  });

  test("a bucket that nobody has named leaves its host open", () => {
    expect(addresses({ "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": FRANKFURT, "storage.clusters.seed.bucket": undefined }, "s3[seed]")).toEqual([FRANKFURT, "open"]);
  });

  test("the reason says who dials what, where that differs", () => {
    const why = (host: string) => plan({ ...SAVED, "storage.clusters.seed.s3Endpoint": host }).firewall.endpoints.find(({ id }) => id === "s3[seed]")?.why;
    expect(why(FRANKFURT)).toContain("s3cmd");
    expect(why("s3.example.com")).not.toContain("s3cmd");
  });
});

test("Cortex dials each of its buckets, and Loki the endpoint", () => {
  const mla = { "monitoring.userClusterMla": true, "monitoring.objectStore": "s3", "monitoring.objectStoreAddress": FRANKFURT, "monitoring.bucketPrefix": "acme", "monitoring.objectStoreRegion": "eu-central-1" };
  const dual = "s3.dualstack.eu-central-1.amazonaws.com";
  expect(addresses(mla, "store-mla")).toEqual([FRANKFURT, `acme-cortex.${dual}`, `acme-cortex-ruler.${dual}`, `acme-alertmanager.${dual}`]);
  expect(addresses({ ...mla, "monitoring.objectStoreAddress": "s3.example.com" }, "store-mla")).toEqual(["s3.example.com"]);
});

test("metering: Jobs dial the endpoint, KKP and browsers the bucket", () => {
  const usage = { "infrastructure.seedExtras": ["metering"], "project.edition": "EE", "storage.meteringBucket": "acme-reports", "storage.meteringStore": FRANKFURT };
  expect(addresses(usage, "store-metering")).toEqual([FRANKFURT, "acme-reports.s3.dualstack.eu-central-1.amazonaws.com"]);
  expect(plan(usage).firewall.external.filter(({ source }) => source === "users").map(({ host }) => host)).toEqual(["acme-reports.s3.dualstack.eu-central-1.amazonaws.com"]);
});

describe("NO_PROXY", () => {
  const PROXY = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128, "authentication.ldapHost": "ldap.example.com", "infrastructure.places.main.vsphereServer": "vcenter.example.com", "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.bucket": "acme-kkp" };
  const list = (changes: Changes) => {
    const value = plan({ ...PROXY, ...changes }).settings.find(({ field, object }) => field === "spec.proxy.noProxy" && object === "KubermaticConfiguration")?.value;
    return value?.kind === "known" ? value.value.split(",").filter((part) => /s3|storage\./.test(part)) : value?.kind;
  };

  // What NO_PROXY names holds for all names below it: the endpoint would take buckets of others along, those of registry.k8s.io among them. s3cmd takes no proxy.
  test("names the bucket alone where it stands in front of a host that everybody shares", () => {
    expect(list({ "storage.clusters.seed.s3Endpoint": FRANKFURT })).toEqual(["acme-kkp.s3.dualstack.eu-central-1.amazonaws.com"]);
    expect(list({ "storage.clusters.seed.s3Endpoint": "storage.googleapis.com" })).toEqual(["acme-kkp.storage.googleapis.com"]);
    expect(list({ "storage.clusters.seed.s3Endpoint": "s3.example.com" })).toEqual(["s3.example.com"]);
  });

  test("leaves it to the proxy where that leads there, which lets endpoint and bucket through", () => {
    const listed = (endpoint: string) => plan({ ...PROXY, "storage.clusters.seed.s3Endpoint": endpoint, "network.proxiedHosts": [endpoint] }).firewall.external.filter(({ purpose }) => purpose === "S3 for backups").map(({ host }) => host).sort();
    expect(listed(FRANKFURT)).toEqual(["acme-kkp.s3.dualstack.eu-central-1.amazonaws.com", FRANKFURT]);
    expect(listed("s3.example.com")).toEqual(["s3.example.com"]);
  });

  test("names none where only the proxy leads there", () => {
    expect(list({ "storage.clusters.seed.s3Endpoint": FRANKFURT, "network.proxiedHosts": [FRANKFURT] })).toEqual([]);
  });
});
