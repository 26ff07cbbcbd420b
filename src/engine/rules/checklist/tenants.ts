import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { accountOfManagement } from "../basics/management-accounts.ts";
import { datacenterName } from "../basics/platform.ts";
import { userOfManagement } from "../basics/shared-user.ts";
import { tenantsOf } from "../basics/tenants.ts";
import { capital, listed } from "../../values/sentence.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { workerNetworkRow } from "./places.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";
import { accountsOfClusters, accountsOfDatacenter } from "./uses.ts";

/** The account of a datacenter that its tenants share with the management, or with each other; undefined where each has its own, as far as is known. */
function jointAccount(read: Reader, provider: Provider, datacenter: string, tenants: number): { readonly title: string; readonly sees: string; readonly clusters?: readonly string[] } | undefined {
  const { sharedUser, accountOf } = provider;
  const withManagement = tenants > 1 ? "the management and of the other tenants" : "the management";
  if (sharedUser && userOfManagement(read, datacenter)) return { title: `${sharedUser.title} of the management`, sees: withManagement };
  const ofManagement = accountOfManagement(read, provider, datacenter);
  if (ofManagement) return { title: `${ofManagement.title} ${ofManagement.name} of the management`, sees: withManagement, clusters: ofManagement.clusters };
  const question = tenants > 1 && accountOf?.apart === true ? (providerQuestions.datacenter[accountOf.question] as Question<string> | undefined) : undefined;
  const name = question && read.optional(question, datacenter);
  return accountOf && name !== undefined ? { title: `${accountOf.title} ${name}`, sees: "the other tenants" } : undefined;
}

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
    const own = workersStandSoFar(read, datacenter) === "own-network";
    const name = datacenterName(read, datacenter);
    // The network of a single tenant is the one of the datacenter, which has an item of its own.
    const ordered = own && names.length === 1;
    // Rows of the firewall and leases know one block, so networks of several tenants are parts of it.
    const block = own && !ordered ? read.maybe(network.datacenter.workerNetwork, datacenter) : undefined;
    const inside = block?.kind === "known" ? block.value : undefined;
    const apart = inside === undefined ? "" : `; two test machines of one tenant in ${inside} reach each other on every port, and nothing in a node network of the management but what the firewall table lists`;
    const joint = jointAccount(read, provider, datacenter, names.length);
    const parts = [...(ordered ? [] : ["network"]), ...(account === undefined || joint ? [] : [account]), "Preset"];
    // Where an account is made of something that stands in the network, it is tried after it, and not here.
    const later = !ordered && provider.prepare.some(({ rightsOn, inNetwork }) => rightsOn !== undefined && inNetwork === true);
    const test = later
      ? `The network of ${names.length === 1 ? (names[0] ?? "") : "each tenant"} takes a test machine of its own and none of another tenant`
      : joint
      ? `With the account of the ${joint.title}, a test machine is created in the network of ${names.length === 1 ? (names[0] ?? "") : "each tenant"} and removed; whoever holds it sees machines of ${joint.sees} as well`
      : `With ${names.length === 1 ? "the account" : "each account"} of ${listed(names)}, a test machine is created in its network and removed, and nothing of another tenant is seen`;
    return [
      itemOf(read, `tenant[${datacenter}]`, {
        title: `${capital(listed(parts))} of ${listed(names)} in ${name}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `${test}${apart}`,
        why: `What ${listed(names)} ${names.length === 1 ? "uses" : "use"} up or ${names.length === 1 ? "loses" : "lose"} stays in ${name}; the Preset names its users by requiredEmails and the datacenter by its name.${inside === undefined ? "" : ` Their networks lie in ${inside}, which rows of the firewall and the range of DHCP name for all workers of ${name}.`}`,
        uses: later ? [] : [...accountsOfDatacenter(read, provider, datacenter), ...accountsOfClusters(read, joint?.clusters ?? [])],
        ...(ordered ? { after: [workerNetworkRow(read, datacenter)] } : { blockedBy: block ? openIn(block) : [] }),
      }),
    ];
  },
});

export const tenantItems: readonly Rule<readonly Draft[]>[] = [tenant];
