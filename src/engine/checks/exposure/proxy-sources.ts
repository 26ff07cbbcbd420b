import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { departs, proxyRuns, strategyOfDatacenter } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { parseBlock } from "../../values/range.ts";
import { capital, listed } from "../../values/sentence.ts";
import { beVerb, lockedOut, reportChanging, reportInternetLockedOut, reportTranslated, reportUnsaid, reportUsersLockedOut, reportUsersUnnamed, spokenCallers } from "./api-callers.ts";
import { frontThatIgnores } from "./front-that-ignores.ts";

/** Networks of the nodeport-proxy that KKP refuses, or that lock out the platform itself. */
export const proxySources = check({
  id: "exposure.proxy-sources",
  title: "Allowed networks of the nodeport-proxy let the platform in",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.ports"],
  examine: (read, cluster, report) => {
    if (!departs(read, "proxy-sources") || read.answer(infrastructure.cluster.role, cluster) === "master" || !read.rule(proxyRuns, cluster)) return;
    const path = read.path(exposure.cluster.proxySources, cluster);
    const given = read.answer(exposure.cluster.proxySources, cluster);
    const [name, answers] = [clusterName(read, cluster), [path]];
    const open = { title: "Leave all nodeport-proxies open to every network", set: [{ path: read.path(exposure.plan.departures), value: read.answer(exposure.plan.departures).filter((departure) => departure !== "proxy-sources") }] };
    const six = given.filter((text) => parseBlock(text)?.family === 6);
    const four = given.filter((text) => !six.includes(text));
    if (six.length > 0) {
      report({
        key: "family",
        title: `The Seed ${name} takes no IPv6 network for its nodeport-proxy`,
        message: `The Seed object takes IPv4 networks in CIDR notation there and is refused with ${listed(six)}.`,
        remedy: `Leave ${listed(six)} away, or filter IPv6 in front of the nodeport-proxy.`,
        fixes: four.length === 0 ? [open] : [{ title: `Leave ${listed(six)} away`, set: [{ path, value: four }] }],
        answers: [...answers, ...(four.length === 0 ? [read.path(exposure.plan.departures)] : [])],
      });
    }
    // Beside a list of its own, a load balancer of a user cluster takes both; that check looks at both.
    const all = read.rule(datacentersOf, cluster);
    const guarded = all.filter((datacenter) => read.rule(strategyOfDatacenter, datacenter) !== "LoadBalancer" || !departs(read, "sources"));
    if (all.length > 0 && guarded.length === 0) return;
    // A list that nobody enforces locks nobody out, which a check of its own tells.
    if (frontThatIgnores(read, cluster)) return;
    const way = { list: `Allowed networks of the nodeport-proxy of ${name}`, drops: "The nodeport-proxy drops whoever is not among its allowed networks", open };
    reportUsersLockedOut(read, report, path, cluster, given, way);
    reportInternetLockedOut(read, report, path, cluster, given, way);
    const left = lockedOut(read, cluster, guarded, given);
    const { missing, unsaid } = left;
    reportTranslated(read, report, path, cluster, left, way);
    reportChanging(read, report, path, left, way);
    reportUnsaid(read, report, path, given, left, way);
    const lacking = [...new Set(missing.map(({ text }) => text))];
    if (lacking.length === 0) {
      if (unsaid.length === 0 && !left.undecided) reportUsersUnnamed(read, report, path, cluster, left, way);
      return;
    }
    report({
      key: "missing",
      title: `Allowed networks of the nodeport-proxy of ${name} lock the platform out`,
      message: `${capital(spokenCallers(missing))} must reach API servers of user clusters ${guarded.some((datacenter) => read.rule(strategyOfDatacenter, datacenter) === "LoadBalancer") ? "through it, or through load balancers that take the same list," : "through it"} and ${beVerb(missing)} not among the allowed networks.`,
      remedy: `Add ${listed(lacking)}, and check that the load balancer honours source ranges.`,
      fixes: [{ title: `Add ${listed(lacking)}`, set: [{ path, value: [...given, ...lacking] }] }],
      answers,
    });
  },
});
