import { basename } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { metaOf, policyOf } from "./scripts/policies.mjs";

/** Writes the page's policy into the page itself, so that it holds on any static server. */
function policyInPage(): Plugin {
  return {
    name: "policy-in-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { path }) => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: metaOf(policyOf(basename(path))) },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}

/**
 * jsPDF brings rasterisers for HTML and SVG and a reader of PNG, for functions nobody calls here. Nothing of them belongs
 * in the build.
 */
const UNUSED_PARTS_OF_JSPDF = ["html2canvas", "dompurify", "canvg", "fast-png"];

function withoutUnusedParts(): Plugin {
  const EMPTY = "\0unused-part";
  return {
    name: "without-unused-parts",
    enforce: "pre",
    resolveId: (id, importer) => (UNUSED_PARTS_OF_JSPDF.includes(id) && importer?.includes("/jspdf/") ? EMPTY : undefined),
    load: (id) => (id === EMPTY ? "export default undefined; export const decode = undefined;" : undefined),
  };
}

export default defineConfig({
  // Relative, so that the build works under any path.
  base: "./",
  plugins: [react(), policyInPage(), withoutUnusedParts()],
  build: {
    target: "es2022",
    // No data: addresses for fonts and scripts; the policy forbids them.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Browsers remember a script that could not be preloaded and never ask for it again; the parts of a plan must be able
      // to come when the connection is back. Their styles come first, and without them no script is asked for.
      resolveDependencies: (_part, files, { hostId }) => (/\bplan-route-/.test(hostId) ? files.filter((file) => file.endsWith(".css")) : files),
    },
    // Read by the benchmark, which measures what each screen loads.
    manifest: true,
    chunkSizeWarningLimit: 1500,
  },
});
