import type { CellId } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { RunbookStep, ToolRow } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";
import { tools } from "../access/tools.ts";
import { soFar } from "../basics/rows-from.ts";
import { sameRows } from "../basics/same-rows.ts";
import { runbookRules, stepRules } from "../runbook/index.ts";
import { programsCalled } from "../runbook/programs.ts";
import { drafts, items } from "./all.ts";
import type { Draft } from "./item.ts";

/** Programs that proofs of the checklist and words of the runbook call beside what each Linux has. */
const PROGRAMS: ReadonlySet<string> = new Set([
  ...["nc", "ping", "traceroute", "iperf3", "ethtool", "ssh", "ssh-keygen", "dig", "curl", "openssl", "docker", "mc"],
  ...["crictl", "fio", "kubectl", "helm", "git", "ldapsearch", "virt-host-validate", "vault"],
  ...["aliyun", "aws", "az", "doctl", "gcloud", "govc", "hcloud", "openstack"],
]);

/** Programs in the code spans of a proof, or of the text of a step. */
const calledIn = (text: string): readonly string[] => [...new Set([...text.matchAll(/`(?:sudo )?([a-z][\w-]*)(?=[ `])/g)].flatMap(([, program = ""]) => (PROGRAMS.has(program) ? [program] : [])))];

/** Whether the engineers have a program at hand for the runbook anyway: "curl, dig, openssl and tar" are four. */
const atHand = (read: Reader): ReadonlySet<string> => new Set(read.rule(tools).flatMap(({ title }) => title.split(/, | and /)));

/** An item or a step with the programs that it calls. */
interface Caller {
  readonly title: string;
  readonly from: CellId;
  readonly programs: readonly string[];
}

const ofItem = sameRows(({ title, from, verify }: Draft): Caller => ({ title, from, programs: calledIn(verify) }));
const ofStep = sameRows((step: RunbookStep): Caller => ({ title: step.title, from: step.from, programs: [...new Set([...programsCalled(step), ...calledIn(step.text)])] }));

/** Rules that make items and steps, by their ids. */
const MAKERS: ReadonlyMap<string, Rule<unknown>> = new Map([...items, ...stepRules].map((made) => [made.id, made]));

/** Reads the rule again that made an item or a step, so that a program rests on what made it necessary. */
function restOn(read: Reader, { from }: Caller): void {
  const [, id = "", subject] = /^([^[]+)(?:\[(.+)\])?$/.exec(from) ?? [];
  const made = MAKERS.get(id);
  if (made) read.rule(made, subject);
}

const titlesOf = (callers: readonly Caller[] = []): readonly string[] => callers.map(({ title }) => title);

/** Items and steps by the program that they call, but for programs at hand. */
function byProgram(known: ReadonlySet<string>, parts: readonly Caller[]): ReadonlyMap<string, readonly Caller[]> {
  const callers = new Map<string, Caller[]>();
  for (const part of parts) {
    for (const program of part.programs) {
      if (known.has(program)) continue;
      const before = callers.get(program);
      if (before) before.push(part);
      else callers.set(program, [part]);
    }
  }
  return callers;
}

const more = (others: readonly string[], one: string): string => (others.length === 0 ? "" : `, and ${others.length === 1 ? `1 ${one} more` : `${formatFigure(others.length)} ${one}s more`}`);

/** What a program is for: it shows that items are done, or else a step calls it. */
function reason(items: readonly string[], steps: readonly string[], counted: string): string {
  const [item, ...furtherItems] = items;
  if (item !== undefined) return `It shows that “${item}” is done${more(furtherItems, "item")}${furtherItems.length === 0 ? "" : ` of the checklist${counted}`}.`;
  const [step = "", ...furtherSteps] = steps;
  return `The runbook calls it in “${step}”${more(furtherSteps, "step")}.`;
}

/** Programs with which teams show that an item of the checklist is done, and those that the runbook calls on some machine beside the engineers' own. */
export const checkTools: Rule<readonly ToolRow[]> = rule({
  id: "access.check-tools",
  title: "Programs of the checklist and the runbook",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    // What items and steps rest on is told with them; a program rests on there being one that calls it.
    const { rows, missing } = read.aside(() => read.rule(drafts));
    const steps = read.aside(() => runbookRules.flatMap((runbook) => read.rule(runbook)));
    const known = read.aside(() => atHand(read));
    const shown = byProgram(known, rows.map((item) => ofItem(item)));
    const called = byProgram(known, steps.map((step) => ofStep(step)));
    return [...new Set([...shown.keys(), ...called.keys()])].toSorted().map((program) => {
      // The same row as for the runbook, where somebody says that it is needed there too.
      const id = `tool.${program}`;
      const [one] = [...(shown.get(program) ?? []), ...(called.get(program) ?? [])];
      if (one) read.forRow(id, () => restOn(read, one));
      return { id, title: program, version: program === "vault" ? "that of the server" : "any current", from: read.cell, why: reason(titlesOf(shown.get(program)), titlesOf(called.get(program)), soFar(missing)) };
    });
  },
});
