import { dequal } from "dequal";
import type { Answers } from "../answers/answers.ts";
import { findQuestion, questions } from "../answers/chapters/registry.ts";
import { whetherAsked, type WhetherAsked } from "../answers/whether-asked.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import { questionAndSubject } from "./subject-of.ts";
import { whileSame } from "./while-same.ts";

/** When a question is asked that may be asked. */
export type When = Exclude<WhetherAsked, { readonly kind: "never" }>;

/** Answers that are marked as not known yet, with when their questions are asked; without those that these answers rule out. */
export type AskedFor = ReadonlyMap<AnswerPath, When>;

/** Gives the marks that count, answers after answers; the same map while they come to the same. Looks at marked questions alone. */
export function askedForTeller(): (answers: Answers) => AskedFor {
  let before: AskedFor = new Map();
  const tell = whileSame((subjects: Answers["subjects"], given: Answers["given"], open: Answers["open"]): AskedFor => {
    const now = askedFor({ subjects, given, open });
    if (!dequal(now, before)) before = now;
    return before;
  });
  return ({ subjects, given, open }) => tell(subjects, given, open);
}

/** Marked paths in the order of questions and of their subjects, in whatever order the marks were set. */
function inOrder({ subjects, open }: Answers): readonly AnswerPath[] {
  const places = Object.keys(open).map((path) => {
    const { question: id, subject } = questionAndSubject(path);
    const question = findQuestion(id);
    return { path, at: questions.findIndex((one) => one === question), of: question && question.subject !== "plan" ? subjects[question.subject].indexOf(subject) : 0 };
  });
  return places.toSorted((one, other) => one.at - other.at || one.of - other.of).map(({ path }) => path);
}

function askedFor(answers: Answers): AskedFor {
  const when = whetherAsked(answers);
  return new Map(
    inOrder(answers).flatMap((path) => {
      const { question: id, subject } = questionAndSubject(path);
      const question = findQuestion(id);
      if (!question || (question.subject !== "plan" && !answers.subjects[question.subject].includes(subject))) return [];
      const whether = when(question, subject);
      return whether.kind === "never" ? [] : [[path, whether] as const];
    }),
  );
}
