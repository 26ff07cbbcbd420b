import { lookThrough } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { questions } from "../../answers/chapters/registry.ts";
import type { Dialler, Question, Server } from "../../answers/question.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { parseAddress } from "../../values/address.ts";
import { single } from "../../values/range.ts";
import { clusterName, datacenterName, placeName } from "../basics/platform.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** A server that was stated as an address, not a name. */
export interface ReachedHost extends Claimed {
  readonly dialledBy: readonly Dialler[];
  readonly nodesAlone?: true;
  readonly is?: NonNullable<Server["is"]>;
  readonly onRouter?: true;
}

type Naming = Question<string | readonly string[]> & { readonly server: Server };

/** Answers to them are hosts, one or several; a registry test looks at each. */
const NAMING = questions.filter(({ server }) => server !== undefined) as readonly Naming[];

/** Servers of all questions that name one, each as a range of one address; nothing while it is a name, or while the question does not matter. */
export const reachedHosts = rule<readonly ReachedHost[]>({
  id: "addresses.reached-hosts",
  title: "Servers that were stated as addresses",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => NAMING.flatMap((question) => (question.subject === "plan" ? [PLAN] : read.subjects(question.subject)).flatMap((subject) => stated(read, question, subject))),
});

function stated(read: Reader, question: Naming, subject: string): readonly ReachedHost[] {
  const { server, key } = question;
  const texts = [read.optional(question, subject) ?? []].flat();
  return texts.flatMap((answer, at) => {
    const text = server.host ? server.host(answer) : answer;
    const address = text === undefined ? undefined : parseAddress(text);
    if (text === undefined || !address) return [];
    const look = lookThrough(read);
    if (question.asked?.(look, subject) === false) return [];
    const place = server.place ? server.place(look) : placeOf(read, question, subject);
    const which = `${key}${question.control.type === "list" ? `-${at + 1}` : ""}${subject === PLAN ? "" : `[${subject}]`}`;
    const dialledBy = typeof server.dialledBy === "function" ? server.dialledBy(look, subject) : server.dialledBy;
    return [{
      row: { id: `host.${which}`, title: `${server.title} ${text}${ofSubject(read, question, subject)}`, text, kind: "other", ...(place === undefined ? {} : { place }), path: read.path(question, subject), from: read.cell, why: "Stated as an address." },
      range: single(address),
      dialledBy,
      ...(server.nodesAlone ? { nodesAlone: true } : {}),
      ...(server.is === undefined ? {} : { is: server.is }),
      ...(server.onRouter ? { onRouter: true } : {}),
    }];
  });
}

/** Place of a place's own server, or of the cluster or datacenter that dials it. */
function placeOf(read: Reader, question: Question<unknown>, subject: string): string | undefined {
  if (question.subject === "place") return subject;
  if (question.subject === "datacenter") return read.optional(infrastructure.datacenter.place, subject);
  return question.subject === "cluster" ? read.optional(infrastructure.cluster.place, subject) : undefined;
}

function ofSubject(read: Reader, question: Question<unknown>, subject: string): string {
  if (question.subject === "place") return ` of ${placeName(read, subject)}`;
  if (question.subject === "datacenter") return ` of ${datacenterName(read, subject)}`;
  return question.subject === "cluster" ? ` of ${clusterName(read, subject)}` : "";
}
