/** The typefaces that came within the page; a frame is given them from the page's one copy. */

export type Face = { family: string; weight: string; range: string; data: string };

/** @param faces the files in base64 */
export function openFonts(faces: Face[]): (target: Document, make: typeof FontFace) => void {
  const read = faces.map(({ family, weight, range, data }) => ({
    family,
    style: { weight, unicodeRange: range, display: "swap" as const },
    bytes: Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)),
  }));
  return (target, make) => {
    for (const { family, style, bytes } of read) target.fonts.add(new make(family, bytes, style));
  };
}
