import { describe, expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { nobodyTold } from "./nobody-told.ts";

const NOBODY = { "access.alertForm": "none" };

describe("monitoring.nobody-told", () => {
  test("says what becomes of alerts, and names both ways that every site has", () => {
    expect(findingsOf(nobodyTold, referenceAnswers(NOBODY))).toMatchObject([
      {
        severity: "warning",
        title: "Nobody is told of alerts of master and Seeds",
        message: "Alertmanager of 1 cluster notices a full disk or a lost etcd and drops the alert: it is seen by whoever opens Alertmanager.",
        answers: ["access.alertForm"],
        fixes: [{ set: [{ path: "access.alertForm", value: "mail" }] }, { set: [{ path: "access.alertForm", value: "webhook" }] }],
      },
    ]);
  });

  test("says so of a managed service, which is on duty", () => {
    expect(findingsOf(nobodyTold, referenceAnswers({ ...NOBODY, "access.service": "managed" }))[0]?.message).toMatch(/ The managed service is on duty and learns of nothing\.$/);
  });

  test("says nothing where somebody is told, while nobody says how, and without the stack", () => {
    expect(findingsOf(nobodyTold, referenceAnswers())).toEqual([]);
    expect(findingsOf(nobodyTold, referenceAnswers({ "access.alertForm": undefined }))).toEqual([]);
    expect(findingsOf(nobodyTold, referenceAnswers({ ...NOBODY, "monitoring.mla": false }))).toEqual([]);
  });
});
