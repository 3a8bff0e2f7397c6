/** Addresses under whatever path a host shows the app. */

/**
 * An address as the server writes it, made absolute. In a page of the app `./` is the app's root, which
 * shell.ts has found; anywhere else, as in the frame of the map, it is where the document lies.
 */
export function resolveAddress(address: string) {
  if (!/^\.{1,2}\//.test(address)) return address;
  return new URL(address, window.atlasRoot ?? document.baseURI).href;
}
