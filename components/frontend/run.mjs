/**
 * Runs a function over modules of src/ and prints what it gives, for tests in other languages.
 *
 * On standard input: `{ modules, body, argument }` as JSON; `body` is that of an async function of the
 * modules' exports, by the names given to them, and of `argument`.
 */
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { storyValidator } from "./story_validator.mjs";

const SRC = join(dirname(fileURLToPath(import.meta.url)), "src");
const { modules, body, argument } = JSON.parse(readFileSync(0, "utf8"));
const contents = Object.entries(modules)
  .map(([name, path]) => `export * as ${name} from "./${path}";`)
  .join("\n");
const { outputFiles } = await build({
  bundle: true,
  format: "esm",
  logLevel: "warning",
  plugins: [storyValidator],
  stdin: { contents, resolveDir: SRC, loader: "ts" },
  write: false,
});
const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`;
const AsyncFunction = (async () => {}).constructor;
const answer = await new AsyncFunction("modules", "argument", body)(await import(url), argument);
writeFileSync(1, JSON.stringify(answer));
