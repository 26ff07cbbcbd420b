import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const first = (changes: Changes) => referencePlan(changes).runbook[0];
const UPGRADE = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
const SOPS = `git grep -lE '^sops:|"sops": ?[{]' | while IFS= read -r file; do sops --decrypt --in-place "$file"; done`;

describe("encrypted files of the working copy", () => {
  test.each([["a new platform", {}], ["an upgrade", UPGRADE]] as const)("are unlocked by git-crypt before any other command reads them: %s", (_name, changes) => {
    const step = first({ ...changes, "access.secretStore": "git-crypt" });
    const at = step?.commands.indexOf("git-crypt unlock") ?? -1;
    expect(step?.commands[at - 1]).toBe("cd platform");
    expect(step?.commands[0]).toMatch(/^for program in git git-crypt /);
    expect(step?.text).toContain("git-crypt unlocks them with the GPG key of whoever works there, and locks them again with each commit.");
  });

  test.each([["a new platform", {}], ["an upgrade", UPGRADE]] as const)("are opened by SOPS where they lie: %s", (_name, changes) => {
    const step = first({ ...changes, "access.secretStore": "sops" });
    const at = step?.commands.indexOf(SOPS) ?? -1;
    expect(step?.commands[at - 1]).toBe("cd platform");
    expect(step?.commands[0]).toMatch(/^for program in git sops /);
    expect(step?.text).toContain("SOPS opens them with the age or PGP key of whoever works there; before a commit `sops --encrypt --in-place` closes each again.");
  });

  test.each([["Vault", { "access.secretStore": "vault" }], ["another store", { "access.secretStore": "other" }], ["no repository", { "access.secretStore": "sops", "access.repository": "none" }]] as const)("are none with %s", (_name, changes) => {
    const step = first(changes);
    expect(step?.commands.join("\n")).not.toMatch(/git-crypt|sops/);
    expect(step?.text).not.toContain("whoever works there");
  });

  test("keep the step waiting while nobody says where secrets are kept", () => {
    expect(referencePlan({ "access.secretStore": undefined }).runbook.some(({ id }) => id === "step.workplace")).toBe(false);
  });
});
