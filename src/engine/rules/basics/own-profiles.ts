import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { Reader } from "../../kernel/rule.ts";
import { operatingSystemOf, type OperatingSystemId } from "../../operating-systems/registry.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { setUpByHand } from "./joined.ts";

export const KKP_PROFILES = "Workers start by the profiles of KKP.";

/** Operating systems whose workers in a datacenter start by a profile of the customer; none where those of KKP are taken. */
export function ownProfiles(read: Reader, datacenter: string): readonly (OperatingSystem & { readonly id: OperatingSystemId })[] {
  const { operatingSystems }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  if (operatingSystems.length === 0 || setUpByHand(read, datacenter) || !read.answer(versions.datacenter.ownProfiles, datacenter)) return [];
  return read.answer(infrastructure.datacenter.operatingSystems, datacenter).map(operatingSystemOf);
}
