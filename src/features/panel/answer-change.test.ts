import { describe, expect, it } from "vitest";
import { NO_ANSWERS, withAnswer, withOpen, type SubjectNames } from "../../engine/index.ts";
import { answerChange } from "./answer-change.ts";

const NO_NAMES: SubjectNames = { place: {}, cluster: {}, datacenter: {} };

describe("the one answer that changed", () => {
  const nodePort = withAnswer(NO_ANSWERS, "loadBalancer.exposeStrategy", "NodePort");

  it("is told before and after, in the words of its question", () => {
    expect(answerChange(nodePort, withAnswer(nodePort, "loadBalancer.exposeStrategy", "Tunneling"), NO_NAMES)).toEqual({ title: "Expose strategy", before: "NodePort", after: "Tunneling" });
    expect(answerChange(NO_ANSWERS, nodePort, NO_NAMES)?.before).toBe("no answer");
    expect(answerChange(nodePort, withOpen(nodePort, "loadBalancer.exposeStrategy", {}), NO_NAMES)?.after).toBe("not known yet");
  });

  it("is none where several changed", () => {
    expect(answerChange(NO_ANSWERS, withAnswer(nodePort, "project.domain", "a.example"), NO_NAMES)).toBeUndefined();
  });

  it("is shortened where it is long", () => {
    expect(answerChange(NO_ANSWERS, withAnswer(NO_ANSWERS, "project.customer", "x".repeat(300)), NO_NAMES)?.after).toBe(`${"x".repeat(60)}…`);
  });
});
