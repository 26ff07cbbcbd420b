import { keptValues, planFrom, type Answers, type Plan } from "../engine/index.ts";
import { loadPlanReader, renderArtifact } from "../renderers/registry.ts";
import { readArguments, USAGE, type Wish } from "./arguments.ts";
import type { Io } from "./io.ts";
import { report, summary } from "./report.ts";

/** How a run ended; the same with and without `--check`. */
export const EXIT = { sound: 0, blockers: 1, unusable: 2, bug: 3 } as const;

/**
 * Reads a plan file, writes what was asked for, and returns the exit code. Artifacts and reports go to standard output,
 * everything else to standard error. Never throws: a fault of ours is exit code 3.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const read = readArguments(argv);
  if (read.kind === "help") {
    await io.out(`${USAGE}\n`);
    return EXIT.sound;
  }
  if (read.kind === "wrong") {
    io.say(`${read.sentence}\n\n${USAGE}`);
    return EXIT.unusable;
  }
  try {
    const answers = await answersFrom(read.wish.file, io);
    if (!answers) return EXIT.unusable;
    const plan = planFrom(answers);
    if (!(await write(read.wish, answers, plan, io))) return EXIT.unusable;
    return plan.findings.some(({ severity }) => severity === "blocker") ? EXIT.blockers : EXIT.sound;
  } catch (problem) {
    io.say(`This is a fault in Groundplan, not in your plan: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
    return EXIT.bug;
  }
}

/** Answers of a file, or undefined after saying why there are none. */
async function answersFrom(file: string, io: Io): Promise<Answers | undefined> {
  let text;
  try {
    text = await io.read(file);
  } catch (problem) {
    io.say(`${file} cannot be read: ${reasonOf(problem)}`);
    return undefined;
  }
  const { readPlanText } = await loadPlanReader();
  const parsed = readPlanText(text);
  if (parsed.kind === "refused") {
    io.say(`${file}: ${parsed.reason}`);
    return undefined;
  }
  for (const notice of parsed.notices) io.say(`${file}: ${notice.kind} ${notice.path}: ${notice.text}`);
  for (const path of keptValues(parsed.answers)) {
    io.say(`${file}: ${path} is marked open; the value in the file is kept but does not count. Remove the mark under \`open\` if the value holds.`);
  }
  return parsed.answers;
}

/** Writes artifacts and report; false when the folder refuses them. */
async function write({ out, formats, check }: Wish, answers: Answers, plan: Plan, io: Io): Promise<boolean> {
  for (const id of formats) {
    const { fileName, content } = await renderArtifact(id, answers, io.assets);
    if (out === undefined) {
      await io.out(typeof content === "string" ? content : new TextDecoder().decode(content));
      continue;
    }
    try {
      io.say(await io.write(out, fileName, content));
    } catch (problem) {
      if (codeOf(problem) === undefined) throw problem;
      io.say(`${out} takes no files: ${reasonOf(problem)}`);
      return false;
    }
  }
  const toOutput = check && (out !== undefined || formats.length === 0);
  if (toOutput) await io.out(report(plan));
  else io.say(check ? report(plan).trimEnd() : summary(plan));
  return true;
}

const codeOf = (problem: unknown): string | undefined =>
  problem instanceof Error && "code" in problem && typeof problem.code === "string" ? problem.code : undefined;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder.",
  EISDIR: "it is a folder.",
  ENOTDIR: "part of the path is a file.",
  EEXIST: "a file has that name.",
  EACCES: "permission was refused.",
  EPERM: "permission was refused.",
  EROFS: "the disk is read-only.",
  ENOSPC: "the disk is full.",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not UTF-8. Save it as UTF-8.",
};

const reasonOf = (problem: unknown): string => REASONS[codeOf(problem) ?? ""] ?? (problem instanceof Error ? problem.message : String(problem));
