import { findQuestion } from "../answers/chapters/registry.ts";
import { loadBalancer } from "../answers/chapters/load-balancer.ts";
import { POOL_KEPT } from "../answers/chapters/workload-addresses.ts";
import type { Kept } from "../answers/question.ts";
import type { Report } from "../kernel/check.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import type { Reader } from "../kernel/rule.ts";
import { installedRelease } from "../rules/basics/platform.ts";
import { ipamPool } from "../rules/workloads/ipam.ts";
import { contains, parseBlock } from "../values/range.ts";

/** Whether a block that is set holds the one that was there, so that nothing in it has to move. */
function grown(before: unknown, after: unknown): boolean {
  const [held, holds] = [before, after].map((text) => (typeof text === "string" ? parseBlock(text) : undefined));
  return held !== undefined && holds !== undefined && contains(holds, held);
}

/** What a running platform keeps of the answer at a path, where something else is to stand there. */
function keptAt(read: Reader, path: AnswerPath, value?: unknown): Kept | undefined {
  const [chapter = "", group = "", subject, key] = path.split(".");
  const question = subject === undefined || key === undefined ? findQuestion(path) : findQuestion(`${chapter}.${group}.${key}`);
  const sharedOut = question?.id === loadBalancer.datacenter.workloadBlock.id && subject !== undefined && read.outcome(ipamPool, subject).kind === "known";
  if (sharedOut) return POOL_KEPT;
  return question?.kept?.grows && grown(read.optional(question, subject), value) ? undefined : question?.kept;
}

/** Leaves out fixes that a running platform cannot follow; the remedy says what is kept, and what can be done. */
export function keptByRunning(read: Reader, report: Report): Report {
  const { fixes = [], running, remedy } = report;
  const keptBy = ({ set, takeAway = [] }: (typeof fixes)[number]) => [...set.flatMap(({ path, value }) => keptAt(read, path, value) ?? []), ...takeAway.flatMap((path) => keptAt(read, path) ?? [])];
  const kept = fixes.flatMap(keptBy);
  if (kept.length === 0 || read.outcome(installedRelease).kind !== "known") return report;
  read.cite(...kept.map(({ source }) => source));
  return { ...report, fixes: fixes.filter((fix) => keptBy(fix).length === 0), remedy: [...new Set(kept.map(({ says }) => says)), running ?? remedy].join(" ") };
}
