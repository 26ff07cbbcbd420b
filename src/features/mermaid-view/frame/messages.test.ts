import { describe, expect, it } from "vitest";
import { asDrawMessage, asFrameMessage } from "./messages.ts";

describe("asDrawMessage", () => {
  it("takes a source, and light unless dark is asked for", () => {
    expect(asDrawMessage({ groundplan: "draw", source: "flowchart TB" })).toEqual({ groundplan: "draw", source: "flowchart TB", dark: false });
    expect(asDrawMessage({ groundplan: "draw", source: "a", dark: true, more: 1 })).toEqual({ groundplan: "draw", source: "a", dark: true });
  });

  it.each([undefined, null, "draw", 1, [], {}, { groundplan: "draw" }, { groundplan: "draw", source: 1 }, { groundplan: "drawn", source: "a" }])("refuses %j", (data) => {
    expect(asDrawMessage(data)).toBeUndefined();
  });
});

describe("asFrameMessage", () => {
  it.each([{ groundplan: "ready" }, { groundplan: "drawn", height: 12 }, { groundplan: "failed", reason: "no" }])("takes %j", (data) => {
    expect(asFrameMessage({ ...data, more: "<b>" })).toEqual(data);
  });

  it("cuts long reasons", () => {
    const message = asFrameMessage({ groundplan: "failed", reason: "x".repeat(1000) });
    expect(message?.groundplan === "failed" && message.reason.length).toBe(300);
  });

  it.each([undefined, null, {}, { groundplan: "drawn" }, { groundplan: "drawn", height: "1" }, { groundplan: "drawn", height: Infinity }, { groundplan: "failed" }, { groundplan: "other" }])("refuses %j", (data) => {
    expect(asFrameMessage(data)).toBeUndefined();
  });
});
