// @ts-check
/** The typefaces that came within the page; a frame is given them from the page's one copy. */

/** @typedef {{family: string, weight: string, range: string, data: string}} Face */

/**
 * @param {Face[]} faces the files in base64
 * @returns {(target: Document, make: typeof FontFace) => void}
 */
export function openFonts(faces) {
  const read = faces.map(({ family, weight, range, data }) => ({
    family,
    style: { weight, unicodeRange: range, display: /** @type {const} */ ("swap") },
    bytes: Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)),
  }));
  return (target, make) => {
    for (const { family, style, bytes } of read) target.fonts.add(new make(family, bytes, style));
  };
}
