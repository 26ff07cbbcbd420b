import { bucketHosts } from "../../facts/s3-clients.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/** Region and domain in the endpoint of a region of AWS. */
const REGIONAL = /^s3[.-](?:dualstack\.)?([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?)$/;

/** Hosts before the bucket is put in front of them; none where the endpoint itself is dialled. */
function bases(endpoint: string, { inFront, global, kept, domain, regional, unknownRegion }: typeof bucketHosts.value): readonly string[] {
  const name = endpoint.toLowerCase();
  if (inFront.some((store) => isAtOrBelow(name, store))) return [name];
  if (!isAtOrBelow(name, domain) && !isAtOrBelow(name, `${domain}.cn`)) return [];
  const inRegion = (region: string, tail: string) => `${regional.replace("{region}", region)}${tail}`;
  if (global.includes(name)) return [name, inRegion(unknownRegion, domain)];
  if (kept.some((start) => name.startsWith(start))) return [name];
  const [, region, tail] = REGIONAL.exec(name) ?? [];
  return region === undefined || tail === undefined ? [] : [inRegion(region, tail)];
}

/** Hosts that KKP's own clients and Cortex dial for a bucket where they are others than the endpoint; open while the bucket is. */
export function bucketHostsOf(read: Reader, endpoint: Value<string>, bucket: () => Value<string>): readonly Value<string>[] {
  if (endpoint.kind !== "known" || bases(endpoint.value, bucketHosts.value).length === 0) return [];
  const found = bases(endpoint.value, read.fact(bucketHosts));
  const name = bucket();
  if (name.kind !== "known") return [name];
  return found.map((host) => (name.value.includes(".") ? host : `${name.value}.${host}`)).filter((host) => host !== endpoint.value.toLowerCase()).map((host) => known(host));
}

/**
 * A store in NO_PROXY. An entry holds for all names below, and below an endpoint of AWS or Google lie the buckets of
 * everybody, those of registry.k8s.io among them: so where the bucket stands in front of the host, it alone is named.
 */
export function inNoProxy(read: Reader, endpoint: Value<string>, buckets: () => readonly Value<string>[]): readonly Value<string>[] {
  const hosts = bucketHostsOf(read, endpoint, () => known("bucket")).length === 0 ? [] : buckets().flatMap((bucket) => bucketHostsOf(read, endpoint, () => bucket));
  return hosts.length === 0 ? [endpoint] : hosts;
}
