import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInstalled } from "./install.mjs";

const LOCKED = { "": {}, "node_modules/react": { version: "19.3.1" }, "node_modules/fsevents": { version: "2.3.3", optional: true } };

describe("isInstalled", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "install-"));
    writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: LOCKED }));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const install = (packages: object, folders: readonly string[]) => {
    for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
    mkdirSync(join(root, "node_modules"), { recursive: true });
    writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
  };

  it("misses everything on a fresh clone", () => {
    expect(isInstalled(root)).toBe(false);
  });
  it("misses nothing when all but optional packages are there", () => {
    install({ "node_modules/react": { version: "19.3.1" } }, ["node_modules/react"]);
    expect(isInstalled(root)).toBe(true);
  });
  it("misses a package of another version", () => {
    install({ "node_modules/react": { version: "19.3.0" } }, ["node_modules/react"]);
    expect(isInstalled(root)).toBe(false);
  });
  it("misses a package whose folder was deleted", () => {
    install({ "node_modules/react": { version: "19.3.1" } }, []);
    expect(isInstalled(root)).toBe(false);
  });
});
