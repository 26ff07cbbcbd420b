import type { Finding, Fix } from "../plan/plan.ts";
import type { AnswerPath, SourceId, SubjectKind } from "./outcome.ts";
import { rule, type Reader, type Rule } from "./rule.ts";

/** What a check says about one fault. */
export interface Report {
  /** Distinguishes several findings of one check for one subject; stable, built from ids. */
  readonly key?: string;
  /** Where it is not the usual one; the check lists it under `also`. */
  readonly severity?: Finding["severity"];
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
  readonly fixes?: readonly Fix[];
  /** What can be done where the platform runs already and keeps the answers that a fix would change. */
  readonly running?: string;
  readonly answers?: readonly AnswerPath[];
}

/** Examines the plan and reports what it notices. Reads like a rule: it waits, silently, for what is not answered. */
export interface Check {
  /** Stable, documented, never reused: `addresses.pool-too-small`. */
  readonly id: string;
  /** What it looks for, in words. */
  readonly title: string;
  /** The usual one. */
  readonly severity: Finding["severity"];
  /** Those with which it reports some cases besides. */
  readonly also?: readonly Finding["severity"][];
  readonly per: SubjectKind;
  readonly sources: readonly SourceId[];
  readonly examine: (read: Reader, subject: string, report: (finding: Report) => void) => void;
}

/** Declares a check. */
export const check = (definition: Check): Check => definition;

/** A check as a rule whose value is its findings. A check that breaks becomes one finding; the plan survives. */
export function ruleOf(definition: Check, settle: (read: Reader, finding: Report) => Report = (_read, finding) => finding): Rule<readonly Finding[]> {
  const { id, title, severity, per, sources, examine } = definition;
  return rule({
    id: `check.${id}`,
    title,
    per,
    sources,
    derive: (read, subject) => {
      const findings: Finding[] = [];
      const report = (reported: Report) => {
        const finding = settle(read, reported);
        const at = per === "plan" ? id : `${id}[${subject}]`;
        findings.push({
          id: finding.key === undefined ? at : `${at}#${finding.key}`,
          check: id,
          severity: finding.severity ?? severity,
          subject,
          title: finding.title,
          message: finding.message,
          remedy: finding.remedy,
          why: finding.message,
          fixes: finding.fixes ?? [],
          answers: finding.answers ?? [],
          from: read.cell,
        });
      };
      try {
        examine(read, subject, report);
      } catch (problem) {
        // Waiting and not-applicable are signals of the kernel, not errors.
        if (!(problem instanceof Error)) throw problem;
        report({
          key: "could-not-run",
          severity: "warning",
          title: `The check “${title}” could not run`,
          message: `The check ${id} failed: ${problem.message}. The rest of the plan is not affected.`,
          remedy: "Look at this point by hand, and report the fault.",
        });
      }
      return findings;
    },
  });
}
