import { describe, expect, it } from "vitest";
import { NO_ANSWERS } from "../../engine/index.ts";
import { freshState, reduce, type SessionAction } from "./session-state.ts";
import { nextSubjectId } from "./subjects.ts";

const fresh = freshState("Plan", NO_ANSWERS);
const run = (...actions: readonly SessionAction[]) => actions.reduce(reduce, fresh);
const add = (id: string): SessionAction => ({ type: "add-subject", kind: "cluster", id, label: "" });
const remove = (id: string): SessionAction => ({ type: "remove-subject", kind: "cluster", id, label: "" });

describe("ids of new subjects", () => {
  it("follow the highest number that is there", () => {
    expect(nextSubjectId(fresh, "place")).toBe("place-1");
    const subjects = { ...NO_ANSWERS.subjects, cluster: ["seed", "cluster-2", "cluster-7"] };
    expect(nextSubjectId(freshState("Plan", { ...NO_ANSWERS, subjects }), "cluster")).toBe("cluster-8");
  });

  it("are not used again while the history knows them", () => {
    expect(nextSubjectId(run(add("cluster-1"), remove("cluster-1")), "cluster")).toBe("cluster-2");
    expect(nextSubjectId(run(add("cluster-1"), { type: "undo" }), "cluster")).toBe("cluster-2");
  });

  it("are not used again while an answer names them", () => {
    const given = { "infrastructure.datacenters.dc-1.cluster": "cluster-3", "identity.list": [{ at: "cluster-4" }], "dns.clusters.cluster-5.zone": "x" };
    expect(nextSubjectId(freshState("Plan", { ...NO_ANSWERS, given }), "cluster")).toBe("cluster-6");
    expect(nextSubjectId(freshState("Plan", { ...NO_ANSWERS, given }), "datacenter")).toBe("datacenter-1");
  });
});
