/** What kind of file this is, by its first bytes and its name: the bytes decide where they say anything. */

export type FileKind = "table" | "workbook" | "geojson" | "kml" | "kmz";
/** Why a file is not read, as a rule. */
export type KindFault = "empty" | "old-workbook" | "geopackage" | "shapefile" | "page" | "binary" | "other-archive";

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
const HEAD = 2048;

/** @param head the beginning of the file */
export function findKind(name: string, head: Uint8Array): FileKind | KindFault {
  if (!head.length) return "empty";
  const suffix = /\.([a-z0-9]+)$/i.exec(name)?.[1].toLowerCase() ?? "";
  if (startsWith(head, 0x50, 0x4b)) {
    if (suffix === "kmz") return "kmz";
    return ["xlsx", "xlsm"].includes(suffix) ? "workbook" : "other-archive";
  }
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return "old-workbook";
  if (String.fromCharCode(...head.subarray(0, 13)) === "SQLite format") return "geopackage";
  if (startsWith(head, 0, 0, 0x27, 0x0a) || ["shp", "dbf", "shx"].includes(suffix)) return "shapefile";
  if (isBinary(head)) return "binary";
  const text = new TextDecoder()
    .decode(head.subarray(0, HEAD))
    .replace(/^\ufeff/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (!text) return "empty";
  if (/^(?:<!doctype html|<html)/i.test(text)) return "page";
  if (suffix === "kml" || /^<\?xml[^>]*>\s*(?:<!--[^]*?-->\s*)*<(?:\w+:)?kml\b|^<kml\b/i.test(text)) return "kml";
  if (["geojson", "json"].includes(suffix) || /^\{\s*"/.test(text)) return "geojson";
  return "table";
}

/** Zeros or control characters that are in no text, unless the zeros are the empty halves of UTF-16. */
function isBinary(head: Uint8Array) {
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return false;
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) return true;
  const zeros = [0, 0];
  let controls = 0;
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] += 1;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  });
  const isWide = Math.min(...zeros) === 0 && Math.max(...zeros) > head.length / 8;
  return (zeros[0] + zeros[1] > 0 && !isWide) || controls > head.length * 0.02;
}
