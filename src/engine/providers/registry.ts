import { openstack } from "./openstack.ts";
import { aws } from "./aws.ts";
import { gcp } from "./gcp.ts";
import { kubevirt } from "./kubevirt.ts";
import { bareMetal } from "./bare-metal.ts";
import { tinkerbell } from "./tinkerbell.ts";
import { nutanix } from "./nutanix.ts";
import { vmwareCloudDirector } from "./vmware-cloud-director.ts";
import { digitalocean } from "./digitalocean.ts";
import { anexia } from "./anexia.ts";
import { alibaba } from "./alibaba.ts";
import { edge } from "./edge.ts";
import { bringYourOwn } from "./bring-your-own.ts";
import { azure } from "./azure.ts";
import type { Provider } from "./contract/index.ts";
import { hetzner } from "./hetzner.ts";
import { vsphere } from "./vsphere.ts";

const records = [vsphere, openstack, azure, aws, gcp, kubevirt, bareMetal, tinkerbell, nutanix, vmwareCloudDirector, hetzner, digitalocean, anexia, alibaba, edge, bringYourOwn] as const satisfies readonly Provider[];

/** Ids of all providers. */
export type ProviderId = (typeof records)[number]["id"];

/** All providers, in the order the form offers them. Adding one is a file and a word above. */
export const providers: readonly (Provider & { readonly id: ProviderId })[] = records;

/** The record of a provider id. */
export function providerOf(id: ProviderId): Provider & { readonly id: ProviderId } {
  const found = providers.find((provider) => provider.id === id);
  if (!found) throw new Error(`Provider ${id} is not in the registry`);
  return found;
}
