import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { tenantsOf, workerNetworks } from "../../rules/basics/tenants.ts";
import { listed } from "../../values/sentence.ts";
import { workersStandSoFar } from "../../rules/basics/made-networks.ts";

/** Whether KKP cannot place the workers of a datacenter in a network of their own. */
function hasSoleNetwork(read: Reader, datacenter: string): boolean {
  const id = read.optional(infrastructure.datacenter.provider, datacenter);
  const provider: Provider | undefined = id === undefined ? undefined : providerOf(id);
  return provider?.soleNetwork !== undefined;
}

/** Datacenters of different tenants whose workers stand in one network. */
export const sharedNetwork = check({
  id: "tenants.shared-network",
  title: "A network for each tenant",
  severity: "warning",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    for (const { shown, datacenters } of read.rule(workerNetworks)) {
      const [first] = datacenters;
      const used = datacenters.filter((id) => read.rule(tenantsOf, id).length > 0);
      const names = [...new Set(used.flatMap((id) => read.rule(tenantsOf, id)))];
      if (first === undefined || used.length < 2 || names.length < 2) continue;
      report({
        key: first,
        title: `${names.length} tenants share the network ${shown}`,
        message: `Workers of ${listed(used.map((id) => datacenterName(read, id)))} stand in ${shown}, so machines of ${listed(names)} reach each other without passing a firewall.`,
        remedy: "Give the workers of each tenant a network of their own.",
        fixes: used
          .filter((id) => workersStandSoFar(read, id) === "node-network" && !hasSoleNetwork(read, id))
          .slice(0, 3)
          .map((id) => ({ title: `Give ${datacenterName(read, id)} a network of its own`, set: [{ path: read.path(network.datacenter.workersIn, id), value: "own-network" }] })),
        answers: used.flatMap((id) => [read.path(network.datacenter.workersIn, id), read.path(infrastructure.datacenter.tenants, id)]),
      });
    }
  },
});
