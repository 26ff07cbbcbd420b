import { internetFacts } from "../../facts/internet.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/** Whether a name is one of a service that everybody uses on the internet; private endpoints keep the name of the service, with a word of their own in it. */
export function onInternet(read: Reader, host: string): boolean {
  const { names, inside } = read.fact(internetFacts.onInternet);
  const name = host.toLowerCase();
  return names.some((one) => isAtOrBelow(name, one)) && !inside.some((word) => name.includes(word));
}
