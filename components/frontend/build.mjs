/**
 * Builds everything that a browser is sent, from src/ into ../static/.
 *
 * `node build.mjs` writes it; `node build.mjs --check` fails when what is there is not what the
 * sources say, byte for byte.
 */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { storyValidator } from "./story_validator.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const SRC = join(HERE, "src");
const OUT = join(HERE, "..", "static");

/**
 * Modules that a page mounts, by the names that `components/server/custom_component.py` and its callers know: each
 * exports `draw`.
 */
const MOUNTED = {
  "coding/coding": "coding/index",
  "cohesion/blocks": "cohesion/blocks",
  "cohesion/ledger": "cohesion/request_ledger",
  "cohesion/matrix": "cohesion/matrix",
  "cohesion/pairs": "cohesion/pairs",
  "compare/differences": "compare/diff",
  "events/dossier": "events/dossier",
  "events/timeline": "events/timeline",
  "members/members": "members/index",
  "method/method": "sources/index",
  "panel/panel": "panel/panel",
  "propose/propose": "propose/index",
  "search/results": "search/results",
  "story/stories": "stories/index",
  "votes/votes": "votes/index",
};
/**
 * Classic scripts whose exports are kept as a global name, as a page from a disk may import no module:
 * source and global name by the name of the built file.
 */
const CLASSIC = {
  "page/begin": ["shell/boot", "atlasBegin"],
  "site/frame": ["static_site/map_iframe", "atlasFrame"],
  "site/pages": ["static_site/index", "atlasPage"],
  "site/user_layers": ["user_layers/index", "atlasUserLayers"],
  "site/alone": ["static_site/standalone_map", "atlasPage"],
  "site/alone_pair": ["static_site/standalone_compare", "atlasPage"],
  "site/alone_story": ["static_site/standalone_story", "atlasPage"],
};
/** Inline scripts of a page; the server puts values in the place of the one free name of each. */
const INLINE = {
  "server/shell": "shell/index_inline",
  "server/preload": "shell/preload_inline",
  "server/frame_guard": "shell/frame_guard",
};
/** Folders of built style sheets that are not called as those of their sources. */
const SHEET_FOLDERS = { shell: "page", sources: "method", static_site: "site", stories: "story" };
const TARGET = "es2022";
/**
 * Files that are asked for when they are first needed, by how they are imported, and where they lie from any other:
 * the map's second one, the search, and the share dialog. A page from a disk has them in one with what asks for them.
 */
const LATER = { "./deferred.ts": "./deferred.js", "./engine.ts": "../search/engine.js", "./share_dialog.ts": "../share/dialog.js" };
const DEFERRED = {
  name: "deferred",
  setup({ onResolve }) {
    onResolve({ filter: /\/(deferred|engine|share_dialog)\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" && path in LATER ? { path: LATER[path], external: true } : undefined,
    );
  },
};

/** Without a server no file is made that layers of a reader's own could go into, and the static atlas has none in briefings. */
const NO_LAYERS = {
  name: "no-layers",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/own_layers\.ts$/ }, ({ resolveDir }) => ({ path: join(resolveDir, "no_own_layers.ts") }));
  },
};

