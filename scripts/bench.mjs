import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { run, runMain, runTool } from "./run.mjs";

const vite = (/** @type {readonly string[]} */ args) => runTool("vite/bin/vite.js", ["build", "--logLevel", "error", ...args]);

await runMain(async () => {
  await ensureInstalled();
  await ensureBuilt("app");
  await vite(["--config", "bench/vite.sizes.config.ts"]);
  await vite(["--config", "vite.cli.config.ts", "--ssr", "bench/main.ts", "--outDir", "build/bench/run"]);
  await run(process.execPath, ["build/bench/run/main.mjs"]);
});
