import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf, listen, serverFor } from "./serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
const root = join(folder, "dist");

beforeAll(() => {
  mkdirSync(join(root, "assets"), { recursive: true });
  mkdirSync(join(root, ".vite"));
  writeFileSync(join(root, "index.html"), "<!doctype html>");
  writeFileSync(join(root, "mermaid-frame.html"), "<!doctype html>");
  writeFileSync(join(root, "assets/a b.js"), "1");
  writeFileSync(join(root, ".vite/manifest.json"), "{}");
  writeFileSync(join(folder, "secret.txt"), "secret");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("fileOf", () => {
  it.each([
    ["the start page", "/", "index.html"],
    ["the start page with a query", "/?x=1", "index.html"],
    ["a file by its escaped name", "/assets/a%20b.js", "assets/a b.js"],
    ["nothing for a file that does not exist", "/missing.js", undefined],
    ["nothing for a folder", "/assets", undefined],
    ["nothing for a hidden file", "/.vite/manifest.json", undefined],
    ["nothing outside the root", "/../secret.txt", undefined],
    ["nothing outside the root, escaped", "/%2e%2e/secret.txt", undefined],
    ["nothing outside the root, escaped slash", "/..%2fsecret.txt", undefined],
    ["nothing outside the root, deeper", "/assets/..%2f..%2fsecret.txt", undefined],
    ["nothing for a backslash", "/..%5csecret.txt", undefined],
    ["nothing for a null byte", "/index.html%00", undefined],
    ["nothing for a broken escape", "/%zz", undefined],
    ["nothing for no address at all", "//", undefined],
  ])("gives %s", (_what, url, file) => {
    expect(fileOf(root, "/", url)).toBe(file);
  });

  it("serves under a path, and nothing beside it", () => {
    expect(fileOf(root, "/tools/plan/", "/tools/plan/")).toBe("index.html");
    expect(fileOf(root, "/tools/plan/", "/index.html")).toBeUndefined();
    expect(fileOf(root, "/ground plan/", "/ground%20plan/")).toBe("index.html");
    expect(fileOf(root, "/plan/", "/plan/..%2f..%2fsecret.txt")).toBeUndefined();
  });
});

describe("serverFor", () => {
  const server = serverFor({ root });
  let port = 0;
  beforeAll(async () => {
    port = await listen(server, { host: "127.0.0.1", port: 0 });
  });
  afterAll(() => server.close());
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;

  it("sends the app's policy with the page", async () => {
    const { headers } = await fetch(at("/"));
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; " +
        "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  });

  it("sandboxes the frame and lets nobody else show it", async () => {
    const policy = (await fetch(at("/mermaid-frame.html"))).headers.get("content-security-policy");
    expect(policy).toContain("sandbox allow-scripts");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain("connect-src");
  });

  it("answers nothing but GET and HEAD", async () => {
    expect((await fetch(at("/"), { method: "POST" })).status).toBe(405);
    expect((await fetch(at("/"), { method: "HEAD" })).status).toBe(200);
  });

  it("keeps to the root when the address was not tidied by the client", async () => {
    const status = await new Promise((resolve) => {
      request({ host: "127.0.0.1", port, path: "/../secret.txt" }, (response) => resolve(response.statusCode)).end();
    });
    expect(status).toBe(404);
  });

  it("takes the next port where the wanted one is taken", async () => {
    const other = serverFor({ root });
    const taken = await listen(other, { host: "127.0.0.1", port });
    other.close();
    expect(taken).toBeGreaterThan(port);
  });
});
