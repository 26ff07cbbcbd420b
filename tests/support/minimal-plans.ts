import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answers } from "../../src/engine/index.ts";
import { answersOfFile } from "./plan-files.ts";

/** Holds `<id of a check>.yaml`: the smallest plan that has the fault, whose first line says it. */
const FOLDER = join(import.meta.dirname, "../checks");
const files = readdirSync(FOLDER).toSorted();

/** Answers of the smallest plan of each check, by the check's id. */
export const minimalPlans: ReadonlyMap<string, Answers> = new Map(files.map((file) => [file.replace(".yaml", ""), answersOfFile(join(FOLDER, file))]));

/** What the first line of such a plan says. */
export const faultOf = (id: string): string => readFileSync(join(FOLDER, `${id}.yaml`), "utf8").split("\n")[0] ?? "";
