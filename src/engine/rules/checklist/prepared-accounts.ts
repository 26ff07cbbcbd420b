import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { tenantAccountId } from "../accounts/provider-accounts.ts";
import { userOfManagement } from "../basics/shared-user.ts";

/** Where credentials are kept: whoever shows one there has the store first. */
export const SECRET_STORE = "access.secret-store";

/** Accounts of an infrastructure with which machines are made. */
const forMachines = (id: ProviderId): Provider["accounts"] => (providerOf(id) as Provider).accounts.filter(({ only }) => only !== "volumes");

/** Rows of the accounts that see what is prepared for the workers of a datacenter: its own, or those of the management that it shares. Waits for nobody's answer. */
export const accountsOfWorkers = (read: Reader, datacenter: string): readonly string[] =>
  read.aside(() => {
    const provider = read.optional(infrastructure.datacenter.provider, datacenter);
    const holder = userOfManagement(read, datacenter)?.cluster;
    return provider === undefined ? [] : forMachines(provider).map(({ id }) => (holder === undefined ? tenantAccountId(id, datacenter) : `account.${id}[${holder}]`));
  });

/** The same of machines of a platform cluster. */
export const accountsOfMachines = (read: Reader, cluster: string): readonly string[] =>
  read.aside(() => {
    const provider = read.optional(infrastructure.cluster.provider, cluster);
    return provider === undefined ? [] : forMachines(provider).map(({ id }) => `account.${id}[${cluster}]`);
  });
