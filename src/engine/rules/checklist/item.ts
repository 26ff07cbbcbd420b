import type { NewThing } from "../../answers/chapters/new-secrets.ts";
import type { ChapterId, TeamId } from "../../answers/question.ts";
import type { WorkId } from "../../facts/schedule.ts";
import type { AnswerPath, Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { ChecklistItem, Derived } from "../../plan/plan.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { installedRelease } from "../basics/platform.ts";

/** What one item says. */
export interface ItemWords {
  readonly title: string;
  readonly team: TeamId;
  readonly chapter: ChapterId;
  /** Command or observation that shows it is done. Printed, never run by us: answers in it stand for people to read. */
  readonly verify: string;
  /** A reason, which the document does not print. */
  readonly why: string;
  /** What to know in doing it, printed under the title: values to set, limits to keep, the step that has the commands. */
  readonly how?: string;
  /** Ids of rows whose items come first. */
  readonly after?: readonly string[];
  /** Ids of rows whose items the proof takes in hand: accounts, keys, stores, clusters. They may be ordered at the same time, and are done before it is shown. */
  readonly uses?: readonly string[];
  readonly blockedBy?: readonly AnswerPath[];
  /** Kind of work where it is not the team's usual one. */
  readonly work?: WorkId;
}

/** An item before its lead time is known. */
export type Draft = Omit<ChecklistItem, "leadTime" | "earliest">;

/** Id of the item for a derived row. */
export const itemId = (row: string): string => `todo.${row}`;

/** Ends the rule on an upgrade: the installed platform stands on it already, and nobody orders it again, unless the upgrade brings what it is for. */
export function onlyForNew(read: Reader, what?: NewThing): void {
  const before = read.optionalRule(installedRelease);
  if (before && !(what && comesNew(read, what))) read.notApplicable(`KKP ${before.id} runs on it already.`);
}

/** Answers that are still open among values. */
export const openIn = (...values: readonly Value<unknown>[]): readonly AnswerPath[] =>
  [...new Set(values.flatMap((value) => (value.kind === "open" ? [value.question] : [])))];

/** Whether a value comes into being with the installation, as an address that a cloud assigns; nobody can prepare what needs it. */
export const isHandedOut = (value: Value<unknown>): boolean => value.kind === "later" && !value.lacking && !value.told;

/** One item of the checklist. */
export function itemOf(read: Reader, row: string, { after = [], uses = [], blockedBy = [], work, how = "", ...words }: ItemWords): Draft {
  return { id: itemId(row), ...words, ...(how === "" ? {} : { how }), dependsOn: after.map(itemId), shownWith: [...new Set(uses)].filter((id) => id !== row && !after.includes(id)).map(itemId), blockedBy: [...new Set(blockedBy)], work: work ?? words.team, from: read.cell };
}

/** One item for each row of another part of the plan; rows without words need nothing prepared. */
export const itemsFor = <T extends Derived>(
  source: Rule<readonly T[]>,
  words: (row: T, read: Reader, subject: string) => ItemWords | undefined,
): Rule<readonly Draft[]> =>
  rule({
    id: `checklist.${source.id}`,
    title: `Checklist: ${source.title}`,
    per: source.per,
    sources: [],
    derive: (read, subject) =>
      read.rule(source, subject).flatMap((row) => {
        const item = words(row, read, subject);
        return item ? [itemOf(read, row.id, item)] : [];
      }),
  });
