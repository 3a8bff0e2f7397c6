/**
 * What checks a story in the browser: code that ajv makes of data/story.schema.json when the front end
 * is built, as the browser may run no code that it makes itself.
 *
 * Sources import it as `virtual:story-validator`; it is a plugin for esbuild, and one for Vite.
 */
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { readFile } from "node:fs/promises";

const NAME = "virtual:story-validator";
const HERE = import.meta.dirname;
const SCHEMA = new URL("../../data/story.schema.json", import.meta.url);

/** The module: `validate`, with the first fault in its property `errors`. */
async function writeValidator() {
  const ajv = new Ajv2020({
    code: { source: true, esm: true },
    keywords: ["rules", "itemRules"],
    messages: false,
    strict: true,
    // A limit stands beside a reference that says the type.
    strictTypes: false,
  });
  return standaloneCode(ajv, ajv.compile(JSON.parse(await readFile(SCHEMA, "utf8"))));
}

/** For esbuild. What a bundle does not call is left out of it. */
export const storyValidator = {
  name: "story-validator",
  setup(context) {
    context.onResolve({ filter: new RegExp(`^${NAME}$`) }, ({ path }) => ({ path, namespace: "story-validator", sideEffects: false }));
    context.onLoad({ filter: /./, namespace: "story-validator" }, async () => ({
      contents: await writeValidator(),
      resolveDir: HERE,
      loader: "js",
    }));
  },
};

/** For Vite, which knows no `require`: the module with what it needs in it. */
export const viteStoryValidator = {
  name: "story-validator",
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: async (id) => {
    if (id !== `\0${NAME}`) return undefined;
    const stdin = { contents: await writeValidator(), resolveDir: HERE };
    const { outputFiles } = await build({ bundle: true, format: "esm", stdin, write: false });
    return outputFiles[0].text;
  },
};
