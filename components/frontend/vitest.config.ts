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
  },
});
