import { bucketNames } from "../../facts/backup.ts";
import type { Reader } from "../../kernel/rule.ts";

/** What S3 takes instead of a name that it refuses, as the rest of a sentence about the bucket; undefined for a name that it takes. */
export function rejected(read: Reader, bucket: string): string | undefined {
  const { shape, shortest, longest } = read.fact(bucketNames);
  if (new RegExp(shape, "u").test(bucket) && bucket.length >= shortest && bucket.length <= longest) return undefined;
  return `has ${bucket.length} characters; S3 takes ${shortest} to ${longest}, lower-case letters, digits, dots and hyphens, with a letter or digit at both ends, no two dots in a row, and no IP address.`;
}
