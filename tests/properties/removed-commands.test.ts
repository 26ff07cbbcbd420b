import { expect, test } from "vitest";
import { referencePlan } from "../../src/engine/testing/reference.ts";
import { changedCommands } from "./removed-commands.ts";

const plan = referencePlan();
const withLines = (commands: readonly string[]) => ({ ...plan, runbook: plan.runbook.slice(0, 1).map((step) => ({ ...step, id: "step.one", commands })) });
const changes = (before: readonly string[], after: readonly string[]) => changedCommands(withLines(before), withLines(after));

test("a command that says something else is another, unless it asks whoever runs it", () => {
  expect(changes(["deploy --quiet"], ["deploy"])).toEqual(["step.one: deploy"]);
  expect(changes(["cd zrh"], ["cd seed"])).toEqual(["step.one: cd seed"]);
  expect(changes(["cd zrh"], ["cd '<Name of the cluster>'"])).toEqual([]);
  expect(changes(["A=10.0.0.1"], ['A="$(kubectl get gateway)"'])).toEqual([]);
  expect(changes(["cd zrh", "ls"], ["ls"])).toEqual([]);
});

test("the list of programs may lose what no step left needs, and gains none", () => {
  const line = (programs: string) => `for program in ${programs}; do command -v "$program"; done`;
  expect(changes([line("git dig")], [line("git")])).toEqual([]);
  expect(changes([line("git")], [line("git dig")])).toHaveLength(1);
});
