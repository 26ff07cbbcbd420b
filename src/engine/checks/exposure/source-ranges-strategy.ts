import { exposure } from "../../answers/chapters/exposure.ts";
import { check } from "../../kernel/check.ts";
import { departs, strategyOfDatacenter } from "../../rules/basics/exposure.ts";
import { datacenterName } from "../../rules/basics/platform.ts";

/** Source ranges where KKP refuses them. */
export const sourceRangesStrategy = check({
  id: "exposure.source-ranges-strategy",
  title: "Source ranges stand only where KKP takes them",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.code.cluster-validation", "kkp.apiserver-policies"],
  examine: (read, datacenter, report) => {
    const ranges = departs(read, "sources") ? read.optional(exposure.datacenter.sourceRanges, datacenter) : undefined;
    if (ranges === undefined) return;
    const strategy = read.rule(strategyOfDatacenter, datacenter);
    if (strategy === "LoadBalancer") return;
    const others = read.answer(exposure.plan.departures).filter((departure) => departure !== "sources");
    const [name, path] = [datacenterName(read, datacenter), read.path(exposure.datacenter.sourceRanges, datacenter)];
    report({
      title: `Source ranges are refused in ${name}`,
      message: `With ${strategy}, API servers share an address, and KKP refuses a user cluster that names allowed source ranges.`,
      remedy: "Give these user clusters an address of their own by LoadBalancer, or filter on the way to the shared address.",
      fixes: [
        { title: `Take ${ranges.join(", ")} away from ${name}`, set: [], takeAway: [path] },
        { title: "Leave all API servers open to every network", set: [{ path: read.path(exposure.plan.departures), value: others }] },
      ],
      answers: [path, read.path(exposure.plan.departures)],
    });
  },
});
