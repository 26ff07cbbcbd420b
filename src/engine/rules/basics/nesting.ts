import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";

/** Of each datacenter whether its user clusters have pods of another cluster as nodes; undefined while its provider is open. */
const nestedByDatacenter = (read: Reader): readonly (boolean | undefined)[] =>
  read.subjects("datacenter").map((id) => {
    const provider = read.optional(infrastructure.datacenter.provider, id);
    return provider === undefined ? undefined : (providerOf(provider) as Provider).nested === true;
  });

/** Whether some user clusters have pods of another cluster as nodes, as far as it is answered. */
export const nestedAnywhere = (read: Reader): boolean => nestedByDatacenter(read).includes(true);

/** Whether some have machines of their own; taken for granted only while there is no datacenter at all. */
export function unnestedAnywhere(read: Reader): boolean {
  const all = nestedByDatacenter(read);
  return all.length === 0 || all.includes(false);
}
