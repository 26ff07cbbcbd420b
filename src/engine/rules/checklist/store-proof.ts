import type { Value } from "../../kernel/outcome.ts";
import { urlHost } from "../../values/url-host.ts";

/** Option that leads the client of AWS to the store; it asks AWS otherwise. */
export const atEndpoint = (address: Value<string>): string => ` --endpoint-url https://${address.kind === "known" ? urlHost(address.value) : "<address of the store>"}`;

/** Command that lists a bucket, as far as its name and store are known. */
export const listing = (address: Value<string>, bucket: Value<string>): string => `\`aws s3 ls${bucket.kind === "known" ? ` s3://${bucket.value}` : ""}${atEndpoint(address)}\``;
