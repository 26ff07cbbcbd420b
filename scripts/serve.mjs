import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { headersFor } from "./policies.mjs";

const TYPES = /** @type {Readonly<Record<string, string>>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".yaml": "application/yaml; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
});

/**
 * The path of a served file below the root, or undefined for anything that is none: wrong forms, ways out of the root,
 * hidden files, folders, files that do not exist.
 * @param {string} root
 * @param {string} prefix Path under which the app is served; starts and ends with a slash.
 * @param {string} url
 */
export function fileOf(root, prefix, url) {
  const wanted = pathBelow(prefix, url);
  if (wanted === undefined || /[\0\\]/.test(wanted)) return undefined;
  const path = normalize(wanted === "" || wanted.endsWith("/") ? `${wanted}index.html` : wanted);
  if (path.split(sep).some((part) => part.startsWith("."))) return undefined;
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ? path : undefined;
}

/**
 * The decoded path below the prefix; undefined where the address is malformed or leads elsewhere.
 * @param {string} prefix
 * @param {string} url
 */
function pathBelow(prefix, url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A server for a folder of static files, with the pages' policies as headers. It answers GET and HEAD and nothing else.
 * @param {{ root: string; prefix?: string }} options
 */
export function serverFor({ root, prefix = "/" }) {
  return createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD", ...headersFor("") }).end();
      return;
    }
    const path = fileOf(root, prefix, request.url ?? "/");
    if (path === undefined) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", ...headersFor("") }).end("Nothing is here.\n");
      return;
    }
    const file = join(root, path);
    response.writeHead(200, {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Content-Length": statSync(file).size,
      ...headersFor(path),
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });
}

/** How many further ports are tried where the wanted one is taken. */
const FURTHER_PORTS = 20;

/**
 * Listens on the wanted port, or on the next free one.
 * @param {import("node:http").Server} server
 * @param {{ host: string; port: number }} wanted Port 0 takes any free one.
 * @returns {Promise<number>} The port.
 * @throws Error when none of them is free.
 */
export async function listen(server, { host, port }) {
  for (let at = port; ; at += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(at, host, () => {
          server.off("error", reject);
          resolve(undefined);
        });
      });
      const address = server.address();
      return typeof address === "object" && address ? address.port : at;
    } catch (problem) {
      const taken = problem instanceof Error && "code" in problem && problem.code === "EADDRINUSE";
      if (!taken || at >= port + FURTHER_PORTS || at >= 65535) throw problem;
    }
  }
}
