import { describe, expect, it } from "vitest";
import { planFrom, withAnswer, withOpen, type Answers } from "../engine/index.ts";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { askedAbout, askedOn, progressOf, stateOf, sumOf, worstOf } from "./answer-state.ts";
import { askPage, askPages } from "./layout.ts";

const reference = starterAnswers("reference-setup");
const stateIn = (answers: Answers, path: string) => stateOf(answers, planFrom(answers), path);

describe("state of an answer", () => {
  it("is given, assumed, marked, waiting or blank", () => {
    expect(stateIn(reference, "project.domain")).toBe("given");
    expect(stateIn(reference, "network.userClusterPods")).toBe("assumed");
    expect(stateIn(reference, "authentication.ldapHost")).toBe("marked");
    expect(stateIn(withAnswer(reference, "network.places.main.nodeNetwork", undefined), "network.places.main.nodeNetwork")).toBe("waiting");
    expect(stateIn(reference, "project.contacts")).toBe("blank");
  });

  it("is marked, not given, while the last value is only kept", () => {
    expect(stateIn(withOpen(reference, "project.domain", {}), "project.domain")).toBe("marked");
  });
});

describe("progress", () => {
  const of = (answers: Answers, chapter: string, section: string) => progressOf(answers, planFrom(answers), askedOn(answers, askPage(chapter, section)));

  it("counts defaults as answered and open answers apart", () => {
    // Pods and Services of user clusters and of the platform and the address family are defaults; the tunnelling agent is not used.
    expect(of(reference, "network", "clusters")).toMatchObject({ answered: 5, assumed: 5, open: 0, worst: "assumed" });
    // DNS and NTP servers are open; the six others are given.
    expect(of(reference, "network", "places")).toMatchObject({ total: 8, answered: 6, open: 2, worst: "open" });
  });

  it("lets a blocker win over everything", () => {
    const answers = withAnswer(reference, "network.userClusterPods", "10.20.0.0/16");
    expect(of(answers, "network", "clusters").worst).toBe("blocker");
  });

  it("counts the questions of every subject, and of one alone", () => {
    const two = starterAnswers("vsphere-plus-azure-seed");
    const page = askPage("storage");
    const all = askedOn(two, page).length;
    const each = two.subjects.cluster.map((id) => askedAbout(two, page, "cluster", id).length);
    expect(each.reduce((sum, part) => sum + part, 0)).toBe(all);
  });

  it("adds up", () => {
    const parts = askPages.map((page) => progressOf(reference, planFrom(reference), askedOn(reference, page)));
    expect(sumOf(parts)).toMatchObject({ open: 7, worst: "open" });
  });
});

it("knows which state wins", () => {
  expect(worstOf(["given", "warning", "assumed"])).toBe("warning");
  expect(worstOf(["warning", "open"])).toBe("open");
  expect(worstOf([])).toBe("none");
});
