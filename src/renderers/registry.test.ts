import { describe, expect, it } from "vitest";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { nodeAssets, rootAbove } from "../cli/assets.ts";
import { planId, withAnswer, withSubject } from "../engine/index.ts";
import { EXPORTER_IDS, exporters, fileName, renderArtifact } from "./registry.ts";

const assets = nodeAssets(rootAbove(import.meta.url));
const answers = starterAnswers("reference-setup");

describe("the registry of exporters", () => {
  it("holds every format under its own id, with a file extension of its own", () => {
    expect(Object.keys(exporters)).toEqual([...EXPORTER_IDS]);
    for (const id of EXPORTER_IDS) expect(exporters[id].id).toBe(id);
    expect(new Set(EXPORTER_IDS.map((id) => exporters[id].extension)).size).toBe(EXPORTER_IDS.length);
  });

  it("names files after the plan id, whatever the plan is called", async () => {
    const odd = withAnswer(answers, "project.title", "../../etc/passwd\u0000 | CON");
    const { fileName: name } = await renderArtifact("plan", odd, assets);
    expect(name).toBe(`groundplan-${planId(odd)}.yaml`);
    expect(fileName({ planId: "3f2a91c2d5e7" }, exporters.pdf)).toBe("groundplan-3f2a91c2d5e7.pdf");
  });

  it.each(EXPORTER_IDS)("writes %s with the same bytes twice, and tells its steps", async (id) => {
    const steps: string[] = [];
    const first = await renderArtifact(id, answers, assets, (step) => void steps.push(step));
    expect(steps).toEqual(["derive", "load", "write"]);
    expect(await renderArtifact(id, answers, assets)).toEqual(first);
    expect(first.content.length).toBeGreaterThan(0);
  });

  it("weighs every way of a decision in the document, however many Seeds there are", async () => {
    const many = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].reduce((so, id) => withAnswer(withSubject(so, "cluster", id), `infrastructure.clusters.${id}.role`, "seed"), answers);
    expect(many.subjects.cluster.length).toBe(10);
    const { content } = await renderArtifact("markdown", many, assets);
    const row = String(content).split("\n").find((line) => line.startsWith("|") && line.includes("Keycloak, in place of Dex"));
    // Beside its figures, not among ways that are named alone.
    expect(row).toMatch(/Keycloak, in place of Dex[^|]*\|.*\| \+\d+ or more \|/);
  });

  it("writes JSON with plan id and format first", async () => {
    const { content } = await renderArtifact("json", answers, assets);
    const parsed = JSON.parse(content as string) as Record<string, unknown>;
    expect(Object.keys(parsed)).toEqual(["planId", "format", "plan"]);
    expect(parsed["planId"]).toBe(planId(answers));
  });
});
