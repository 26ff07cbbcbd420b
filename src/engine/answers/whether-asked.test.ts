import { describe, expect, test } from "vitest";
import { changed, referenceAnswers, type Changes } from "../testing/reference.ts";
import { questionAndSubject } from "../plan/subject-of.ts";
import { isAsked, withOpen, type Answers } from "./answers.ts";
import { findQuestion, questions } from "./chapters/registry.ts";
import { whetherAsked } from "./whether-asked.ts";

function whether(answers: Answers, path: string): string {
  const { question, subject } = questionAndSubject(path);
  const found = findQuestion(question);
  if (!found) throw new Error(`No question ${path}`);
  const when = whetherAsked(answers)(found, subject);
  return when.kind === "after" ? `after ${when.answers.map((one) => one.path).join(", ")}` : when.kind;
}
const whetherWith = (changes: Changes, path: string) => whether(changed(referenceAnswers(), changes), path);

describe("a question is asked", () => {
  const PEERS = "loadBalancer.clusters.seed.peers";
  const SEED_KIND = "loadBalancer.clusters.seed.kind";
  test.each<readonly [string, Changes, string, string]>([
    ["now, where its condition is known and true", { [SEED_KIND]: "metallb-bgp" }, PEERS, "now"],
    ["never, where its condition is known and false", { [SEED_KIND]: "metallb-l2" }, PEERS, "never"],
    ["once the answer is known on which it hangs", { [SEED_KIND]: undefined }, PEERS, `after ${SEED_KIND}`],
    ["once an answer is known for which a default stands in", { "loadBalancer.departures": undefined }, "loadBalancer.clusters.seed.exposeStrategy", "after loadBalancer.departures"],
    ["never, where something else that is known rules it out", { "loadBalancer.departures": undefined, "infrastructure.clusters.seed.role": "master" }, "loadBalancer.clusters.seed.exposeStrategy", "never"],
    ["after what can be answered now, where a question before it is not asked yet either", { "certificates.issuance": "wildcard", "dns.automation": undefined, "dns.externalDns": undefined }, "dns.zoneName", "after dns.automation"],
  ])("%s", (_case, changes, path, expected) => {
    expect(whetherWith(changes, path)).toBe(expected);
  });

  test("says of every question what the form says while nothing is missing before it", () => {
    const answers = referenceAnswers();
    const when = whetherAsked(answers);
    for (const question of questions) {
      for (const subject of question.subject === "plan" ? ["plan"] : answers.subjects[question.subject]) expect(when(question, subject).kind === "now", question.id).toBe(isAsked(question, answers, subject));
    }
  });

  test("never because of an answer that few give, unless somebody was asked for that", () => {
    expect(whether(referenceAnswers(), "infrastructure.usablePercent")).toBe("never");
    expect(whether(withOpen(referenceAnswers(), "infrastructure.planningValues", {}), "infrastructure.usablePercent")).toBe("after infrastructure.planningValues");
  });
});
