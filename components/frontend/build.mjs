/**
 * Builds everything that a browser is sent, from src/ into ../static/.
 *
 * `node build.mjs` writes it; `node build.mjs --check` fails when what is there is not what the
 * sources say, byte for byte.
 */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const SRC = join(HERE, "src");
const OUT = join(HERE, "..", "static");

/** Modules that a page mounts: each exports `draw`. `components/mount.py` imports their bundles. */
const MOUNTED = [
  "cohesion/blocks",
  "cohesion/ledger",
  "cohesion/matrix",
  "cohesion/pairs",
  "compare/differences",
  "events/dossier",
  "events/timeline",
  "members/members",
  "method/method",
  "panel/panel",
  "story/stories",
];
/** Classic scripts whose exports are kept as a global name: a page from a disk may import no module. */
const CLASSIC = {
  "page/begin": "atlasBegin",
  "site/frame": "atlasFrame",
  "site/pages": "atlasPage",
  "site/alone": "atlasPage",
  "site/alone_pair": "atlasPage",
  "site/alone_story": "atlasPage",
};
/** Inline scripts of a page; `components/server/shell.py` puts values in the place of free names. */
const INLINE = ["server/shell", "server/preload", "server/frame_guard"];
const TARGET = "es2022";

/** Options of every build: what is written depends on the sources alone. */
const COMMON = {
  absWorkingDir: HERE,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  outdir: OUT,
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

/** Style sheets that a page or a frame links or holds. */
async function listSheets() {
  const files = await readdir(SRC, { recursive: true });
  return files.filter((name) => name.endsWith(".css")).map((name) => join(SRC, name));
}

/** Every built file by its path in the folder of built files. */
async function buildAll() {
  const builds = [
    buildText("map/bundle", 'export { start } from "./map/main";', { format: "esm" }),
    ...MOUNTED.map((name) =>
      buildText(`${name}.bundle`, `export { draw } from "./${name}"; export { speak } from "./language/messages";`, { format: "esm" }),
    ),
    ...Object.entries(CLASSIC).map(([name, globalName]) =>
      buildText(name, `export * from "./${name}";`, { format: "iife", globalName }),
    ),
    ...INLINE.map((name) => buildText(name, `import "./${name}";`, { format: "iife" })),
    build({ ...COMMON, entryPoints: await listSheets(), outbase: SRC, bundle: false, target: "esnext" }),
  ];
  const files = new Map();
  for (const { outputFiles } of await Promise.all(builds)) {
    for (const { path, contents } of outputFiles) files.set(path.slice(OUT.length + 1), contents);
  }
  refuseClosingTags(files);
  files.set("built.csv", Buffer.from(listHashes(files)));
  return files;
}

/** Scripts and styles that stand within a page may not end the element they stand in. */
function refuseClosingTags(files) {
  for (const [path, contents] of files) {
    const found = /<\/(?:script|style)|<!--/i.exec(Buffer.from(contents).toString("utf8"));
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
