import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../basics/platform.ts";
import { tenantsOf } from "../basics/tenants.ts";
import { capital, listed } from "../../values/sentence.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";

/** What a tenant gets of its own before it creates user clusters. */
const tenant = rule<readonly Draft[]>({
  id: "checklist.tenant",
  title: "Checklist: tenant of the datacenter",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kkp.code.preset"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const names = read.rule(tenantsOf, datacenter);
    if (names.length === 0) return read.notApplicable("No tenant is named for this datacenter.");
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const account = provider.sharedUser?.title ?? provider.accounts[0]?.title;
    const own = read.optional(network.datacenter.workersIn, datacenter) === "own-network";
    const name = datacenterName(read, datacenter);
    // The network of a single tenant is the one of the datacenter, which has an item of its own.
    const ordered = own && names.length === 1;
    // Rows of the firewall and leases know one block, so networks of several tenants are parts of it.
    const block = own && !ordered ? read.maybe(network.datacenter.workerNetwork, datacenter) : undefined;
    const inside = block?.kind === "known" ? block.value : undefined;
    const apart = inside === undefined ? "" : `; two test machines of one tenant in ${inside} reach each other on every port, and nothing in a node network of the management but what the firewall table lists`;
    const parts = [...(ordered ? [] : ["network"]), ...(account === undefined ? [] : [account]), "Preset"];
    return [
      itemOf(read, `tenant[${datacenter}]`, {
        title: `${capital(listed(parts))} of ${names.join(" and ")} in ${name}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `With ${names.length === 1 ? "the account" : "each account"} of ${names.join(" and ")}, a test machine is created in its network and removed, and nothing of another tenant is seen${apart}`,
        why: `What ${names.join(" and ")} ${names.length === 1 ? "uses" : "use"} up or ${names.length === 1 ? "loses" : "lose"} stays in ${name}; the Preset names its users by requiredEmails and the datacenter by its name.${inside === undefined ? "" : ` Their networks lie in ${inside}, which rows of the firewall and the range of DHCP name for all workers of ${name}.`}`,
        ...(ordered ? { after: [`worker-network[${datacenter}]`] } : { blockedBy: block ? openIn(block) : [] }),
      }),
    ];
  },
});

export const tenantItems: readonly Rule<readonly Draft[]>[] = [tenant];
