import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
test("dump", () => {
  const seen = new Map<string, { id: string; title: string; verify: string; why: string }>();
  for (const [, answers] of goldenAnswers()) for (const { id, title, verify, why } of planFrom(answers).checklist) {
    const key = `${id.replace(/\[.*$/, "")}|${why.replace(/[\d.]+|[a-z]+-[a-z0-9-]+/g, "#").slice(0, 60)}`;
    if (!seen.has(key)) seen.set(key, { id, title, verify, why });
  }
  writeFileSync("/tmp/f2/whys.json", JSON.stringify([...seen.values()]));
}, 300000);
