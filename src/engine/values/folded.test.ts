import { expect, test } from "vitest";
import { parse } from "yaml";
import { folded } from "./folded.ts";

const command = `mc config host add store http://minio.minio.svc.cluster.local:9000 "$ACCESS_KEY" "$SECRET_KEY" && mc mb --ignore-existing store/kkp # it's`;

test("a folded command is read back as one line, and none of its lines is too wide to be printed", () => {
  const lines = ["command:", ...folded("- ", command, 4)];
  expect(parse(lines.join("\n"))).toEqual({ command: [command] });
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(90);
});

test("a word that is wider than a line stands alone", () => {
  expect(folded("- ", `a ${"b".repeat(100)} c`, 4)).toEqual(["  - >-", "    a", `    ${"b".repeat(100)}`, "    c"]);
});
