import { describe, expect, it } from "vitest";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { pathOf, questions } from "../engine/index.ts";
import { sectionSlug } from "../lib/routes.ts";
import { askedAt, askPage, askPages, asksNothing, pageOf, questionsOn } from "./layout.ts";
import { questionHref } from "./links.ts";

describe("pages of questions", () => {
  it("hold every question exactly once", () => {
    const held = askPages.flatMap((page) => questionsOn(page).map(({ id }) => id));
    expect(held.toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
  });

  it("are found by their own section and by the section of any question", () => {
    for (const page of askPages) expect(askPage(page.chapter, page.section)).toBe(page);
    expect(askPage("network", sectionSlug("Worker networks")).section).toBe("workers");
    expect(askPage("loadBalancer", "routers").section).toBe("clusters");
  });

  it("are about subjects of one kind, so that each question is asked about its own", () => {
    expect(askPages.filter(({ kinds }) => kinds.filter((kind) => kind !== "plan").length > 1).map(({ title }) => title)).toEqual([]);
  });

  it("fall back to the chapter, then to the first of all", () => {
    expect(askPage("dns", "nowhere").chapter).toBe("dns");
    expect(askPage("nowhere").chapter).toBe("project");
  });

  it("lead from an answer to its question", () => {
    for (const question of questions) {
      const path = pathOf(question, "fra");
      expect(askedAt(path)?.question).toBe(question);
      expect(questionsOn(pageOf(question))).toContain(question);
    }
    expect(questionHref("k", "network.places.fra.gateway")).toBe("#/p/k/ask/network/places?at=fra&question=network.places.fra.gateway");
    expect(questionHref("k", "project.domain")).toBe("#/p/k/ask/project/all?question=project.domain");
    expect(questionHref("k", "infrastructure.clusters")).toBe("#/p/k/ask/infrastructure/clusters");
  });

  it("know nothing of paths that no question has", () => expect(askedAt("network.places.fra.nothing")).toBeUndefined());
});

describe("a page that asks nothing", () => {
  const telco = starterAnswers("telco-cilium-bgp");

  it("is told by the answers, for one subject of it and not for another", () => {
    expect(asksNothing(askPage("network", "seeds"), telco.subjects.cluster[0], telco)).toBe(true);
    expect(telco.subjects.cluster.map((id) => asksNothing(askPage("network", "seeds"), id, telco))).toContain(false);
    expect(asksNothing(askPage("loadBalancer", "clusters"), telco.subjects.cluster[0], telco)).toBe(false);
  });

  it("is none that lists its subjects, or has none yet", () => {
    expect(asksNothing(askPage("infrastructure", "places"), telco.subjects.place[0], telco)).toBe(false);
    expect(asksNothing(askPage("network", "seeds"), undefined, telco)).toBe(false);
  });
});
