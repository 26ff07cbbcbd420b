import { describe, expect, it } from "vitest";
import { checks } from "../../src/engine/index.ts";
import { allChecks } from "./modules.ts";
import { checksPage } from "./checks-page.ts";

describe("checks", () => {
  it("are all registered", () => {
    expect(allChecks.filter(({ value }) => !checks.includes(value)).map(({ file, value }) => `${file}: ${value.id}`)).toEqual([]);
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

  it("are documented: run `npm run docs` when this fails", async () => {
    await expect(checksPage()).toMatchFileSnapshot("../../docs/checks.md");
  });
});
