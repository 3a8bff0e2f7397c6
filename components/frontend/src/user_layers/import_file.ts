/** From a file that the reader gives to a table that the parser has open. */
import { kml } from "@tmcw/togeojson";
import { FileFault, MOST_BYTES } from "./table.ts";
import { findKind, type FileKind } from "./file_kind.ts";
import type { Opened, Parser } from "./parser.ts";

const HEAD = 65_536;
const KINDS = new Set<string>(["table", "workbook", "geojson", "kml", "kmz"]);

/** Open a file; FileFault says why it cannot be. */
export async function openFile(file: File, parser: Parser): Promise<Opened> {
  if (file.size > MOST_BYTES) throw new FileFault("too-large");
  const kind = findKind(file.name, new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
  if (!KINDS.has(kind)) throw new FileFault(kind);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (kind !== "kml" && kind !== "kmz") return parser.open(kind as FileKind, bytes);
  // Only the page, not a worker, can read XML.
  const document = new DOMParser().parseFromString(await parser.readKml(kind, bytes), "text/xml");
  if (document.querySelector("parsererror")) throw new FileFault("kml");
  return parser.openFeatures(kml(document).features);
}
