import { isAskedThrough } from "../../answers/answers.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { ownGateways } from "../../rules/addresses/gateways.ts";
import { workersStandSoFar } from "../../rules/basics/made-networks.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { misfits } from "./network-parts.ts";

/** Gateways and DHCP range that do not fit the network that is given to the workers of a datacenter, or each other. */
export const workerNetworkParts = check({
  id: "addresses.worker-network",
  title: "Gateways and DHCP range of the workers lie in their network",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "rfc.2131"],
  examine: (read, datacenter, report) => {
    if (workersStandSoFar(read, datacenter) !== "own-network") return;
    const { workerNetwork: segment, workerGateways: gateway, workerDhcp: dhcp } = network.datacenter;
    const name = datacenterName(read, datacenter);
    const leases = isAskedThrough(read, dhcp, datacenter) ? read.optional(dhcp, datacenter) : undefined;
    misfits(read, { name, title: "worker network", machines: `Workers of ${name}`, segment: read.optional(segment, datacenter), gateways: ownGateways(read, datacenter), dhcp: leases, questions: { segment, gateway, dhcp }, subject: datacenter }, report);
  },
});
