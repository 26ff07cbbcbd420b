import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatBlock } from "../../values/range.ts";
import { formatCount } from "../../values/figures.ts";

/** Virtual addresses that were given out while fixed addresses around them are still unknown. */
export const virtualAddressesProvisional = check({
  id: "addresses.provisional",
  title: "Fixed addresses are known before virtual ones are given out",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const { block, place, unstated } = read.rule(poolSpace, cluster);
    // A check of its own names the used addresses of a place.
    const answers = unstated.filter((path) => path !== read.path(network.place.usedAddresses, place));
    if (answers.length === 0) return;
    report({
      title: `Virtual addresses of ${clusterName(read, cluster)} may still move`,
      message: `${formatCount(answers.length, "answer")} that could claim addresses of ${formatBlock(block)} ${answers.length === 1 ? "is" : "are"} missing; the plan gives addresses out as if none did.`,
      remedy: "Answer them before the addresses are handed to other teams.",
      answers,
    });
  },
});
