import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { shellLines } from "./shell-lines.ts";

test.each([
  ["a short command", ["kubectl get pods"], ["kubectl get pods"]],
  ["a long command", ["kubectl -n kubermatic get pods --output wide"], ["kubectl -n kubermatic \\", "  get pods --output wide"]],
  ["a quoted text", ["echo 'one two three four five' six"], ["echo \\", "  'one two three four five' \\", "  six"]],
  ["an argument wider than a line", ["curl https://kkp.example.com/a/long/path -o f"], ["curl \\", "  https://kkp.example.\\", "com/a/long/path -o f"]],
  ["a comment", ["# all of this is said to people only"], ["# all of this is said to people only"]],
  ["a comment behind a command", ["kubectl get pods # all of this is said"], ["kubectl get pods # all of this is said"]],
  ["a here-document", ["kubectl apply --filename - <<'EOF'", "description: a text of some length", "EOF", "kubectl get pods --output wide"], ["kubectl apply \\", "  --filename - <<'EOF'", "description: a text of some length", "EOF", "kubectl get pods \\", "  --output wide"]],
  ["a quote over lines", ["echo 'one two three four five", "six seven eight nine ten' eleven"], ["echo \\", "  'one two three four five", "six seven eight nine ten' \\", "  eleven"]],
  ["columns of spaces", ["name   value   another   last"], ["name   value   another   last"]],
])("%s", (_, lines, expected) => {
  expect(shellLines(lines, 24)).toEqual(expected);
});

test.each([
  `printf '%s|' one "two three" 'four five' six\\ seven $(printf '%s' eight) nine`,
  `printf '%s|' https://kkp.example.com/a/path/that/is/longer/than-two-lines.tar.gz after "$HOME"/kkp/values.yaml`,
  `printf '%s|' "it's" 'a "b" c' --flag=value && printf '%s|' done | tr a-z A-Z`,
])("the shell reads the same command: %s", (command) => {
  const run = (script: string) => execFileSync("/bin/bash", ["-c", script], { encoding: "utf8" });
  const lines = shellLines([command], 20);
  expect(lines.length).toBeGreaterThan(2);
  expect(run(lines.join("\n"))).toBe(run(command));
});
