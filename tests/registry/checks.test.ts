import { describe, expect, it } from "vitest";
import { checks, planFrom } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { minimalPlans } from "../support/minimal-plans.ts";
import { allChecks } from "./modules.ts";
import { checksPage } from "./checks-page.ts";

describe("checks", () => {
  it("are all registered", () => {
    expect(allChecks.filter(({ value }) => !checks.includes(value)).map(({ file, value }) => `${file}: ${value.id}`)).toEqual([]);
  });

  it("stand in a file each", () => {
    const files = allChecks.map(({ file }) => file);
    expect(files.filter((file, at) => files.indexOf(file) !== at)).toEqual([]);
  });

  it("have ids of their own", () => {
    const ids = checks.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(checks.map((check) => [check.id, check] as const))("%s says what it looks for, and rests on a source", (id, check) => {
    expect(id).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
    expect(check.title).toMatch(/^[A-Z`].*[^.]$/);
    expect(check.sources.length).toBeGreaterThan(0);
  });

  it("each have tests of their own", () => {
    const modules = import.meta.glob<Record<string, unknown>>(["../../src/engine/checks/**/*.ts", "!**/*.test.ts", "!**/registry.ts"], { eager: true });
    const tests = Object.values(import.meta.glob<string>("../../src/engine/**/*.test.ts", { eager: true, query: "?raw", import: "default" })).join("\n");
    const golden = Object.values(import.meta.glob<string>("../golden/**/*.{ts,txt}", { eager: true, query: "?raw", import: "default" })).join("\n");
    // A test names a check by its id, or imports the file that holds it.
    const files = Object.entries(modules).filter(([path]) => tests.includes(`/${path.split("/").at(-1) ?? ""}"`));
    const imported = new Set(files.flatMap(([, exported]) => Object.values(exported)));
    expect(checks.filter((check) => !imported.has(check) && !tests.includes(check.id) && !golden.includes(check.id)).map(({ id }) => id)).toEqual([]);
  });

  it("report with the severities that they name", () => {
    const plans = [...goldenAnswers().values(), ...minimalPlans.values()].map(planFrom);
    const named = new Map(checks.map(({ id, severity, also = [] }) => [id, [severity, ...also]]));
    expect(plans.flatMap(({ findings }) => findings.filter(({ check, severity }) => named.get(check)?.includes(severity) === false).map(({ id, severity }) => `${id}: ${severity}`))).toEqual([]);
    expect(checks.filter(({ severity, also }) => also?.includes(severity)).map(({ id }) => id)).toEqual([]);
  });

  it("name no severity beside their usual one that their files do not give", () => {
    const files = Object.values(import.meta.glob<string>("../../src/engine/checks/**/*.ts", { eager: true, query: "?raw", import: "default" }));
    for (const { id, severity, also = [] } of checks) {
      const text = files.find((file) => file.includes(`id: "${id}"`)) ?? "";
      const given = [...text.matchAll(/severity[^\n]*/g)].flatMap(([line]) => [...line.matchAll(/"(blocker|warning|advice)"/g)].map(([, one]) => one));
      // Pairs of ranges carry theirs from the rule that compares them.
      if (id !== "addresses.ranges-overlap") expect(given, id).toEqual(expect.arrayContaining([...also]));
      if (also.length === 0 && text.split("= check(").length === 2) expect(new Set(given), id).toEqual(new Set([severity]));
    }
  });

  it("are documented: run `npm run docs` when this fails", async () => {
    await expect(checksPage()).toMatchFileSnapshot("../../docs/checks.md");
  });
});
