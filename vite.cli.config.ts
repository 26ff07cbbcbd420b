import { defineConfig } from "vite";

/** The command line: the same engine and renderers as the app, bundled for Node. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "src/cli/main.ts",
    outDir: "build/cli",
    target: "node20",
    minify: false,
    rolldownOptions: { output: { entryFileNames: "main.mjs", chunkFileNames: "[name].mjs" } },
  },
});
