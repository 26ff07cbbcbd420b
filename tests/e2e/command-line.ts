import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Files that the command line writes for a plan, by name; and its exit code. */
export interface Written {
  readonly code: number | null;
  readonly messages: string;
  readonly files: Readonly<Record<string, Buffer>>;
}

/** Runs the command line on the text of a plan file, in another time zone and language than the browser's. */
export function plan(text: string, formats: string): Written {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const file = join(folder, "plan.yaml");
  const out = join(folder, "out");
  writeFileSync(file, text);
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/plan.mjs"), file, "--out", out, "--format", formats], {
    encoding: "utf8",
    env: { ...process.env, TZ: "Pacific/Auckland", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
  });
  return { code: status, messages: stderr, files: Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name))])) };
}
