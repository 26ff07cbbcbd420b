import type { Server } from "node:http";
import { join } from "node:path";
import { test as plain } from "@playwright/test";
import { listen, serverFor } from "../../scripts/serve.mjs";
import { exported, openStarter, saved } from "./app.ts";
import { expect, watch } from "./test.ts";

const DIST = join(import.meta.dirname, "../../dist");

/** A server of its own under a path, that sends no policy: the page must bring its own. */
const test = plain.extend<{ address: string }>({
  address: async ({}, use) => {
    const server: Server = serverFor({ root: DIST, prefix: "/tools/ground plan/" });
    server.prependListener("request", (_request, response) => {
      const writeHead = response.writeHead.bind(response);
      response.writeHead = ((status: number, headers: Record<string, string | number>) =>
        writeHead(status, Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "Content-Security-Policy")))) as typeof response.writeHead;
    });
    const port = await listen(server, { host: "127.0.0.1", port: 0 });
    await use(`http://127.0.0.1:${port}/tools/ground%20plan/`);
    server.close();
    server.closeAllConnections();
  },
});

test("works under a path of a server that knows nothing of it", async ({ browser, address }) => {
  const context = await browser.newContext({ baseURL: address });
  const conduct = await watch(context, new URL(address).origin);
  const page = await context.newPage();
  await openStarter(page);
  await saved(page);
  expect((await exported(page, "pdf")).bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect((await exported(page, "markdown")).bytes.toString()).toContain("10.20.30.1");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Project" })).toBeVisible();
  expect(conduct).toEqual({ violations: [], strangers: [], errors: [] });
  await context.close();
});

test("the page's own policy stops what it must, and says so", async ({ browser, address }) => {
  const context = await browser.newContext({ baseURL: address });
  const conduct = await watch(context, new URL(address).origin);
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'ran'";
    document.body.append(script);
    const picture = document.createElement("img");
    picture.src = "https://elsewhere.example/pixel.png";
    document.body.append(picture);
    document.body.setAttribute("style", "color: red");
  });
  await expect.poll(() => conduct.violations.map((text) => text.split(" ")[0]).toSorted()).toEqual(["img-src", "script-src-elem", "style-src-attr"]);
  await expect(page).not.toHaveTitle("ran");
  await context.close();
});
