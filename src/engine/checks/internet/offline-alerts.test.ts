import { describe, expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { offlineAlerts } from "./offline-alerts.ts";

const OFFLINE = { "network.places.main.internet": "offline" };

describe("internet.offline-alerts", () => {
  test.each([
    ["slack", "us", "Slack", "hooks.slack.com"],
    ["pagerduty", "us", "PagerDuty", "events.pagerduty.com"],
    ["pagerduty", "eu", "PagerDuty", "events.eu.pagerduty.com"],
    ["opsgenie", "eu", "Opsgenie", "api.eu.opsgenie.com"],
  ])("%s in %s is not reached", (form, region, title, host) => {
    expect(findingsOf(offlineAlerts, referenceAnswers({ ...OFFLINE, "access.alertForm": form, "access.alertRegion": region }))).toMatchObject([
      { title: `Alerts of seed reach nobody through ${title} without internet`, message: `Alertmanager on seed calls ${host} for each alert; machines in Frankfurt reach nothing on the internet.`, answers: ["access.alertForm", "network.places.main.internet"] },
    ]);
  });

  test("says nothing of a server that people name, of a place with a proxy, and where nobody is told", () => {
    expect(findingsOf(offlineAlerts, referenceAnswers(OFFLINE))).toEqual([]);
    expect(findingsOf(offlineAlerts, referenceAnswers({ ...OFFLINE, "access.alertForm": "none" }))).toEqual([]);
    expect(findingsOf(offlineAlerts, referenceAnswers({ "network.places.main.internet": "proxy", "access.alertForm": "slack" }))).toEqual([]);
  });
});