/** The script of the reader's own layers, which is asked for when it is first used: no other holds it. */
const USER_LAYERS = {
  name: "user-layers",
  setup({ onResolve }) {
    onResolve({ filter: /\/user_layers\/index\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./user_layers.js", external: true } : undefined,
    );
    // The reader of workbooks unpacks in workers made of text, which no policy of ours lets in: one step at a time instead.
    onResolve({ filter: /\/unzipFromArrayBuffer\.js$/ }, ({ path, importer }) =>
      importer.endsWith("Sync.js") ? undefined : { path: join(dirname(importer), path.replace(/\.js$/, "Sync.js")) },
    );
  },
};

/** Options of every build: what is written depends on the sources alone. */
const COMMON = {
  absWorkingDir: HERE,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  outdir: OUT,
  plugins: [storyValidator, USER_LAYERS],
  target: TARGET,
  write: false,
};

/** A build of some text that stands beside the sources. */
const buildText = (name, contents, options) =>
  build({
    ...COMMON,
    ...options,
    stdin: { contents, resolveDir: SRC, sourcefile: `${name}.entry.ts`, loader: "ts" },
    outdir: undefined,
    outfile: join(OUT, `${name}.js`),
  });

/** Style sheets that a page or a frame links or holds, as entries of a build. */
async function listSheets() {
  const files = await readdir(SRC, { recursive: true });
  return files
    .filter((name) => name.endsWith(".css"))
    .map((name) => {
      const [folder, file] = name.split(sep);
      return { in: join(SRC, name), out: join(SHEET_FOLDERS[folder] ?? folder, file.slice(0, -".css".length)) };
    });
}

/** Every built file by its path in the folder of built files. */
async function buildAll() {
  const builds = [
    buildText("map/bundle", 'export { start } from "./map/index.ts";', { format: "esm", plugins: [DEFERRED, USER_LAYERS, storyValidator] }),
    buildText("map/deferred", 'export * from "./map/deferred.ts";', { format: "esm", plugins: [DEFERRED, USER_LAYERS, storyValidator] }),
    buildText("map/user_layers", 'export * from "./user_layers/index.ts";', { format: "esm" }),
    buildText("search/box", 'export { openBox } from "./search/box.ts"; export { speak } from "./i18n/gettext.ts";', {
      format: "esm",
      plugins: [DEFERRED, USER_LAYERS, storyValidator],
    }),
    buildText("share/dialog", 'export { showShare, useCatalogue } from "./share/share_dialog.ts";', { format: "esm" }),
    buildText("search/engine", 'export { createEngine } from "./search/engine.ts";', { format: "esm" }),
    ...Object.entries(MOUNTED).map(([name, source]) =>
      buildText(`${name}.bundle`, `export { draw } from "./${source}.ts"; export { speak } from "./i18n/gettext.ts";`, {
        format: "esm",
        plugins: [DEFERRED, USER_LAYERS, storyValidator],
      }),
    ),
    ...Object.entries(CLASSIC).map(([name, [source, globalName]]) =>
      buildText(name, `export * from "./${source}.ts";`, {
        format: "iife",
        globalName,
        plugins: ["site/pages", "site/frame"].includes(name) ? [NO_LAYERS, ...COMMON.plugins] : COMMON.plugins,
      }),
    ),
    ...Object.entries(INLINE).map(([name, source]) => buildText(name, `import "./${source}.ts";`, { format: "iife" })),
    build({ ...COMMON, entryPoints: await listSheets(), bundle: false, target: "esnext" }),
  ];
  const files = new Map();
  for (const { outputFiles } of await Promise.all(builds)) {
    for (const { path, text } of outputFiles) files.set(path.slice(OUT.length + 1), Buffer.from(escapeControls(text)));
  }
  refuseClosingTags(files);
  files.set("built.csv", Buffer.from(listHashes(files)));
  return files;
}

/**
 * Control characters as escapes, and the beginning of a comment, which a reader of XML names in a text: esbuild writes
 * them as they are, and no page may hold them.
 */
const escapeControls = (text) =>
  text
    .replaceAll("<!--", "\\x3c!--")
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (found) => `\\x${found.charCodeAt(0).toString(16).padStart(2, "0")}`);

/** Scripts and styles that stand within a page may not end the element they stand in. */
function refuseClosingTags(files) {
  for (const [path, contents] of files) {
    const found = /<\/(?:script|style)|<!--/i.exec(contents.toString("utf8"));
    if (found) throw new Error(`${path} holds ${found[0]}, which may not stand within a page`);
  }
}

/** What is built, as a table with the SHA-256 of each file: the server checks it when it starts. */
function listHashes(files) {
  const hash = (contents) => createHash("sha256").update(contents).digest("hex");
  const rows = [...files].map(([path, contents]) => `${path},${hash(contents)}\n`);
  return `file,sha256\n${rows.sort().join("")}`;
}

/** The files that lie in the folder of built files. */
async function listBuilt() {
  const entries = await readdir(OUT, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(OUT.length + 1));
}

/** What differs between the built files and those that lie there, a line for each. */
async function findDifferences(files) {
  const there = await listBuilt();
  const changed = [];
  for (const [path, contents] of files) {
    const found = await readFile(join(OUT, path)).catch(() => null);
    if (!found) changed.push(`${path} is missing`);
    else if (!found.equals(contents)) changed.push(`${path} is not what its sources say`);
  }
  return [...changed, ...there.filter((path) => !files.has(path)).map((path) => `${path} has no source`)];
}

async function writeAll(files) {
  await rm(OUT, { recursive: true, force: true });
  for (const [path, contents] of files) {
    await mkdir(dirname(join(OUT, path)), { recursive: true });
    await writeFile(join(OUT, path), contents);
  }
}

const files = await buildAll();
if (process.argv.includes("--check")) {
  const differences = await findDifferences(files);
  for (const line of differences) console.error(`components/static/${line}: run make frontend`);
  process.exitCode = differences.length ? 1 : 0;
} else {
  await writeAll(files);
}
