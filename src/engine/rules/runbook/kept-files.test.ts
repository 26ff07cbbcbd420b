import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const step = (changes: Changes, id = "step.kept-files") => referencePlan(changes).runbook.find((one) => one.id === id);
const GIT = { "access.repository": "ssh://git@git.example.com/kkp.git" };

describe("files of the installation go into Git", () => {
  test.each<[string, Changes]>([["a new platform", { "project.upgradeFrom": "none" }], ["an upgrade", { "project.release": "2.31", "project.upgradeFrom": "2.30" }]])("at the end of %s", (_title, changes) => {
    const { runbook } = referencePlan({ ...GIT, "access.secretStore": "vault", ...changes });
    expect(runbook.at(-1)?.id).toBe("step.kept-files");
    expect(runbook.at(-1)?.commands).toEqual([
      "git add --all",
      "git diff --cached",
      expect.stringMatching(/^if git diff --cached --name-only .*; then echo 'Held up: these hold secrets\.' >&2; false$/),
      expect.stringMatching(/^elif git diff --cached --no-textconv .*; then echo 'Held up: these lines look like secrets\.' >&2; false$/),
      "else",
      expect.stringMatching(/^git commit -m 'Files of KKP [\d.]+' && git pull --rebase && git push$/),
      "fi",
    ]);
  });

  test("without kubeconfigs and the state of Terraform, from the first step on", () => {
    expect(step({ ...GIT, "access.secretStore": "vault" }, "step.workplace")?.commands.find((line) => line.endsWith(" > .git/info/exclude"))).toMatch(/^printf '%s\\n' '\*' '!\*\/' '!\*\.yaml' .* '\*\.tar\.gz' '\*kubeconfig\*' .*tfstate/);
    expect(step({}, "step.terraform[seed]")?.text).toContain("seed/terraform.tfstate tells Terraform which machines it has made: it goes into the secret store after each apply");
  });

  test.each<[string, string, RegExp]>([
    ["vault", "its placeholder of the table of settings goes back in first", /^git add --all$/],
    ["other", "its placeholder of the table of settings goes back in first", /^git add --all$/],
    ["sops", "a new one that holds a secret is closed by", /sops --encrypt --in-place "\$file"/],
    ["git-crypt", ".gitattributes names every file that holds a secret", /^git-crypt status$/],
  ])("with secrets kept in %s", (secretStore, words, first) => {
    const made = step({ ...GIT, "access.secretStore": secretStore });
    expect(made?.text).toContain(words);
    expect(made?.commands[0]).toMatch(first);
  });

  test("but nowhere where there is no repository", () => {
    const { runbook } = referencePlan({ "access.repository": "none" });
    expect(runbook.filter(({ id, commands }) => id === "step.kept-files" || commands.some((line) => line.includes(".git/info/exclude")))).toEqual([]);
  });
});
