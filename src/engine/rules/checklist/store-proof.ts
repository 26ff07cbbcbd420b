import { storeRoot } from "../../answers/chapters/store-root.ts";
import { storeRootFile } from "../../facts/store-root.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isShared } from "../storage/shared-store.ts";
import { storeInUrl } from "../storage/store-port.ts";
import type { Question } from "../../answers/question.ts";

/** Option by which the client of AWS trusts a store behind a root of the customer; nothing while nobody has said at which one it ends. */
function trusted(read: Reader, address: Value<string>): string {
  if (address.kind !== "known" || isShared(read, address.value)) return "";
  const root = read.maybe(storeRoot.plan.storeRoot);
  return root.kind === "known" && root.value === "private" ? ` --ca-bundle ${read.fact(storeRootFile).file}` : "";
}

/** The row of the root by which the client trusts a store; nothing where it needs none. */
export const rootFor = (read: Reader, question: Question<string>, subject?: string): readonly string[] => (trusted(read, read.maybe(question, subject)) === "" ? [] : ["store-root"]);

/** Options that lead the client of AWS to the store; it asks AWS otherwise. */
export function atEndpoint(read: Reader, question: Question<string>, subject?: string): string {
  const store = storeInUrl(read, question, subject);
  return ` --endpoint-url https://${store.kind === "known" ? store.value : "<address of the store>"}${trusted(read, read.maybe(question, subject))}`;
}

/** Command that lists a bucket, as far as its name and store are known. */
export const listing = (read: Reader, bucket: Value<string>, question: Question<string>, subject?: string): string => `\`aws s3 ls${bucket.kind === "known" ? ` s3://${bucket.value}` : ""}${atEndpoint(read, question, subject)}\``;
