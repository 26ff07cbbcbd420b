import { network } from "../../answers/chapters/network.ts";
import { rule } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { strategiesInUse } from "../basics/exposure.ts";
import { rangeRow } from "./range-row.ts";

/** The agent's address with Tunneling; apart from other ranges, which are known whatever the strategies are. */
export const agentRange = rule<readonly AddressRange[]>({
  id: "addresses.range-of-agent",
  title: "Address of the tunnelling agent",
  per: "plan",
  sources: ["kkp.code.resources"],
  derive: (read) => {
    if (!read.rule(strategiesInUse).includes("Tunneling")) return read.notApplicable("No user cluster is reached by Tunneling.");
    const question = network.plan.tunnelingAgentAddress;
    return read.forRow("range.agent", () => rangeRow(read, read.answer(question), { id: "range.agent", kind: "agent", title: "Tunnelling agent on every worker", why: "With Tunneling every worker binds it, and pods reach their API server through it.", path: read.path(question) }));
  },
});
