import { describe, expect, test } from "vitest";
import { goldenAnswers, installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { calledPrograms } from "../../../../tests/support/shell-lines.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { explain } from "../../plan/explain.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan } from "../../testing/reference.ts";

/** What each Linux has, or what stands on a machine of its own that is no engineer's. */
const LINUX = new Set(["cat", "hostname", "uname", "sudo", "swapon", "grep", "resolvectl", "timedatectl", "subscription-manager", "kubermatic-installer", "mirror-images"]);

/** Words that every shell brings, and the programs of its base system. */
const SHELL = new Set(["export", "if", "then", "elif", "else", "fi", "false", "break", "cd", "eval", "unset", "umask", "for", "while", "until", "case", "esac", "do", "done", "echo", "mkdir", "rm", "cp", "mv", "head", "tail", "cut", "dirname", "printf", "command", "test", "sort", "base64", "sed", "date", "sleep"]);

/** What is called on a machine that SSH enters, or that whoever prepares a machine runs there. */
const FAR = new Set(["ip", "kubeadm"]);

const titles = (plan: ReturnType<typeof planFrom>) => new Set(plan.tools.flatMap(({ title }) => title.split(/, | and /)));

describe("programs of the checklist", () => {
  test("stand among the tools, with what they show", () => {
    const row = referencePlan().tools.find(({ id }) => id === "tool.govc");
    expect(row).toMatchObject({ title: "govc", version: "any current" });
    expect(row?.why).toMatch(/^It shows that “vCenter and hosts of a release that is tested, Frankfurt” is done/);
  });

  test("are told once, where the runbook needs them as well", () => {
    const { tools } = referencePlan();
    expect(tools.filter(({ title }) => /\bkubectl\b/.test(title))).toHaveLength(1);
    expect(new Set(tools.map(({ id }) => id)).size).toBe(tools.length);
  });

  test.each([...goldenAnswers()])("%s: no proof calls a program that no row of the tools names", (_name, answers) => {
    const plan = planFrom(answers);
    const known = titles(plan);
    const called = plan.checklist.flatMap(({ id, verify }) => [...verify.matchAll(/`(?:sudo )?([a-z][\w-]*) [^`]*`/g)].map(([, program = ""]) => [id, program] as const));
    expect(called.filter(([, program]) => !known.has(program) && !LINUX.has(program))).toEqual([]);
  });

  test.each([...goldenAnswers()])("%s: no command of the runbook and of the secrets calls a program that no row of the tools names", (_name, answers) => {
    const plan = planFrom(answers);
    const known = titles(plan);
    const spans = plan.runbook.flatMap(({ id, text }) => [...text.matchAll(/`(?:sudo )?([a-z][\w-]*) [^`]*`/g)].map(([, program = ""]) => [id, program] as const));
    const commands = plan.runbook.flatMap(({ id, commands: lines }) => calledPrograms(lines).map((program) => [id, program] as const));
    const secrets = plan.secrets.flatMap(({ id, command }) => (command === undefined ? [] : calledPrograms([command]).map((program) => [id, program] as const)));
    expect([...spans, ...commands, ...secrets].filter(([, program]) => ![known, LINUX, SHELL, FAR].some((words) => words.has(program)))).toEqual([]);
  });

  test("docker carries the images of sonobuoy to the mirror workstation, and starts the tooling container", () => {
    const bank = starterAnswers("air-gapped-bank");
    const why = (answers: typeof bank) => planFrom(answers).tools.filter(({ title }) => title === "docker").map(({ why: reason }) => reason);
    // It shows too that pull secret and account of the registry are ready.
    expect(why(bank)).toEqual([expect.stringMatching(/^It shows that “Pull secret of the Enterprise Edition/)]);
    expect(why(changed(bank, { "access.toolset": "container" }))).toEqual(["It loads and starts the tooling container."]);
    expect(why(changed(starterAnswers("reference-setup"), { "project.edition": "CE" }))).toEqual([]);
  });

  test("ssh is at hand with the agent wherever KubeOne builds a cluster, so that no item adds it", () => {
    const rows = planFrom(installationAnswers("cloud-director-hoster")).tools.filter(({ title }) => /^ssh\b(?!-keygen)/.test(title));
    expect(rows.map(({ title }) => title)).toEqual(["ssh, ssh-agent and ssh-add"]);
  });
});

test("a program rests on what is shown by it, and not on other tools", () => {
  const plan = planFrom(starterAnswers("telco-cilium-bgp"));
  const row = plan.tools.find(({ title }) => title === "ldapsearch");
  expect(row).toBeDefined();
  if (!row) return;
  const { facts, restsOn, answers } = explain(plan, row);
  expect(facts).toEqual([]);
  // The item of the checklist has the pages of the LDAP connector.
  expect(restsOn).toHaveLength(1);
  expect(answers.map(({ path }) => path)).toContain("authentication.connector");
});
