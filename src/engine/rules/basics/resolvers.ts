import { lookThrough } from "../../answers/answers.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";

/** Whether an empty answer about a place means nothing there, so that what needs it waits or leaves a hole. */
export const mustBeNamed = (read: Reader, { empty }: Question<unknown>, place: string): boolean => empty?.where !== undefined && !empty.where(lookThrough(read), place);
