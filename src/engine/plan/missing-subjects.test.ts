import { expect, test } from "vitest";
import { referencePlan } from "../testing/reference.ts";
import { NO_ANSWERS, withAnswer, withSubject } from "../answers/answers.ts";
import { planFrom } from "./plan-from.ts";

const LISTS = ["infrastructure.places", "infrastructure.clusters"];
const listsOf = (plan: ReturnType<typeof planFrom>) => plan.openPoints.filter(({ path }) => LISTS.includes(path));
const domainAlone = withAnswer(NO_ANSWERS, "project.domain", "kkp.example.com");

test("a plan without places and platform clusters asks for them by name", () => {
  expect(listsOf(planFrom(domainAlone))).toMatchObject([
    { path: "infrastructure.places", title: "Places", team: "infrastructure", subject: "plan" },
    { path: "infrastructure.clusters", title: "Platform clusters", team: "platform", subject: "plan" },
  ]);
});

test("a place leaves the clusters to be named", () => {
  expect(listsOf(planFrom(withSubject(domainAlone, "place", "main"))).map(({ path }) => path)).toEqual(["infrastructure.clusters"]);
});

test("a plan that has both asks for neither", () => expect(listsOf(referencePlan())).toEqual([]));
