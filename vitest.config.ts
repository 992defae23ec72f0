import { defineConfig } from "vitest/config";

// One run, one PostgreSQL (embedded, or DATABASE_URL), one template database; every test file clones its own.
export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/src/**/*.test.tsx", "packages/*/test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/*.browser.test.ts", "**/*.long.test.ts"],
    globalSetup: ["packages/kernel/src/testing/global-setup.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    reporters: ["default"],
  },
});
