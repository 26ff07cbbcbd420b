import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          environment: "node",
          include: ["src/**/*.test.ts", "tests/{golden,properties,registry}/**/*.test.ts", "scripts/**/*.test.ts"],
        },
      },
      {
        plugins: [react()],
        test: { name: "components", environment: "jsdom", include: ["src/**/*.test.tsx"] },
      },
    ],
  },
});
