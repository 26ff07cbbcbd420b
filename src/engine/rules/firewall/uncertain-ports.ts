import { serviceCatalogue } from "../../facts/providers.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";

/** What the reason of a row to an API adds where nobody confirms its ports; empty elsewhere. */
export const uncertainPorts = (read: Reader, api: NonNullable<Provider["api"]>): string => (api.portsDiffer === true ? `; ports ${read.fact(serviceCatalogue)}` : "");
