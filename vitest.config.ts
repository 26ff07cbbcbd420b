import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Vitest leaves one core to itself otherwise, and on two of them the files wait for each other.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "pure",
          environment: "node",
          // Pure code leaves nothing behind, so all files share one copy of it; loading it for each took longer than the tests.
          isolate: false,
          // Plans are made by the thousand and thrown away; room for the young among them saves an eighth of the time.
          execArgv: ["--max-semi-space-size=32"],
          // A test that hangs must end some day; speed is measured in bench/, never here.
          testTimeout: 300_000,
          include: ["src/**/*.test.ts", "tests/{golden,properties,registry}/**/*.test.ts", "scripts/**/*.test.ts"],
        },
      },
      {
        plugins: [react()],
        test: { name: "components", environment: "jsdom", isolate: false, testTimeout: 300_000, include: ["src/**/*.test.tsx"] },
      },
    ],
  },
});
