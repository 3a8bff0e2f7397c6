import { defineConfig } from "vitest/config";
import { viteStoryValidator } from "./story_validator.mjs";

/** Tests stand beside their sources; those that need a document say so in their first line. */
export default defineConfig({
  plugins: [viteStoryValidator],
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
    // A document for each file, without a process for each.
    pool: "vmThreads",
    restoreMocks: true,
    unstubGlobals: true,
    // What draws is covered by tests in a browser; this counts what has tests beside it.
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["src/**/*.test.ts"], reporter: ["text-summary"] },
  },
});
