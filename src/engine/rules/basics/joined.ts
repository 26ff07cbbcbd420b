import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { JoinedMachines } from "../../providers/contract/machines.ts";
import { providerOf } from "../../providers/registry.ts";

/** How workers of a datacenter come where KKP makes no machine of them; undefined where it makes them, and while nobody has said what they stand on. */
export function joinedIn(read: Reader, datacenter: string): JoinedMachines | undefined {
  const provider = read.maybe(infrastructure.datacenter.provider, datacenter);
  const joined: JoinedMachines | undefined = provider.kind === "known" ? providerOf(provider.value).joined : undefined;
  if (joined) read.cite(...joined.sources);
  return joined;
}

/** Whether people set up every machine of a datacenter themselves, so that no field of KKP reaches one. */
export const setUpByHand = (read: Reader, datacenter: string): boolean => joinedIn(read, datacenter)?.setUpByHand === true;
