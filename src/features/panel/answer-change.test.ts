import { describe, expect, it } from "vitest";
import { NO_ANSWERS, withAnswer, withOpen } from "../../engine/index.ts";
import { answerChange } from "./answer-change.ts";

describe("the one answer that changed", () => {
  const nodePort = withAnswer(NO_ANSWERS, "loadBalancer.exposeStrategy", "NodePort");

  it("is told before and after, in the words of its question", () => {
    expect(answerChange(nodePort, withAnswer(nodePort, "loadBalancer.exposeStrategy", "Tunneling"), {})).toEqual({ title: "Expose strategy", before: "NodePort", after: "Tunneling" });
    expect(answerChange(NO_ANSWERS, nodePort, {})?.before).toBe("no answer");
    expect(answerChange(nodePort, withOpen(nodePort, "loadBalancer.exposeStrategy", {}), {})?.after).toBe("not known yet");
  });

  it("is none where several changed", () => {
    expect(answerChange(NO_ANSWERS, withAnswer(nodePort, "project.domain", "a.example"), {})).toBeUndefined();
  });

  it("is shortened where it is long", () => {
    expect(answerChange(NO_ANSWERS, withAnswer(NO_ANSWERS, "project.customer", "x".repeat(300)), {})?.after).toBe(`${"x".repeat(60)}…`);
  });
});
