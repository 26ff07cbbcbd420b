import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { framePolicy, metaOf } from "./scripts/policies.mjs";

/*
 * The page that shows Mermaid's picture, built beside the app into the same folder. It runs in a sandboxed frame without
 * an origin: modules could be loaded there only from servers that allow every origin, so it is one classic script.
 */

const FRAME = "src/features/mermaid-view/frame";

/** Mermaid loads each kind of diagram when it meets one. The plan's is a flowchart; the other kinds stay out. */
function onlyFlowcharts(): Plugin {
  const EMPTY = "\0other-diagrams";
  return {
    name: "only-flowcharts",
    enforce: "pre",
    resolveId: (source, importer, { kind }) => (kind === "dynamic-import" && importer?.includes("/mermaid/dist/") === true && !/\/(flowDiagram|dagre)-/.test(source) ? EMPTY : null),
    load: (id) => (id === EMPTY ? "export const diagram = undefined; export const render = undefined; export default {};" : null),
  };
}

/** The page with its policy, under a name that never changes: the app knows it. */
function framePage(): Plugin {
  return {
    name: "frame-page",
    generateBundle() {
      const policy = `<meta http-equiv="Content-Security-Policy" content="${metaOf(framePolicy)}" />`;
      const page = readFileSync(`${FRAME}/mermaid-frame.html`, "utf8").replace("<head>", `<head>\n    ${policy}`);
      this.emitFile({ type: "asset", fileName: "mermaid-frame.html", source: page });
    },
  };
}

export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [onlyFlowcharts(), framePage()],
  // Libraries ask for it; there is no process in a browser.
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    target: "es2022",
    emptyOutDir: false,
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
    lib: { entry: `${FRAME}/frame.ts`, name: "groundplanMermaidFrame", formats: ["iife"], fileName: () => "mermaid-frame.js" },
  },
});
