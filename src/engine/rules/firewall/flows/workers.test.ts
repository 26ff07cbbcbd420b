import { expect, test } from "vitest";
import { starterAnswers } from "../../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../../plan/plan-from.ts";
import { changed, type Changes } from "../../../testing/reference.ts";

test("a proxy that does not carry calls of the storage driver is named where there is one", () => {
  const why = (changes: Changes) => planFrom(changed(starterAnswers("aws-single-region"), changes)).firewall.flows.flatMap((row) => (/\[workers\./.test(row.id) ? [row.why] : [])).join(" ");
  expect(why({})).toContain("storage driver");
  expect(why({})).not.toContain("proxy");
  expect(why({ "network.places.frankfurt.internet": "proxy", "network.places.frankfurt.proxyPort": 3128 })).toContain("It is given no proxy by KKP, so the proxy in");
});
