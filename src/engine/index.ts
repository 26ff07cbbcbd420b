/** The only door of the engine. */
export { planFrom, planner } from "./plan/plan-from.ts";
export type * from "./plan/plan.ts";
export { enteredBy, seenApart, writtenApart } from "./plan/record-columns.ts";
export { figuresOf, notWeighed, virtualAddresses, weighDecisions, weighWay, type Alternative, type PlanFigures, type WeighedDecision } from "./plan/alternatives.ts";
export { decidedAs, kindOfDecision, openChoices, type OpenChoice, type Way } from "./plan/decided.ts";
export { addressPins, type AddressPin } from "./plan/address-pins.ts";
export { shownAddress } from "./plan/shown-address.ts";
export { groupAssumptions, type AssumptionGroup } from "./plan/assumption-groups.ts";
export { meanwhileText } from "./plan/open-points.ts";
export { withFix } from "./plan/with-fix.ts";
export { isAssumedAddress } from "./plan/assumed-address.ts";
export { rowAddresses } from "./plan/row-addresses.ts";
export { rowNumber } from "./plan/row-number.ts";
export { subjectName, titleWithSubject } from "./plan/subject-of.ts";
export { eventOf } from "./plan/event.ts";
export { codeParts, withoutBackticks } from "./values/code-parts.ts";
export { sentencesOf } from "./values/sentences.ts";
export { explain, type Explanation } from "./plan/explain.ts";
export { usedFacts, usedSources, type UsedFact } from "./plan/used-sources.ts";
export { comparePlans, type PlanDifference } from "./plan/compare.ts";
export {
  givenAt,
  isAsked,
  LISTED_KINDS,
  lookAt,
  NO_ANSWERS,
  withAnswer,
  withOpen,
  withoutOpen,
  withoutSubject,
  withSubject,
  type Answers,
  type AnswerValue,
  type ListedKind,
  type OpenMark,
} from "./answers/answers.ts";
export {
  CHAPTER_IDS,
  GROUPS,
  pathOf,
  TEAMS,
  type ChapterId,
  type Choice,
  type Column,
  type Control,
  type Question,
  type TeamId,
} from "./answers/question.ts";
export { chapters, findQuestion, questionOf, questions, type ChapterEntry } from "./answers/chapters/registry.ts";
export { laterLabel, PLAN, type AnswerPath, type CellId, type CellRecord, type SourceId, type SubjectKind, type Value } from "./kernel/outcome.ts";
export { sourceFor } from "./facts/source-for.ts";
export { sources } from "./facts/sources.ts";
export { isStandard, RELEASE_IDS, type ReleaseId, type Source } from "./facts/source.ts";
export { facts } from "./facts/registry.ts";
export type { Fact } from "./facts/fact.ts";
export { formatAddress, parseAddress, type Address } from "./values/address.ts";
export { formatBlock, formatRange, freeParts, networkOf, overlapOf, parseBlock, parseRange, sizeOf, totalSize, type Block, type Range } from "./values/range.ts";
export { continued, listed } from "./values/sentence.ts";
export { looksLikeSecret } from "./answers/secrets.ts";
export { checks } from "./checks/registry.ts";
export { keptValues } from "./answers/kept-values.ts";
export { parseAnswers, type Notice, type ParsedAnswers } from "./answers/parse-answers.ts";
export { PLAN_FILE_FORMAT, planFileContent, planId, type PlanFileContent } from "./answers/plan-file.ts";
export { chapterSchema, chapterSchemas } from "./answers/chapter-schema.ts";
