import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { linesOf } from "../support/shell-lines.ts";

/** What hands files over, with the search around it and the files that it names, each form once. */
interface Block {
  readonly lines: readonly string[];
  readonly files: readonly string[];
}
const blocks = new Map<string, Block>();
for (const answers of goldenAnswers().values()) {
  for (const { commands } of planFrom(answers).runbook) {
    const all = linesOf(commands);
    all.forEach((line, at) => {
      const files = /^if grep -nE '[^']+' (.+?); \[/.exec(line)?.[1]?.split(" ");
      if (files === undefined) return;
      const lines = all.slice(at, at + 3);
      blocks.set((lines[1] ?? "").split(/[ =]/).slice(0, 3).join(" "), { lines, files });
    });
  }
}

const PROGRAMS = ["kubectl", "helm", "kubermatic-installer", "kubeone", "terraform", "ssh"];
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "held-up-"));
  mkdirSync(join(folder, "bin"));
  for (const program of PROGRAMS) {
    writeFileSync(join(folder, "bin", program), `#!/bin/sh\necho ${program} >> "$CALLED"\n`);
    chmodSync(join(folder, "bin", program), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Files in which a line looks up where ssh leads to: it hands over none of them. */
const HOSTS = /[\w./-]+\/(?:control-planes|api-machine|jump)\b/g;

/** Files that a line deletes once what they are for has succeeded: a script that finds none of them stops. */
const REMOVED = /; then rm (?<removed>[^;]+); else false; fi/g;

/** Runs a block and a last line; what was called, and whether the shell has lived to its last line. */
function run({ lines, files }: Block, texts: readonly (string | undefined)[], how: readonly string[]): { readonly called: boolean; readonly lives: boolean; readonly deleted: boolean; readonly said: string } {
  const root = mkdtempSync(join(folder, "run-"));
  files.forEach((file, at) => {
    const text = at < texts.length ? texts[at] : "a: 1\n";
    if (text === undefined) return;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  });
  for (const [hosts] of lines.join("\n").matchAll(HOSTS)) {
    mkdirSync(dirname(join(root, hosts)), { recursive: true });
    writeFileSync(join(root, hosts), "user@10.0.0.1\n");
  }
  for (const { groups } of lines.join("\n").matchAll(REMOVED)) {
    for (const file of groups?.["removed"]?.split(" ") ?? []) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), "secret\n");
    }
  }
  const CALLED = join(root, "called");
  const { stdout, stderr } = spawnSync("bash", how, { cwd: root, env: { PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`, CALLED, KUBERMATIC_CHARTS_DIRECTORY: "/charts", BACKUP_ACCESS_KEY_ID: "a", BACKUP_SECRET_ACCESS_KEY: "b" }, input: `${[...lines, "echo lives"].join("\n")}\n`, encoding: "utf8" });
  return { called: existsSync(CALLED) && readFileSync(CALLED, "utf8") !== "", lives: stdout.includes("lives"), deleted: texts[0] !== undefined && !existsSync(join(root, files.at(-1) ?? "")), said: `${stdout}${stderr}` };
}

/** Lines that are pasted come to a shell one by one. */
const PASTED = ["--norc", "-s"];
const SCRIPT = ["-e", "-s"];
const handing = [...blocks].filter(([word]) => !word.startsWith("rm "));

test("every program that hands files over is met", () => {
  expect(PROGRAMS.filter((program) => !handing.some(([, { lines }]) => lines[1]?.includes(program)))).toEqual([]);
});

describe.each(handing)("%s", (_word, block) => {
  test("runs where no placeholder is left", () => {
    for (const how of [PASTED, SCRIPT]) expect(run(block, [], how)).toMatchObject({ called: true, lives: true });
  });

  test.each<[string, readonly (string | undefined)[]]>([["holds a placeholder", ["a: <fill-in: name>\n"]], ["is missing", [undefined]], ["is missing behind a placeholder", ["a: <KEEP:x>\n", undefined]]])("runs not where a file %s, and leaves the shell open", (_title, texts) => {
    const pasted = run(block, texts, PASTED);
    expect(pasted).toMatchObject({ called: false, lives: true });
    expect(pasted.said).toContain("Held up: ");
    // A script that stops at the first fault stops here.
    expect(run(block, texts, SCRIPT)).toMatchObject({ called: false, lives: false });
  });
});

test("a file that was not handed over is not deleted", () => {
  const deleting = [...blocks].filter(([word]) => word.startsWith("rm "));
  expect(deleting.length).toBeGreaterThan(0);
  for (const [, block] of deleting) {
    expect(run(block, ["a: <fill-in: name>\n"], PASTED).deleted).toBe(false);
    expect(run(block, ["a: 1\n"], PASTED).deleted).toBe(true);
  }
});
