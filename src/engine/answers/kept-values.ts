import type { AnswerPath } from "../kernel/outcome.ts";
import type { Answers } from "./answers.ts";

/** Paths that hold a value and an open mark: they count as open, and the value waits until the mark goes. */
export const keptValues = ({ given, open }: Answers): readonly AnswerPath[] => Object.keys(open).filter((path) => Object.hasOwn(given, path));
