import { findQuestion } from "../answers/chapters/registry.ts";
import { loadBalancer } from "../answers/chapters/load-balancer.ts";
import { POOL_KEPT } from "../answers/chapters/workload-addresses.ts";
import type { Kept } from "../answers/question.ts";
import type { Report } from "../kernel/check.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import type { Reader } from "../kernel/rule.ts";
import { installedRelease } from "../rules/basics/platform.ts";
import { ipamPool } from "../rules/workloads/ipam.ts";

/** What a running platform keeps of the answer at a path. */
function keptAt(read: Reader, path: AnswerPath): Kept | undefined {
  const [chapter = "", group = "", subject, key] = path.split(".");
  const question = subject === undefined || key === undefined ? findQuestion(path) : findQuestion(`${chapter}.${group}.${key}`);
  const sharedOut = question?.id === loadBalancer.datacenter.workloadBlock.id && subject !== undefined && read.outcome(ipamPool, subject).kind === "known";
  return sharedOut ? POOL_KEPT : question?.kept;
}

/** Leaves out fixes that a running platform cannot follow; the remedy says what is kept, and what can be done. */
export function keptByRunning(read: Reader, report: Report): Report {
  const { fixes = [], running, remedy } = report;
  const keptBy = (fix: (typeof fixes)[number]) => [...fix.set.map(({ path }) => path), ...(fix.takeAway ?? [])].flatMap((path) => keptAt(read, path) ?? []);
  const kept = fixes.flatMap(keptBy);
  if (kept.length === 0 || read.outcome(installedRelease).kind !== "known") return report;
  read.cite(...kept.map(({ source }) => source));
  return { ...report, fixes: fixes.filter((fix) => keptBy(fix).length === 0), remedy: [...new Set(kept.map(({ says }) => says)), running ?? remedy].join(" ") };
}
