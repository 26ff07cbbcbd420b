import { PLAN, type AnswerPath } from "../kernel/outcome.ts";
import { givenAt, lookAt, type Answers, type ListedKind } from "./answers.ts";
import { pathOf, type Look, type Question } from "./question.ts";

/** Whether a question matters: now, once one of some missing answers is known (which ones is told), or not for these answers. */
export type WhetherAsked = { readonly kind: "now" } | { readonly kind: "after"; readonly answers: readonly Turning[] } | { readonly kind: "never" };

/** A question without an answer, for a subject. */
export interface Missing {
  readonly question: Question<unknown>;
  readonly subject: string;
  readonly path: AnswerPath;
}

/** A missing answer that may make a question asked; `alone` where one of its values does so without any further answer. */
export interface Turning extends Missing {
  readonly alone: boolean;
}

/** Most ways to answer what is missing that are tried; beyond them a question counts as one that may be asked. */
const MOST = 200;

/** Stands for an answer that nobody can guess, such as a text. */
const ANY = Symbol("any answer");

/** Answers that are taken for granted on trial, by path. */
type Trial = ReadonlyMap<AnswerPath, unknown>;

/**
 * Asks like `isAsked`, and where that says no, whether it would still say so whatever the missing answers come to.
 * An answer that few give counts as its default, as it does in the form.
 */
export function whetherAsked(answers: Answers): (question: Question<unknown>, subject?: string) => WhetherAsked {
  const asking = new Asking(answers);
  return (question, subject = PLAN) => asking.whether(question, subject);
}

class Asking {
  private readonly answers: Answers;
  private readonly look: Look;
  /** What is known of each question; one that hangs on itself is not asked. */
  private readonly known = new Map<AnswerPath, WhetherAsked>();

  constructor(answers: Answers) {
    this.answers = answers;
    this.look = lookAt(answers);
  }

  whether(question: Question<unknown>, subject: string): WhetherAsked {
    const path = pathOf(question, subject);
    const before = this.known.get(path);
    if (before) return before;
    this.known.set(path, { kind: "never" });
    const whether = this.decide(question, subject);
    this.known.set(path, whether);
    return whether;
  }

  private decide(question: Question<unknown>, subject: string): WhetherAsked {
    const { asked, missing } = this.tryOut(question, subject, new Map());
    if (asked) return { kind: "now" };
    const tries = { left: MOST };
    const turning = missing.filter((one) => this.turns(question, subject, one, new Map(), tries));
    // What is missing may itself be asked only later: told is what somebody can answer now.
    const first = turning.flatMap((one): readonly Turning[] => {
      const itself = this.whether(one.question, one.subject);
      return itself.kind === "after" ? itself.answers.map((other) => ({ ...other, alone: false })) : [{ ...one, alone: this.turnsAlone(question, subject, one) }];
    });
    return first.length === 0 ? { kind: "never" } : { kind: "after", answers: [...new Map(first.map((one) => [one.path, one])).values()] };
  }

  private turnsAlone(question: Question<unknown>, subject: string, { question: missing, path }: Missing): boolean {
    return this.waysOf(missing).some((way) => way !== ANY && this.tryOut(question, subject, new Map([[path, way]])).asked);
  }

  /** Whether some answer to one missing question can make another question asked. */
  private turns(question: Question<unknown>, subject: string, one: Missing, trial: Trial, tries: { left: number }): boolean {
    return this.waysOf(one.question).some((way) => {
      if (way === ANY) return true;
      tries.left -= 1;
      if (tries.left < 0) return true;
      const further = new Map([...trial, [one.path, way]]);
      const { asked, missing } = this.tryOut(question, subject, further);
      return asked || missing.some((next) => this.turns(question, subject, next, further, tries));
    });
  }

  /** Whether a question is asked on trial, and what it looked for in vain. */
  private tryOut(question: Question<unknown>, subject: string, trial: Trial): { readonly asked: boolean; readonly missing: readonly Missing[] } {
    const missing = new Map<AnswerPath, Missing>();
    const look = <T>(at: Question<T>, of: string = PLAN): T | undefined => {
      const path = pathOf(at, of);
      if (trial.has(path)) return trial.get(path) as T;
      if (givenAt(this.answers, path) === undefined && this.canBeAnswered(at, of, path)) missing.set(path, { question: at, subject: of, path });
      return this.look(at, of);
    };
    const asked = question.asked?.(Object.assign(look, { subjects: this.look.subjects }), subject) ?? true;
    return { asked, missing: [...missing.values()] };
  }

  private canBeAnswered(question: Question<unknown>, subject: string, path: AnswerPath): boolean {
    if (question.seldom && !Object.hasOwn(this.answers.open, path)) return false;
    if (question.subject !== "plan" && !this.answers.subjects[question.subject].includes(subject)) return false;
    return this.whether(question, subject).kind !== "never";
  }

  private waysOf({ control }: Question<unknown>): readonly unknown[] {
    if (control.type === "choice") return control.choices.map(({ value }) => value);
    if (control.type === "choices") return [control.choices.map(({ value }) => value), ...control.choices.map(({ value }) => [value])];
    if (control.type === "yes-no") return [true, false];
    if (control.type === "subject") return this.answers.subjects[control.kind satisfies ListedKind];
    return [ANY];
  }
}
