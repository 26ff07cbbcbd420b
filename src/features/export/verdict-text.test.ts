import { describe, expect, it } from "vitest";
import { NO_ANSWERS, planFrom, type Finding, type OpenPoint } from "../../engine/index.ts";
import { verdictOf } from "./verdict-text.ts";

const { project } = planFrom(NO_ANSWERS);
const finding = (severity: Finding["severity"]): Finding => ({
  id: severity, from: "check[plan]", why: "", check: "check", severity, subject: "plan", title: "", message: "", remedy: "", fixes: [], answers: [],
});
const open: OpenPoint = { path: "dns.a", question: "dns.a", subject: "plan", title: "", team: "dns", waiting: [] };

describe("what goes out with an export", () => {
  it("names blockers before open points", () => {
    expect(verdictOf({ project, findings: [finding("blocker"), finding("warning"), finding("blocker")], openPoints: [open] }, 0)).toEqual({
      sign: "blocker",
      sentences: ["2 blockers go out with it.", "One open point is listed in every file."],
    });
  });

  it("does not count warnings as blockers", () => {
    expect(verdictOf({ project, findings: [finding("warning")], openPoints: [] }, 0)).toEqual({ sign: "ok", sentences: ["Nothing stops this installation and nothing is open."] });
  });

  it("calls an upgrade one", () => {
    expect(verdictOf({ project: { ...project, former: "2.30" }, findings: [], openPoints: [] }, 0).sentences).toEqual(["Nothing stops this upgrade and nothing is open."]);
  });

  it("says what stays behind", () => {
    expect(verdictOf({ project, findings: [], openPoints: [open, open] }, 1)).toEqual({
      sign: "open",
      sentences: ["2 open points are listed in every file.", "One answer that cannot be read yet stays behind."],
    });
  });
});
