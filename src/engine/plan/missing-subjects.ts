import type { Answers } from "../answers/answers.ts";
import { GROUPS, type TeamId } from "../answers/question.ts";
import { PLAN } from "../kernel/outcome.ts";
import type { OpenPoint } from "./plan.ts";

/** What a plan cannot be without, who adds it, and what waits while there is none. */
const NEEDED: readonly { readonly kind: "place" | "cluster"; readonly title: string; readonly team: TeamId; readonly waiting: readonly string[] }[] = [
  { kind: "place", title: "Places", team: "infrastructure", waiting: ["Networks and all that stands in them"] },
  { kind: "cluster", title: "Platform clusters", team: "platform", waiting: ["Addresses", "Names", "Certificates", "Firewall rows", "Sizing and storage"] },
];

/** Places and platform clusters are open points while the plan has none: no question asks for the first of them. */
export const missingSubjects = (subjects: Answers["subjects"]): readonly OpenPoint[] =>
  NEEDED.filter(({ kind }) => subjects[kind].length === 0).map(({ kind, ...words }) => {
    const path = `infrastructure.${GROUPS[kind]}`;
    return { path, question: path, subject: PLAN, ...words };
  });
