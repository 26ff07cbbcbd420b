import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { nodeIo } from "./node-io.ts";

const folder = mkdtempSync(join(tmpdir(), "groundplan-"));
afterAll(() => rmSync(folder, { recursive: true }));

const io = nodeIo(import.meta.url);

describe("reading", () => {
  it.each([
    ["UTF-8", Buffer.from("customer: Müller", "utf8")],
    ["UTF-8 with a byte order mark", Buffer.from("\uFEFFcustomer: Müller", "utf8")],
  ])("takes %s", async (_case, bytes) => {
    writeFileSync(join(folder, "plan.yaml"), bytes);
    expect(await io.read(join(folder, "plan.yaml"))).toBe("customer: Müller");
  });

  it.each([
    ["Latin-1", Buffer.from("customer: Müller", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFcustomer: Müller", "utf16le")],
  ])("refuses %s in place of corrupting it", async (_case, bytes) => {
    writeFileSync(join(folder, "latin.yaml"), bytes);
    await expect(io.read(join(folder, "latin.yaml"))).rejects.toMatchObject({ code: "ERR_ENCODING_INVALID_ENCODED_DATA" });
  });
});

describe("writing", () => {
  it("makes the folders that are missing", async () => {
    const path = await io.write(join(folder, "a", "b", "c"), "plan.md", "text");
    expect(readFileSync(path, "utf8")).toBe("text");
    expect(await io.write(join(folder, "a", "b", "c"), "other.md", "text")).toBe(join(folder, "a", "b", "c", "other.md"));
  });

  it("refuses a folder whose name a file has", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(io.write(join(folder, "file"), "plan.md", "")).rejects.toMatchObject({ code: "EEXIST" });
    await expect(io.write(join(folder, "file", "below"), "plan.md", "")).rejects.toMatchObject({ code: "ENOTDIR" });
  });

  // In /proc a folder cannot be made, though the one above is there: asking again and again would never end.
  it.runIf(process.platform === "linux")("refuses a folder that cannot be made", async () => {
    await expect(io.write("/proc/x", "plan.md", "")).rejects.toMatchObject({ code: "ENOENT" });
    await expect(io.write("/proc/x/y", "plan.md", "")).rejects.toMatchObject({ code: "ENOENT" });
  }, 5_000);
});
