/** The typefaces that came within the page; a frame is given them from the page's one copy. */
import { decodeBase64 } from "./base64.ts";

export type Face = { family: string; weight: string; range: string; data: string };

/** @param faces the files in base64 */
export function openFonts(faces: Face[]): (target: Document, make: typeof FontFace) => void {
  const read = faces.map(({ family, weight, range, data }) => ({
    family,
    style: { weight, unicodeRange: range, display: "swap" as const },
    bytes: decodeBase64(data),
  }));
  return (target, make) => {
    for (const { family, style, bytes } of read) target.fonts.add(new make(family, bytes, style));
  };
}
