import { serviceCatalogue } from "../../facts/providers.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";

/** What the reason of a row to an API adds where nobody confirms its ports; empty elsewhere. */
export const uncertainPorts = (read: Reader, api: NonNullable<Provider["api"]>): string => (api.portsDiffer === true ? `; ports ${read.fact(serviceCatalogue)}` : "");

/** What a row to an API says of a port that is the vendor's own default, as a sentence after a space; empty elsewhere. */
export function vendorPort(read: Reader, api: NonNullable<Provider["api"]>): string {
  if (!api.vendorPort) return "";
  read.fact(api.vendorPort);
  return ` TCP ${api.ports} is the vendor's default, not confirmed by a page of Kubermatic.`;
}
