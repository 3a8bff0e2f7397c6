/**
 * The documents that came with the page, in place of a server: `fetch` answers from them.
 *
 * A page opened from a file may fetch nothing, not even its neighbours. What the atlas asks for comes
 * packed: within the page, or in scripts of the site that are loaded when a document is first asked for.
 */
import { decodeBase64 } from "./base64.ts";

/** documents in gzip and base64 by name */
const packed: Map<string, string> = new Map();
const opened: Map<string, Promise<unknown>> = new Map();
const loading: Map<string, Promise<void>> = new Map();
/** the script that brings a document, by its name */
let scripts: Record<string, string> = {};

/** @param documents packed, by name */
export function registerData(documents: Record<string, string>) {
  for (const [name, text] of Object.entries(documents)) packed.set(name, text);
}

/** @param addresses of scripts by the name of the document they bring */
export function nameScripts(addresses: Record<string, string>) {
  scripts = addresses;
}

/** A document by its name, opened once. */
export function readDocument<T>(name: string): Promise<T> {
  const found = opened.get(name) ?? openDocument(name);
  opened.set(name, found);
  return found as Promise<T>;
}

async function openDocument(name: string) {
  if (!packed.has(name) && name in scripts) await loadScript(scripts[name]);
  const text: string | undefined = packed.get(name) ?? window.atlasSite?.documents[name];
  if (text === undefined) throw new Error(`${name} did not come with this page`);
  const plain = new Blob([decodeBase64(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return restoreRefs((await new Response(plain).json()) as object);
}

/**
 * Put back the parts that documents write once; see `json_dedupe.py`. A document has its parts in itself,
 * or names the one that has them, which is nothing but these.
 */
async function restoreRefs(document: object): Promise<unknown> {
  if (!("parts" in document)) return document;
  if (typeof document.parts === "string" && "content" in document) return fill(document.content, await readDocument(document.parts));
  if (!Array.isArray(document.parts)) return document;
  const parts: unknown[] = [];
  for (const part of document.parts) parts.push(fill(part, parts));
  return "content" in document ? fill(document.content, parts) : parts;
}

/** A value with the parts it refers to. */
function fill(value: unknown, parts: unknown[]): unknown {
  if (Array.isArray(value)) return value.map((each) => fill(each, parts));
  if (value === null || typeof value !== "object") return value;
  if ("$" in value) return parts[value.$ as number];
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, parts)]));
}

function loadScript(address: string) {
  const found =
    loading.get(address) ??
    new Promise<void>((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(`${address} could not be read`)));
      document.head.append(script);
    });
  loading.set(address, found);
  return found;
}

/** Answers what `fetch` would; a document goes by the last part of its address. */
export async function fetchEmbedded(address: RequestInfo | URL) {
  const url = address instanceof Request ? address.url : String(address);
  return Response.json(await readDocument(url.split("/").pop() ?? ""));
}
