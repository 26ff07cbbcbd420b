import { defineConfig, mergeConfig } from "vite";
import app from "../vite.config.ts";

/** Name of the npm package a module belongs to, fit for a file name. */
const packageOf = (id: string): string | undefined => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]?.replace("/", "__");

/** The app with each library, and the engine, in a file of its own: only so can their sizes be told apart. */
export default mergeConfig(
  app,
  defineConfig({
    build: {
      outDir: "build/bench/app",
      emptyOutDir: true,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: (id) => `library-${packageOf(id) ?? "none"}`, test: /node_modules/ },
              { name: "engine", test: /\/src\/engine\// },
            ],
          },
        },
      },
    },
  }),
);
