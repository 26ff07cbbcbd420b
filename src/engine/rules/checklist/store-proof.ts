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

/** Rows of what the commands of a proof name beside the keys: the root that they trust the store by. */
export const STORE_TOOLS = ["store-root"] as const;

/** Options that lead the client of AWS to the store; it asks AWS otherwise. */
export function atEndpoint(read: Reader, question: Question<string>, subject?: string): string {
  const store = storeInUrl(read, question, subject);
  return ` --endpoint-url https://${store.kind === "known" ? store.value : "<address of the store>"}${trusted(read, read.maybe(question, subject))}`;
}

/** What shows that keys may do in a bucket what is written and deleted there; the beginning of a sentence. */
export const triedInBucket = (bucket: string): string => `With the prepared keys \`mc cp\` writes a test object to ${bucket}, \`mc ls\` lists it and \`mc rm\` deletes it; in another bucket they are refused`;

/** Command that lists a bucket, as far as its name and store are known. */
export const listing = (read: Reader, bucket: Value<string>, question: Question<string>, subject?: string): string => `\`aws s3 ls${bucket.kind === "known" ? ` s3://${bucket.value}` : ""}${atEndpoint(read, question, subject)}\``;
