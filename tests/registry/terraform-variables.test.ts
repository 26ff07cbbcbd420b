import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { planFrom, type Answers, type StepFile } from "../../src/engine/index.ts";
import { providers } from "../../src/engine/providers/registry.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { additionalSeed } from "../golden/integrations.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { starterAnswers } from "../support/starter-plans.ts";

/**
 * Variables of KubeOne's Terraform examples, one file for each, written from KubeOne 1.10.4, 1.11.4, 1.12.4, 1.13.7 and
 * 1.14.2: name, type, `required` where it has no default, and the releases of those that not all of them have.
 */
const FOLDER = join(import.meta.dirname, "../support/terraform-variables");

interface Variable {
  readonly type: string;
  readonly required: boolean;
  readonly everywhere: boolean;
}

const examples: ReadonlyMap<string, ReadonlyMap<string, Variable>> = new Map(
  readdirSync(FOLDER).map((file) => [
    basename(file, ".txt"),
    new Map(
      readFileSync(join(FOLDER, file), "utf8")
        .trim()
        .split("\n")
        .map((line) => {
          const [name = "", type = "", ...others] = line.split(" ");
          return [name, { type, required: others.includes("required"), everywhere: others.every((word) => word === "required") }];
        }),
    ),
  ]),
);

interface Filled {
  readonly plan: string;
  readonly example: string;
  readonly file: StepFile;
}

/** AWS has an example of its own for both families. */
const dualStack = changed(starterAnswers("aws-single-region"), { "project.release": "2.31", "project.upgradeFrom": "none", "network.ipFamily": "dual", "network.platformFamily": "dual" });

const plans: readonly (readonly [string, Answers])[] = [["Both families on AWS", dualStack], ...goldenAnswers(), ...providers.map((provider) => [`a Seed on ${provider.title}`, additionalSeed(provider)] as const)];

/** Every file of variables that these plans hold, with the example whose files stand beside it. */
const filled: readonly Filled[] = plans.flatMap(([name, answers]) =>
  planFrom(answers).runbook.flatMap(({ text, files = [] }) => files.filter(({ language }) => language === "hcl").map((file) => ({ plan: name, example: /examples\/terraform\/([\w-]+)/.exec(text)?.[1] ?? "", file }))),
);

/** The kind of a value as Terraform reads it; a text becomes a number or a truth value where it can. */
const takes = (type: string, value: string): boolean => {
  if (value.startsWith("[")) return type === "list" || type === "any";
  const text = /^"(.*)"$/.exec(value)?.[1];
  if (text?.startsWith("<fill-in: ")) return true;
  if (type === "number") return Number.isFinite(Number(text ?? value));
  if (type === "bool") return ["true", "false"].includes(text ?? value);
  return type === "string" || type === "any";
};

describe("variables of Terraform's examples", () => {
  it("are filled for every example that is known", () => expect(new Set(filled.map(({ example }) => example))).toEqual(new Set(examples.keys())));

  it.each(filled.map((each) => [each.plan, each.example, each.file] as const))("%s: the file for %s gives what the example declares", (_plan, example, { lines }) => {
    const declared = examples.get(example) ?? new Map<string, Variable>();
    const given = new Map(lines.map((line) => [line.slice(0, line.indexOf(" = ")), line.slice(line.indexOf(" = ") + 3)]));
    expect({
      unknown: [...given.keys()].filter((name) => declared.get(name)?.everywhere !== true),
      missing: [...declared].filter(([name, { required }]) => required && !given.has(name)).map(([name]) => name),
      wrong: [...given].filter(([name, value]) => !takes(declared.get(name)?.type ?? "any", value)),
    }).toEqual({ unknown: [], missing: [], wrong: [] });
  });
});
