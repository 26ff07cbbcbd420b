import { dequal } from "dequal";
import { pathOf, type Question } from "../answers/question.ts";
import { BySubject } from "./by-subject.ts";
import type { Entry } from "./evaluation.ts";
import type { Markable } from "./marked-list.ts";
import type { AnswerPath, SubjectKind } from "./outcome.ts";

/** The answers as the kernel reads them; made by `answers/answers.ts`. */
export interface AnswerIndex {
  get(path: AnswerPath): unknown;
  subjects(kind: Exclude<SubjectKind, "plan">): readonly string[];
  /** Path of the list itself, recorded when a rule walks over all subjects of a kind. */
  listPath(kind: Exclude<SubjectKind, "plan">): AnswerPath;
}

/** Something that rules read from the answers, and the turn in which it last became another. */
export interface Given<T = unknown> extends Markable {
  readonly path: AnswerPath;
  value: T | undefined;
  changed: number;
  /** Cells that read it; some may have stopped to. Absent where nobody asked to have them noted. */
  readers?: Set<Entry>;
}

/** What rules have read from the answers, kept from turn to turn, so that a turn tells which of it became another. */
export class GivenAnswers {
  private index: AnswerIndex;
  private turn = 1;
  private readonly answered = new BySubject<Question<unknown>, Given>();
  private readonly lists = new Map<SubjectKind, Given<readonly string[]>>();

  constructor(index: AnswerIndex) {
    this.index = index;
  }

  /** Turns to other answers, marks what differs with the turn and gives it. */
  turnTo(index: AnswerIndex, turn: number): readonly Given[] {
    this.index = index;
    this.turn = turn;
    const renewed: Given[] = [];
    const renew = (given: Given, value: unknown): void => {
      if (dequal(given.value, value)) return;
      given.value = value;
      given.changed = turn;
      renewed.push(given);
    };
    for (const [kind, list] of this.lists) renew(list, index.subjects(kind as Exclude<SubjectKind, "plan">));
    this.answered.forEach((given) => renew(given, index.get(given.path)));
    return renewed;
  }

  /** The answer to a question for a subject; many rules ask for the same one. */
  given<T>(question: Question<T>, subject: string): Given<T> {
    const before = this.answered.get(question, subject);
    if (before) return before as Given<T>;
    const path = pathOf(question, subject);
    const given: Given = { path, value: this.index.get(path), changed: this.turn, mark: 0 };
    this.answered.set(question, subject, given);
    return given as Given<T>;
  }

  /** Ids of all subjects of a kind. */
  list(kind: Exclude<SubjectKind, "plan">): Given<readonly string[]> {
    let list = this.lists.get(kind);
    if (!list) this.lists.set(kind, (list = { path: this.index.listPath(kind), value: this.index.subjects(kind), changed: this.turn, mark: 0 }));
    return list;
  }
}
