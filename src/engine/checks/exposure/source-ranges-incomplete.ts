import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check, type Report } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { departs, proxyRuns, strategyOfDatacenter } from "../../rules/basics/exposure.ts";
import { clusterName, datacenterName } from "../../rules/basics/platform.ts";
import { contains, parseBlock } from "../../values/range.ts";
import { capital, listed } from "../../values/sentence.ts";
import { beVerb, lockedOut, reportChanging, reportInternetLockedOut, reportTranslated, reportUnsaid, reportUsersLockedOut, reportUsersUnnamed, spokenCallers, type ApiCaller } from "./api-callers.ts";
import { frontThatIgnores } from "./front-that-ignores.ts";

/** Allowed source ranges that lock out the platform itself. */
export const sourceRangesIncomplete = check({
  id: "exposure.source-ranges-incomplete",
  title: "Allowed source ranges let the platform in",
  severity: "blocker",
  also: ["warning"],
  per: "datacenter",
  sources: ["kkp.apiserver-policies"],
  examine: (read, datacenter, report) => {
    if (!departs(read, "sources") || read.rule(strategyOfDatacenter, datacenter) !== "LoadBalancer") return;
    const own = read.answer(exposure.datacenter.sourceRanges, datacenter);
    const path = read.path(exposure.datacenter.sourceRanges, datacenter);
    const seed = read.answer(infrastructure.datacenter.seed, datacenter);
    // A list that nobody enforces locks nobody out, which a check of its own tells.
    if (frontThatIgnores(read, seed)) return;
    const added = departs(read, "proxy-sources") && read.rule(proxyRuns, seed) ? read.answer(exposure.cluster.proxySources, seed) : [];
    const given = [...new Set([...own, ...added])];
    const departures = read.answer(exposure.plan.departures);
    const way = {
      own,
      list: `Source ranges of ${datacenterName(read, datacenter)}`,
      drops: "Load balancers drop whoever is not among the allowed ranges",
      open: { title: "Leave all API servers open to every network", set: [{ path: read.path(exposure.plan.departures), value: departures.filter((departure) => departure !== "sources") }] },
    };
    reportUsersLockedOut(read, report, path, seed, given, way);
    reportInternetLockedOut(read, report, path, seed, given, way);
    const left = lockedOut(read, seed, [datacenter], given);
    const { missing, unsaid } = left;
    if (!left.undecided) reportWidened(read, report, { datacenter, seed, own, added, needed: left.arriving });
    reportTranslated(read, report, path, seed, left, way);
    reportChanging(read, report, path, left, way);
    reportUnsaid(read, report, path, given, left, way);
    if (missing.length === 0) {
      if (unsaid.length === 0 && !left.undecided) reportUsersUnnamed(read, report, path, seed, left, way);
      return;
    }
    const lacking = [...new Set(missing.map(({ text }) => text))];
    report({
      title: `Source ranges of ${datacenterName(read, datacenter)} lock the platform out`,
      message: `${capital(spokenCallers(missing))} must reach these API servers and ${beVerb(missing)} not among the allowed ranges. Defaults of the Seed are added to a list, but stand for none.`,
      remedy: `Add ${listed(lacking)}, and check that the load balancer honours source ranges.`,
      fixes: [{ title: `Add ${listed(lacking)}`, set: [{ path, value: [...own, ...lacking] }] }],
      answers: [path],
    });
  },
});

/** Reports networks that come in although the list of a datacenter leaves them out: KKP puts those of the nodeport-proxy into the same Service. What the platform itself arrives with has to. */
function reportWidened(read: Reader, report: (finding: Report) => void, { datacenter, seed, own, added, needed }: { readonly datacenter: string; readonly seed: string; readonly own: readonly string[]; readonly added: readonly string[]; readonly needed: readonly ApiCaller[] }): void {
  const blocks = own.flatMap((text) => parseBlock(text) ?? []);
  // Networks that the platform needs and finds in the list of the nodeport-proxy alone.
  const kept = needed.filter(({ text }) => {
    const block = parseBlock(text);
    return block !== undefined && !blocks.some((outer) => contains(outer, block));
  });
  const keptBlocks = kept.flatMap(({ text }) => parseBlock(text) ?? []);
  const beyond = added.filter((text) => {
    const block = parseBlock(text);
    return block && !blocks.some((outer) => contains(outer, block)) && !keptBlocks.some((outer) => contains(outer, block));
  });
  if (beyond.length === 0) return;
  read.cite("kkp.code.nodeport-proxy");
  const [name, seedName] = [datacenterName(read, datacenter), clusterName(read, seed)];
  // Those that come in by nothing else: narrowing would lock them out.
  const only = kept.filter(({ text }) => {
    const block = parseBlock(text);
    return block !== undefined && beyond.some((outer) => { const wide = parseBlock(outer); return wide !== undefined && contains(wide, block); });
  });
  const add = [...new Set(only.map(({ text }) => text))];
  report({
    key: "widened",
    severity: "warning",
    title: `Source ranges of ${name} keep ${listed(beyond)} in`,
    message: `The load balancer of each user cluster lets in the ranges of its datacenter and the allowed networks of the nodeport-proxy of ${seedName}, both in one list: ${listed(beyond)} ${beyond.length === 1 ? "comes" : "come"} in, though ${listed(own)} ${own.length === 1 ? "does" : "do"} not name ${beyond.length === 1 ? "it" : "them"}.${only.length === 0 ? "" : ` ${capital(spokenCallers(only))} come in by nothing else.`}`,
    remedy: `${add.length === 0 ? "Narrow" : `Add ${listed(add)} to the source ranges, then narrow`} the allowed networks of the nodeport-proxy of ${seedName}, or filter in front of the load balancers.`,
    answers: [read.path(exposure.datacenter.sourceRanges, datacenter), read.path(exposure.cluster.proxySources, seed)],
  });
}
