import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { referencePlan, type Changes } from "../../src/engine/testing/reference.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { filesRead, filesWritten, linesOf } from "../support/shell-lines.ts";

const lines = [...goldenAnswers().values()].flatMap((answers) => planFrom(answers).runbook.flatMap(({ commands }) => linesOf(commands)));
const plain = (file: string) => file.replaceAll("'", "");
const inCopy = (file: string) => !file.startsWith("/") && !file.startsWith("..") && !file.startsWith(".git/") && !file.includes("$");

/** What KubeOne, Terraform and sonobuoy write beside what commands name, and where the plan leaves a name to people. */
const BESIDE = ["seed/seed.tar.gz", "seed.tar.gz", "seed-kubeconfig", "202611270915_sonobuoy_4f.tar.gz", "seed/terraform.tfstate", "seed/terraform.tfstate.backup", "seed/.terraform/terraform.tfstate", "seed/tfplan", "seed/server.key", "dex-secrets.yaml"];

/** Files that hold a secret: those that commands delete, those that are written from one, and those beside. */
const SECRET: ReadonlySet<string> = new Set([
  ...lines.filter((line) => line.startsWith("rm ")).flatMap((line) => line.split(" ").slice(1)),
  ...lines.filter((line) => /umask 077|\.token\}/.test(line)).flatMap(filesWritten),
  ...lines.flatMap(filesRead).filter((file) => /kubeconfig$|\.key$|\.json$|(?:^|\/)presets\.yaml$|(?:access-key|secret-key|access-key-id|-password|-username|-token|-secret)$/.test(file)),
  ...BESIDE,
].map(plain).filter((file) => inCopy(file) && !file.endsWith(".crt")));

/** Files of the installation. */
const KEPT: readonly string[] = [...new Set([...lines.flatMap(filesRead), "seed/terraform.tfvars", "seed/main.tf", "seed/ssh-key.pub", "seed/control-planes", "kubermatic.yaml"].map(plain))].filter((file) => inCopy(file) && /\.(yaml|crt|tfvars|tf|pub)$|control-planes$/.test(file) && !SECRET.has(file));

const STORES: readonly (readonly [string, Changes])[] = [
  ["Vault", { "access.secretStore": "vault", "project.upgradeFrom": "none" }],
  ["another store", { "access.secretStore": "other", "project.release": "2.31", "project.upgradeFrom": "2.30" }],
  ["git-crypt", { "access.secretStore": "git-crypt", "project.upgradeFrom": "none" }],
  ["SOPS", { "access.secretStore": "sops", "project.release": "2.31", "project.upgradeFrom": "2.30" }],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "into-git-"));
  mkdirSync(join(folder, "bin"));
  // Programs that close files; what they have closed is written by the test itself.
  for (const program of ["git-crypt", "sops"]) {
    writeFileSync(join(folder, "bin", program), "#!/bin/sh\n");
    chmodSync(join(folder, "bin", program), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const ENVIRONMENT = () => ({ PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`, HOME: folder, GIT_CONFIG_NOSYSTEM: "1", GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com" });

/** Runs the last step of a plan in a working copy with these files; some are staged by force. Answers what has reached the repository. */
function committed(changes: Changes, files: ReadonlyMap<string, string>, forced: readonly string[] = []): readonly string[] {
  const { runbook } = referencePlan({ "access.repository": "ssh://git@git.example.com/kkp.git", ...changes });
  const exclude = runbook[0]?.commands.find((line) => line.endsWith(" > .git/info/exclude")) ?? "false";
  const step = runbook.find(({ id }) => id === "step.kept-files")?.commands ?? ["false"];
  const root = mkdtempSync(join(folder, "run-"));
  const copy = join(root, "platform");
  const bash = (script: string, cwd: string) => spawnSync("bash", ["-c", script], { cwd, env: ENVIRONMENT(), encoding: "utf8" });
  bash("git init -q --bare r.git && git -C r.git symbolic-ref HEAD refs/heads/main && git clone -q r.git platform && cd platform && git symbolic-ref HEAD refs/heads/main && git commit -q --allow-empty -m first && git push -q -u origin main", root);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
  bash([exclude, ...forced.map((file) => `git add --force -- '${file}'`), ...step].join("\n"), copy);
  return bash("git -C r.git ls-tree -r --name-only main", root).stdout.split("\n").filter((line) => line !== "").toSorted();
}

const CLEAR = "apiVersion: v1\nusers:\n- user:\n    token: abc\n";
const SOPS_CLOSED = "users:\n- user:\n    client-key-data: ENC[AES256_GCM,data:eyJhbGciOi,iv:a,tag:b,type:str]\n    token: ENC[AES256_GCM,data:a,iv:a,tag:b,type:str]\nsops:\n    version: 3.9.0\n";
const OPEN = "dex:\n  password: <KEEP: dex/password>\n  token: \"<fill-in: token>\"\n";

describe("files that steps write or read are known", () => {
  test("as those with a secret and those of the installation", () => {
    for (const file of ["seed/kubeconfig", "seed/seed-kubeconfig", "seed/vault-reviewer.jwt", "tls.key", "seed/credentials.yaml", "presets.yaml", "seed/dns01-key.json"]) expect(SECRET, file).toContain(file);
    for (const file of ["kubermatic.yaml", "values.yaml", "seed/kubeone.yaml", "seed/seed.yaml", "seed/values-seed.yaml", "tls.crt"]) expect(KEPT, file).toContain(file);
  });
});

describe.each(STORES)("with secrets kept in %s, the step that puts files into Git", (name, changes) => {
  const kept = new Map(KEPT.map((file) => [file, OPEN]));
  const closed = name === "SOPS" ? SOPS_CLOSED : name === "git-crypt" ? "\0GITCRYPT\0\u0001\u0002" : undefined;

  test("takes every file of the installation and none that holds a secret", () => {
    const files = new Map([...kept, ...[...SECRET].map((file) => [file, CLEAR] as const)]);
    expect(committed(changes, files)).toEqual([...KEPT].toSorted());
  });

  test.each(["seed/seed.tar.gz", "seed-kubeconfig", "seed/vault-reviewer.jwt", "seed/terraform.tfstate"])("stops where %s is staged in the clear all the same", (file) => {
    expect(committed(changes, new Map([["values.yaml", OPEN], [file, "x"]]), [file])).toEqual([]);
  });

  test.each([CLEAR, "client-key-data: LS0t\n", "-----BEGIN RSA PRIVATE KEY-----\n", "password: 'hunter'\n", '  "password": "hunter"\n', "a: eyJhbGciOiJSUzI1NiJ9.e\n", "key: LS0tLS1CRUdJTiBSU0EgUFJJVkFURS\n", 'imagePullSecret: {"auths":{}}\n'])("stops where a file of the installation holds %j", (text) => {
    expect(committed(changes, new Map([["values.yaml", text]]))).toEqual([]);
  });

  test(closed === undefined ? "takes no kubeconfig, since nothing closes files" : "takes a kubeconfig that is closed", () => {
    expect(committed(changes, new Map([["seed/kubeconfig", closed ?? OPEN]]), ["seed/kubeconfig"])).toEqual(closed === undefined ? [] : ["seed/kubeconfig"]);
  });

  test("is not held up by certificates and by what nothing reads", () => {
    const text = "ca: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t\nrootPassword: not-in-use\nsecretName: tls\nsecret:\n  name: x\npassword: \"\"\n-----BEGIN CERTIFICATE-----\n";
    expect(committed(changes, new Map([["values.yaml", text]]))).toEqual(["values.yaml"]);
  });
});
