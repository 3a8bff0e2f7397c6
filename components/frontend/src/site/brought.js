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
  const bytes = readLetters(text);
  return joinParts(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json());
}

const LETTERS = Array.from({ length: 94 }, (_each, place) => String.fromCharCode(33 + place)).filter((letter) => !'"\\<'.includes(letter)).join("");
const VALUES = Uint8Array.from({ length: 127 }, (_each, code) => Math.max(0, LETTERS.indexOf(String.fromCharCode(code))));
const [BITS, BITS_OF_ONE] = [13, 6];

/** The bytes of a packed text, two letters for 13 bits; see `pack.py`. @param {string} text */
function readLetters(text) {
  const whole = text.length - (text.length % 2);
  const bytes = new Uint8Array(((whole / 2) * BITS + (text.length - whole) * BITS_OF_ONE) >> 3);
  let [held, count, at] = [0, 0, 0];
  for (let place = 0; place < text.length; place += 2) {
    const second = place < whole ? VALUES[text.charCodeAt(place + 1)] : 0;
    held |= (VALUES[text.charCodeAt(place)] + second * LETTERS.length) << count;
    count += place < whole ? BITS : BITS_OF_ONE;
    for (; count >= 8; count -= 8, held >>>= 8) bytes[at++] = held & 255;
  }
  return bytes;
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
