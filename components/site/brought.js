// @ts-check
/**
 * The documents that came with the page, in place of a server: `fetch` answers from them.
 *
 * A page opened from a file may fetch nothing, not even its neighbours. What the atlas asks for comes
 * packed: within the page, or in scripts of the site that are loaded when a document is first asked for.
 */

/** @type {Map<string, string>} packed documents by name */
const packed = new Map();
/** @type {Map<string, Promise<any>>} */
const opened = new Map();
/** @type {Map<string, Promise<void>>} */
const loading = new Map();
/** @type {Record<string, string>} the script that brings a document, by its name */
let scripts = {};

/** @param {Record<string, string>} documents packed, by name */
export function bringDocuments(documents) {
  for (const [name, text] of Object.entries(documents)) packed.set(name, text);
}

/** @param {Record<string, string>} addresses of scripts by the name of the document they bring */
export function nameScripts(addresses) {
  scripts = addresses;
}

/** A document by its name, opened once. @param {string} name @returns {Promise<any>} */
export function readDocument(name) {
  const found = opened.get(name) ?? openDocument(name);
  opened.set(name, found);
  return found;
}

/** @param {string} name */
async function openDocument(name) {
  if (!packed.has(name) && name in scripts) await loadScript(scripts[name]);
  /** @type {string|undefined} */
  const text = packed.get(name) ?? /** @type {any} */ (window).atlasSite?.documents[name];
  if (text === undefined) throw new Error(`${name} did not come with this page`);
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return joinParts(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json());
}

/** Put back the parts that a document writes once; see `sharing.py`. @param {any} document */
function joinParts(document) {
  if (!Array.isArray(document.parts) || !("content" in document)) return document;
  /** @type {any[]} */
  const parts = [];
  /** @param {any} value @returns {any} */
  const fill = (value) => {
    if (Array.isArray(value)) return value.map(fill);
    if (value === null || typeof value !== "object") return value;
    if ("$" in value) return parts[value.$];
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each)]));
  };
  for (const part of document.parts) parts.push(fill(part));
  return fill(document.content);
}

/** @param {string} address */
function loadScript(address) {
  const found = loading.get(address) ?? new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(undefined));
    script.addEventListener("error", () => reject(new Error(`${address} could not be read`)));
    document.head.append(script);
  });
  loading.set(address, found);
  return found;
}

/** Answers what `fetch` would; a document goes by the last part of its address. @param {any} address */
export async function answerFetch(address) {
  return Response.json(await readDocument(String(address).split("/").pop() ?? ""));
}
