import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { departs, strategyOfDatacenter } from "../../rules/basics/exposure.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { capital, listed } from "../../values/sentence.ts";
import { beVerb, lockedOut, reportInternetLockedOut, reportPrivateAlone, reportUsersLockedOut, spokenCallers } from "./api-callers.ts";

/** Allowed source ranges that lock out the platform itself. */
export const sourceRangesIncomplete = check({
  id: "exposure.source-ranges-incomplete",
  title: "Allowed source ranges let the platform in",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.apiserver-policies"],
  examine: (read, datacenter, report) => {
    if (!departs(read, "sources") || read.rule(strategyOfDatacenter, datacenter) !== "LoadBalancer") return;
    const given = read.answer(exposure.datacenter.sourceRanges, datacenter);
    const path = read.path(exposure.datacenter.sourceRanges, datacenter);
    const seed = read.answer(infrastructure.datacenter.seed, datacenter);
    const departures = read.answer(exposure.plan.departures);
    const way = {
      list: `Source ranges of ${datacenterName(read, datacenter)}`,
      drops: "Load balancers drop whoever is not among the allowed ranges",
      open: { title: "Leave all API servers open to every network", set: [{ path: read.path(exposure.plan.departures), value: departures.filter((departure) => departure !== "sources") }] },
    };
    reportUsersLockedOut(read, report, path, seed, given, way);
    reportInternetLockedOut(read, report, path, seed, given, way);
    const { missing, translated } = lockedOut(read, seed, [datacenter], given);
    reportPrivateAlone(read, report, path, seed, translated, way);
    if (missing.length === 0) return;
    const lacking = [...new Set(missing.map(({ text }) => text))];
    report({
      title: `Source ranges of ${datacenterName(read, datacenter)} lock the platform out`,
      message: `${capital(spokenCallers(missing))} must reach these API servers and ${beVerb(missing)} not among the allowed ranges. Defaults of the Seed are added to a list, but stand for none.`,
      remedy: `Add ${listed(lacking)}, and check that the load balancer honours source ranges.`,
      fixes: [{ title: `Add ${listed(lacking)}`, set: [{ path, value: [...given, ...lacking] }] }],
      answers: [path],
    });
  },
});
