import { icmpv6Errors } from "../../facts/firewall.ts";
import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Endpoint, Flow } from "../../plan/plan.ts";
import { connections } from "./connections.ts";
import { ends } from "./ends.ts";

const ONE_FAMILY = "No end of a firewall row meets another one in IPv6.";

/** Any address of IPv6: a router on the way answers with one of its own, which nobody here knows. */
const ANYWHERE = "::/0";

/** Whatever routes between two ends that speak IPv6. The overview does not draw it. */
export const routersBetween = rule<readonly Endpoint[]>({
  id: "firewall.routers-between",
  title: "Routers between the ends",
  per: "plan",
  sources: ["rfc.4890"],
  derive: (read) => {
    if (read.rule(connections).inSix.length === 0) return read.notApplicable(ONE_FAMILY);
    return [{ id: ends.routersBetween, title: "Any router on the way", kind: "routers-between", addresses: [known(ANYWHERE)], from: read.cell, why: "A router whose next link takes no packet of that size answers with an address of its own, and which routers lie between two ends changes with the routes." }];
  },
});

/** Messages about packets of IPv6 that did not arrive, to whoever sent them: without a line in the overview, which draws conversations. */
export const pathErrors = rule<readonly Flow[]>({
  id: "firewall.path-errors",
  title: "Messages of ICMPv6 to the ends of IPv6",
  per: "plan",
  sources: ["rfc.4890"],
  derive: (read) => {
    const { inSix } = read.rule(connections);
    if (inSix.length === 0) return read.notApplicable(ONE_FAMILY);
    return inSix.map((end) => {
      const id = `flow.path-errors[${end.id.replace("[", ".").replace("]", "")}]`;
      return {
        id,
        refs: ["N1"],
        source: ends.routersBetween,
        destination: end.id,
        family: 6 as const,
        protocol: "ICMPv6" as const,
        ports: read.forRow(id, () => read.fact(icmpv6Errors)),
        reason: "Routers tell a sender that its packet was too large or did not arrive",
        lifetime: "installation and operation" as const,
        from: read.cell,
        why: `No router divides a packet of IPv6, so a sender at “${end.title}” learns from these messages alone that a link on the way takes smaller ones; where a firewall drops them, connections open and then stand still.`,
      };
    });
  },
});
