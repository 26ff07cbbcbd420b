import { storeRoot } from "../../answers/chapters/store-root.ts";
import { storeRootFile } from "../../facts/store-root.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { urlHost } from "../../values/url-host.ts";
import { isShared } from "../storage/shared-store.ts";

/** Option by which the client of AWS trusts a store behind a root of the customer; nothing while nobody has said at which one it ends. */
function trusted(read: Reader, address: Value<string>): string {
  if (address.kind !== "known" || isShared(read, address.value)) return "";
  const root = read.maybe(storeRoot.plan.storeRoot);
  return root.kind === "known" && root.value === "private" ? ` --ca-bundle ${read.fact(storeRootFile).file}` : "";
}

/** Options that lead the client of AWS to the store; it asks AWS otherwise. */
export const atEndpoint = (read: Reader, address: Value<string>): string => ` --endpoint-url https://${address.kind === "known" ? urlHost(address.value) : "<address of the store>"}${trusted(read, address)}`;

/** Command that lists a bucket, as far as its name and store are known. */
export const listing = (read: Reader, address: Value<string>, bucket: Value<string>): string => `\`aws s3 ls${bucket.kind === "known" ? ` s3://${bucket.value}` : ""}${atEndpoint(read, address)}\``;
