import { publicServices } from "../../facts/public-services.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/**
 * Whether a name is one of a service that everybody uses on the internet; private endpoints keep the name of the service, with a
 * word of their own in it. What is read is the fact that knows the name; of a name that none knows, nothing is.
 */
export function onInternet(read: Reader, host: string): boolean {
  const name = host.toLowerCase();
  const knows = publicServices.find(({ value }) => value.names.some((one) => isAtOrBelow(name, one)));
  if (!knows) return false;
  const { inside = [] } = read.fact(knows);
  return !inside.some((word) => name.includes(word));
}
