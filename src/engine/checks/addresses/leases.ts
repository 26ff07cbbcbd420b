import type { Check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { DhcpUse } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";

type ReportFault = Parameters<Check["examine"]>[2];

/** Ranges with fewer leases than machines. */
export function tooFewLeases(uses: readonly DhcpUse[], remedy: string, answers: readonly AnswerPath[], report: ReportFault): void {
  for (const { leases, capacity, range, lines, inUse = 0 } of uses) {
    if (leases <= capacity) continue;
    report({
      title: `DHCP range ${range} is too small`,
      message: `${formatFigure(leases)} machines need a lease (${lines.map((line) => `${formatFigure(line.leases)} for ${line.title}`).join(", ")}), and the range has ${formatFigure(capacity)}${inUse === 0 ? "" : ` beside ${formatFigure(inUse)} in use`}: ${formatFigure(leases - capacity)} too few.`,
      remedy,
      answers,
    });
  }
}

/** Ranges that hold the machines of the plan, and not those that stand in for them. */
export function noRoom(uses: readonly DhcpUse[], answers: readonly AnswerPath[], report: ReportFault): void {
  for (const { leases, capacity, room, range, inUse = 0 } of uses) {
    // Too small for the machines themselves is a fault of its own.
    if (leases > capacity || leases + room <= capacity) continue;
    report({
      title: `DHCP range ${range} has no room for replacements`,
      message: `${formatFigure(leases)} machines hold a lease, and machines that replace others or that autoscaling adds take up to ${formatFigure(room)} more; the range has ${formatFigure(capacity)}${inUse === 0 ? "" : ` beside ${formatFigure(inUse)} in use`}, ${formatFigure(leases + room - capacity)} too few.`,
      remedy: "Widen the range, or update user clusters one after the other and keep lease times short.",
      answers,
    });
  }
}
